"""Files of a folder: listed, written in one step, taken away."""

import os
import shutil
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from operator import attrgetter
from pathlib import Path
from stat import S_ISLNK
from struct import Struct
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from gandan.read.listing import Stat

Told: TypeAlias = tuple[int, int]  # size in bytes, time of the last change in nanoseconds
Signature: TypeAlias = bytes
SIGNED = Struct("qqQQ")  # what of a state is signed, as 32 bytes: ten thousand are read and kept at once
SIGNED_BY = attrgetter("st_ctime_ns", "st_mtime_ns", "st_size", "st_ino")
TICK = 50_000_000  # nanoseconds: two changes nearer to each other may bear the same time
LINK: Told = (-1, -1)
NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW  # how a file is opened that is to be written


def files(place: str | Path, below: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder by its path, with what the disk says of it; links are not followed."""
    try:
        handle = _handle(place)
    except (FileNotFoundError, NotADirectoryError):
        return
    inner = []
    try:
        with os.scandir(handle) as listed:
            for entry in listed:
                if entry.is_dir(follow_symlinks=False):
                    inner.append(entry.name)
                    continue
                try:
                    state = entry.stat(follow_symlinks=False)
                except FileNotFoundError:  # taken away at this very moment
                    continue
                yield below + entry.name, state
    finally:
        os.close(handle)
    for name in inner:
        yield from files(f"{place}/{name}", f"{below}{name}/")


def _handle(folder: str | Path) -> int:
    """By which the disk is asked of what stands in a folder: the way to it is not gone anew for each file."""
    return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)


def folders(paths: Iterable[str]) -> dict[str, int]:
    """The folders above these files, each without its time (0)."""
    above = {path.rpartition("/")[0] for path in paths}
    while more := {one.rpartition("/")[0] for one in above} - above:
        above |= more
    return dict.fromkeys(sorted(above), 0)


def timed(folder: Path, times: Mapping[str, int]) -> dict[str, int]:
    """Folders below a folder and their times, which change with what they hold: the disk is asked for those
    without; one that is there no longer goes."""
    known = {one: time for one, time in times.items() if time}
    handle = _handle(folder)
    try:
        for one in [one for one in times if one not in known]:
            with suppress(FileNotFoundError, NotADirectoryError):
                known[one] = os.stat(one or ".", dir_fd=handle, follow_symlinks=False).st_mtime_ns
    finally:
        os.close(handle)
    return known


def known(folder: Path, paths: Iterable[str], times: Mapping[str, int]) -> bytes:
    """What is known of these files below a folder, size and time of one after another as numbers of 8 bytes,
    while no folder has another time: then they are all there is, and to ask for them takes half as long as to
    look through the folders. Nothing where one has."""
    with suppress(OSError):
        handle, look = _handle(folder), os.lstat  # which is asked with fewer words than stat
        try:
            if times and [look(one or ".", dir_fd=handle).st_mtime_ns for one in times] == [*times.values()]:
                each = (told(look(path, dir_fd=handle)) for path in paths)
                return array("q", chain.from_iterable(each)).tobytes()
        finally:
            os.close(handle)
    return b""


def all_of(folder: Path) -> dict[str, Told]:
    """What is known of every file below a folder."""
    return {path: told(state) for path, state in files(folder)}


def told(state: os.stat_result) -> Told:
    """By what a file is known again. A link in its place is never taken for it."""
    return LINK if S_ISLNK(state.st_mode) else (state.st_size, state.st_mtime_ns)


def signatures(files: Iterable[tuple[str, "Stat"]], now: int) -> dict[str, Signature]:
    """By what files are known to be untouched; without those that changed so shortly before `now`
    (nanoseconds) that they could change once more without a trace."""
    sign, last = SIGNED.pack, now - TICK
    return {path: sign(*SIGNED_BY(state)) for path, state in files if state.st_ctime_ns <= last}


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


def replace(path: str, data: bytes | memoryview) -> Told:
    """Put a file in its place, in one step. A folder that stands in its place goes.

    Raises OSError where the disk refuses: then everything is as it was.
    """
    place, above = f"{path}.{os.getpid()}.moi", Path(path).parent
    if not above.is_dir():
        above.mkdir(parents=True, exist_ok=True)
    try:
        told = write(place, data)
        _replace(place, path)
    except OSError:
        Path(place).unlink(missing_ok=True)
        raise
    return told


def write(path: str, data: bytes | memoryview, within: int | None = None) -> Told:
    """Write a file, below the folder that is open as `within` if there is one. A disk that takes a part of
    the bytes is asked to take the rest: only then does it tell that it is full."""
    handle = os.open(path, NEW, 0o666, dir_fd=within)
    try:
        while (wrote := os.write(handle, data)) < len(data):
            data = memoryview(data)[wrote:]
        return told(os.fstat(handle))
    finally:
        os.close(handle)


def _replace(place: str, path: str) -> None:
    try:
        Path(place).replace(path)
    except IsADirectoryError:
        shutil.rmtree(path)
        Path(place).replace(path)


def same(path: str, data: bytes | memoryview) -> bool:
    """Whether a file holds these bytes."""
    with suppress(OSError):
        return Path(path).stat().st_size == len(data) and Path(path).read_bytes() == data
    return False


def remove(folder: Path, path: str) -> None:
    """Take a file away, and the folders that are empty without it."""
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):  # something else is there
        (folder / path).unlink()
    for parent in (folder / path).parents:
        if parent == folder:
            return
        try:
            parent.rmdir()
        except OSError:  # something else is there
            return
