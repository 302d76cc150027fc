"""Where a record stands on a given day. The day is always handed in, never asked of the clock."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from gandan.model import Directive


class State(Enum):
    """A state: its id in addresses and marks, its words, and its tone for the eye."""

    NOT_YET = ("chua-co-hieu-luc", "Chưa có hiệu lực", "coming")
    IN_FORCE = ("con-hieu-luc", "Còn hiệu lực", "open")
    PARTLY = ("het-hieu-luc-mot-phan", "Hết hiệu lực một phần", "pending")
    SUSPENDED = ("ngung-hieu-luc", "Ngưng hiệu lực", "pending")
    EXPIRED = ("het-hieu-luc", "Hết hiệu lực", "expired")
    UNKNOWN = ("chua-ro", "Chưa rõ hiệu lực", "ended")

    @property
    def id(self) -> str:
        return str(self.value[0])

    @property
    def words(self) -> str:
        return str(self.value[1])

    @property
    def tone(self) -> str:
        return str(self.value[2])


@dataclass(frozen=True, slots=True)
class Standing:
    """A state and the days it holds, both included; None where a day is not known."""

    state: State
    since: date | None = None
    until: date | None = None


BY_FIELD = {"unknown": State.UNKNOWN, "partly": State.PARTLY, "suspended": State.SUSPENDED}


def of_directive(one: Directive, today: date, superseded: date | None = None) -> Standing:
    """The force of a document on `today`.

    `expires` is the first day out of force. `superseded` is the day from which another document in force
    replaces or repeals it whole: from then on it is out of force too. What dates cannot tell, `force` tells;
    what neither tells is unknown, never guessed.
    """
    end = min((day for day in (one.expires, superseded) if day), default=None)
    last = end - timedelta(days=1) if end else None
    if end and end <= today:
        return Standing(State.EXPIRED, end, None)
    if one.force == "unknown" or (one.effective is None and one.force is None):
        return Standing(State.UNKNOWN)
    if one.effective and today < one.effective:
        return Standing(State.NOT_YET, None, one.effective - timedelta(days=1))
    if one.force:
        return Standing(BY_FIELD[one.force], None, last)
    return Standing(State.IN_FORCE, one.effective, last)


def has_begun(one: Directive, today: date) -> bool:
    """Whether a document can put another out of force on `today`: its day is known and has come."""
    return one.effective is not None and one.effective <= today and one.force != "unknown"
