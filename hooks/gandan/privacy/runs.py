"""Figures as people group them -> numbers of a known length, read from the left.

A run is figures with at most one mark between two of them: 079 085 000012, 0912.000.014, (028) 3000 0104.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from gandan.patterns import late
from gandan.privacy.finding import figures

LEAST = 9  # figures of the shortest number that is looked for
MARKS = " \u00a0\u2007\u2009\u202f.\u00ad\u2010\u2011\u2013-"
RUN = late(rf"(?<![\d])\d(?:\)?[{MARKS}]?\d){{{LEAST - 1},}}")
_GROUP = late(r"\d+")
_DATE = late(r"\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d(?!\d)|(?:19|20)\d\d([.-])\d{2}\2\d{2}(?!\d)")
_MONEY = late(r"[1-9]\d{0,2}(?:[.\u00a0 ]\d{3})+(?!\d)")


class Number(NamedTuple):
    """Some figures of a run, as ASCII, and where they stand; `groups` is how many groups they make."""

    start: int
    end: int
    figures: str
    groups: int
    dotted: bool


def numbers(text: str, fits: Callable[[str, bool], bool], lengths: tuple[int, ...]) -> Iterator[Number]:
    """The numbers of these lengths (longest first); `fits` is asked of figures, and if they stand as one."""
    for run in RUN.finditer(text):
        yield from _read(text, run.start(), run.end(), fits, lengths)


def _read(
    text: str, start: int, end: int, fits: Callable[[str, bool], bool], lengths: tuple[int, ...]
) -> Iterator[Number]:
    groups = [found.span() for found in _GROUP.finditer(text, start, end)]
    first = 0
    while first < len(groups):
        place = groups[first][0]
        if date := _DATE.match(text, place, end):
            while first < len(groups) and groups[first][0] < date.end():
                first += 1
            continue
        if number := _longest(text, groups, first, fits, lengths):
            yield number
            first += number.groups
        else:
            first += 1


def _longest(
    text: str,
    groups: list[tuple[int, int]],
    first: int,
    fits: Callable[[str, bool], bool],
    lengths: tuple[int, ...],
) -> Number | None:
    ends: dict[int, int] = {}
    total = 0
    for last in range(first, len(groups)):
        total += groups[last][1] - groups[last][0]
        if total > max(lengths):
            break
        ends.setdefault(total, last)
    for length in lengths:
        last = ends.get(length, -1)
        if last < 0 or _torn(groups, first, last):
            continue
        start, end = groups[first][0], groups[last][1]
        digits = figures(text[start:end])
        if fits(digits, last == first):
            return Number(start, end, digits, last - first + 1, "." in text[start:end])
    return None


def _torn(groups: list[tuple[int, int]], first: int, last: int) -> bool:
    """Single figures apart from each other are one number only when they are the whole run, or begin it."""
    single = [end - start == 1 for start, end in groups[first : last + 1]]
    # «(0)98 …», «024 3 823 4567»: one figure alone is nothing strange.
    return len(single) > 1 and sum(single[1:]) > 1 and not all(single)


def money(text: str, start: int) -> bool:
    """Whether a grouped sum begins here: 1.234.567.890."""
    return bool(_MONEY.match(text, start))
