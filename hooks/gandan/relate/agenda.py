"""What stands in the calendar on which day: every time an event takes place, and the deadlines of items.

Events that repeat stand on each of their days. What was postponed or cancelled keeps its place, struck, and
stands a second time where it was moved to.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple

from gandan.model import Consultation, Event, Item, Moment, Notice
from gandan.recurrence import Occurrence
from gandan.relate.portal import Appointment, Article, Portal

LONGEST = 12  # months on whose pages one thing stands, however late its end is written


class Mark(NamedTuple):
    """One thing at one time; `end` is None where it is not known.

    `words` say what a deadline is ("Hạn góp ý"), an event has none. `struck`: it does not take place then;
    `moved_from`: the day in whose place it takes place.
    """

    address: str
    title: str
    start: Moment
    end: Moment | None = None
    words: str = ""
    appointment: Appointment | None = None
    struck: bool = False
    moved_from: date | None = None

    @property
    def last(self) -> date:
        """The last day it touches."""
        return self.end.day if self.end else self.start.day

    @property
    def month(self) -> tuple[int, int]:
        """Year and month in which it begins."""
        return self.start.day.year, self.start.day.month


def of(portal: Portal) -> tuple[Mark, ...]:
    """The whole calendar, in the order of time; on one day what lasts the whole day comes first."""
    marks = [mark for one in portal.appointments for mark in occasions(one)]
    return in_order([*marks, *deadlines(portal.of(Consultation)), *deadlines(portal.of(Notice))])


def in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda one: (one.start.order, one.title, one.address)))


def by_month(marks: Iterable[Mark]) -> Mapping[tuple[int, int], tuple[Mark, ...]]:
    """(year, month) -> what touches it, in order; months without anything are absent."""
    months: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    for mark in marks:
        for month in _months(mark):
            months[month].append(mark)
    return {month: tuple(months[month]) for month in sorted(months)}


def occasions(one: Appointment) -> Iterator[Mark]:
    """Every time an event was to take place, and the time it was moved to."""
    event, change = one.event, one.event.changed
    struck = [time for time in one.occurrences if is_struck(time, event)]
    for time in one.occurrences:
        yield Mark(one.address, event.title, time.start, time.end, "", one, time in struck)
    if change and change.to:
        since = struck[0].start.day if struck else event.starts.day
        yield Mark(
            one.address, event.title, change.to, moved_end(event, change.to), "", one, moved_from=since
        )


def is_struck(time: Occurrence, event: Event) -> bool:
    """An event that repeats took place until the day on which the change was told."""
    change = event.changed
    return change is not None and (event.repeats is None or time.start.day >= change.date)


def moved_end(event: Event, to: Moment) -> Moment | None:
    """An event that is moved lasts as long as it was to last."""
    start, end = event.starts, event.ends
    if end is None:
        return None
    if start.clock and end.clock and to.clock:
        length = datetime.combine(end.day, end.clock) - datetime.combine(start.day, start.clock)
        moved = datetime.combine(to.day, to.clock) + length
        return Moment(moved.date(), moved.time())
    days = end.day - start.day
    return Moment(to.day + days) if days else None


def deadlines(articles: Iterable[Article[Item]]) -> Iterator[Mark]:
    """The days of consultations and notices that people must know; whole days, both ends counted."""
    for article in articles:
        for words, day in _days(article.item):
            yield Mark(article.address, article.item.title, Moment(day), words=words)


def _days(item: Item) -> Iterator[tuple[str, date]]:
    if isinstance(item, Consultation):
        yield "Hạn góp ý", item.closes
        if item.outcome:  # published, or told for a day to come: nobody waits for the promise any more
            yield "Công bố kết quả", item.outcome.date
        elif item.promised:
            yield "Hẹn công bố kết quả", item.promised
    if isinstance(item, Notice) and item.until:
        if item.from_ and item.date.day < item.from_ < item.until:
            yield "Bắt đầu", item.from_
        yield ("Trong ngày" if item.from_ == item.until else "Ngày cuối"), item.until


def _months(mark: Mark) -> Iterator[tuple[int, int]]:
    first, last = mark.start.day, mark.last
    count = (last.year - first.year) * 12 + last.month - first.month
    for month in range(min(count, LONGEST) + 1):
        years, rest = divmod(first.month - 1 + month, 12)
        yield first.year + years, rest + 1
