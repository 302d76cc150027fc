"""Rolls of the poor or the ill: people named one below the other, under a line that says why.

Poverty and health are among what the law protects most (Điều 2 Luật 91/2025/QH15); a name needs no number
beside it for that.
"""

import re
from collections.abc import Iterator

from gandan.patterns import late
from gandan.privacy import lists, names
from gandan.privacy.finding import Finding, Kind
from gandan.privacy.spelling import any_of, places

ROWS = 2  # people that make a roll
REACH = 2_000  # characters below the line in which it begins
LONGEST = 200  # characters of such a line
SEEDS = ("danh sách", "danh sach")  # in lower case: without one of them there is nothing
LOOK = "|".join(SEEDS)
_WHY = any_of(
    "hộ nghèo", "cận nghèo", "khuyết tật", "tâm thần", "bệnh nhân", "mắc bệnh", "nhiễm HIV", "nghiện ma túy",
    "nghiện ma tuý", "người nghiện", "bảo trợ xã hội",
)  # fmt: skip
_HEAD = late(rf"[^\n.;|]{{9,80}}?{_WHY}(?![^\W\d_])", re.I)


def find(text: str, lower: str) -> Iterator[Finding]:
    """Each roll, from its first row's beginning to its last row's end; `lower` is the text in lower case."""
    told: set[int] = set()
    for place in sorted(places(lower, SEEDS)):
        if _HEAD.match(text, place) and _heads(text, place):
            # The title of an item stands behind its body (written.py).
            rows = _rows(text, _end(text, place)) or _rows(text, 0)
            if len(rows) >= ROWS and rows[0].start not in told:
                start, end = rows[0].start, rows[-1].end
                told.add(start)
                yield Finding(start, end, Kind.LIST, text[start:end], sure=False, people=len(rows))


def _heads(text: str, place: int) -> bool:
    """Whether the line at a place is a title, not a sentence."""
    line = text[text.rfind("\n", 0, place) + 1 : _end(text, place)]
    return len(line) <= LONGEST and not line.rstrip().endswith((".", ";"))


def _end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return end if end >= 0 else len(text)


def _rows(text: str, start: int) -> list[lists.Row]:
    """The first people named on end below a place."""
    found: list[lists.Row] = []
    for row in lists.lines(text, start):
        if row.number - found[-1].number > lists.GAP if found else row.start > start + REACH:
            break
        if next(names.full(text, row.start, row.end), None) is not None:
            found.append(row)
    return found
