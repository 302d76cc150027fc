"""Lines of an agenda: a mark of the calendar -> its time, its place, for whom, whether it takes place."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import NamedTuple

from gandan import dates, states
from gandan.dates import Stamp
from gandan.model import Moment
from gandan.recurrence import Occurrence
from gandan.relate.agenda import Mark
from gandan.relate.portal import Appointment, Portal
from gandan.views.parts import Badge, badge


class Slot(NamedTuple):
    """One line of an agenda. A deadline has `words` ("Hạn góp ý"), an event has `hours` where it knows them.

    `struck`: it does not take place then; `remark` says what takes its place, or whose place it takes. `last`
    is the last day (ISO) it touches.
    """

    url: str
    title: str
    day: Stamp
    hours: Stamp | None
    words: str
    place: str | None
    groups: tuple[str, ...]
    badge: Badge | None
    struck: bool
    remark: str | None
    last: str


class Day(NamedTuple):
    """A day on which something stands."""

    stamp: Stamp
    slots: tuple[Slot, ...]


def days(marks: Iterable[Mark], first: date, portal: Portal, today: date) -> tuple[Day, ...]:
    """Marks, given in order, by the day on which they stand; what began before `first` stands on it."""

    def stands(mark: Mark) -> date:
        return max(mark.start.day, first)

    return tuple(
        Day(dates.long(day), tuple(slot(one, portal, today) for one in shelf))
        for day, shelf in groupby(sorted(marks, key=stands), stands)
    )


def slot(mark: Mark, portal: Portal, today: date) -> Slot:
    """One mark as a line of an agenda on `today`."""
    appointment = mark.appointment
    event = appointment.event if appointment else None
    names = {group.slug: group.name for group in portal.groups}
    return Slot(
        mark.address,
        mark.title,
        dates.long(mark.start.day),
        hours(mark) if event else None,
        mark.words,
        event.place if event else None,
        tuple(names[slug] for slug in event.groups if slug in names) if event else (),
        _badge(mark, appointment, today) if appointment else None,
        mark.struck,
        _remark(mark, appointment) if appointment else None,
        mark.last.isoformat(),
    )


def hours(mark: Mark) -> Stamp | None:
    """None where an event that had an hour was moved to a day alone: its new hour is not known."""
    had = mark.appointment and mark.appointment.event.starts.clock
    if mark.moved_from and had and mark.start.clock is None:
        return None
    return dates.hours(mark.start, mark.end)


def _badge(mark: Mark, appointment: Appointment, today: date) -> Badge | None:
    """Only what people would not expect, or what began on an earlier day: its day and hour tell the rest."""
    event, times = appointment.event, appointment.occurrences
    if mark.struck:
        return badge(states.of_appointment(event, times, today))
    if event.changed or not mark.start.day < today <= mark.last:
        return None
    return badge(states.of_appointment(event, (Occurrence(mark.start, mark.end),), today))


def _remark(mark: Mark, appointment: Appointment) -> str | None:
    change = appointment.event.changed
    if mark.moved_from:
        return f"Thay cho {_spoken(Moment(mark.moved_from))}"
    if mark.struck and change:
        return f"Dời đến {_spoken(change.to)}" if change.to else change.reason
    return None


def _spoken(moment: Moment) -> str:
    """In the middle of a sentence: `thứ Bảy, 28/11/2026`."""
    words = dates.at(moment).words
    return words[0].lower() + words[1:]
