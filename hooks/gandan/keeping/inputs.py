"""Everything that a site is made from, by what the disk says of it: could a build make anything new?"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from gandan.cache import SOFTWARE, digest
from gandan.keeping import disk

TICK = 50_000_000  # nanoseconds: two changes nearer to each other may bear the same time


def of(places: Iterable[Path], told: str, now: int) -> str:
    """The name of the files at and below these places, of the software and of what else is told.

    Nothing ("") where a file changed so shortly before `now` (nanoseconds) that it could change once more
    without a trace.
    """
    files = [(path, state) for place in places for path, state in _states(place)]
    if any(state.st_ctime_ns > now - TICK for _, state in files):
        return ""
    listed = sorted((path, *_signature(state)) for path, state in files)
    return digest(repr((SOFTWARE, told, listed)).encode()).hex()


def key(path: Path, now: int) -> bytes:
    """A key of the bytes of one file: by what the disk says of it, or by themselves where it is too fresh."""
    state = path.stat()
    if state.st_ctime_ns > now - TICK:
        return digest(path.read_bytes())
    return digest(repr(_signature(state)).encode())


def _states(place: Path) -> Iterator[tuple[str, os.stat_result]]:
    if place.is_file():
        yield str(place), place.stat()
    yield from disk.files(place, f"{place}/")


def _signature(state: os.stat_result) -> tuple[int, int, int, int]:
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino
