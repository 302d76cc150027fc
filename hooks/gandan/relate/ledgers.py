"""The Portal seen by quarters: what was publicised in each, and what the plan and the law still want.

The list of what was publicised, with form and time, is made and updated every quarter (Điều 13 khoản 2
Luật 10/2022/QH15). A quarter's list holds what was put on the page in it, and what was on a board, read out
or sent in it: any row of `posted` that shares a day with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from gandan import addresses
from gandan.duties import planning
from gandan.model import Disclosure, Item, News, Notice, PlannedDisclosure
from gandan.quarters import Quarter, between, quarter_of
from gandan.relate.portal import Article, Portal

ITEMS = range(1, 15)  # the khoản of Điều 11
TOLD = (Disclosure, Notice)  # what is put on boards, read out and sent


class Promise(NamedTuple):
    """A line of the plan and what keeps it, in time or late; None while nothing does."""

    line: PlannedDisclosure
    kept: Article[Disclosure] | None


class Ledger(NamedTuple):
    """One quarter: its disclosures by day, the lines of the plan due in it, the items with nothing in it."""

    quarter: Quarter
    entries: tuple[Article[Disclosure], ...]
    promises: tuple[Promise, ...]
    without: tuple[int, ...]


class Ledgers:
    """All registers of a portal as they stand on a day, up to the quarter of that day; for the first question
    each disclosure is looked at once, for the others none."""

    def __init__(self, portal: Portal, today: date) -> None:
        self.portal, self.today = portal, today

    @cached_property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters that have a list."""
        return tuple(quarters(self.portal.articles, self.today))

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Every line of the plan, by its last day."""
        return promises(self.portal)

    @cached_property
    def _shelves(self) -> Mapping[Quarter, list[Article[Disclosure]]]:
        shelves: dict[Quarter, list[Article[Disclosure]]] = defaultdict(list)
        last = quarter_of(self.today)
        for one in self.portal.of(Disclosure):
            spans = _spans(one.item, self.today)
            for quarter in {each for first, end in spans for each in between(first, min(end, last))}:
                shelves[quarter].append(one)
        return shelves

    def entries(self, quarter: Quarter) -> tuple[Article[Disclosure], ...]:
        """The disclosures of a quarter's list, by the day of their page."""
        found = self._shelves.get(quarter, ())
        return tuple(sorted(found, key=lambda one: (one.item.date.order, one.address)))

    def of(self, quarter: Quarter) -> Ledger:
        """The ledger of a quarter."""
        there = self.entries(quarter)
        told = {one.item.item for one in there}
        due = tuple(one for one in self.promises if quarter.first <= one.line.due <= quarter.last)
        return Ledger(quarter, there, due, tuple(item for item in ITEMS if item not in told))


def within(one: Disclosure, quarter: Quarter, today: date) -> bool:
    """Whether a disclosure belongs to the list of a quarter."""
    return any(first <= quarter <= last for first, last in _spans(one, today))


def is_new(one: Disclosure, quarter: Quarter) -> bool:
    """Whether it was put on the page in this quarter, not carried over from an earlier one."""
    return quarter.first <= one.date.day <= quarter.last


def _spans(one: Disclosure, today: date) -> Iterator[tuple[Quarter, Quarter]]:
    """The quarters, first and last, of its page and of each time it was shown. A board without an end still
    hangs; any other form without an end was done on its one day."""
    yield quarter_of(one.date.day), quarter_of(one.date.day)
    for row in one.posted:
        end = row.until or (max(today, row.from_) if row.form == "a" else row.from_)
        if row.from_ <= end:
            yield quarter_of(row.from_), quarter_of(end)


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
    shelf = [one for one in articles if not isinstance(one.item, News)]  # of all items most
    yield from (addresses.of_ledger(one.name) for one in quarters(shelf, today))
    for one in shelf:
        if isinstance(one.item, TOLD):
            yield addresses.of_sheet(one.address)
            yield addresses.of_tellings(one.address)
