"""One event of the calendar: what changed first, then when, where and for whom, and what came of it."""

from datetime import date
from typing import NamedTuple

from gandan import addresses, dates, states
from gandan.dates import Stamp
from gandan.duties import preparing
from gandan.model import Event
from gandan.model.happening import EVENT_TYPES
from gandan.relate import agenda
from gandan.relate.agenda import Mark
from gandan.relate.portal import Appointment, Portal
from gandan.views import calendar, rhythm, slots
from gandan.views.parts import Badge, Link, badge, group_links, topic_links
from gandan.views.slots import Slot

SHOWN = 60  # times of one event; the others are counted


class Changed(NamedTuple):
    """That it does not take place as told: since which day that is known, why, and when instead."""

    words: str
    day: Stamp
    reason: str
    to: Stamp | None


class Times(NamedTuple):
    """When it takes place: what comes, or all times of an event that does not repeat.

    `more` counts the times left out, `held` those that are over, `skipped` are days to come on which it does
    not take place, `rhythm` is its rule in words.
    """

    first: Stamp
    shown: tuple[Slot, ...]
    more: int
    held: int
    skipped: tuple[Stamp, ...]
    rhythm: str | None


class Step(NamedTuple):
    """What must be done before it: in words, by which day, on which basis."""

    words: str
    due: Stamp
    basis: str


class Before(NamedTuple):
    """Since when it is announced, and the steps that rules ask for before it."""

    announced: Stamp | None
    steps: tuple[Step, ...]


class EventView(NamedTuple):
    """What the template `records/event.html` prints."""

    title: str
    description: str
    crumbs: tuple[Link, ...]
    type: str
    badge: Badge
    changed: Changed | None
    day: Stamp  # its next, or its last
    times: Times
    place: str | None
    host: str | None
    before: Before
    groups: tuple[Link, ...]
    topics: tuple[Link, ...]
    text: tuple[str, ...]  # paragraphs
    result: Link | None
    told: str | None  # the result in words, where it is no address
    file: str
    today: Stamp


def of(one: Appointment, portal: Portal, today: date) -> EventView:
    """The view of one event on `today`."""
    event = one.event
    marks = agenda.in_order(agenda.occasions(one))
    following = _following(marks, today)
    result = _page(event.result, portal) if event.result else None
    return EventView(
        event.title,
        _summary(event, following),
        _crumbs(following),
        EVENT_TYPES.get(event.type, event.type),
        badge(states.of_appointment(event, one.occurrences, today)),
        _changed(event),
        dates.short(following.start.day if following else event.starts.day),
        _times(event, marks, portal, today),
        event.place,
        event.host,
        _before(event, portal),
        group_links(event.groups, portal),
        topic_links(event.topics, portal),
        tuple(line.strip() for line in (event.description or "").split("\n") if line.strip()),
        result,
        None if result else event.result,
        addresses.of_event_file(one.address),
        dates.short(today),
    )


def _before(event: Event, portal: Portal) -> Before:
    steps = preparing.steps(event, portal.rulebook)
    return Before(
        dates.short(event.announced) if event.announced else None,
        tuple(Step(one.rule.what, dates.short(one.due), one.rule.basis) for one in steps),
    )


def _times(event: Event, marks: tuple[Mark, ...], portal: Portal, today: date) -> Times:
    start = event.starts.day
    left = [mark for mark in marks if mark.last >= today] if event.repeats else list(marks)
    over = [mark for mark in marks if mark.last < today and not mark.struck]
    return Times(
        dates.short(start),
        tuple(slots.slot(mark, portal, today) for mark in left[:SHOWN]),
        max(0, len(left) - SHOWN),
        len(over) if event.repeats else 0,
        tuple(dates.long(day) for day in sorted(event.skips) if day >= today),
        rhythm.words(event.repeats, start) if event.repeats else None,
    )


def _following(marks: tuple[Mark, ...], today: date) -> Mark | None:
    """The next time it takes place, or the last; None for one that has no day at all."""
    held = [mark for mark in marks if not mark.struck] or list(marks)
    return next((mark for mark in held if mark.last >= today), held[-1] if held else None)


def _crumbs(mark: Mark | None) -> tuple[Link, ...]:
    head = Link(addresses.CALENDAR, calendar.NAME)
    return (head, calendar.link(mark.month)) if mark else (head,)


def _summary(event: Event, mark: Mark | None) -> str:
    """Its time and its place: for those who find it elsewhere."""
    if mark is None:
        return event.title
    hours = slots.hours(mark)
    words = (dates.long(mark.start.day).words, hours.words if hours else None, event.place)
    return f"{event.title}: {', '.join(filter(None, words))}."


def _changed(event: Event) -> Changed | None:
    if (change := event.changed) is None:
        return None
    words = "Đã hoãn" if change.status == "postponed" else "Đã huỷ"
    return Changed(words, dates.short(change.date), change.reason, dates.at(change.to) if change.to else None)


def _page(result: str, portal: Portal) -> Link | None:
    """The page that an address names; None for words."""
    wanted = result.strip("/") + "/"
    return next((Link(wanted, one.item.title) for one in portal.articles if one.address == wanted), None)
