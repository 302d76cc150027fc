"""Entries -> small files in the order of their words, cut where the words' own letters say.

A shard holds all entries whose key begins with its prefix. Where a prefix grows too heavy it is cut at the
next letter, so that boundaries depend on what stands near them only, and one new item changes few files.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from gandan.cache import digest
from gandan.search import gzipped, manifest, varint
from gandan.search.table import Table

LIMIT = 9000  # bytes of a shard before compression, as far as its letters allow
LAST = "\U0010ffff"  # behind every key


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


class Cut:
    """Cuts a table into the spans of all shards. What a build before cut (`known`) is cut no more below
    letters with which none of the rising keys begins that are `touched`."""

    def __init__(self, table: Table, known: Sequence[Span] = (), touched: Sequence[str] = ()) -> None:
        self._table, self._known, self._touched = table, known, touched

    def spans(self) -> list[Span]:
        """All spans, in the order of their keys."""
        return self._below(0, len(self._table.sizes), 0)

    def _below(self, start: int, end: int, depth: int) -> list[Span]:
        """Spans of keys that share their first letters, so many: neighbours joined while light together."""
        found: list[Span] = []
        starts = self._table.starts
        run = place = start
        while place < end:
            letters, stop = self._branch(place, depth)
            if starts[stop] - starts[run] > LIMIT and place > run:
                found.append(self._span(run, place, depth + (run > start)))
                run = place
            if starts[stop] - starts[place] > LIMIT and stop - place > 1:
                found += self._standing(letters) or self._below(place, stop, depth + 1)
                run = stop
            place = stop
        return [*found, self._span(run, end, depth + (run > start))] if run < end else found

    def _branch(self, place: int, depth: int) -> tuple[str, int]:
        """The letters of this key up to the next one, and where it ends; a key without one stands alone."""
        letters = self._table.key(place)[: depth + 1]
        return letters, self._table.place(letters + LAST) if len(letters) > depth else place + 1

    def _standing(self, letters: str) -> Sequence[Span]:
        """The spans of the keys that begin with these letters, if none of these keys is touched."""
        behind = letters + LAST
        if bisect_left(self._touched, letters) < bisect_left(self._touched, behind):
            return ()
        low = attrgetter("low")
        return self._known[
            bisect_left(self._known, letters, key=low) : bisect_left(self._known, behind, key=low)
        ]

    def _span(self, run: int, end: int, letters: int) -> Span:
        low = self._table.key(run)
        return Span(low[:letters], low, self._table.key(end - 1), end - run)


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
