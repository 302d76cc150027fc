"""Files of a folder: listed, written in one step, taken away."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

Told: TypeAlias = tuple[int, int]  # size in bytes, time of the last change in nanoseconds
HOUR = 3600 * 10**9  # nanoseconds
MOULD = "moi."  # how the name of a folder begins in which a site is made


def files(place: str | Path, below: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder by its path, with what the disk says of it; links are not followed."""
    try:
        listed = os.scandir(place)
    except (FileNotFoundError, NotADirectoryError):
        return
    with listed:
        for entry in listed:
            if entry.is_dir(follow_symlinks=False):
                yield from files(entry.path, f"{below}{entry.name}/")
            else:
                yield below + entry.name, entry.stat(follow_symlinks=False)


def folders(folder: Path, paths: Iterable[str]) -> dict[str, int]:
    """The folders of these files below a folder, and their times, which change with what they hold."""
    above = {path.rpartition("/")[0] for path in paths}
    while more := {one.rpartition("/")[0] for one in above} - above:
        above |= more
    return {one: os.lstat(f"{folder}/{one}").st_mtime_ns for one in sorted(above)}


def known(folder: Path, paths: Iterable[str], times: Mapping[str, int]) -> dict[str, Told]:
    """What is known of every file below a folder. While no folder has another time, these paths are all there
    is, and they are asked one by one, which takes half as long as to look through the folders."""
    try:
        if times and all(os.lstat(f"{folder}/{one}").st_mtime_ns == time for one, time in times.items()):
            return {path: told(os.lstat(f"{folder}/{path}")) for path in paths}
    except OSError:
        pass
    return {path: told(state) for path, state in files(folder)}


def told(state: os.stat_result) -> Told:
    """By what a file is known again. A link in its place is never taken for it."""
    return (-1, -1) if stat.S_ISLNK(state.st_mode) else (state.st_size, state.st_mtime_ns)


def now(folder: Path | None) -> int:
    """The time (nanoseconds) as the disk writes it beside files; 0 where nothing can be written."""
    if folder is None:
        return 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        clock = folder / "gio"
        clock.write_bytes(b"")
        return clock.stat().st_mtime_ns
    except OSError:
        return 0


def write(path: str, data: bytes | memoryview, fresh: bool) -> Told:
    """Put a file in its place; where one may stand already it is replaced in one step."""
    place = path if fresh else f"{path}.moi"
    try:
        handle = _opened(place)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        _make_room(Path(path))
        handle = _opened(place)
    with os.fdopen(handle, "wb", buffering=0) as file:
        file.write(data)
        state = os.fstat(handle)
    if not fresh:
        Path(place).replace(path)
    return told(state)


def _make_room(path: Path) -> None:
    """The folder of a file. Where a file stood may now be a page of the same name, or the other way round."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    for parent in path.parents:
        if parent.is_file():
            parent.unlink()
        if parent.exists():
            break
    path.parent.mkdir(parents=True, exist_ok=True)


def _opened(path: str) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o666)


def same(path: str, data: bytes | memoryview) -> bool:
    """Whether a file holds these bytes."""
    with suppress(OSError):
        return Path(path).stat().st_size == len(data) and Path(path).read_bytes() == data
    return False


def remove(folder: Path, path: str) -> None:
    """Take a file away, and the folders that are empty without it."""
    if (folder / path).is_dir():  # what stands in its place now
        return
    with suppress(NotADirectoryError):
        (folder / path).unlink(missing_ok=True)
    for parent in (folder / path).parents:
        if parent == folder:
            return
        try:
            parent.rmdir()
        except OSError:  # something else is there
            return


def mould(beside: Path | None) -> Path | None:
    """An empty folder to make a site in, None where there is no room; those that killed builds left go."""
    if beside is None or not (today := now(beside)):
        return None
    for left in beside.glob(f"{MOULD}*"):
        if left.stat().st_mtime_ns < today - HOUR:
            shutil.rmtree(left, ignore_errors=True)
    made = Path(tempfile.mkdtemp(prefix=MOULD, dir=beside)) / "site"
    made.mkdir()
    return made


def take(made: Path, folder: Path) -> None:
    """Let a whole site take its place, where nothing or an empty folder stands."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        made.rename(folder)
    except OSError:  # another disk
        shutil.copytree(made, folder, dirs_exist_ok=True)
    shutil.rmtree(made.parent, ignore_errors=True)
