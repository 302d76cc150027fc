"""Entries -> small files in the order of their words, cut where the words' own letters say.

A shard holds all entries whose key begins with its prefix. Where a prefix grows too heavy it is cut at the
next letter, so that boundaries depend on what stands near them only, and one new item changes few files.
"""

import gzip
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

import numpy as np

from gandan.cache import digest
from gandan.search import manifest, varint

LIMIT = 9000  # bytes of a shard before compression, as far as its letters allow
LAST = "\U0010ffff"  # behind every key


class Table(NamedTuple):
    """Rising keys, and the sizes of their entries in bytes."""

    keys: list[str]
    sizes: list[int]

    def changed(self, sizes: Mapping[str, int]) -> "Table":
        """The table with these sizes; a key whose entry has none goes."""
        keys: list[str] = []
        found: list[int] = []
        done = 0
        for key, size in [*sorted(sizes.items()), (LAST, 0)]:
            stop = bisect_left(self.keys, key, done)
            keys += self.keys[done:stop]
            found += self.sizes[done:stop]
            done = stop + (self.keys[stop : stop + 1] == [key])
            if size:
                keys.append(key)
                found.append(size)
        return Table(keys, found)

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
    keys, starts = table.keys, [0, *accumulate(table.sizes)]
    for start, end, first in _spans(keys, starts, 0, len(keys), ""):
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
    return gzip.compress(b"".join(chain.from_iterable(parts)), 9, mtime=0)


def _spans(
    keys: Sequence[str], starts: Sequence[int], start: int, end: int, prefix: str
) -> Iterator[tuple[int, int, str]]:
    """Runs of the keys below a prefix with their first letters: neighbours joined while light together."""
    depth = len(prefix)

    def weight(one: int, other: int) -> int:
        return starts[other] - starts[one]

    def named(run: int) -> str:
        return prefix if run == start else keys[run][: depth + 1]

    run = start
    for place, stop in _branches(keys, start, end, depth):
        if weight(run, stop) > LIMIT and place > run:
            yield run, place, named(run)
            run = place
        if weight(place, stop) > LIMIT and stop - place > 1:
            yield from _spans(keys, starts, place, stop, keys[place][: depth + 1])
            run = stop
    if run < end:
        yield run, end, named(run)


def _branches(keys: Sequence[str], start: int, end: int, depth: int) -> Iterator[tuple[int, int]]:
    """Where each next letter begins and ends; a key without one stands alone."""
    while start < end:
        letters = keys[start][: depth + 1]
        longer = len(letters) > depth
        stop = bisect_left(keys, letters + LAST, start, end) if longer else start + 1
        yield start, stop
        start = stop
