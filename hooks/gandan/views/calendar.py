"""The calendar: what comes in the next weeks, each month; what comes next for a group."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from gandan import addresses, dates
from gandan.dates import Stamp
from gandan.model import Page
from gandan.relate import agenda
from gandan.relate.agenda import Mark
from gandan.relate.portal import Appointment, Portal
from gandan.views import slots
from gandan.views.parts import Link
from gandan.views.slots import Day, Slot

AHEAD = timedelta(weeks=4)
MOST = 50  # lines of one agenda, so that the page stays light on a telephone
NAME = "Lịch"
Month = tuple[int, int]
Months = Mapping[Month, tuple[Mark, ...]]


class CalendarView(NamedTuple):
    """What the template `records/calendar.html` prints; `past` lies folded."""

    title: str
    description: str | None
    crumbs: tuple[Link, ...]
    days: tuple[Day, ...]
    past: tuple[Day, ...]
    earlier: Link | None
    later: Link | None
    more: Link | None  # where the agenda goes on
    months: tuple[tuple[int, tuple[Link, ...]], ...]  # by year; an empty url marks the one chosen
    empty: str
    file: str
    today: Stamp | None  # None for a month that is over

    @property
    def folded(self) -> int:
        """How many things are over."""
        return sum(len(day.slots) for day in self.past)


def of(page: Page, portal: Portal, today: date) -> CalendarView:
    """The agenda of what comes in the next four weeks, and the way to every month."""
    marks = agenda.of(portal)
    coming = [one for one in marks if one.last >= today]
    shown = [one for one in coming if one.start.day <= today + AHEAD][:MOST]
    months = agenda.by_month(marks)
    return CalendarView(
        page.title,
        page.description,
        (),
        slots.days(shown, today, portal, today),
        (),
        None,
        None,
        link(coming[len(shown)].month) if len(coming) > len(shown) else None,
        tuple(_year(year, months, None) for year in sorted({year for year, _ in months}, reverse=True)),
        "Bốn tuần tới chưa có việc nào trong lịch.",
        addresses.ICALENDAR,
        dates.short(today),
    )


def of_month(month: Month, months: Months, portal: Portal, today: date) -> CalendarView:
    """One month: what is over lies folded, unless the whole month is over."""
    first = date(*month, 1)
    over = [one for one in months[month] if one.last < today]
    coming = [one for one in months[month] if one.last >= today]
    earlier, later = _beside(month, months)
    return CalendarView(
        f"{NAME} {name(month)}",
        f"Tiếp công dân, họp tổ dân phố, ngày hội và các thời hạn trong {name(month)}.",
        (Link(addresses.CALENDAR, NAME),),
        slots.days(coming or over, first, portal, today),
        slots.days(over if coming else (), first, portal, today),
        earlier,
        later,
        None,
        (_year(month[0], months, month),),
        "",
        addresses.ICALENDAR,
        dates.short(today) if coming else None,
    )


def name(month: Month) -> str:
    """`tháng 11/2026`."""
    return f"tháng {month[1]}/{month[0]}"


def link(month: Month) -> Link:
    return Link(addresses.of_month(*month), name(month).capitalize())


def of_group(slug: str, portal: Portal, today: date) -> tuple[Slot, ...]:
    """What comes for one tổ dân phố, each event once."""
    marks = (mark for mark, one in _following(portal, today) if slug in one.event.groups)
    return tuple(slots.slot(one, portal, today) for one in marks)


def _following(portal: Portal, today: date) -> Iterator[tuple[Mark, Appointment]]:
    """Every event that comes, at its next time, in order."""
    seen: set[str] = set()
    for mark in agenda.of(portal):
        if mark.appointment and mark.last >= today and mark.address not in seen:
            seen.add(mark.address)
            yield mark, mark.appointment


def _beside(month: Month, months: Months) -> tuple[Link | None, Link | None]:
    """The nearest months before and after that hold something."""
    before = max((one for one in months if one < month), default=None)
    after = min((one for one in months if one > month), default=None)
    return (link(before) if before else None), (link(after) if after else None)


def _year(year: int, months: Months, chosen: Month | None) -> tuple[int, tuple[Link, ...]]:
    """The months of a year that hold something, with the number of what stands there."""
    return year, tuple(
        Link("" if one == chosen else addresses.of_month(*one), f"Tháng {one[1]}", len(months[one]))
        for one in months
        if one[0] == year
    )
