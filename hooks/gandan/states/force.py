"""Whether a directive is in force on a given day."""

from datetime import date, timedelta

from gandan.model import Directive
from gandan.states.state import Standing, State, followed

BY_FIELD = {"unknown": State.UNKNOWN, "partly": State.PARTLY, "suspended": State.SUSPENDED}


def of_directive(one: Directive, today: date, superseded: date | None = None) -> Standing:
    """The force of a document on `today`.

    `expires` is the first day out of force. `superseded` is the day from which another document in force
    replaces or repeals it whole: from then on it is out of force too. What dates cannot tell, `force` tells;
    what neither tells is unknown, never guessed.
    """
    found = followed(lambda day: _force(one, day, superseded), today)
    assert found
    return found


def _force(one: Directive, today: date, superseded: date | None) -> Standing:
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
