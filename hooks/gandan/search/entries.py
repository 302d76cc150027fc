"""Lists -> entries: under each key its accented variants with their lists, in the order of the keys."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from gandan.search import lists, varint
from gandan.search.index import HALF, LOW, Ints
from gandan.search.keys import Keys
from gandan.search.layers import Layers


def all_of(layers: Layers, keys: Keys) -> dict[str, bytes]:
    """Key -> entry, keys rising."""
    terms, lengths = layers.counted
    order = keys.order(terms)
    return _written(layers, keys, terms[order], lengths[order])


def of(layers: Layers, keys: Keys, wanted: Ints) -> dict[str, bytes]:
    """Key -> entry of the keys with these rising numbers; one without an entry is not there."""
    return _written(layers, keys, *keys.holding(wanted))


def _written(layers: Layers, keys: Keys, terms: Ints, lengths: Ints) -> dict[str, bytes]:
    words = [word.encode("utf-8") for word in layers.vocabulary]
    made = lists.of(layers, terms, lengths)
    rows = (row for portion in made for row in _variants(words, keys, portion))
    entries = {}
    for key, group in groupby(rows, key=itemgetter(0)):
        variants = [variant for _, variant in group]
        entries[keys.spelled(key)] = varint.one(len(variants)) + b"".join(variants)
    return entries


def _variants(words: list[bytes], keys: Keys, made: lists.Lists) -> Iterator[tuple[int, bytes]]:
    """(number of the key, words as they are written and their list behind them) of each term."""
    start, data, one = 0, made.data, varint.one
    columns = (keys.of(made.terms), made.terms, made.frequency, made.kept, made.ends)
    for key, term, frequency, kept, end in zip(*(column.tolist() for column in columns), strict=True):
        written, second = words[term >> HALF], term & LOW
        if second:
            written = b"%b %b" % (written, words[second - 1])
        yield key, b"".join((one(len(written)), written, one(frequency), one(kept), data[start:end]))
        start = end
