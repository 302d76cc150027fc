"""A table with merged cells -> the table of our Markdown, every cell in its place.

A place that another cell covers says so: `^^` goes on from above, `<<` from the left (see `gandan.spans`).
Python-Markdown has one row of heads; an empty one stands where the first row must not head anything.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from gandan.importing import marks
from gandan.importing.blocks import Cell, Line, Table
from gandan.spans import ABOVE, LEFT

BOLD = marks.BOLD, marks.BOLD_END  # heads are bold by themselves
LONGEST = 3  # rows of heads
FIGURE = re.compile(r"^[-–(]?\s*[\d.,\s]*\d[\d.,]*\s*[%)]?$|^[-–]$")
END = re.compile(r"[.;:,!?…]$")


def write(table: Table, words: Callable[[Line], str]) -> str:
    """The table as Markdown; `words` writes a line of a cell."""
    places = grid(table)
    if not places:
        return ""
    heads = 0 if _without_heads(table) else max(cell.rows for cell in table.rows[0])
    rows = [[_cell(place, words, number < heads) for place in row] for number, row in enumerate(places)]
    if not heads:
        rows.insert(0, [""] * len(rows[0]))
        places.insert(0, [None] * len(rows[0]))
    marks_below = ["---:" if _figures(places, column) else "---" for column in range(len(rows[0]))]
    lines = [rows[0], marks_below, *rows[1:]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def grid(table: Table) -> list[list[Cell | str | None]]:
    """Rows of equal length: a cell where it begins, `^^` or `<<` where it is covered, None for nothing."""
    taken: dict[tuple[int, int], Cell | str] = {}
    for down, row in enumerate(table.rows):
        across = 0
        for cell in row:
            while (down, across) in taken:
                across += 1
            rows = min(cell.rows, len(table.rows) - down)
            for below in range(rows):
                for aside in range(cell.columns):
                    taken[down + below, across + aside] = ABOVE if below else LEFT
            taken[down, across] = cell
            across += cell.columns
    width = max((across + 1 for _, across in taken), default=0)
    return [[taken.get((down, across)) for across in range(width)] for down in range(len(table.rows))]


def _cell(place: Cell | str | None, words: Callable[[Line], str], head: bool) -> str:
    if isinstance(place, str) or place is None:
        return place or ""
    lines = (
        [replace(line, words=marks.without(line.words, *BOLD)) for line in place.lines]
        if head
        else place.lines
    )
    said = [" ".join(_dashed(words(line)).split()) for line in lines]
    return joined([one for one in said if one])


def _dashed(words: str) -> str:
    return re.sub(r"^\\?[-+•]\s+", "", words.strip())


def joined(lines: list[str]) -> str:
    """Paragraphs of a cell in one line, for a Markdown table has no others."""
    whole = ""
    for line in lines:
        whole += line if not whole else f" {line}" if END.search(whole) else f"; {line}"
    return whole


def _without_heads(table: Table) -> bool:
    """Whether a cell of the first row reaches so far down that it heads no columns."""
    return any(
        cell.rows > LONGEST or (cell.rows > 1 and cell.rows >= len(table.rows)) for cell in table.rows[0]
    )


def _figures(places: list[list[Cell | str | None]], column: int) -> bool:
    """Whether a column holds figures, which stand to the right; a column of running numbers does not."""
    said = [
        " ".join(marks.plain(line.words) for line in place.lines).strip()
        for row in places[1:]
        if isinstance(place := row[column], Cell)
    ]
    known = [one for one in said if one]
    counted = [one for one in known if FIGURE.match(one)]
    running = counted == [str(number) for number in range(1, len(counted) + 1)]
    return len(counted) * 10 >= len(known) * 6 and not running and any(len(one) > 2 for one in counted)
