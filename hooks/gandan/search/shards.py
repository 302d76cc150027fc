"""Entries -> small files in the order of their words, cut where the words' own letters say.

A shard holds all entries whose key begins with its prefix. Where a prefix grows too heavy it is cut at the
next letter, so that boundaries depend on what stands near them only, and one new item changes few files.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

import numpy as np

from gandan.cache import digest
from gandan.search import gzipped, manifest, varint
from gandan.search.index import Ints

LIMIT = 9000  # bytes of a shard before compression, as far as its letters allow
LAST = "\U0010ffff"  # behind every key


Run: TypeAlias = tuple[int, int, str]  # of keys: where it begins and ends, the first key that may stand in it


class Table(NamedTuple):
    """Rising keys, and the sizes of their entries in bytes."""

    keys: list[str]
    sizes: Ints

    def changed(self, sizes: Mapping[str, int]) -> "Table":
        """The table with these sizes; a key whose entry has none goes."""
        keys: list[str] = []
        found: list[Ints] = []
        done = 0
        for key, size in [*sorted(sizes.items()), (LAST, 0)]:
            stop = bisect_left(self.keys, key, done)
            keys += self.keys[done:stop]
            found.append(self.sizes[done:stop])
            done = stop + (self.keys[stop : stop + 1] == [key])
            if size:
                keys.append(key)
                found.append(np.array([size]))
        return Table(keys, np.concatenate(found))

    def within(self, span: "Span") -> list[str]:
        """The keys of a span."""
        start = bisect_left(self.keys, span.low)
        return self.keys[start : start + span.size]


class Span(NamedTuple):
    """Some neighbouring keys: the first that a shard of them may hold, the lowest and highest that it holds,
    and how many."""

    first: str
    low: str
    high: str
    size: int


class Shard(NamedTuple):
    """A span as a file: its name, and the digest of what it holds."""

    span: Span
    name: str
    held: bytes


def cut(table: Table) -> Iterator[Span]:
    """The spans of all shards, in the order of their keys."""
    keys, starts = table.keys, array("q", np.append(0, np.cumsum(table.sizes)).tobytes())
    for start, end, first in _spans(keys, starts, 0, len(keys), 0):
        yield Span(first, keys[start], keys[end - 1], end - start)


def made(span: Span, keys: Sequence[str], entries: Mapping[str, bytes]) -> tuple[Shard, bytes]:
    """A shard of these keys, and its bytes."""
    data = packed(keys, entries)
    return Shard(span, manifest.name(span.first, data), digest(data)), data


def packed(keys: Sequence[str], entries: Mapping[str, bytes]) -> bytes:
    """Entries behind their keys, a key without what it shares with the key before."""
    letters = np.array(keys).view(np.uint32).reshape(len(keys), -1)
    shared = [0, *np.argmin(letters[1:] == letters[:-1], axis=1).tolist()]
    rests = [key[same:].encode("utf-8") for key, same in zip(keys, shared, strict=True)]
    lengths = map(varint.one, map(len, rests))
    parts = zip(map(varint.one, shared), lengths, rests, map(entries.__getitem__, keys), strict=True)
    return gzipped.of(b"".join(chain.from_iterable(parts)))


def _spans(keys: Sequence[str], starts: Sequence[int], start: int, end: int, depth: int) -> list[Run]:
    """Runs of the keys that share their first letters, so many: neighbours joined while light together."""
    found: list[Run] = []
    run = place = start
    while place < end:
        stop = _branch(keys, place, end, depth)
        if starts[stop] - starts[run] > LIMIT and place > run:
            found.append((run, place, _first(keys, run, start, depth)))
            run = place
        if starts[stop] - starts[place] > LIMIT and stop - place > 1:
            found += _spans(keys, starts, place, stop, depth + 1)
            run = stop
        place = stop
    return [*found, (run, end, _first(keys, run, start, depth))] if run < end else found


def _branch(keys: Sequence[str], place: int, end: int, depth: int) -> int:
    """Where the next letter of this key ends; a key without one stands alone."""
    letters = keys[place][: depth + 1]
    return bisect_left(keys, letters + LAST, place, end) if len(letters) > depth else place + 1


def _first(keys: Sequence[str], run: int, start: int, depth: int) -> str:
    """The first key that may stand in a run of those that begin at `start`."""
    return keys[run][: depth + (run > start)]
