"""A line that YAML cannot take because of a colon -> where the slip is, what it is, and the mend.

YAML complains of the first colon that it cannot place; what is wrong may stand in the line above.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from gandan.patterns import late

FIELD = late(r"(?P<indent> *(?:- +)*)(?P<name>\w+) *:(?=\s|$)")
TIGHT = late(r"(?P<indent> *(?:- +)*)(?P<name>\w+):(?=[^\s:/])")
BEGUN = late(r"(?P<indent> *(?:- +)*)(?P<name>\w+)")


class Slip(NamedTuple):
    """`line` counts from 0, `column` from 1; `old` there should be `new`, where only that can be meant."""

    line: int
    column: int
    message: str
    hint: str
    old: str = ""
    new: str = ""


def of(lines: Sequence[str], line: int, column: int) -> Slip | None:
    """The slip behind a colon at (`line`, `column`), both from 0; None when the colon itself is the slip."""
    here = FIELD.match(lines[line])
    above = next((one for one in range(line - 1, -1, -1) if lines[one].strip()), None)
    if not here or here.end() - 1 != column or above is None:
        return None
    if TIGHT.match(lines[above]):
        return _first(lines, above)
    if not FIELD.match(lines[above]) and (found := BEGUN.match(lines[above])):
        name = found["name"]
        message = f"sau «{name}» không có dấu hai chấm."
        return Slip(above, found.start("name") + 1, message, f"Nếu «{name}» là tên mục, viết «{name}: …».")
    if len(here["indent"]) > len(lines[above]) - len(lines[above].lstrip()):
        hint = "Bỏ các dấu cách ở đầu dòng, cho thẳng hàng với dòng trên."
        return Slip(line, here.start("name") + 1, "dòng thụt vào không thẳng hàng.", hint)
    return None


def _first(lines: Sequence[str], line: int) -> Slip:
    """The uppermost of the lines on end that lack the space: YAML took them all for one text."""
    while line and TIGHT.match(lines[line - 1]):
        line -= 1
    found = TIGHT.match(lines[line])
    assert found
    return tight(line, found)


def tight(line: int, found: re.Match[str]) -> Slip:
    """`title:Ngày hội`."""
    name = found["name"]
    hint = f"Thêm một dấu cách sau dấu hai chấm: «{name}: …»."
    message = "thiếu dấu cách sau dấu hai chấm."
    return Slip(line, found.start("name") + 1, message, hint, f"{name}:", f"{name}: ")


def name(line: str) -> str:
    """The field that a line begins with, as it was written; empty where it begins with none."""
    found = BEGUN.match(line.lstrip())
    return found["name"] if found else ""
