"""Words of documents -> postings: for each syllable and each pair of neighbours, who holds it and how much.

In a language written in syllables the pair is the word most of the time: its list is short, selective, and
carries nearness for free. Lists are capped, so that what a query costs does not grow with the archive.
NumPy does the sorting; nothing here knows files or pages.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]

CAP = 600  # documents of one accented pair or syllable that are kept
COMMON = 100  # of a syllable that more than a tenth of all documents hold: it tells little
RARE = 2000  # documents from which on a pair that stands in one body only is left out
BREAK = -1


@dataclass(frozen=True, slots=True)
class Words:
    """A document as words: canonical accented syllables of its title and of its text; "" parts them."""

    id: int
    title: Sequence[str]
    text: Sequence[str]


@dataclass(frozen=True, slots=True)
class Index:
    """All terms of an archive in rising order of word numbers, as flat arrays.

    Term `t` is the pair `first[t]`, `second[t]` (or the syllable `first[t]`, where `second[t]` is BREAK);
    its postings are `ids[starts[t]:starts[t + 1]]` with their `impacts`.
    """

    vocabulary: tuple[str, ...]
    first: Ints
    second: Ints
    frequency: Ints
    starts: Ints
    ids: Ints
    impacts: Ints


def build(documents: Iterable[Words]) -> Index:
    """The index of the documents, whose ids are distinct."""
    vocabulary: dict[str, int] = {}
    words, places, titles, ids = _numbered(documents, vocabulary)
    size = len(vocabulary) + 1
    following = np.append(words[1:], BREAK).astype(np.int64)
    single, pair = words >= 0, (words >= 0) & (following >= 0)
    parts = [
        _packed(words[single] * size, places[single], titles[single], len(ids)),
        _packed(words[pair] * size + following[pair] + 1, places[pair], titles[pair], len(ids)),
    ]
    del words, places, titles, following, single, pair
    keys = np.concatenate(parts)
    del parts
    keys.sort()
    numeric = np.array([False, *(word.isdigit() for word in vocabulary)])
    return _index(tuple(vocabulary), keys, np.array(ids, dtype=np.int64), numeric)


def _packed(terms: Ints, places: npt.NDArray[np.int32], titles: Flags, documents: int) -> Ints:
    """Term, document and title in one number each, so that one sort orders all three."""
    return (terms * documents + places) * 2 + titles


def _numbered(
    documents: Iterable[Words], vocabulary: dict[str, int]
) -> tuple[Ints, npt.NDArray[np.int32], Flags, list[int]]:
    """Every word as its number, with the place of its document and whether it stands in a title."""
    ids: list[int] = []
    numbers = array("i")
    lengths: list[tuple[int, int]] = []
    number = vocabulary.setdefault
    for document in sorted(documents, key=lambda one: one.id):
        ids.append(document.id)
        lengths.append((len(document.title) + 1, len(document.text) + 1))
        for field in (document.title, document.text):
            numbers.extend([number(word, len(vocabulary)) if word else BREAK for word in field])
            numbers.append(BREAK)
    spans = np.array(lengths, dtype=np.int64).reshape(-1, 2)
    places = np.repeat(np.arange(len(ids), dtype=np.int32), spans.sum(axis=1))
    titles = np.repeat(np.tile([True, False], len(ids)), spans.ravel())
    return np.array(numbers, dtype=np.int64), places, titles, ids


def _index(vocabulary: tuple[str, ...], keys: Ints, ids: Ints, numeric: Flags) -> Index:
    """Sorted keys -> postings: equal terms of one document become one, lists are capped."""
    documents, size = max(1, len(ids)), len(vocabulary) + 1
    heads = _heads(keys >> 1)
    lengths = np.diff(np.append(heads, len(keys)))
    last = keys[heads + lengths - 1] if len(heads) else keys
    impacts = (lengths > 1) + 2 * (last & 1)
    terms, holders = np.divmod(last >> 1, documents)
    keep, frequency = _kept(terms, impacts, size, documents, numeric)
    terms, holders, impacts, frequency = terms[keep], holders[keep], impacts[keep], frequency[keep]
    starts = _heads(terms)
    first, second = np.divmod(terms[starts], size)
    ends = np.append(starts, len(terms))
    return Index(vocabulary, first, second - 1, frequency[starts], ends, ids[holders], impacts)


def _heads(values: Ints) -> Ints:
    """Where each run of equal values begins."""
    if not len(values):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.append(True, values[1:] != values[:-1]))


def _kept(terms: Ints, impacts: Ints, size: int, documents: int, numeric: Flags) -> tuple[Flags, Ints]:
    """Which postings stay, and for each how many documents hold its term."""
    heads = _heads(terms)
    counts = np.diff(np.append(heads, len(terms)))
    frequency = np.repeat(counts, counts)
    single = terms % size == 0
    cap = np.where(single & (frequency * 10 > documents), COMMON, CAP)
    keep = np.ones(len(terms), dtype=bool)
    # By impact, then newest first: the rank of each posting within its term, where there are too many.
    many = np.flatnonzero(frequency > cap)
    order = many[np.lexsort((-many, -impacts[many], terms[many]))]
    firsts = _heads(terms[order])
    lengths = np.diff(np.append(firsts, len(order)))
    keep[order] = np.arange(len(order)) - np.repeat(firsts, lengths) < cap[order]
    if documents >= RARE:
        # Numbers stay: a document's number stands in one place more often than not.
        number = numeric[terms // size + 1] | numeric[terms % size]
        keep &= single | number | (frequency > 1) | (impacts >= 2)
    return keep, frequency
