"""The files below a folder of the ward, with what the disk says of each, and those that cannot be taken."""

import os
import stat
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias
from unicodedata import is_normalized

from gandan.problems import Place, Problem


class State(NamedTuple):
    """What the disk says of a file, of a link what it says of itself: as `os.stat_result` names it."""

    st_mode: int
    st_size: int
    st_ino: int
    st_mtime_ns: int
    st_ctime_ns: int


Stat: TypeAlias = State | os.stat_result
States: TypeAlias = Sequence[tuple[str, Stat]]  # sorted by path


def of(root: Path, top: str, states: States | None, problems: list[Problem]) -> Iterator[tuple[str, Stat]]:
    """The files below `root`/`top` by their path below the root, in its order. Where `states` are known the
    disk is not asked again. No link is followed; a name that is no address is told once."""
    place = root / top
    if place.is_symlink():
        problems.append(_link(top))
    elif place.is_dir():
        start, told = len(str(place)) - len(top), set[str]()
        for path, state in (
            _below(place, states) if states is not None else sorted(_asked(place, top, problems))
        ):
            name = path[start:]
            plain = name.isascii() and name.isprintable() and "/." not in name
            if (plain and not stat.S_ISLNK(state.st_mode)) or _taken(name, state, told, problems):
                yield name, state


def _below(place: Path, states: States) -> States:
    first, behind = (bisect_left(states, (f"{place}{sign}",)) for sign in "/0")  # 0 comes behind /
    return states[first:behind]


def _asked(place: Path, name: str, problems: list[Problem]) -> Iterator[tuple[str, os.stat_result]]:
    try:
        with os.scandir(place) as listed:
            for entry in listed:
                if not entry.is_dir(follow_symlinks=False):
                    yield entry.path, entry.stat(follow_symlinks=False)
                elif not entry.name.startswith("."):
                    yield from _asked(Path(entry.path), f"{name}/{entry.name}", problems)
    except OSError:
        problems.append(closed(name))


def _taken(name: str, state: Stat, told: set[str], problems: list[Problem]) -> bool:
    """Whether a file whose name is not plain can be taken, by each of the names on the way to it."""
    parts = name.split("/")
    for count, part in enumerate(parts, 1):
        path = "/".join(parts[:count])
        if not part.isprintable() or not is_normalized("NFC", part):
            if path not in told:
                problems.append(_misnamed(path))
            told.add(path)
            return False
        if count == len(parts) and stat.S_ISLNK(state.st_mode):
            problems.append(_link(path))
            return False
        if part.startswith("."):  # MkDocs publishes no hidden file either
            return False
    return True


def _link(name: str) -> Problem:
    message = "là liên kết tượng trưng: nó có thể đưa tệp ngoài thư mục lên mạng."
    return Problem(Place(_shown(name)), "T102", message, "Chép hẳn tệp vào đây, hoặc xoá đi.")


def _misnamed(name: str) -> Problem:
    message = "tên tệp có chữ lạ (dấu rời kiểu máy Mac, hoặc ký tự không đọc được)."
    return Problem(Place(_shown(name)), "T104", message, "Đổi tên: chữ không dấu, số và dấu gạch nối.")


def closed(name: str) -> Problem:
    """T110 for a file or a folder."""
    hint = "Kiểm tra quyền đọc, hoặc chép lại từ bản gốc."
    return Problem(Place(_shown(name)), "T110", "không mở được.", hint)


def _shown(name: str) -> str:
    """A path, fit to be printed."""
    return name if name.isprintable() else "".join(one if one.isprintable() else "?" for one in name)
