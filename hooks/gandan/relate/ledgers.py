"""The Portal seen by quarters: what was publicised in each, and what the plan and the law still want.

The list of what was publicised, with form and time, is made and updated every quarter (Điều 13 khoản 2
Luật 10/2022/QH15). A quarter's list holds what was put on the page in it, and what was on a board, read out
or sent in it: any row of `posted` that shares a day with it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from gandan import addresses
from gandan.duties import planning
from gandan.model import Disclosure, Item, Notice, PlannedDisclosure, Posting
from gandan.quarters import Quarter, between, quarter_of
from gandan.relate.portal import Article, Portal

ITEMS = range(1, 15)  # the khoản of Điều 11
TOLD = (Disclosure, Notice)  # what is put on boards, read out and sent


@dataclass(frozen=True, slots=True)
class Promise:
    """A line of the plan and what keeps it, in time or late; None while nothing does."""

    line: PlannedDisclosure
    kept: Article[Disclosure] | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """One quarter: its disclosures by day, the lines of the plan due in it, the items with nothing in it."""

    quarter: Quarter
    entries: tuple[Article[Disclosure], ...]
    promises: tuple[Promise, ...]
    without: tuple[int, ...]


def of(portal: Portal, quarter: Quarter, today: date) -> Ledger:
    """The ledger of a quarter as it stands on `today`."""
    there = entries(portal, quarter, today)
    told = {one.item.item for one in there}
    due = tuple(one for one in promises(portal) if quarter.first <= one.line.due <= quarter.last)
    return Ledger(quarter, there, due, tuple(item for item in ITEMS if item not in told))


def entries(portal: Portal, quarter: Quarter, today: date) -> tuple[Article[Disclosure], ...]:
    """The disclosures of a quarter's list as it stands on `today`, by the day of their page."""
    found = [one for one in portal.of(Disclosure) if within(one.item, quarter, today)]
    return tuple(sorted(found, key=lambda one: (one.item.date.order, one.address)))


def within(one: Disclosure, quarter: Quarter, today: date) -> bool:
    """Whether a disclosure belongs to the list of a quarter."""
    return is_new(one, quarter) or any(_shown(row, quarter, today) for row in one.posted)


def is_new(one: Disclosure, quarter: Quarter) -> bool:
    """Whether it was put on the page in this quarter, not carried over from an earlier one."""
    return quarter.first <= one.date.day <= quarter.last


def _shown(row: Posting, quarter: Quarter, today: date) -> bool:
    """A board without an end still hangs; any other form without an end was done on its one day."""
    open_end = max(today, row.from_) if row.form == "a" else row.from_
    return row.from_ <= quarter.last and (row.until or open_end) >= max(quarter.first, row.from_)


def promises(portal: Portal) -> tuple[Promise, ...]:
    """Every line of the plan, by its last day."""
    articles = {id(one.item): one for one in portal.of(Disclosure)}
    kept = planning.fulfilled(portal.plan, (one.item for one in articles.values()))
    found = {number: articles[id(one)] for number, one in kept.items()}
    made = [Promise(line, found.get(number)) for number, line in enumerate(portal.plan)]
    return tuple(sorted(made, key=lambda one: one.line.due))


def quarters(articles: Iterable[Article[Item]], today: date) -> Iterator[Quarter]:
    """The quarters that have a list: from the first disclosure on without a gap, up to the one of `today`."""
    days = [_first(one.item) for one in articles if isinstance(one.item, Disclosure)]
    if days:
        yield from between(quarter_of(min(days)), quarter_of(today))


def _first(one: Disclosure) -> date:
    # A slip in the year of a row must not make a list for every quarter since then.
    day = one.date.day
    return max(min((day, *(row.from_ for row in one.posted))), day.replace(day=1, year=max(day.year - 1, 1)))


def pages(articles: Iterable[Article[Item]], today: date) -> Iterator[str]:
    """The addresses of the lists, and of the sheets and other forms that items have beside their page."""
    shelf = tuple(articles)
    yield from (addresses.of_ledger(one.name) for one in quarters(shelf, today))
    for one in shelf:
        if isinstance(one.item, TOLD):
            yield addresses.of_sheet(one.address)
            yield addresses.of_tellings(one.address)
