"""A Markdown file -> its front matter and its body.

MkDocs publishes a broken front matter as text and says nothing, even with --strict: so it is read here first,
by the same rule for its fences, and a file that MkDocs would misread never reaches it.
"""

import re

from gandan.problems import Place, Problem
from gandan.read import glance
from gandan.read.raw import Raw
from gandan.read.strict import Refused, load

FENCE = re.compile(r"^---[ \t]*$")
END = re.compile(r"^(?:---|\.\.\.)[ \t]*$")
FRONT_LIMIT = 64 * 1024  # characters; a front matter of that size is a mistake


def split(text: str, file: str) -> tuple[Raw, list[Problem]]:
    """The file's fields and body. Raises Refused with file, line and column."""
    lines = text.split("\n")
    first = _first(lines)
    if not FENCE.match(lines[first].rstrip()):
        message = "thiếu phần đầu bài: tệp phải bắt đầu bằng dòng ---, rồi các mục, rồi dòng ---."
        raise Refused(Problem(Place(file, first + 1), "Y104", message, "Xem mẫu trong HUONG-DAN.md."))
    end = _end(lines, first)
    if end is None:
        message = "phần đầu bài mở bằng --- mà không đóng."
        hint = "Thêm một dòng --- sau mục cuối cùng, trước bài."
        raise Refused(Problem(Place(file, first + 1), "Y105", message, hint))
    front = "\n".join(lines[first + 1 : end])
    if len(front) > FRONT_LIMIT:
        hint = "Phần đầu chỉ ghi các mục; bài viết ở dưới dòng --- thứ hai."
        raise Refused(Problem(Place(file, first + 1), "T103", "phần đầu bài quá dài (trên 64 kB).", hint))
    glanced = glance.fields(front, file, first + 2)
    raw, problems = (glanced, []) if glanced else load(front, file, first + 2)
    body = "\n".join(lines[end + 1 :])
    return Raw(file, raw.fields, raw.marks, raw.keys, body, end + 2), problems


def edges(text: str) -> tuple[int, int]:
    """Where the front matter of a text begins and ends, its fences left out; (0, 0) where there is none."""
    lines = text.split("\n")
    first = _first(lines)
    end = _end(lines, first)
    if not FENCE.match(lines[first].rstrip()) or end is None:
        return 0, 0
    start = sum(len(line) + 1 for line in lines[: first + 1])
    return start, start + sum(len(line) + 1 for line in lines[first + 1 : end])


def body(text: str) -> str:
    """The Markdown below the front matter of a text that passed the door."""
    lines = text.split("\n")
    end = _end(lines, _first(lines))
    return "\n".join(lines if end is None else lines[end + 1 :])


def _first(lines: list[str]) -> int:
    return next((number for number, line in enumerate(lines) if line.strip()), 0)


def _end(lines: list[str], first: int) -> int | None:
    later = range(first + 1, len(lines))
    return next((number for number in later if END.match(lines[number])), None)
