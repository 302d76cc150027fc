"""An index in two layers: one that is kept as it was written, and what came and went since.

What one correction costs follows from the correction then, not from the archive behind it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

import numpy as np

from gandan.search import counting, index
from gandan.search.counting import Words
from gandan.search.index import HALF, LOW, Flags, Holders, Index, Ints, runs
from gandan.search.numbering import Numbering


class Reads(Protocol):
    """Knows how words are written."""

    def numbering(self, vocabulary: list[str]) -> Numbering:
        """Numbers for words, of which some have theirs."""

    def plain(self, word: str) -> str:
        """A word without accents."""


@dataclass(frozen=True)
class Layers:
    """`base` without the documents that are `gone`, and `later`: `documents` in all. `out` are the places of
    what is gone among the holders of the base.

    Both count by the numbers of one vocabulary, of which `plain` are the words without accents.
    """

    documents: int
    vocabulary: list[str]
    plain: list[str]
    base: Index
    gone: frozenset[int]
    out: Ints
    later: Index

    @cached_property
    def letters(self) -> tuple[list[bytes], list[bytes]]:
        """Each word of the vocabulary as it is written first; nothing, and each as it is written second."""
        first = [word.encode("utf-8") for word in self.vocabulary]
        return first, [b"", *(b" " + word for word in first)]

    @cached_property
    def numeric(self) -> Flags:
        """Which of nothing and the words of the vocabulary are numbers."""
        return np.array([False, *(word.isdigit() for word in self.vocabulary)])

    @cached_property
    def counted(self) -> tuple[Ints, Ints]:
        """All terms that somebody holds, rising, and how many documents hold each."""
        lengths = self.base.lengths
        if len(self.out):
            lengths = lengths.copy()
            np.subtract.at(lengths, index.owners(self.base, self.out), 1)
        at, new = index.placed(self.base.terms, self.later.terms)
        terms = np.insert(self.base.terms, at[new], self.later.terms[new])
        lengths = np.insert(lengths, at[new], 0)
        lengths[np.searchsorted(terms, self.later.terms)] += self.later.lengths
        return terms[lengths > 0], lengths[lengths > 0]

    def beginning(self, words: Ints) -> tuple[Ints, Ints]:
        """The terms of `counted` whose first word is one of these rising ones; few are looked at for few."""
        parts = []
        for rising in (self.base.terms, self.later.terms):
            starts, stops = np.searchsorted(rising, words << HALF), np.searchsorted(rising, words + 1 << HALF)
            parts.append(rising[runs(starts, stops - starts)])
        terms = index.distinct(np.concatenate(parts))
        lengths = self.lengths(terms)
        return terms[lengths > 0], lengths[lengths > 0]

    def lengths(self, terms: Ints) -> Ints:
        """How many documents hold each of these rising terms."""
        found = np.zeros(len(terms), dtype=np.int64)
        for one in (self.base, self.later):
            at, new = index.placed(one.terms, terms)
            found[~new] += one.lengths[at[~new]]
        at, new = index.placed(terms, self.base.terms[index.owners(self.base, self.out)])
        np.subtract.at(found, at[~new], 1)
        return found

    def held(self, terms: Ints) -> tuple[Ints, Ints | Holders]:
        """How many documents hold each of these terms (somebody does); all holders, term after term, rising
        in each."""
        if not self.gone and not len(self.later.terms):
            at = np.searchsorted(self.base.terms, terms)
            lengths = self.base.lengths[at]
            return lengths, self.base.holders[runs(self.base.stops[at] - lengths, lengths)]
        rows = _held(self.base, terms, self.gone)
        more = _held(self.later, terms, frozenset())
        rows = np.insert(rows, np.searchsorted(rows, more), more)
        return np.bincount(rows >> HALF, minlength=len(terms)), rows & LOW


def _held(one: Index, terms: Ints, gone: frozenset[int]) -> Ints:
    """The holders of these terms, each below the place of its term, rising; without those that are gone."""
    at, new = index.placed(one.terms, terms)
    here = np.flatnonzero(~new)
    lengths = one.lengths[at[here]]
    places = runs(one.stops[at[here]] - lengths, lengths)
    rows: Ints = np.repeat(here, lengths) << HALF | one.holders[places]
    return np.delete(rows, index.among(one.holders[places], gone)) if gone else rows


def built(documents: int, come: Iterable[Words], reader: Reads) -> Layers:
    """The index of these documents, ids rising."""
    numbering = reader.numbering([])
    base, words = counting.of(come, numbering), numbering.vocabulary
    return Layers(
        documents, words, list(map(reader.plain, words)), base, frozenset(), index.NONE, index.EMPTY
    )


def updated(
    old: Layers, documents: int, gone: Sequence[int], come: Iterable[Words], reader: Reads
) -> tuple[Layers, Ints]:
    """Without the ids that are gone and with the documents that come (ids rising, none held already), and the
    terms that are not held as they were."""
    numbering = reader.numbering(list(old.vocabulary))
    added, vocabulary = counting.of(come, numbering), numbering.vocabulary
    plain = old.plain + [reader.plain(word) for word in vocabulary[len(old.plain) :]]
    leaving = index.among(old.later.holders, gone)
    out = index.among(old.base.holders, set(gone) - old.gone)
    lost = [index.only(old.base, out), index.only(old.later, leaving)]
    later = index.merged([index.without(old.later, leaving), added])
    all_out = index.distinct(np.append(old.out, out))
    made = Layers(documents, vocabulary, plain, old.base, old.gone | set(gone), all_out, later)
    return made, index.different(index.merged(lost), added)


def flat(layers: Layers) -> Layers:
    """The same in one layer, to be kept for long."""
    if not layers.gone and not len(layers.later.terms):
        return layers
    terms, lengths = layers.counted
    holders = np.empty(int(lengths.sum()), dtype=np.int32)
    done = 0
    for part in index.portions(lengths):
        found = layers.held(terms[part])[1]
        holders[done : done + len(found)] = found
        done += len(found)
    base = Index(terms, lengths, holders)
    return replace(layers, base=base, gone=frozenset(), out=index.NONE, later=index.EMPTY)
