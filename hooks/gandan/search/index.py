"""Who holds which term, and how much: an index takes documents out and others in without reading the rest.

NumPy does the work; nothing here knows files or pages.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

import numpy as np

from gandan.search import counting
from gandan.search.counting import HALF, Flags, Holders, Ints, Words


@dataclass(frozen=True, slots=True)
class Index:
    """All terms of an archive as flat arrays.

    `terms` rise; each is the number of its first word << HALF, plus that of its second + 1 if it is a pair.
    Term `t` stands in `lengths[t]` documents; `holders` names those of all terms one after another, each as
    id << 2, plus 2 if it stands in the title, plus 1 if it stands there more than once; they rise in a term.
    `plain` are the words of the vocabulary without accents.
    """

    documents: int
    vocabulary: list[str]
    plain: list[str]
    terms: Ints
    lengths: Ints
    holders: Holders


def empty() -> Index:
    """The index of nothing."""
    none = np.zeros(0, dtype=np.int64)
    return Index(0, [], [], none, none, none.astype(np.int32))


def heads(lengths: Ints) -> Ints:
    """Where each run of these lengths begins."""
    return np.cumsum(lengths) - lengths


def runs(starts: Ints, lengths: Ints) -> Ints:
    """The places of all runs, one run after another."""
    return np.repeat(starts - heads(lengths), lengths) + np.arange(int(lengths.sum()))


def updated(
    index: Index, gone: Collection[int], come: Iterable[Words], fold: Callable[[str], str]
) -> tuple[Index, Ints]:
    """The index without the ids that are gone and with the documents that come (ids rising, none held
    already), and the terms whose holders are not what they were. `fold` takes the accents off a word."""
    index, lost = _without(index, gone)
    added = _built(come, index.vocabulary, index.plain, fold)
    touched = np.union1d(lost, added.terms) if len(lost) else added.terms
    return (_joined(index, added) if len(index.terms) else added), touched


def _without(index: Index, gone: Collection[int]) -> tuple[Index, Ints]:
    if not gone:
        return index, np.zeros(0, dtype=np.int64)
    leaving = np.zeros(max(max(gone), int(index.holders.max(initial=0)) >> 2) + 1, dtype=np.bool_)
    leaving[list(gone)] = True
    out = leaving[index.holders >> 2]
    of_term = np.searchsorted(np.cumsum(index.lengths), np.flatnonzero(out), side="right")
    lengths = index.lengths - np.bincount(of_term, minlength=len(index.terms))
    left = lengths > 0
    rest = replace(
        index,
        documents=index.documents - len(gone),
        terms=index.terms[left],
        lengths=lengths[left],
        holders=index.holders[~out],
    )
    return rest, index.terms[np.unique(of_term)]


def _joined(one: Index, other: Index) -> Index:
    """Two indexes of the same words and different documents as one; `other` is the smaller."""
    new = ~_held(other.terms, one.terms)
    before = np.searchsorted(one.terms, other.terms[new])
    terms = np.insert(one.terms, before, other.terms[new])
    lengths = np.insert(one.lengths, before, 0)
    at = np.searchsorted(terms, other.terms)
    firsts, sizes = heads(lengths)[at], lengths[at]
    # The holders of the terms they share, as one rising row: the place of each newcomer in it.
    shared = np.repeat(np.arange(len(at)), sizes) << HALF | one.holders[runs(firsts, sizes)]
    of_term = np.repeat(np.arange(len(at)), other.lengths)
    places = np.searchsorted(shared, of_term << HALF | other.holders) + (firsts - heads(sizes))[of_term]
    lengths[at] += other.lengths
    return replace(
        other,
        documents=one.documents + other.documents,
        terms=terms,
        lengths=lengths,
        holders=np.insert(one.holders, places, other.holders),
    )


def _held(values: Ints, rising: Ints) -> Flags:
    """Which of the values stand among the rising ones."""
    if not len(rising):
        return np.zeros(len(values), dtype=np.bool_)
    held: Flags = rising[np.minimum(np.searchsorted(rising, values), len(rising) - 1)] == values
    return held


def _built(
    documents: Iterable[Words], known: list[str], plain: list[str], fold: Callable[[str], str]
) -> Index:
    """The index of these documents alone, its vocabulary that of the known words and the new ones."""
    vocabulary = list(known)
    counted = counting.of(documents, vocabulary)
    folded = plain + [fold(word) for word in vocabulary[len(known) :]]
    return Index(counted.documents, vocabulary, folded, counted.terms, counted.lengths, counted.holders)
