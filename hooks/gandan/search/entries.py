"""Lists -> entries: under each key its accented variants with their lists, in the order of the keys.

A key is the unaccented words (`dan chu`), syllables alone behind `!`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import numpy as np

from gandan.search import lists, varint
from gandan.search.counting import HALF, LOW, Ints
from gandan.search.index import Index

LAST = "\U0010ffff"  # behind every key


@dataclass(frozen=True, slots=True)
class Entries:
    """Rising keys; the entry of key `k` is `data[ends[k - 1]:ends[k]]`."""

    keys: list[str]
    ends: Ints
    data: bytes | memoryview


EMPTY = Entries([], np.zeros(0, dtype=np.int64), b"")


def built(index: Index) -> Entries:
    """The entries of an index."""
    return _replaced(EMPTY, _written(index, np.arange(len(index.terms))))


def updated(entries: Entries, index: Index, touched: Ints) -> Entries:
    """The entries after the lists of the touched terms have become others."""
    gone = {_key(index, term): b"" for term in touched.tolist()}
    return _replaced(entries, gone | _written(index, _sharing(index, touched)))


def _sharing(index: Index, touched: Ints) -> Ints:
    """Places of the terms that share a key with one of the touched."""
    if not len(touched):
        return touched
    number: dict[str, int] = {}
    classes = np.array([number.setdefault(word, len(number)) for word in index.plain], dtype=np.int64)
    above = np.append(0, classes + 1)

    def key(terms: Ints) -> Ints:
        keys: Ints = classes[terms >> HALF] << HALF | above[terms & LOW]
        return keys

    wanted, keys = np.unique(key(touched)), key(index.terms)
    found = wanted[np.minimum(np.searchsorted(wanted, keys), len(wanted) - 1)]
    return np.flatnonzero(found == keys)


def _key(index: Index, term: int) -> str:
    first, second = index.plain[term >> HALF], term & LOW
    return f"{first} {index.plain[second - 1]}" if second else f"!{first}"


def _written(index: Index, chosen: Ints) -> dict[str, bytes]:
    """Key -> entry, for the terms at these places."""
    rows = [row for made in lists.of(index, chosen) for row in _variants(index, made)]
    rows.sort()
    entries = {}
    for key, group in groupby(rows, key=itemgetter(0)):
        variants = [variant for _, _, variant in group]
        entries[key] = varint.one(len(variants)) + b"".join(variants)
    return entries


def _variants(index: Index, made: lists.Lists) -> Iterator[tuple[str, str, bytes]]:
    """(key, words as they are written, their list behind them) of each term."""
    start = 0
    columns = (made.terms, made.frequency, made.kept, made.ends)
    for term, frequency, kept, end in zip(*(column.tolist() for column in columns), strict=True):
        words, second = index.vocabulary[term >> HALF], term & LOW
        words = f"{words} {index.vocabulary[second - 1]}" if second else words
        written = words.encode("utf-8")
        head = varint.one(len(written)) + written + varint.one(frequency) + varint.one(kept)
        yield _key(index, term), words, head + made.data[start:end]
        start = end


def _replaced(entries: Entries, changes: Mapping[str, bytes]) -> Entries:
    """The entries with these in their place; one without bytes goes."""
    keys: list[str] = []
    data: list[bytes | memoryview] = []
    sizes: list[int] = []
    starts = [0, *entries.ends.tolist()]
    old = np.diff(entries.ends, prepend=0).tolist()
    done = 0
    for key, entry in [*sorted(changes.items()), (LAST, b"")]:
        stop = bisect_left(entries.keys, key, done)
        keys += entries.keys[done:stop]
        sizes += old[done:stop]
        data.append(entries.data[starts[done] : starts[stop]])
        done = stop + (entries.keys[stop : stop + 1] == [key])
        if entry:
            keys.append(key)
            sizes.append(len(entry))
            data.append(entry)
    return Entries(keys, np.cumsum(sizes, dtype=np.int64), b"".join(data))
