"""A file of words or facts -> the same file, mended, with the codes of what was mended."""

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from gandan import describe
from gandan.check import kinds as door
from gandan.mending import layout, letters, swaps
from gandan.problems import Level, Problem, Swap
from gandan.read.files import Folder
from gandan.read.front import split
from gandan.read.letters import settle
from gandan.read.strict import Refused, load

_NAMES = {row.path[-1] for kind in describe.KINDS.values() for row in describe.rows(kind.model)}
_FIELD = re.compile(rf"\s(?:{'|'.join(sorted(_NAMES))}):\s")
ROUNDS = 50  # one mistake of YAML hides the next


class Mended(NamedTuple):
    """The bytes, and by which mends: codes, BOM, CRLF and SPACES (those three the door forgives)."""

    data: bytes
    mends: tuple[str, ...] = ()


def mended(file: str, data: bytes) -> Mended:
    """The file with all that has one right answer; its own bytes when there is nothing to do, or no UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return Mended(data)
    done: list[str] = []
    for name, mend in letters.MENDS.items():
        if (better := mend(text)) != text:
            text, done = better, [*done, name]
    for _ in range(ROUNDS):
        better, found = _round(file, text)
        if better == text or _vain(file, text, better, found):
            break
        text, done = better, [*done, *(one for one in found if one not in done)]
    if (better := layout.trimmed(text, file)) != text:
        text, done = better, [*done, "SPACES"]
    return Mended(text.encode("utf-8"), tuple(done)) if done else Mended(data)


def _round(file: str, text: str) -> tuple[str, list[str]]:
    if (better := layout.mended(text, file)) != text:
        return better, ["Y101"]
    wrong = [problem for problem in told(file, text) if problem.swap and not _two_fields(problem.swap)]
    if (better := swaps.applied(text, (one.swap for one in wrong if one.swap))) != text:
        return better, sorted({problem.code for problem in wrong})
    return text, []


def _two_fields(swap: Swap) -> bool:
    """`title: Ngày hội date: 2026-11-20` lacks a line's end, not quotes."""
    return bool(_FIELD.search(swap.old))


def _vain(file: str, text: str, better: str, found: list[str]) -> bool:
    """Whether a round made the file worse, or was to let it be read and did not."""
    before, after = _standing(file, text), _standing(file, better)
    return after > before or ("Y101" in found and after == before)


def _standing(file: str, text: str) -> tuple[float, int]:
    """How bad a file is: unreadable early, unreadable late, readable with its number of errors.

    A mend may not make it worse; one that lets more be read may show what was hidden.
    """
    errors = [problem for problem in told(file, text) if problem.level is Level.ERROR]
    unread = [problem.place.line for problem in errors if problem.code == "Y101"]
    return (-unread[0], 0) if unread else (-math.inf, len(errors))


def told(file: str, text: str) -> Iterator[Problem]:
    """The problems of one file that can be seen in it alone."""
    try:
        plain, found = settle(text, file)
        raw, more = (split if file.endswith(".md") else load)(plain, file)
    except Refused as refused:
        yield refused.problem
        return
    checked = door.records(Folder(raws={file: raw}, files={file: len(text)}))
    yield from (one for one in (*found, *more, *checked.problems) if one.place.file == file)
