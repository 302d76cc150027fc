"""A title -> lines that fit and are even: a word is never parted, nor a number from the word before it."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from gandan.patterns import late

Measure = Callable[[str], float]

# "tổ 5", "ngày 20/11/2026", "số 12/TB-UBND", a dash: what begins so stays with the word before it.
BOUND = late(r" (?=[\d–—-])")
STEP = 0.96  # by which a line is narrowed to even out all of them
CUT = "…"


def broken(text: str, width: float, measure: Measure) -> list[str] | None:
    """The fewest lines that are no wider than `width`, evened out; None where a single piece is wider."""
    pieces = BOUND.sub("\N{NO-BREAK SPACE}", " ".join(text.split())).split(" ")
    sizes = [measure(piece) for piece in pieces]
    if max(sizes) > width:
        return None
    gap = measure(" ")
    ends = _ends(sizes, width, gap)
    while (narrow := width * STEP) >= max(sizes) and len(even := _ends(sizes, narrow, gap)) == len(ends):
        width, ends = narrow, even
    return [
        " ".join(pieces[start:end]).replace("\N{NO-BREAK SPACE}", " ") for start, end in pairwise([0, *ends])
    ]


def _ends(sizes: Sequence[float], width: float, gap: float) -> list[int]:
    """The places in front of which a line ends, when each line takes what it can."""
    ends, filled = [], 0.0
    for place, size in enumerate(sizes):
        if place and filled + gap + size > width:
            ends.append(place)
            filled = size
        else:
            filled += gap + size if place else size
    return [*ends, len(sizes)]


def forced(text: str, width: float, count: int, measure: Measure) -> list[str]:
    """As many lines as there is room for, cut where nothing else helps: in a word, and at the end."""
    lines: list[str] = []
    rest = " ".join(text.split())
    while rest and len(lines) < count:
        end = len(rest)
        while end > 1 and measure(rest[:end] + CUT) > width:
            end -= 1
        space = rest.rfind(" ", 0, end + 1) if end < len(rest) else -1
        end = space if space > 0 else end
        lines.append(rest[:end])
        rest = rest[end:].strip()
    return [*lines[:-1], lines[-1] + CUT] if rest else lines
