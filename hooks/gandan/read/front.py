"""A Markdown file -> its front matter and its body.

MkDocs publishes a broken front matter as text and says nothing, even with --strict: so it is read here first,
by the same rule for its fences, and a file that MkDocs would misread never reaches it.
"""

import re

from gandan.problems import Place, Problem
from gandan.read import glance
from gandan.read.raw import Raw
from gandan.read.strict import Refused, load

FENCE = re.compile(r"(?P<above>(?:[^\S\n]*+\n)*+)(?P<fence>---[^\S\n]*+(?:\n|\Z))?")
END = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
FRONT_LIMIT = 64 * 1024  # characters; a front matter of that size is a mistake


def split(text: str, file: str) -> tuple[Raw, list[Problem]]:
    """The file's fields and body. Raises Refused with file, line and column."""
    fence, end = _fences(text)
    line = fence["above"].count("\n") + 1 if text and not text.isspace() else 1
    if not fence["fence"]:
        message = "thiếu phần đầu bài: tệp phải bắt đầu bằng dòng ---, rồi các mục, rồi dòng ---."
        raise Refused(Problem(Place(file, line), "Y104", message, "Xem mẫu trong HUONG-DAN.md."))
    if end is None:
        message = "phần đầu bài mở bằng --- mà không đóng."
        hint = "Thêm một dòng --- sau mục cuối cùng, trước bài."
        raise Refused(Problem(Place(file, line), "Y105", message, hint))
    front = text[fence.end() : end.start()]
    if len(front) > FRONT_LIMIT:
        hint = "Phần đầu chỉ ghi các mục; bài viết ở dưới dòng --- thứ hai."
        raise Refused(Problem(Place(file, line), "T103", "phần đầu bài quá dài (trên 64 kB).", hint))
    glanced = glance.fields(front, file, line + 1)
    raw, problems = (glanced, []) if glanced else load(front, file, line + 1)
    raw.body, raw.body_line = text[end.end() :], text.count("\n", 0, end.start() + 1) + 2
    return raw, problems


def edges(text: str) -> tuple[int, int]:
    """Where the front matter of a text begins and ends, its fences left out; (0, 0) where there is none."""
    fence, end = _fences(text)
    return (fence.end(), end.start() + 1) if fence["fence"] and end else (0, 0)


def body(text: str) -> str:
    """The Markdown below the front matter of a text that passed the door."""
    _, end = _fences(text)
    return text[end.end() :] if end else text


def _fences(text: str) -> tuple[re.Match[str], re.Match[str] | None]:
    """The line that opens the front matter, with the blank ones above it, and the one that closes it."""
    fence = FENCE.match(text)
    assert fence  # it fits nothing as well
    return fence, END.search(text, max(fence.end() - 1, 0))
