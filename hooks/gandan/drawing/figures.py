"""Figures as they are written in Vietnam: `1.234.567,8 triệu đồng`, `76,0%`."""

from decimal import Decimal
from typing import NamedTuple

from gandan.patterns import late

FIGURE = late(r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s*(?P<unit>[^\d\s.,][^\d]*)?")
NOTHING = frozenset({"", "-", "–", "—", "…", "không", "không có"})


class Figure(NamedTuple):
    """A number with its unit (`%`, `triệu đồng`, or nothing) and the words it was written in."""

    value: Decimal
    unit: str
    words: str


def read(words: str) -> Figure | None:
    """The figure of a cell; None for anything else, so also for `1.5`, which nobody can be sure of."""
    found = FIGURE.fullmatch(words)
    if found is None:
        return None
    value = Decimal(found["number"].replace(".", "").replace(",", "."))
    return Figure(value, (found["unit"] or "").strip().lower(), words)
