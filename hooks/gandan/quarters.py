"""Quarters of a year: what the register of publicity is made by (Điều 13 khoản 2 Luật 10/2022/QH15)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from gandan.patterns import late

ROMAN = ("I", "II", "III", "IV")
FORM = late(r"((?:19|20|21)\d\d)-?[Qq]([1-4])")


class Quarter(NamedTuple):
    """Three months; `number` is 1 to 4."""

    year: int
    number: int

    @property
    def first(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """The last day, which belongs to it."""
        return self.next.first - timedelta(days=1)

    @property
    def name(self) -> str:
        """`2026-q4`, as in addresses."""
        return f"{self.year}-q{self.number}"

    @property
    def words(self) -> str:
        """`quý IV năm 2026`."""
        return f"quý {ROMAN[self.number - 1]} năm {self.year}"

    @property
    def title(self) -> str:
        """`Quý IV năm 2026`, where a line begins."""
        return f"Q{self.words[1:]}"

    @property
    def before(self) -> "Quarter":
        return Quarter(self.year - (self.number == 1), (self.number - 2) % 4 + 1)

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)


def quarter_of(day: date) -> Quarter:
    return Quarter(day.year, (day.month + 2) // 3)


def read(text: str) -> Quarter | None:
    """`2026-Q4`, `2026-q4`, `2026Q4` -> the quarter; None for anything else."""
    found = FORM.fullmatch(text.strip())
    return Quarter(int(found[1]), int(found[2])) if found else None


def between(first: Quarter, last: Quarter) -> Iterator[Quarter]:
    """Every quarter from `first` to `last`, both included."""
    while first <= last:
        yield first
        first = first.next
