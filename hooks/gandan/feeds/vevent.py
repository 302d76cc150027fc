"""What every entry of an iCalendar file has (RFC 5545, section 3.6.1): name, stamp, times, words, address.

Times are local with their zone, not UTC: a rule such as `every Thursday` counts the days of Vietnam, and at
six in the morning there it is still Wednesday in UTC.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

import icalendar

from gandan.model import Moment
from gandan.zone import VIETNAM


def new(uid: str, told: date, summary: str, start: Moment, end: Moment | None) -> icalendar.Event:
    """`told` is the day on which this was last told; days without a time last the whole day."""
    made = icalendar.Event()
    made.add("uid", uid)
    made.add("dtstamp", datetime.combine(told, time.min, VIETNAM).astimezone(UTC))
    made.add("summary", summary)
    made.add("dtstart", value(start))
    if ends := _end(start, end):
        made.add("dtend", ends)
    if start.clock is None:
        made.add("transp", "TRANSPARENT")  # a whole day is not a whole day's work
    return made


def described(entry: icalendar.Event, lines: Iterable[str], url: str) -> icalendar.Event:
    """With its words and its page; the page stands in the words too, for few telephones show a URL."""
    entry.add("description", "\n".join([*lines, url]))
    entry.add("url", url)
    return entry


def value(moment: Moment) -> date | datetime:
    """A day, or a time in Vietnam's zone."""
    return datetime.combine(moment.day, moment.clock, VIETNAM) if moment.clock else moment.day


def _end(start: Moment, end: Moment | None) -> date | datetime | None:
    """The first day, or moment, that is no longer part of it; None for one whole day, or an unknown end."""
    if end is None or (end.clock is None and end.day == start.day):
        return None
    if start.clock and end.clock:
        return value(end)
    after = end.day + timedelta(days=1)
    if start.clock is None:
        return after if end.day > start.day else None
    return datetime.combine(after, time.min, VIETNAM)
