"""A table of figures -> the bars that draw it, or why it cannot be drawn."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from gandan.drawing import figures
from gandan.drawing.figures import NOTHING, Figure
from gandan.patterns import late
from gandan.vietnamese import fold

ROWS = 30
SERIES = 3  # forms of a bar that can be told apart without colour
# A sum beside its parts would make the parts look small. `Cộng đồng dân cư` is no sum.
SUM = late(r"(?:tổng(?! đài| công ty| kết)|cộng(?! đồng| tác))\b", re.IGNORECASE)
BRACKETS = late(r"\(([^()]*)\)")


class Undrawn(Exception):
    """Why a table cannot be drawn, and what its writer can do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class Cell(NamedTuple):
    """The words of a cell; `strong` if all of them are in bold, as sums are."""

    words: str
    strong: bool = False


class Bar(NamedTuple):
    """One bar: its words as the table has them, its length in hundredths of the longest, its series."""

    words: str
    length: float
    series: int


class Chart(NamedTuple):
    """What the rows are, what the bars tell, and the bars of each row under its label."""

    rows: str
    series: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Bar, ...]], ...]


Row = Sequence[Cell]


def chart(heads: Sequence[str], rows: Sequence[Row], wanted: Sequence[str] = ()) -> Chart:
    """The chart of a table: of the columns `wanted` by their heads, else of all that hold a figure.

    Rows that sum up others are left out. Raises `Undrawn`.
    """
    if not heads or any(len(row) != len(heads) for row in rows):
        raise Undrawn("bảng không có hàng đầu, hoặc có ô gộp", "Bảng để vẽ phải đơn giản: một hàng đầu.")
    label = _label(rows, len(heads))
    kept = _parts(rows, label)
    columns = _named(wanted, heads) if wanted else _full(kept, label, len(heads))
    table = [[_figure(row[column], row[label], heads[column]) for column in columns] for row in kept]
    _alike([heads[column] for column in columns], table)
    longest = max(figure.value for row in table for figure in row if figure)
    groups = tuple(
        (row[label].words, tuple(_bars(found, longest))) for row, found in zip(kept, table, strict=True)
    )
    return Chart(heads[label], tuple(heads[column] for column in columns), groups)


def _label(rows: Sequence[Row], width: int) -> int:
    """The first column that holds words, for a number of the row may stand before it; of figures only, as a
    table of years has, the first."""
    for column in range(width):
        if any(not _empty(row[column]) and not figures.read(row[column].words) for row in rows):
            return column
    return 0


def _parts(rows: Sequence[Row], label: int) -> list[Row]:
    kept = [row for row in rows if not SUM.match(row[label].words) and not row[label].strong]
    kept = kept or [row for row in rows if not SUM.match(row[label].words)]
    if len(kept) < 2:
        raise Undrawn("bảng có ít hơn hai hàng để so, không kể hàng tổng", "Bỏ dòng biểu đồ.")
    if len(kept) > ROWS:
        raise Undrawn(f"bảng có hơn {ROWS} hàng", "Vẽ bảng ngắn hơn, hoặc bỏ dòng biểu đồ.")
    return kept


def _named(wanted: Sequence[str], heads: Sequence[str]) -> list[int]:
    places = {fold(head): column for column, head in enumerate(heads)}
    for name in wanted:
        if fold(name) not in places:
            there = ", ".join(f"«{head}»" for head in heads if head)
            raise Undrawn(f"bảng không có cột «{name}»", f"Các cột: {there}.")
    return _few([places[fold(name)] for name in wanted])


def _full(rows: Sequence[Row], label: int, width: int) -> list[int]:
    """Every column behind the label in which a figure stands."""
    columns = [
        column for column in range(label + 1, width) if any(figures.read(row[column].words) for row in rows)
    ]
    if not columns:
        raise Undrawn("bảng không có cột số", "Viết số như 1.234,5, sau cột tên gọi.")
    return _few(columns)


def _few(columns: list[int]) -> list[int]:
    if len(columns) > SERIES:
        raise Undrawn(f"biểu đồ nhiều hơn {SERIES} cột số thì không đọc nổi", _CHOOSE)
    return columns


_CHOOSE = "Kể tên những cột cần vẽ, ví dụ [biểu đồ: Thu, Chi]."


def _figure(cell: Cell, label: Cell, head: str) -> Figure | None:
    if _empty(cell):
        return None
    found = figures.read(cell.words)
    if found is None:
        message = f"ô «{cell.words}» (hàng «{label.words}», cột «{head}») không phải một số"
        raise Undrawn(message, f"Viết số như 1.234,5, hoặc để trống. {_CHOOSE}")
    return found


def _alike(heads: Sequence[str], table: list[list[Figure | None]]) -> None:
    """Bars side by side say that one is longer than the other: only one unit can."""
    units = {figure.unit for row in table for figure in row if figure}
    told = {found[1].strip().lower() for head in heads if (found := BRACKETS.search(head))}
    if len(units) > 1 or len(told) > 1:
        names = ", ".join(f"«{unit or 'không ghi'}»" for unit in sorted(units if len(units) > 1 else told))
        raise Undrawn(f"các cột khác đơn vị ({names})", _CHOOSE)
    if not any(figure and figure.value for row in table for figure in row):
        raise Undrawn("các cột số đều trống hoặc bằng 0", "Bỏ dòng biểu đồ.")


def _bars(found: list[Figure | None], longest: Decimal) -> list[Bar]:
    return [
        Bar(figure.words, round(float(figure.value / longest * 100), 2), series)
        for series, figure in enumerate(found, 1)
        if figure
    ]


def _empty(cell: Cell) -> bool:
    return cell.words.lower() in NOTHING
