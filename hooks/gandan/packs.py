"""The form of a kept file: a head that tells its key and its parts, then the parts, each with its sum."""

import json
import struct
from collections.abc import Callable, Iterator, Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO, TypeAlias

from deflate import crc32  # a tenth of the time of zlib's

Parts: TypeAlias = Mapping[str, bytes | memoryview]

MARK = b"gandan-cache\n"
ALIGNED = 8  # bytes: arrays of numbers begin at a multiple of it
FIXED = 32  # bytes of mark, sum and length of the head


class Strange(Exception):
    """A pack of another key or another software."""


def packed(key: str, parts: Parts) -> Iterator[bytes | memoryview]:
    """A mark, the sum and length of the head, the head, the parts; each begins at a multiple of 8 bytes."""
    listed = [(name, len(part), crc32(part)) for name, part in parts.items()]
    head = json.dumps({"key": key, "parts": listed}).encode()
    head += b" " * (-len(head) % ALIGNED)
    yield MARK.ljust(16) + crc32(head).to_bytes(8, "little") + len(head).to_bytes(8, "little")
    yield head
    for part in parts.values():
        yield part
        yield bytes(-len(part) % ALIGNED)


class Pack:
    """A pack of which only the head was read; a part's sum is tried when it is asked for. Parts are not read:
    they lie in memory as the disk has them, so that of a large one only what is looked at costs.

    Raises OSError, Strange or ValueError where the file is not what was written under `key`. A part that
    turns out to be none later is told to `spoiled`, and so are all others from then on.
    """

    def __init__(self, path: Path, key: str, spoiled: Callable[[Path], None]) -> None:
        self._path, self._spoiled = path, spoiled
        with path.open("rb") as file:
            self._places = dict(places(file, key))
            # Whoever keeps anew puts another file in its place: this one stays as it is while it is open.
            self._bytes = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
        self.size = max((start + size for start, size, _ in self._places.values()), default=0)
        if len(self._bytes) < self.size:
            raise ValueError

    def part(self, name: str) -> memoryview | None:
        """The bytes of a part; None where they are not those that were written."""
        if name not in self._places:
            return None
        try:
            return self._tried(name)
        except ValueError:
            self._places.clear()
            self._spoiled(self._path)
            return None

    def whole(self) -> dict[str, memoryview]:
        """All parts; ValueError where one is spoiled."""
        return {name: self._tried(name) for name in self._places}

    def _tried(self, name: str) -> memoryview:
        start, size, sum_ = self._places[name]
        data = self._bytes[start : start + size]
        if crc32(data) != sum_:
            raise ValueError
        return data


def places(file: BinaryIO, key: str | None) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Name -> where a part begins, its size, its sum; of a pack under this key, or under any."""
    fixed = file.read(FIXED)
    sum_, length = (int.from_bytes(fixed[at : at + 8], "little") for at in (16, 24))
    head = file.read(min(length, file.seek(0, 2) - file.seek(FIXED)))
    if not fixed.startswith(MARK) or crc32(head) != sum_ or len(head) != length:
        raise ValueError
    told = json.loads(head)
    if key is not None and told["key"] != key:
        raise Strange
    start = FIXED + length
    for name, size, checked in told["parts"]:
        yield name, (start, size, checked)
        start += size + -size % ALIGNED


def rows(part: bytes | memoryview, size: int) -> list[bytes]:
    """Rows of so many bytes, one after another -> all of them. ValueError where a part of one is left."""
    if len(part) % size:
        raise ValueError
    return [one for (one,) in struct.iter_unpack(f"{size}s", part)]
