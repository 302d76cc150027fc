"""The ward's folder -> every content file as Raw, and the files that could not be taken."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from typing import Protocol
from unicodedata import is_normalized

from gandan.addresses import PUBLISHED, published
from gandan.cache import digest
from gandan.problems import Place, Problem
from gandan.read.content import Content, look
from gandan.read.front import split
from gandan.read.letters import settle
from gandan.read.raw import Raw
from gandan.read.strict import Refused, load

WHOLE = ("docs", "data")
WORDS_LIMIT = 1024 * 1024  # bytes of one Markdown file: 500 printed pages, some seconds for Markdown
FACTS_LIMIT = 2 * 1024 * 1024  # bytes of one YAML file
LIST_LIMIT = 5 * 1024 * 1024  # bytes of the list of addresses: 100,000 pages


class Known(Protocol):
    """Gives files as they were read before, or None."""

    def untouched(self, name: str, state: os.stat_result) -> Raw | None:
        """A file that the disk says nobody touched."""

    def same(self, name: str, digest: bytes) -> Raw | None:
        """A file that holds the same bytes."""


class _Nothing:
    """Nothing was read before."""

    def untouched(self, name: str, state: os.stat_result) -> Raw | None:
        return None

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


def folder(root: Path, tops: Sequence[str] = WHOLE, known: Known = NOTHING) -> Folder:
    """Everything below `root`/docs and `root`/data; nothing outside is opened, no link is followed.

    `tops` names parts of them where the rest does not matter: ("data", "docs/tin-tuc/2026"). `known` may give
    a file that was read before.
    """
    found = Folder()
    for top in tops:
        for entry, name in _walk(root / top, top, found):
            _read(entry, name, found, known)
    return found


def _walk(place: Path, name: str, found: Folder) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Each file below a place with its path below the root, in the order of the names of each folder."""
    if place.is_symlink():
        found.problems.append(_link(name))
        return
    if not place.is_dir():
        return
    try:
        with os.scandir(place) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError:
        found.problems.append(_closed(_shown(name)))
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        if not entry.name.isprintable() or not is_normalized("NFC", entry.name):
            found.problems.append(_misnamed(_shown(path)))
        elif entry.is_symlink():
            found.problems.append(_link(_shown(path)))
        elif entry.name.startswith("."):
            continue  # MkDocs publishes no hidden file either
        elif entry.is_dir():
            yield from _walk(Path(entry.path), path, found)
        else:
            yield entry, path


def _link(name: str) -> Problem:
    message = "là liên kết tượng trưng: nó có thể đưa tệp ngoài thư mục lên mạng."
    return Problem(Place(name), "T102", message, "Chép hẳn tệp vào đây, hoặc xoá đi.")


def _misnamed(name: str) -> Problem:
    message = "tên tệp có chữ lạ (dấu rời kiểu máy Mac, hoặc ký tự không đọc được)."
    return Problem(Place(name), "T104", message, "Đổi tên: chữ không dấu, số và dấu gạch nối.")


def _closed(name: str) -> Problem:
    return Problem(Place(name), "T110", "không mở được.", "Kiểm tra quyền đọc, hoặc chép lại từ bản gốc.")


def _read(entry: os.DirEntry[str], name: str, found: Folder, known: Known) -> None:
    words = name.startswith("docs/") and name.endswith(".md")
    facts = name.startswith("data/") and name.endswith(".yml")
    path = entry.path
    try:
        state = _state(entry, name)
        found.files[name] = state.st_size
        if name == PUBLISHED:  # neither: a plain list that machines write
            found.raws[name] = Raw(name, None, body=_text(_bytes(path, name, state, LIST_LIMIT), name))
            return
        if not words and not facts:
            _look(path, name, found)
            return
        if raw := known.untouched(name, state):
            found.raws[name] = raw
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
        raise Refused(_closed(name)) from None


def _state(entry: os.DirEntry[str], name: str) -> os.stat_result:
    """What the disk says of a regular file; a pipe or a device would keep the reader waiting."""
    try:
        state = entry.stat()
    except OSError:
        raise Refused(_closed(name)) from None
    if not stat.S_ISREG(state.st_mode):
        raise Refused(_closed(name))
    return state


def _bytes(path: str, name: str, state: os.stat_result, limit: int) -> bytes:
    try:
        with FileIO(path) as file:
            data = file.readall() if state.st_size <= limit else b""
    except OSError:
        raise Refused(_closed(name)) from None
    if max(len(data), state.st_size) > limit:
        message = f"tệp quá lớn, tối đa {limit // 1024} kB."
        raise Refused(Problem(Place(name), "T103", message, "Chia thành nhiều tệp."))
    return data


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        hint = "Lưu lại tệp với bảng mã UTF-8."
        problem = Problem(Place(name, line, column), "T101", "tệp không phải UTF-8.", hint)
        raise Refused(problem) from None


def _shown(name: str) -> str:
    """A path, fit to be printed."""
    return name if name.isprintable() else "".join(one if one.isprintable() else "?" for one in name)
