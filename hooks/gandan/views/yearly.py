"""A year of publicity: what was published of each of the 14 items, whether in time, how long it hung.

Nothing here depends on the day of the build: a day to come that is written stands as it is written.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gandan.drawing.year import Stretch, place, stretch
from gandan.duties.counting import Span, joined
from gandan.model import Disclosure
from gandan.relate import ledgers
from gandan.relate.portal import Portal
from gandan.views import contents, disclosure


class Mark(NamedTuple):
    """A publication: where it stands on the line of the year, whether it came late."""

    at: float
    late: bool


class Track(NamedTuple):
    """One item: its number and name, its drawing, and the same in words, a phrase for each disclosure."""

    item: int
    name: str
    marks: tuple[Mark, ...]
    hung: tuple[Stretch, ...]
    words: tuple[str, ...]


class YearView(NamedTuple):
    """What the part `parts/year.html` prints: 14 lines, and how much was published and how much late."""

    year: int
    tracks: tuple[Track, ...]
    published: int
    late: int


def of(year: int, portal: Portal) -> YearView:
    """The year's disclosures by item, also those of earlier years that hung in it."""
    shelf = [one.item for one in portal.of(Disclosure) if _touches(one.item, year)]
    shelf.sort(key=lambda one: one.date.order)
    tracks = tuple(
        _track(item, [one for one in shelf if one.item == item], year, portal) for item in ledgers.ITEMS
    )
    marks = [mark for track in tracks for mark in track.marks]
    return YearView(year, tracks, len(marks), sum(mark.late for mark in marks))


def _touches(one: Disclosure, year: int) -> bool:
    return one.date.day.year == year or any(stretch(run.first, run.last, year) for run in _runs(one))


def _runs(one: Disclosure) -> tuple[Span, ...]:
    """The times it hung on a board, those that adjoin made one."""
    return joined(Span(row.from_, row.until) for row in one.posted if row.form == "a")


def _track(item: int, shelf: list[Disclosure], year: int, portal: Portal) -> Track:
    told = [(one, _late(one, portal)) for one in shelf]
    marks = (Mark(place(one.date.day, year), late) for one, late in told if one.date.day.year == year)
    hung = (stretch(run.first, run.last, year) for one in shelf for run in _runs(one))
    words = tuple(", ".join(_phrases(one, late, year, portal)) for one, late in told)
    return Track(item, contents.name(item, portal), tuple(marks), tuple(one for one in hung if one), words)


def _late(one: Disclosure, portal: Portal) -> bool:
    """The page or the board after the last day; nothing is said where that day is not sure."""
    limit = disclosure.deadline(one, portal)
    return limit is not None and (not limit.page or limit.board is False)


def _phrases(one: Disclosure, late: bool, year: int, portal: Portal) -> Iterator[str]:
    yield f"Đăng {_day(one.date.day, year)}" + (" (chậm)" if late else "")
    always = contents.rule(one.item, "permanent", portal, one.decided) is not None
    for run in _runs(one):
        if stretch(run.first, run.last, year):
            since = f"từ {_day(run.first, year)}"
            if run.last:
                yield f"niêm yết {since} đến hết {_day(run.last, year)}"
            else:
                yield f"niêm yết thường xuyên {since}" if always else f"niêm yết {since}, chưa gỡ"


def _day(day: date, year: int) -> str:
    """The year is said where it is another one."""
    return f"{day:%d/%m}" if day.year == year else f"{day:%d/%m/%Y}"
