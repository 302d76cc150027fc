"""Entries -> small files in the order of their words, cut where the words' own letters say.

A shard holds all entries whose key begins with its prefix. Where a prefix grows too heavy it is cut at the
next letter, so that boundaries depend on what stands near them only, and one new item changes few files.
"""

import gzip
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from gandan.cache import Memo, digest
from gandan.search import manifest, varint
from gandan.search.counting import Ints
from gandan.search.entries import LAST, Entries

LIMIT = 9000  # bytes of a shard before compression, as far as its letters allow


@dataclass(frozen=True, slots=True)
class Shard:
    """A file of terms: the first key it may hold, and its bytes."""

    first: str
    data: bytes | memoryview

    @property
    def name(self) -> str:
        return manifest.name(self.first, self.data)


def cut(entries: Entries, memo: Memo) -> Iterator[Shard]:
    """All shards in the order of their first keys; `memo` has those that are made of the same entries."""
    sizes = np.append(0, entries.ends)
    for start, end, first in _spans(entries.keys, sizes, 0, len(entries.keys), ""):
        keys, ends = entries.keys[start:end], sizes[start : end + 1].tolist()
        held = digest("\n".join(keys).encode("utf-8"), b"\n", entries.data[ends[0] : ends[-1]])
        yield Shard(first, memo.get(held, partial(_packed, keys, ends, entries.data)))


def _packed(keys: list[str], ends: list[int], data: bytes | memoryview) -> bytes:
    """Entries behind their keys, a key without what it shares with the key before."""
    letters = np.array(keys).view(np.uint32).reshape(len(keys), -1)
    shared = [0, *np.argmin(letters[1:] == letters[:-1], axis=1).tolist()]
    parts: list[bytes | memoryview] = []
    for place, (key, same) in enumerate(zip(keys, shared, strict=True)):
        rest = key[same:].encode("utf-8")
        parts += [varint.one(same), varint.one(len(rest)), rest, data[ends[place] : ends[place + 1]]]
    return gzip.compress(b"".join(parts), 9, mtime=0)


def _spans(keys: list[str], sizes: Ints, start: int, end: int, prefix: str) -> Iterator[tuple[int, int, str]]:
    """Runs of the keys below a prefix with their first letters: neighbours joined while light together."""
    depth = len(prefix)

    def weight(one: int, other: int) -> int:
        return int(sizes[other] - sizes[one])

    def named(run: int) -> str:
        return prefix if run == start else keys[run][: depth + 1]

    run = start
    for place, stop in _branches(keys, start, end, depth):
        if weight(run, stop) > LIMIT and place > run:
            yield run, place, named(run)
            run = place
        if weight(place, stop) > LIMIT and stop - place > 1:
            yield from _spans(keys, sizes, place, stop, keys[place][: depth + 1])
            run = stop
    if run < end:
        yield run, end, named(run)


def _branches(keys: list[str], start: int, end: int, depth: int) -> Iterator[tuple[int, int]]:
    """Where each next letter begins and ends; a key without one stands alone."""
    while start < end:
        letters = keys[start][: depth + 1]
        longer = len(letters) > depth
        stop = bisect_left(keys, letters + LAST, start, end) if longer else start + 1
        yield start, stop
        start = stop
