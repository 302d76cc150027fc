"""A text -> the personal data in it. Most texts hold nothing that looks like it, and cost three looks."""

import re

from gandan.patterns import late, look
from gandan.privacy import accounts, births, conditions, lists, numbers, plates, rolls
from gandan.privacy.finding import Finding
from gandan.privacy.runs import MARKS

# Addresses of pages hold figures that are nobody's; those that dial a telephone are left.
_ADDRESS = late(
    r"(?:https?:)?//(?!zalo\.me/)[^\s)>\]\"']+|(?<![\w-])[\w-]+\.(?:html?|aspx?|php|jpe?g|png|webp|pdf)\b"
)
# What every number and every plate begins with.
_FIGURES = look(rf"\d(?:(?:\)?[{MARKS}]?\d){{8}}|\d[ -]?[A-ZĐ]{{1,2}}\d?[{MARKS}]{{0,3}}\d{{3}})")
# Of what the rooms for words tell, the part without which none of them tells anything.
_WORDS = look("(?i)" + "|".join(room.LOOK for room in (accounts, births, conditions, rolls)))


def find(text: str, official: frozenset[str] = frozenset()) -> list[Finding]:
    """Everything found, by place. `text` is clean (NFC, nothing invisible); `official` are telephones that
    belong to offices, as they are dialled at home."""
    found: list[Finding] = []
    if _FIGURES(text):
        bare = _ADDRESS.sub(_blank, text)
        found += [*numbers.find(bare, official), *plates.find(bare)]
    rows = list(lists.find(text, official))
    lower = text.lower() if _WORDS(text) else ""
    if len(lower) == len(text):  # places are those of the text; a letter that grows is no Vietnamese one
        held = list(accounts.find(text, lower))
        found = held + [one for one in found if not _within(one, held)]
        found += [*births.find(text, lower), *conditions.find(text, lower)]
        found += [one for one in rolls.find(text, lower) if not _within(one, rows)]
    return sorted(found + rows)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _within(one: Finding, others: list[Finding]) -> bool:
    return any(other.start < one.end and one.start < other.end for other in others)
