"""Events that repeat: the rule of RFC 5545, section 3.3.10 -> the days on which they take place.

Vietnam has had one time all year since 1975, so that days and times of day are enough.
"""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from dateutil.rrule import rrulestr

from gandan import repetition
from gandan.model import Event
from gandan.model.fields import Moment
from gandan.repetition import NotARule

MOST = 400  # occurrences of one event: a weekly reception for over seven years


class Occurrence(NamedTuple):
    """One time that an event takes place; `end` is None where it is not known."""

    start: Moment
    end: Moment | None

    @property
    def last(self) -> date:
        """The last day it touches."""
        return self.end.day if self.end else self.start.day


def occurrences(event: Event) -> tuple[Occurrence, ...]:
    """Every time an event takes place, in order; the first one alone where its rule cannot be followed."""
    first = event.starts
    try:
        days = dates(event.repeats, first.day) if event.repeats else (first.day,)
    except NotARule:
        days = (first.day,)
    held = [day for day in days if day not in event.skips]
    length = event.ends.day - first.day if event.ends else timedelta(0)
    clock = event.ends.clock if event.ends else None
    return tuple(
        Occurrence(Moment(day, first.clock), Moment(day + length, clock) if event.ends else None)
        for day in held
    )


@lru_cache(maxsize=1 << 10)  # several rooms ask it of each event
def dates(rule: str, first: date) -> tuple[date, ...]:
    """The days of a rule whose first is `first`; a 31st that a month lacks is skipped.

    Raises repetition.NotARule, or repetition.Endless where the rule has no end.
    """
    read = repetition.read(rule, first)
    try:
        found = map(datetime.date, rrulestr(read.steps, dtstart=datetime.combine(first, time.min)))
        held = takewhile(lambda day: day <= read.last, found)
        days = tuple(islice(held, min(read.count or MOST + 1, MOST + 1)))
    except (ValueError, TypeError, KeyError, OverflowError, AttributeError, IndexError):
        raise NotARule("quy tắc lặp không đọc được") from None
    if len(days) > MOST:
        raise NotARule(f"lặp quá {MOST} lần", "Chia thành nhiều sự kiện, mỗi năm một sự kiện.")
    if not days:
        raise NotARule("quy tắc lặp không có ngày nào", "Xem lại ngày bắt đầu và UNTIL.")
    if read.count and len(days) < read.count <= MOST:
        raise NotARule(f"lặp quá {repetition.FARTHEST} năm", "Bớt COUNT.")
    return days
