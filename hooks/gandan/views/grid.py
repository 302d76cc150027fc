"""A table as values: the same rows for a page, for paper and for a spreadsheet."""

from typing import NamedTuple

from gandan.views.forms import Piece
from gandan.views.parts import Badge

Line = tuple[Piece, ...]


class Cell(NamedTuple):
    """Lines of words and days; `url` makes a link of the first, `badge` follows the last."""

    lines: tuple[Line, ...] = ()
    url: str | None = None
    badge: Badge | None = None


class Grid(NamedTuple):
    """The names of the columns, and the rows in order."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def cell(*words: Piece | None, url: str | None = None) -> Cell:
    """A cell of one line; nothing where there are no words."""
    line = tuple(one for one in words if one)
    return Cell((line,) if line else (), url)


def text(line: Line) -> str:
    """A line as plain words."""
    return "".join(one if isinstance(one, str) else one.words for one in line)
