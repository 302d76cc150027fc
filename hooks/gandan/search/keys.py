"""The keys under which terms are found: unaccented words (`dan chu`), syllables alone behind `!`.

A key is also a number that rises as the keys do, good for one vocabulary.
"""

from collections.abc import Sequence

import numpy as np

from gandan.search import index
from gandan.search.index import HALF, LOW, Ints
from gandan.search.layers import Layers

BITS = 31  # of a key's number below its first word: the second word plus one
PAIR = 1 << 2 * BITS  # no word begins with a sign before `!`, so syllables come before all pairs


class Keys:
    """The keys of one vocabulary: `words` are all without accents, rising; `plain` tells for each word of the
    vocabulary which of them it is."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self.words = sorted(set(layers.plain))
        self._number = {word: number for number, word in enumerate(self.words)}
        self.plain = np.array([self._number[word] for word in layers.plain], dtype=np.int64)

    def of(self, terms: Ints) -> Ints:
        """The number of each term's key."""
        return _pairs(self.plain, terms) + PAIR * (terms & LOW > 0)

    def order(self, terms: Ints) -> Ints:
        """The places of the terms in the order of their keys, and of their accented words in a key."""
        vocabulary = self._layers.vocabulary
        used = index.distinct(np.append(terms >> HALF, (terms & LOW) - 1))
        ordered = sorted(used[used >= 0].tolist(), key=vocabulary.__getitem__)
        ranks = np.zeros(len(vocabulary), dtype=np.int64)
        ranks[ordered] = np.arange(len(ordered))
        return np.lexsort((_pairs(ranks, terms), self.of(terms)))

    def spelled(self, keys: Ints) -> list[str]:
        """Keys as they are written: `dan chu`, `!dan`."""
        mask, words = (1 << BITS) - 1, self.words
        halves = zip((keys >> BITS & mask).tolist(), (keys & mask).tolist(), strict=True)
        return [f"{words[one]} {words[other - 1]}" if other else f"!{words[one]}" for one, other in halves]

    def numbers(self, keys: Sequence[str]) -> Ints:
        """The numbers of keys that are spelled; of rising keys they rise."""
        return np.array([self._read(key) for key in keys], dtype=np.int64)

    def _read(self, key: str) -> int:
        if key.startswith("!"):
            return self._number[key[1:]] << BITS
        first, _, second = key.partition(" ")
        return PAIR | self._number[first] << BITS | self._number[second] + 1

    def holding(self, wanted: Ints) -> tuple[Ints, Ints]:
        """The terms of these keys, whose numbers rise; and how many documents hold each."""
        firsts = np.zeros(len(self.words), dtype=np.bool_)
        firsts[wanted >> BITS & (1 << BITS) - 1] = True
        terms, lengths = self._layers.beginning(np.flatnonzero(firsts[self.plain]))
        found = np.flatnonzero(~index.placed(wanted, self.of(terms))[1])
        return terms[found], lengths[found]


def _pairs(ranks: Ints, terms: Ints) -> Ints:
    """The ranks of a term's words in one number."""
    above = np.append(0, ranks + 1)
    pairs: Ints = ranks[terms >> HALF] << BITS | above[terms & LOW]
    return pairs
