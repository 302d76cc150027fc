"""Counts days, calendar days and working days, for every period the portal watches.

Shared rules. The day from which a period runs is not counted (Điều 147 khoản 2 Bộ luật Dân sự
91/2015/QH13); whole days count, hours never. A calendar period that ends on a day off ends there: Điều 148
khoản 5 would let it end on the next working day, the stricter reading does not. A period in working days
steps over days off, so its end is always a working day.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from gandan.model.holidays import Year
from gandan.model.rule import Unit

SATURDAY = 5  # as date.weekday() counts
DAY = timedelta(days=1)


class Span(NamedTuple):
    """Days in a row from `first` to `last`, both included; `last` is None while no end is known."""

    first: date
    last: date | None = None

    def has(self, day: date) -> bool:
        """True when `day` is one of its days."""
        return self.first <= day and (self.last is None or day <= self.last)


class Counted(NamedTuple):
    """The day a count arrived at, and the years it went through whose days off are not known.

    In a year of `missing` Monday to Friday counted as working days, so `day` may be another one.
    """

    day: date
    missing: frozenset[int] = frozenset()

    @property
    def sure(self) -> date | None:
        """The day, or None when it may be another one."""
        return None if self.missing else self.day


class Holidays:
    """What is known of days off: the years decided, the spans off, the weekend days worked."""

    def __init__(self, years: Mapping[int, Year]) -> None:
        """From the records of `data/ngay-nghi.yml` by year; a span that ends before it begins has no days."""
        self._years = frozenset(years)
        self._off = joined(Span(one.from_, one.until) for year in years.values() for one in year.off)
        self._working = frozenset(day for year in years.values() for day in year.working)

    def __repr__(self) -> str:
        """All that is known, for what is named by what it was counted with."""
        return f"Holidays({sorted(self._years)}, {self._off}, {sorted(self._working)})"

    def covers(self, year: int) -> bool:
        """True when the days off of `year` were decided and written down."""
        return year in self._years

    def is_working(self, day: date) -> bool:
        """True from Monday to Friday when not off, and on the weekend days that make up for a day off."""
        return day in self._working or (day.weekday() < SATURDAY and not self._is_off(day))

    def _is_off(self, day: date) -> bool:
        before = bisect_right(self._off, day, key=lambda span: span.first)
        return before > 0 and self._off[before - 1].has(day)


def last_in_time(start: date, n: int, unit: Unit, holidays: Holidays) -> Counted:
    """The last day on which what is due within `n` days of `start` is still in time; the next day is late.

    "Chậm nhất 05 ngày làm việc kể từ ngày có quyết định": the fifth working day after `start`, also when it
    is a Saturday worked to make up for a day off. `n` is 0 or more. Where the calendar ends (year 9999) so
    does the count.
    """
    if unit == "days":
        return Counted(_shifted(start, n))
    return _nth_working(range(start.toordinal() + 1, date.max.toordinal() + 1), n, start, holidays)


def earliest_end(start: date, n: int, unit: Unit, holidays: Holidays) -> Counted:
    """The first day on which a period that must last at least `n` days from `start` may end.

    The day returned still belongs to the period: a posting from 1 March of at least 30 days hangs until
    31 March at least, a consultation publicised on 2 November closes on 22 November at the earliest.
    """
    return last_in_time(start, n, unit, holidays)


def latest_notice(day: date, n: int, unit: Unit, holidays: Holidays) -> Counted:
    """The last day on which what takes place on `day` can be told at least `n` days before.

    Calendar days: `day` - `n`. Working days: the n-th working day before `day`; what takes place on a day
    off is counted back from the working day before it, for only so do `n` working days lie behind the day
    of the notice, which is not counted. Where the calendar begins (year 1) the count ends.
    """
    if unit == "days":
        return Counted(_shifted(day, -n))
    steps = n if n == 0 or holidays.is_working(day) else n + 1
    told = _nth_working(range(day.toordinal() - 1, 0, -1), steps, day, holidays)
    return Counted(told.day, told.missing | _missing({day.year} if n else set(), holidays))


def days_left(today: date, until: date) -> int:
    """Days from `today` to `until`: 0 on the last day itself, below 0 when it is over."""
    return (until - today).days


def running_days(first: date, last: date) -> int:
    """Days in a row from `first` to `last`, both counted; 0 when the last lies before the first.

    "Phát liên tục ít nhất 03 ngày" (Điều 13 khoản 3 Luật 10/2022/QH15) counts the first day too.
    """
    return max((last - first).days + 1, 0)


def joined(rows: Iterable[Span]) -> tuple[Span, ...]:
    """The rows as spans in order, those that overlap or adjoin made one.

    Two postings at one place, the second from the day after the first ended, are one posting in law and in
    sight. A row that ends before it begins has no days and is left out.
    """
    spans: list[Span] = []
    for row in sorted(rows, key=lambda one: one.first):
        if row.last is not None and row.last < row.first:
            continue
        if spans and _adjoin(spans[-1], row):
            spans[-1] = Span(spans[-1].first, _later(spans[-1].last, row.last))
        else:
            spans.append(row)
    return tuple(spans)


def _adjoin(one: Span, next_: Span) -> bool:
    return one.last is None or next_.first - one.last <= DAY


def _later(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one and other else None


def _nth_working(ordinals: range, n: int, start: date, holidays: Holidays) -> Counted:
    """The `n`-th working day among `ordinals` (as date.toordinal() counts); `start` when `n` is 0."""
    day, years = start, set[int]()
    for ordinal in ordinals if n > 0 else ():
        day = date.fromordinal(ordinal)
        years.add(day.year)
        n -= holidays.is_working(day)
        if not n:
            break
    return Counted(day, _missing(years, holidays))


def _missing(years: set[int], holidays: Holidays) -> frozenset[int]:
    return frozenset(year for year in years if not holidays.covers(year))


def _shifted(day: date, n: int) -> date:
    try:
        return day + timedelta(days=n)
    except OverflowError:
        return date.max if n > 0 else date.min
