"""The texts of iCalendar files (RFC 5545): everything, the deadlines of consultations, one event by itself.

No clock: the same ward gives the same text, and a DTSTAMP is the day on which the thing itself was told.
`calendar.py` opens this room when a file has to be made.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

import icalendar
from icalendar.prop import vRecur

from gandan import dates, recurrence, repetition
from gandan.feeds import vevent
from gandan.feeds.calendar import Site
from gandan.model import Event, Item, Moment
from gandan.model.happening import EVENT_TYPES
from gandan.recurrence import Occurrence
from gandan.relate import agenda
from gandan.relate.portal import Appointment, Article
from gandan.vietnamese import slug
from gandan.zone import VIETNAM

OWNER = "-//Gần Dân//Lịch//VI"
ZONE = timedelta(hours=7)  # all year, since 1975
CHANGED = {"postponed": "Đã hoãn", "cancelled": "Đã huỷ"}


def whole(site: Site, terms: Iterable[Article[Item]]) -> Iterator[icalendar.Event]:
    """All events, and the last days of consultations and notices."""
    for one in site.portal.appointments:
        yield from of_event(site, one)
    yield from deadlines(site, terms)


def calendar(name: str | None, entries: Iterable[icalendar.Event]) -> str:
    """A calendar to follow has a name; one to put into one's own has none."""
    made = icalendar.Calendar()
    made.add("prodid", OWNER)
    made.add("version", "2.0")
    if name:
        made.add("x-wr-calname", name)
        made.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    made.add_component(_zone())
    for entry in entries:
        made.add_component(entry)
    return str(made.to_ical(), "utf-8")


def _zone() -> icalendar.Timezone:
    standard = icalendar.TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 - local by definition
    standard.add("tzoffsetfrom", ZONE)
    standard.add("tzoffsetto", ZONE)
    standard.add("tzname", "+07")
    zone = icalendar.Timezone()
    zone.add("tzid", VIETNAM.key)
    zone.add_component(standard)
    return zone


def deadlines(site: Site, articles: Iterable[Article[Item]]) -> Iterator[icalendar.Event]:
    """One entry for each last day."""
    for article in articles:
        for mark in agenda.deadlines([article]):
            uid, told = (
                site.uid(article.address, slug(mark.words)),
                article.item.updated or article.item.date.day,
            )
            entry = vevent.new(uid, told, f"{mark.words}: {mark.title}", mark.start, None)
            yield vevent.described(entry, [], site.url(article.address))


def of_event(site: Site, one: Appointment) -> Iterator[icalendar.Event]:
    """One entry, or two where an event that repeats was moved: what was held, and the day instead."""
    event, change = one.event, one.event.changed
    if change and change.to:
        held = [time for time in one.occurrences if not agenda.is_struck(time, event)]
        if held:
            yield _series(one, held, site)
        end = agenda.moved_end(event, change.to)
        yield _entry(one, site, Occurrence(change.to, end), "doi-ngay" if held else "")
    elif one.occurrences:
        yield _series(one, one.occurrences, site)


def _series(one: Appointment, times: Sequence[Occurrence], site: Site) -> icalendar.Event:
    """The rule up to the last of `times`, without the days between that are not among them."""
    entry, first, last = _entry(one, site, times[0]), times[0].start, times[-1].start
    if one.event.repeats and len(times) > 1:
        start = one.event.starts.day
        rule = vRecur.from_ical(repetition.read(one.event.repeats, start).steps)
        end = vevent.value(last)
        rule["UNTIL"] = [end.astimezone(UTC) if isinstance(end, datetime) else end]
        entry.add("rrule", rule)
        kept = {time.start.day for time in times}
        days = recurrence.dates(one.event.repeats, start)
        left_out = [day for day in days if first.day < day < last.day and day not in kept]
        if left_out:
            entry.add("exdate", [vevent.value(Moment(day, first.clock)) for day in left_out])
    return entry


def _entry(one: Appointment, site: Site, time: Occurrence, what: str = "") -> icalendar.Event:
    event, change = one.event, one.event.changed
    off = change is not None and change.to is None
    prefix = f"{CHANGED[change.status]}: " if change and off else ""
    entry = vevent.new(site.uid(one.address, what), _told(event), prefix + event.title, time.start, time.end)
    entry.add("status", "CANCELLED" if off else "CONFIRMED")
    entry.add("sequence", 1 if change else 0)
    entry.add("categories", [EVENT_TYPES.get(event.type, event.type)])
    if event.place:
        entry.add("location", event.place)
    return vevent.described(entry, _lines(event, site), site.url(one.address))


def _told(event: Event) -> date:
    """When it was last told; where nobody wrote that down, the beginning of the year of its calendar."""
    told = [event.announced, event.changed.date if event.changed else None]
    return max((day for day in told if day), default=date(event.starts.day.year, 1, 1))


def _lines(event: Event, site: Site) -> Iterator[str]:
    if change := event.changed:
        moved = f", dời đến {dates.at(change.to).words}" if change.to else ""
        yield f"{CHANGED[change.status]}{moved}. Lý do: {change.reason}"
    if event.description:
        yield event.description
    if event.host:
        yield f"Chủ trì: {event.host}"
    names = [group.name for group in site.portal.groups if group.slug in event.groups]
    if names:
        yield f"Dành cho: {', '.join(names)}"
