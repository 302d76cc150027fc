"""Words of documents -> terms: for each syllable and each pair of neighbours, who holds it and how much.

In a language written in syllables the pair is the word most of the time: its list is short, selective, and
carries nearness for free.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from gandan.search import index
from gandan.search.index import HALF, Flags, Holders, Index, Ints

BREAK = -1
PORTION = 2000  # documents that are sorted together: memory and the time of sorting stay small


@dataclass(frozen=True, slots=True)
class Words:
    """A document as words: canonical accented syllables of its title and of its text; "" parts them."""

    id: int
    title: Sequence[str]
    text: Sequence[str]


def of(documents: Iterable[Words], vocabulary: list[str]) -> Index:
    """The terms of these documents, whose ids rise; their new words join the vocabulary."""
    numbers = _Numbers(vocabulary)
    waiting = iter(documents)
    parts = []
    while portion := list(islice(waiting, PORTION)):
        words, places, titles = _numbered(portion, numbers)
        keys = _keys(words, places, titles, len(numbers), len(portion))
        keys.sort()
        ids = np.array([one.id for one in portion], dtype=np.int64)
        parts.append(_counted(keys, ids, len(numbers)))
    vocabulary += list(numbers)[len(vocabulary) + 1 :]
    return index.joined(parts)


class _Numbers(dict[str, int]):
    """The number of each word, a new one's if need be; a break has its own."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__((word, number) for number, word in enumerate(["", *known], BREAK))

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self) - 1
        return number


def _keys(words: Holders, places: Holders, titles: Flags, size: int, documents: int) -> Ints:
    """Term, document and title in one number each, so that one sort orders all three."""
    single, pair = words >= 0, (words[:-1] >= 0) & (words[1:] >= 0)
    middle = np.count_nonzero(single)
    keys = np.zeros(middle + np.count_nonzero(pair), dtype=np.int64)
    keys[middle:] = words[1:][pair]
    keys[middle:] += 1
    for part, first, here in ((keys[:middle], words, single), (keys[middle:], words[:-1], pair)):
        part += first[here].astype(np.int64) * size
        part *= documents
        part += places[: len(here)][here]
        part *= 2
        part += titles[: len(here)][here]
    return keys


def _counted(keys: Ints, ids: Ints, size: int) -> Index:
    """Sorted keys, which it uses up -> terms and holders: equal terms of one document become one."""
    titles = (keys & 1).astype(np.int8)
    keys >>= 1
    last = np.flatnonzero(_ends(keys))
    impacts = (np.diff(last, prepend=-1) > 1).astype(np.int8) + 2 * titles[last]
    terms, places = np.divmod(keys[last], len(ids))
    holders = (ids[places] << 2 | impacts).astype(np.int32)
    ends = np.flatnonzero(_ends(terms))
    first, second = np.divmod(terms[ends], size)
    return Index(first << HALF | second, np.diff(ends, prepend=-1), holders)


def _ends(values: Ints) -> Flags:
    """Which values are the last of a run of equals."""
    return np.append(values[1:] != values[:-1], [True] * bool(len(values)))


def _numbered(documents: Sequence[Words], vocabulary: Mapping[str, int]) -> tuple[Holders, Holders, Flags]:
    """Every word as its number, with the place of its document and whether it stands in a title."""
    numbers = array("i")
    lengths: list[int] = []
    for document in documents:
        lengths += len(document.title) + 1, len(document.text) + 1
        for field in (document.title, document.text):
            numbers.extend(map(vocabulary.__getitem__, field))
            numbers.append(BREAK)
    spans = np.array(lengths, dtype=np.int64)
    owners = np.repeat(np.arange(len(documents), dtype=np.int32), 2)
    titles = np.tile([True, False], len(documents))
    return np.array(numbers, dtype=np.int32), np.repeat(owners, spans), np.repeat(titles, spans)
