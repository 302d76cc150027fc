"""Index -> the lists that a browser may read: of each term its best and newest holders, as bytes.

Lists are capped, so that what a query costs does not grow with the archive.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from gandan.search import varint
from gandan.search.counting import HALF, LOW, Flags, Ints
from gandan.search.index import Index, heads, runs

CAP = 600  # documents of one accented pair or syllable that are kept
COMMON = 100  # of a syllable that more than a tenth of all documents hold: it tells little
PORTION = 1_000_000  # holders that are looked at together
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


def of(index: Index, chosen: Ints) -> Iterator[Lists]:
    """The lists of the terms at these rising places, some millions of holders at a time; a term of which
    nothing is left has none."""
    ends = np.cumsum(index.lengths[chosen])
    cuts = np.searchsorted(ends, np.arange(PORTION, ends[-1] if len(ends) else 0, PORTION))
    for portion in np.split(chosen, np.unique(cuts)):
        yield _of(index, portion)


def _of(index: Index, chosen: Ints) -> Lists:
    terms, lengths = index.terms[chosen], index.lengths[chosen]
    holders = index.holders[runs(heads(index.lengths)[chosen], lengths)].astype(np.int64)
    keep = _kept(index, terms, lengths, holders & 3)
    owner = np.repeat(np.arange(len(terms)), lengths)[keep]
    kept = np.bincount(owner, minlength=len(terms))
    left = kept > 0
    data, offsets = _written(holders[keep], kept[left])
    return Lists(terms[left], lengths[left], kept[left], data, offsets[np.cumsum(kept[left])])


def alike(one: int, other: int) -> bool:
    """Whether archives of these many documents leave out the same rare pairs."""
    return (one >= RARE) == (other >= RARE)


def turned(index: Index, before: int) -> Ints:
    """Terms that are common and were not, or were, because the archive held `before` documents."""
    single: Flags = index.terms & LOW == 0
    changed: Flags = _common(index.lengths, before) != _common(index.lengths, index.documents)
    return index.terms[single & changed]


def _common(frequency: Ints, documents: int) -> Flags:
    common: Flags = frequency * 10 > max(1, documents)
    return common


def _kept(index: Index, terms: Ints, lengths: Ints, impacts: Ints) -> Flags:
    """Which holders of these terms stay."""
    single = terms & LOW == 0
    caps = np.where(single & _common(lengths, index.documents), COMMON, CAP)
    keep = np.ones(len(impacts), dtype=np.bool_)
    many = np.repeat(lengths > caps, lengths)
    keep[many] = _ranks(impacts[many], lengths[lengths > caps]) < np.repeat(caps, lengths)[many]
    if index.documents >= RARE:
        # Numbers stay: a document's number stands in one place more often than not.
        numeric = np.array([False, *(word.isdigit() for word in index.vocabulary)])
        number = numeric[(terms >> HALF) + 1] | numeric[terms & LOW]
        keep &= np.repeat(single | number | (lengths > 1), lengths) | (impacts >= 2)
    return keep


def _ranks(impacts: Ints, lengths: Ints) -> Ints:
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


def _written(holders: Ints, lengths: Ints) -> tuple[bytes, Ints]:
    """Ids as steps from one to the next, each with its two bits of impact; where each begins."""
    ids = holders >> 2
    steps = np.diff(ids, prepend=0)
    firsts = heads(lengths)
    steps[firsts] = ids[firsts]
    return varint.many(steps << 2 | holders & 3)
