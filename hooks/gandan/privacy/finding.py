"""One piece of personal data in a text: what it is, where it stands, how it may be shown."""

from enum import StrEnum
from typing import NamedTuple

SHOWN = 3  # figures at each end that a message shows


class Kind(StrEnum):
    """What a piece is; the words are those an exception names (`privacy` of an item)."""

    IDENTITY = "identity"  # số định danh cá nhân (CCCD), CMND
    TELEPHONE = "telephone"
    ACCOUNT = "account"
    BIRTH = "birth"
    PLATE = "plate"
    CONDITION = "condition"  # health, poverty
    LIST = "list"


class Finding(NamedTuple):
    """`start` and `end` count characters of the text; `words` stand there, for this program only.

    `sure` is False where the words are only likely to be what `kind` says, or to belong to a person.
    """

    start: int
    end: int
    kind: Kind
    words: str
    sure: bool = True
    people: int = 1

    @property
    def figures(self) -> str:
        """The digits alone, full-width ones as ASCII."""
        return figures(self.words)


def figures(words: str) -> str:
    """The digits of a text as ASCII."""
    return "".join(str(int(one)) for one in words if one.isdecimal())


def masked(words: str) -> str:
    """What a message shows of a number: its ends, never the whole (079085000012 -> 079***012)."""
    known = figures(words)
    if len(known) < 3 * SHOWN:
        return f"{known[:2]}***"
    return f"{known[:SHOWN]}***{known[-SHOWN:]}"
