"""Everything that a site is made from, by what the disk says of it: could a build make anything new?"""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from pathlib import Path

from gandan.cache import SOFTWARE, digest
from gandan.keeping import disk


def states(places: Iterable[Path]) -> list[tuple[str, os.stat_result]]:
    """What the disk says of the files at and below these places, by path."""
    return sorted(chain.from_iterable(map(_states, places)), key=itemgetter(0))


def of(files: Sequence[tuple[str, os.stat_result]], told: str, now: int) -> str:
    """The name of these files, of the software and of what else is told.

    Nothing ("") where a file changed so shortly before `now` (nanoseconds) that it could change once more
    without a trace.
    """
    signatures = [one for _, state in files if (one := disk.signature(state, now))]
    if len(signatures) < len(files):
        return ""
    paths, numbers = [path for path, _ in files], [*chain.from_iterable(signatures)]
    return digest(repr((SOFTWARE, told, paths, numbers)).encode()).hex()


def key(path: Path, now: int) -> bytes:
    """A key of the bytes of one file: by what the disk says of it, or by themselves where it is too fresh."""
    signature = disk.signature(path.stat(), now)
    return digest(repr(signature).encode() if signature else path.read_bytes())


def _states(place: Path) -> Iterator[tuple[str, os.stat_result]]:
    if place.is_file():
        yield str(place), place.stat()
    yield from disk.files(place, f"{place}/")
