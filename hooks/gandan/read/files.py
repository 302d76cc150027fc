"""The ward's folder -> every content file as Raw, and the files that could not be taken."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
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


def folder(root: Path, tops: Sequence[str] = WHOLE) -> Folder:
    """Everything below `root`/docs and `root`/data; nothing outside is opened, no link is followed.

    `tops` names parts of them where the rest does not matter: ("data", "docs/tin-tuc/2026").
    """
    found = Folder()
    for top in tops:
        for path in _walk(root, root / top, found):
            _read(root, path, found)
    return found


def _walk(root: Path, place: Path, found: Folder) -> Iterator[Path]:
    if place.is_symlink():
        found.problems.append(_link(root, place))
        return
    if not place.is_dir():
        return
    try:
        entries = sorted(os.scandir(place), key=lambda entry: entry.name)
    except OSError:
        found.problems.append(_closed(_name(root, place)))
        return
    for entry in entries:
        path = Path(entry.path)
        if not entry.name.isprintable() or not is_normalized("NFC", entry.name):
            found.problems.append(_misnamed(_name(root, path)))
        elif entry.is_symlink():
            found.problems.append(_link(root, path))
        elif entry.name.startswith("."):
            continue  # MkDocs publishes no hidden file either
        elif entry.is_dir():
            yield from _walk(root, path, found)
        else:
            yield path


def _link(root: Path, path: Path) -> Problem:
    message = "là liên kết tượng trưng: nó có thể đưa tệp ngoài thư mục lên mạng."
    return Problem(Place(_name(root, path)), "T102", message, "Chép hẳn tệp vào đây, hoặc xoá đi.")


def _misnamed(name: str) -> Problem:
    message = "tên tệp có chữ lạ (dấu rời kiểu máy Mac, hoặc ký tự không đọc được)."
    return Problem(Place(name), "T104", message, "Đổi tên: chữ không dấu, số và dấu gạch nối.")


def _closed(name: str) -> Problem:
    return Problem(Place(name), "T110", "không mở được.", "Kiểm tra quyền đọc, hoặc chép lại từ bản gốc.")


def _read(root: Path, path: Path, found: Folder) -> None:
    name = _name(root, path)
    words = name.startswith("docs/") and path.suffix == ".md"
    facts = name.startswith("data/") and path.suffix == ".yml"
    try:
        found.files[name] = _size(path, name)
        if name == PUBLISHED:  # neither: a plain list that machines write
            found.raws[name] = Raw(name, None, body=_text(_bytes(path, name, LIST_LIMIT), name))
            return
        if not words and not facts:
            _look(path, name, found)
            return
        data = _bytes(path, name, WORDS_LIMIT if words else FACTS_LIMIT)
        text, problems = settle(_text(data, name), name)
        found.problems += problems
        raw, problems = split(text, name) if words else load(text, name)
        found.problems += problems
        found.raws[name] = replace(raw, digest=digest(data))
    except Refused as refused:
        found.problems.append(refused.problem)


def _look(path: Path, name: str, found: Folder) -> None:
    if not name.startswith("docs/") or not published(name):
        return
    try:
        found.contents[name] = look(path)
    except OSError:
        raise Refused(_closed(name)) from None


def _size(path: Path, name: str) -> int:
    """The bytes of a regular file; a pipe or a device would keep the reader waiting."""
    try:
        state = path.stat()
    except OSError:
        raise Refused(_closed(name)) from None
    if not stat.S_ISREG(state.st_mode):
        raise Refused(_closed(name))
    return state.st_size


def _bytes(path: Path, name: str, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError:
        raise Refused(_closed(name)) from None
    if len(data) > limit:
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


def _name(root: Path, path: Path) -> str:
    """The path below the root, fit to be printed."""
    name = path.relative_to(root).as_posix()
    return name if name.isprintable() else "".join(one if one.isprintable() else "?" for one in name)
