"""Everything that a site is made from, by what the disk says of it: could a build make anything new?"""

import marshal
import os
from array import array
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter
from pathlib import Path

from gandan.cache import SOFTWARE, digest
from gandan.keeping import disk
from gandan.read.listing import State, States

SAID = attrgetter(*State._fields)
FORMS = "QQQqq"  # of each of these fields: a node may need all 64 bits, a time lie before 1970


def asked(places: Iterable[Path]) -> bytes:
    """What the disk says of the files at and below these places, by path, for `states` to read."""
    told = dict(chain.from_iterable(map(_states, places)))
    paths = sorted(told)
    columns = zip(FORMS, zip(*(SAID(told[path]) for path in paths), strict=True), strict=False)
    return marshal.dumps((paths, [array(form, column).tobytes() for form, column in columns]))


def states(said: bytes) -> list[tuple[str, State]]:
    """The files of which another process asked the disk, sorted by path."""
    paths, told = marshal.loads(said)
    columns = (array(form, one) for form, one in zip(FORMS, told, strict=False))
    return [*zip(paths, map(State._make, zip(*columns, strict=True)), strict=True)]


def of(files: States, told: str, now: int) -> str:
    """The name of these files (some), of the software and of what else is told.

    Nothing ("") where a file changed so shortly before `now` (nanoseconds) that it could change once more
    without a trace.
    """
    changed, written, sizes, nodes = zip(*(disk.SIGNED_BY(state) for _, state in files), strict=True)
    if max(changed) > now - disk.TICK:
        return ""
    times, numbers = array("q", changed + written), array("Q", sizes + nodes)
    names = repr((SOFTWARE, told, [path for path, _ in files]))
    return digest(names.encode(), times.tobytes(), numbers.tobytes()).hex()


def key(path: Path, now: int) -> bytes:
    """A key of the bytes of one file: by what the disk says of it, or by themselves where it is too fresh."""
    signed = disk.signatures([("", path.stat())], now)
    return digest(signed[""] if signed else path.read_bytes())


def _states(place: Path) -> Iterator[tuple[str, os.stat_result]]:
    if place.is_file():
        yield str(place), place.stat()
    yield from disk.files(place, f"{place}/")
