"""Lists of people: three lines and more on end, each with a name and a number of that person."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gandan.patterns import late, look
from gandan.privacy import births, names, numbers, runs
from gandan.privacy.finding import Finding, Kind
from gandan.privacy.spelling import any_of

ROWS, GAP = 3, 2  # lines that make a list; lines that may stand between
SHORTEST, LONGEST = 8, 240  # characters of a row
HEADS = 4  # lines above the first row in which a table tells what its columns are
YEAR = r"(?:19[2-9]\d|20[0-2]\d)"
_SIGNS = frozenset("|-*+0123456789")
_BORN = late(
    rf"(?:sinh|(?<![^\W\d_])s\.?n\.?|(?<![^\W\d_])ns)[:\s]*(?:{any_of('năm')}[:\s]*)?{YEAR}(?!\d)"
    rf"|[|\t][ ]*{YEAR}[ ]*(?:[|\t]|$)|\([ ]*{YEAR}[ ]*\)"
    rf"|,[ ]*{YEAR}[ ]*(?:,|$)|[–-][ ]*{YEAR}[ ]*(?:[,–-]|$)",
    re.I,
)
_NUMBER = r"(?:\d{4}|\d[ .-]\d{3})"
_HINT = late(_NUMBER)  # without it there is no number in a line
LOOK = rf"{_NUMBER}(?:[^\n]*(?:\n[^\n]*){{1,{GAP}}}{_NUMBER}){{{ROWS - 1}}}"  # nor a list in a text
_rows = look(LOOK)
_DAY = late(births.DATE, re.I)
_OLD = 2012  # a date without a word for it is one of birth when its year is this or earlier


class Row(NamedTuple):
    """A line of a list: its number in the text, its first and last place."""

    number: int
    start: int
    end: int


def find(text: str, official: frozenset[str]) -> Iterator[Finding]:
    """Each list, from its first row's beginning to its last row's end; `people` counts the rows."""
    rows: list[Row] = []
    for row in lines(text) if _rows(text) else ():
        if rows and row.number - rows[-1].number > GAP:
            yield from _list(text, rows)
            rows = []
        if _person(text, row, official):
            rows.append(row)
    yield from _list(text, rows)


def lines(text: str, place: int = 0) -> Iterator[Row]:
    """Lines from a place on that look like rows: of a table, points of a list, such as begin with a name."""
    for number, line in enumerate((text[place:] if place else text).split("\n")):
        start, place = place, place + len(line) + 1
        if not SHORTEST <= len(line) <= LONGEST or line.isspace():
            continue
        if line.lstrip()[0] in _SIGNS or "\t" in line or names.surnamed(line):
            yield Row(number, start, place - 1)


def _list(text: str, rows: list[Row]) -> Iterator[Finding]:
    if len(rows) >= ROWS:
        start, end = rows[0].start, rows[-1].end
        yield Finding(start, end, Kind.LIST, text[start:end], people=len(rows))


def _person(text: str, row: Row, official: frozenset[str]) -> bool:
    line = text[row.start : row.end]
    if not _HINT.search(line) or next(names.full(line, 0, len(line)), None) is None:
        return False
    if _BORN.search(line) or _born_on(text, line, row.start):
        return True
    known = runs.numbers(line, numbers.personal, (12, 11, 10, 9))
    return any(
        numbers.telephone(one.figures) not in official and not runs.money(line, one.start) for one in known
    )


def _born_on(text: str, line: str, start: int) -> bool:
    if not (day := _DAY.search(line)) or int(day["year"]) < births.LIVING:
        return False
    return int(day["year"]) <= _OLD or "sinh" in line.lower() or "sinh" in _head(text, start)


def _head(text: str, start: int) -> str:
    """The lines above a row that may name its columns, in lower case."""
    top = start
    while top > 0 and text[start - 1 : start] == "\n":
        before = text.rfind("\n", 0, top - 1) + 1
        if text[before : before + 1] not in ("|", "") and "\t" not in text[before:top]:
            break
        top = before
    return text[top:start].lower()
