"""Postings -> small files in the order of their words, cut where the words' own letters say.

A shard holds all terms whose key begins with its prefix; a key is the unaccented words (`dan chu`), syllables
alone behind `!`. Where a prefix grows too heavy it is cut at the next letter, so that boundaries depend on
what stands near them only, and one new item changes few files.
"""

import gzip
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import numpy as np

from gandan.search import manifest, varint
from gandan.search.index import BREAK, Index, Ints

LIMIT = 9000  # bytes of a shard before compression, as far as its letters allow


@dataclass(frozen=True, slots=True)
class Shard:
    """A file of terms: the first key it may hold, and its bytes."""

    first: str
    data: bytes

    @property
    def name(self) -> str:
        return manifest.name(self.first, self.data)


def cut(index: Index, fold: Callable[[str], str]) -> Iterator[Shard]:
    """All shards in the order of their first keys. `fold` takes the accents off a word."""
    keys, entries = _entries(index, fold)
    sizes = np.append(0, np.cumsum([len(entry) for entry in entries]))
    for start, end, first in _spans(keys, sizes, 0, len(keys), ""):
        yield Shard(first, gzip.compress(_front(keys, entries, start, end), 9, mtime=0))


def _entries(index: Index, fold: Callable[[str], str]) -> tuple[list[str], list[bytes]]:
    """Keys in order, and for each its accented variants with their postings, as bytes."""
    plain = [fold(word) for word in index.vocabulary]
    data, offsets = _postings(index)
    rows: list[tuple[str, str, int]] = []
    for term, (one, other) in enumerate(zip(index.first.tolist(), index.second.tolist(), strict=True)):
        if other == BREAK:
            rows.append((f"!{plain[one]}", index.vocabulary[one], term))
        else:
            words = f"{index.vocabulary[one]} {index.vocabulary[other]}"
            rows.append((f"{plain[one]} {plain[other]}", words, term))
    keys: list[str] = []
    entries: list[bytes] = []
    for key, group in groupby(sorted(rows), key=itemgetter(0)):
        variants = [
            _variant(index, words, term, data[offsets[term] : offsets[term + 1]]) for _, words, term in group
        ]
        keys.append(key)
        entries.append(varint.one(len(variants)) + b"".join(variants))
    return keys, entries


def _postings(index: Index) -> tuple[bytes, list[int]]:
    """Ids as steps from one to the next, each with its two bits of impact; where each term begins."""
    steps = np.diff(index.ids, prepend=0)
    heads = index.starts[:-1]
    steps[heads] = index.ids[heads]
    data, offsets = varint.many(steps << 2 | index.impacts)
    return data, offsets[index.starts].tolist()


def _variant(index: Index, words: str, term: int, postings: bytes) -> bytes:
    written = words.encode("utf-8")
    kept = int(index.starts[term + 1] - index.starts[term])
    head = varint.one(len(written)) + written
    return head + varint.one(int(index.frequency[term])) + varint.one(kept) + postings


def _front(keys: list[str], entries: list[bytes], start: int, end: int) -> bytes:
    """Keys without what they share with the key before."""
    parts: list[bytes] = []
    before = ""
    for key, entry in zip(keys[start:end], entries[start:end], strict=True):
        shared = next(
            (place for place, (one, other) in enumerate(zip(before, key, strict=False)) if one != other),
            min(len(before), len(key)),
        )
        rest = key[shared:].encode("utf-8")
        parts += [varint.one(shared), varint.one(len(rest)), rest, entry]
        before = key
    return b"".join(parts)


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
        stop = bisect_left(keys, letters + "\U0010ffff", start, end) if longer else start + 1
        yield start, stop
        start = stop
