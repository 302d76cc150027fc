"""Events that repeat: the rule of RFC 5545, section 3.3.10 -> the days on which they take place.

Vietnam has had one time all year since 1975, so that days and times of day are enough.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from dateutil.rrule import rrulestr

from gandan.model import Event
from gandan.model.fields import Moment

MOST = 400  # occurrences of one event: a weekly reception for over seven years
FORM = re.compile(r"(?:[A-Z]+=[A-Z0-9,+-]+)(?:;[A-Z]+=[A-Z0-9,+-]+)*")
FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})


class NotARule(ValueError):
    """Raised for a rule that cannot be followed; its text is for people."""


class Endless(NotARule):
    """Raised for a rule without UNTIL or COUNT."""


@dataclass(frozen=True, slots=True)
class Occurrence:
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


def dates(rule: str, first: date) -> tuple[date, ...]:
    """The days of a rule whose first is `first`; a 31st that a month lacks is skipped.

    Raises NotARule, or Endless where the rule has no end.
    """
    parts = _parts(rule)
    if not {"UNTIL", "COUNT"} & parts.keys():
        raise Endless("quy tắc lặp chưa có ngày kết thúc")
    if parts.get("FREQ") not in FREQUENCIES:
        raise NotARule("chỉ dùng FREQ=DAILY, WEEKLY, MONTHLY hoặc YEARLY")
    try:
        found = rrulestr(_until_whole_day(rule), dtstart=datetime.combine(first, time.min))
        days = tuple(one.date() for one in islice(found, MOST + 1))
    except (ValueError, TypeError, KeyError, OverflowError, AttributeError):
        raise NotARule("quy tắc lặp không đọc được") from None
    if len(days) > MOST:
        raise NotARule(f"lặp quá {MOST} lần")
    if not days:
        raise NotARule("quy tắc lặp không có ngày nào")
    return days


def _parts(rule: str) -> dict[str, str]:
    if not FORM.fullmatch(rule):
        raise NotARule("quy tắc lặp không đọc được")
    return dict(part.split("=", 1) for part in rule.split(";"))


def _until_whole_day(rule: str) -> str:
    # An UNTIL with a clock or zone means its day here: occurrences are counted in days.
    return re.sub(r"UNTIL=(\d{8})T\d{6}Z?", r"UNTIL=\1", rule)
