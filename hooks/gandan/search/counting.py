"""Words of documents -> terms: for each syllable and each pair of neighbours, who holds it and how much.

In a language written in syllables the pair is the word most of the time: its list is short, selective, and
carries nearness for free.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]
Holders: TypeAlias = npt.NDArray[np.int32]
Flags: TypeAlias = npt.NDArray[np.bool_]

BREAK = -1
HALF = 32  # bits of a term below its first word: the second word plus one, nothing for a syllable alone
LOW = (1 << HALF) - 1


@dataclass(frozen=True, slots=True)
class Words:
    """A document as words: canonical accented syllables of its title and of its text; "" parts them."""

    id: int
    title: Sequence[str]
    text: Sequence[str]


class Counted(NamedTuple):
    """How many documents there are; their terms, lengths and holders as those of an Index."""

    documents: int
    terms: Ints
    lengths: Ints
    holders: Holders


def of(documents: Iterable[Words], vocabulary: list[str]) -> Counted:
    """The terms of these documents, whose ids rise; their new words join the vocabulary."""
    numbers = _Numbers(vocabulary)
    words, places, titles, ids = _numbered(documents, numbers)
    vocabulary += list(numbers)[len(vocabulary) + 1 :]
    keys = _keys(words, places, titles, len(numbers), len(ids))
    del words, places, titles
    keys.sort()
    return _counted(keys, np.array(ids, dtype=np.int64), len(numbers))


class _Numbers(dict[str, int]):
    """The number of each word, a new one's if need be; a break has its own."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__((word, number) for number, word in enumerate(["", *known], BREAK))

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self) - 1
        return number


def _keys(words: Holders, places: Holders, titles: Flags, size: int, documents: int) -> Ints:
    """Term, document and title in one number each, so that one sort orders all three; made where they stay,
    because this is the most memory that an index takes."""
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


def _counted(keys: Ints, ids: Ints, size: int) -> Counted:
    """Sorted keys, which it uses up -> terms and holders: equal terms of one document become one."""
    titles = (keys & 1).astype(np.int8)
    keys >>= 1
    last = np.flatnonzero(_ends(keys))
    impacts = (np.diff(last, prepend=-1) > 1).astype(np.int8) + 2 * titles[last]
    terms, places = np.divmod(keys[last], max(1, len(ids)))
    holders = (ids[places] << 2 | impacts).astype(np.int32) if len(ids) else places.astype(np.int32)
    ends = np.flatnonzero(_ends(terms))
    first, second = np.divmod(terms[ends], size)
    return Counted(len(ids), first << HALF | second, np.diff(ends, prepend=-1), holders)


def _ends(values: Ints) -> Flags:
    """Which values are the last of a run of equals."""
    return np.append(values[1:] != values[:-1], [True] * bool(len(values)))


def _numbered(
    documents: Iterable[Words], vocabulary: dict[str, int]
) -> tuple[Holders, Holders, Flags, list[int]]:
    """Every word as its number, with the place of its document and whether it stands in a title."""
    ids: list[int] = []
    numbers = array("i")
    lengths: list[tuple[int, int]] = []
    for document in documents:
        ids.append(document.id)
        lengths.append((len(document.title) + 1, len(document.text) + 1))
        for field in (document.title, document.text):
            numbers.extend(map(vocabulary.__getitem__, field))
            numbers.append(BREAK)
    spans = np.array(lengths, dtype=np.int64).reshape(-1, 2)
    places = np.repeat(np.arange(len(ids), dtype=np.int32), spans.sum(axis=1))
    titles = np.repeat(np.tile([True, False], len(ids)), spans.ravel())
    return np.array(numbers, dtype=np.int32), places, titles, ids
