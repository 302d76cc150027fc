"""Words with their places on a scanned sheet -> the sheet as text, every line where it stands.

Reads the table (TSV) that tesseract writes: level, …, left, top, width, height, confidence, word.
"""

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

WORD = "5"  # the level of words in the table
COLUMN = 2.0  # letters of space that part two columns
APART = 1.7  # lines of space that part two paragraphs


@dataclass(frozen=True, slots=True)
class Box:
    """A word, in points from the sheet's upper left corner."""

    left: int
    top: int
    width: int
    height: int
    word: str

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def text(table: str) -> str:
    """The sheet: spaces before a line and in it tell how far to the right a word stands."""
    boxes = [box for line in table.split("\n") if (box := _box(line))]
    if not boxes:
        return ""
    letter = median(box.width / len(box.word) for box in boxes)
    edge = min(box.left for box in boxes)
    lines = _lines(boxes)
    steps = [below[0].middle - above[0].middle for above, below in pairwise(lines)]
    usual = median(steps) if steps else 0
    written = [_line(lines[0], letter, edge)]
    for step, line in zip(steps, lines[1:], strict=True):
        written += [""] if step > usual * APART else []
        written.append(_line(line, letter, edge))
    return "\n".join(written)


def _box(line: str) -> Box | None:
    parts = line.split("\t")
    if len(parts) < 12 or parts[0] != WORD or not parts[11].strip():
        return None
    left, top, width, height = (int(part) if part.isdigit() else 0 for part in parts[6:10])
    return Box(left, top, width, height, parts[11].strip())


def _lines(boxes: list[Box]) -> list[list[Box]]:
    """Words side by side, whichever column tesseract saw them in; a sheet lies a little askew."""
    tall = median(box.height for box in boxes)
    lines: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: box.middle):
        near = [line for line in lines[-4:] if abs(_nearest(line, box).middle - box.middle) < tall * 0.6]
        if near:
            near[-1].append(box)
        else:
            lines.append([box])
    return [sorted(line, key=lambda box: box.left) for line in lines]


def _nearest(line: list[Box], box: Box) -> Box:
    return min(line, key=lambda other: abs(other.left - box.left))


def _line(boxes: list[Box], letter: float, edge: int) -> str:
    written = " " * round((boxes[0].left - edge) / letter) + boxes[0].word
    for before, box in pairwise(boxes):
        gap = (box.left - before.left - before.width) / letter
        written += " " * (max(round(gap), 3) if gap >= COLUMN else 1) + box.word
    return written
