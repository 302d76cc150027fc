"""The ward's folder -> every content file as Raw, and the files that could not be taken."""

import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from gandan.addresses import PUBLISHED, published
from gandan.cache import digest
from gandan.problems import Place, Problem
from gandan.read import listing
from gandan.read.content import Content, look
from gandan.read.front import split
from gandan.read.letters import settle
from gandan.read.listing import closed
from gandan.read.raw import Raw
from gandan.read.strict import Refused, load

WHOLE = ("docs", "data")
WORDS_LIMIT = 1024 * 1024  # bytes of one Markdown file: 500 printed pages, some seconds for Markdown
FACTS_LIMIT = 2 * 1024 * 1024  # bytes of one YAML file
LIST_LIMIT = 5 * 1024 * 1024  # bytes of the list of addresses: 100,000 pages


class Known(Protocol):
    """Gives files as they were read before, or None."""

    def untouched(self, listed: listing.States) -> Mapping[str, Raw]:
        """Those that the disk says nobody touched, of files by their path below the root."""

    def same(self, name: str, digest: bytes) -> Raw | None:
        """A file that holds the same bytes."""


class _Nothing:
    """Nothing was read before."""

    def untouched(self, listed: listing.States) -> Mapping[str, Raw]:
        return {}

    def same(self, name: str, digest: bytes) -> Raw | None:
        return None


NOTHING = _Nothing()


@dataclass(slots=True)
class Folder:
    """What stands in a ward's folder, by path below the root.

    `raws` are the files of words and facts, `files` the bytes of each file, `contents` what each file
    that goes out as it is proves to be.
    """

    raws: dict[str, Raw] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)
    contents: dict[str, Content] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def folder(
    root: Path, tops: Sequence[str] = WHOLE, known: Known = NOTHING, states: listing.States | None = None
) -> Folder:
    """Everything below `root`/docs and `root`/data; nothing outside is opened, no link is followed.

    `tops` names parts of them where the rest does not matter: ("data", "docs/tin-tuc/2026"). `known` may give
    a file that was read before; `states` are what the disk said of all files, where somebody asked it.
    """
    found = Folder()
    for top in tops:
        listed = [*listing.of(root, top, states, found.problems)]
        for name, state in listed:
            found.files[name] = state.st_size
        found.raws |= known.untouched(listed)
        for name, state in listed:
            if name not in found.raws:
                _read(f"{root}/{name}", name, state, found, known)
    return found


def _read(path: str, name: str, state: listing.Stat, found: Folder, known: Known) -> None:
    words = name.startswith("docs/") and name.endswith(".md")
    facts = name.startswith("data/") and name.endswith(".yml")
    try:
        if not stat.S_ISREG(state.st_mode):  # a pipe or a device would keep the reader waiting
            del found.files[name]
            raise Refused(closed(name))
        if name == PUBLISHED:  # neither: a plain list that machines write
            found.raws[name] = Raw(name, None, body=_text(_bytes(path, name, state, LIST_LIMIT), name))
            return
        if not words and not facts:
            _look(path, name, found)
            return
        data = _bytes(path, name, state, WORDS_LIMIT if words else FACTS_LIMIT)
        if raw := known.same(name, made := digest(data)):
            found.raws[name] = raw
            return
        found.raws[name] = raw = _raw(_text(data, name), name, words, found)
        raw.digest = made
    except Refused as refused:
        found.problems.append(refused.problem)


def _raw(text: str, name: str, words: bool, found: Folder) -> Raw:
    text, problems = settle(text, name)
    found.problems += problems
    raw, problems = split(text, name) if words else load(text, name)
    found.problems += problems
    return raw


def _look(path: str, name: str, found: Folder) -> None:
    if not name.startswith("docs/") or not published(name):
        return
    try:
        found.contents[name] = look(Path(path))
    except OSError:
        raise Refused(closed(name)) from None


def _bytes(path: str, name: str, state: listing.Stat, limit: int) -> bytes:
    try:
        data = _whole(path, state.st_size) if state.st_size <= limit else b""
    except OSError:
        raise Refused(closed(name)) from None
    if max(len(data), state.st_size) > limit:
        message = f"tệp quá lớn, tối đa {limit // 1024} kB."
        raise Refused(Problem(Place(name), "T103", message, "Chia thành nhiều tệp."))
    return data


def _whole(path: str, size: int) -> bytes:
    """The bytes of a file of which the disk said this size; asked so, they cost two thirds."""
    handle = os.open(path, os.O_RDONLY)
    try:
        data = os.read(handle, size + 1)
    finally:
        os.close(handle)
    return data if len(data) == size else Path(path).read_bytes()  # it changed at this very moment


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        hint = "Lưu lại tệp với bảng mã UTF-8."
        problem = Problem(Place(name, line, column), "T101", "tệp không phải UTF-8.", hint)
        raise Refused(problem) from None
