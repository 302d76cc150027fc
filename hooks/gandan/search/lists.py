"""An index -> the lists that a browser may read: of each term its best and newest holders, as bytes.

Lists are capped, so that what a query costs does not grow with the archive.
"""

from dataclasses import dataclass

import numpy as np

from gandan.search import varint
from gandan.search.index import HALF, LOW, NONE, Flags, Holders, Ints, heads, runs
from gandan.search.layers import Layers

CAP = 600  # documents of one accented pair or syllable that are kept
COMMON = 100  # of a syllable that more than a tenth of all documents hold: it tells little
RARE = 2000  # documents from which on a pair that stands in one body only is left out


@dataclass(frozen=True, slots=True)
class Lists:
    """Capped lists of some terms, in the order of `terms`: `frequency` counts all holders, `kept` those left.

    The list of term `t` is `data[ends[t - 1]:ends[t]]`.
    """

    terms: Ints
    frequency: Ints
    kept: Ints
    data: bytes
    ends: Ints


def of(layers: Layers, terms: Ints) -> Lists:
    """The lists of these terms in this order."""
    lengths, holders = layers.held(terms)
    caps = np.where((terms & LOW == 0) & _common(lengths, layers.documents), COMMON, CAP)
    kept = np.minimum(lengths, caps)
    data, offsets = _written(holders[_best(holders & 3, lengths, caps)], kept)
    return Lists(terms, lengths, kept, data, offsets[np.cumsum(kept)])


def told(layers: Layers, terms: Ints, lengths: Ints) -> Flags:
    """Which of these terms, held by so many documents, have a list: of a large archive not those that stand
    in one body only. Numbers stay: a document's number stands in one place more often than not."""
    here = np.ones(len(terms), dtype=np.bool_)
    if layers.documents >= RARE:
        number = layers.numeric[(terms >> HALF) + 1] | layers.numeric[terms & LOW]
        rare = np.flatnonzero((terms & LOW > 0) & (lengths == 1) & ~number)
        here[rare] = layers.held(terms[rare])[1] & 3 >= 2
    return here


def alike(one: int, other: int) -> bool:
    """Whether archives of these many documents leave out the same rare pairs."""
    return (one >= RARE) == (other >= RARE)


def turned(layers: Layers, before: int) -> Ints:
    """Terms that are common and were not, or were, because the archive held `before` documents."""
    if layers.documents == before:
        return NONE
    terms, lengths = layers.counted
    single: Flags = terms & LOW == 0
    changed: Flags = _common(lengths, before) != _common(lengths, layers.documents)
    return terms[single & changed]


def _common(frequency: Ints, documents: int) -> Flags:
    common: Flags = frequency * 10 > max(1, documents)
    return common


def _best(impacts: Ints | Holders, lengths: Ints, caps: Ints) -> Flags:
    """Which holders stay of terms that so many have: of each no more than its cap."""
    best = np.ones(len(impacts), dtype=np.bool_)
    many = np.flatnonzero(lengths > caps)
    places = runs(heads(lengths)[many], lengths[many])
    best[places] = _ranks(impacts[places], lengths[many]) < np.repeat(caps[many], lengths[many])
    return best


def _ranks(impacts: Ints | Holders, lengths: Ints) -> Ints:
    """The rank of each holder in its term: by impact, then newest first."""
    ends = np.cumsum(lengths)
    ranks = np.zeros(len(impacts), dtype=np.int64)
    better = np.zeros(len(lengths), dtype=np.int64)
    for impact in (3, 2, 1, 0):
        here = np.flatnonzero(impacts == impact)
        term = np.searchsorted(ends, here, side="right")
        count = np.bincount(term, minlength=len(lengths))
        later = np.cumsum(count)[term] - 1 - np.arange(len(here))
        ranks[here] = better[term] + later
        better += count
    return ranks


def _written(holders: Ints | Holders, lengths: Ints) -> tuple[bytes, Ints]:
    """Ids as steps from one to the next, each with its two bits of impact; where each begins."""
    ids = holders >> 2
    steps = np.diff(ids, prepend=0)
    firsts = heads(lengths)
    steps[firsts] = ids[firsts]
    return varint.many(steps << 2 | holders & 3)
