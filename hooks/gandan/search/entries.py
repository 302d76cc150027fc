"""Lists -> entries: under each key its accented variants with their lists, in the order of the keys."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from gandan.search import index, lists, varint
from gandan.search.index import HALF, LOW, NONE, Ints
from gandan.search.keys import Keys
from gandan.search.layers import Layers


def all_of(layers: Layers, keys: Keys) -> dict[str, bytes]:
    """Key -> entry, keys rising."""
    return _written(layers, keys, *layers.counted)


def of(layers: Layers, keys: Keys, wanted: Ints) -> dict[str, bytes]:
    """Key -> entry of the keys with these rising numbers; one without an entry is not there."""
    return _written(layers, keys, *keys.holding(wanted))


def _written(layers: Layers, keys: Keys, terms: Ints, lengths: Ints) -> dict[str, bytes]:
    """The entries of these terms, which so many documents hold; some million holders at a time."""
    told = lists.told(layers, terms, lengths)
    terms, lengths = terms[told], lengths[told]
    order = keys.order(terms)
    terms, lengths = terms[order], lengths[order]
    firsts = np.flatnonzero(np.diff(keys.of(terms), prepend=-1))
    bounds, written = [*firsts.tolist(), len(terms)], dict[str, bytes]()
    for part in index.portions(np.add.reduceat(lengths, firsts) if len(firsts) else NONE):
        written |= _entries(layers, keys, terms[bounds[part.start] : bounds[part.stop]])
    return written


def _entries(layers: Layers, keys: Keys, terms: Ints) -> dict[str, bytes]:
    numbers, variants = keys.of(terms), list(_variants(layers, lists.of(layers, terms)))
    starts = np.flatnonzero(np.diff(numbers, prepend=-1))
    spans = pairwise([*starts.tolist(), len(variants)])
    entries = (varint.one(end - start) + b"".join(variants[start:end]) for start, end in spans)
    return dict(zip(keys.spelled(numbers[starts]), entries, strict=True))


def _variants(layers: Layers, made: lists.Lists) -> Iterator[bytes]:
    """The words of each term as they are written, with their list behind them.

    There are hundreds of thousands of them, so no line of ours is run for each.
    """
    first, second = layers.letters
    halves = ((made.terms >> HALF).tolist(), (made.terms & LOW).tolist())
    written = list(map(bytes.__add__, map(first.__getitem__, halves[0]), map(second.__getitem__, halves[1])))
    counts = (map(varint.one, column.tolist()) for column in (made.frequency, made.kept))
    ends = made.ends.tolist()
    held = map(made.data.__getitem__, map(slice, [0, *ends], ends))
    return map(b"".join, zip(map(varint.one, map(len, written)), written, *counts, held, strict=True))
