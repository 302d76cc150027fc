"""Words of documents -> terms: for each syllable and each pair of neighbours, who holds it and how much.

In a language written in syllables the pair is the word most of the time: its list is short, selective, and
carries nearness for free.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from gandan.search import index
from gandan.search.index import HALF, Flags, Holders, Index, Ints
from gandan.search.numbering import Numbering

PORTION = 2000  # documents that are sorted together: memory and the time of sorting stay small


@dataclass(frozen=True, slots=True)
class Words:
    """What is found of a document: its title and other names, and its text."""

    id: int
    names: Sequence[str]
    text: str


def of(documents: Iterable[Words], numbering: Numbering) -> Index:
    """The terms of these documents, whose ids rise; their new words join the vocabulary."""
    waiting = iter(documents)
    parts = []
    while portion := list(islice(waiting, PORTION)):
        words, owners = numbering.of(_marked(portion))
        keys = _keys(words, owners, len(numbering.vocabulary), 2 * len(portion))
        keys.sort()
        ids = np.array([one.id for one in portion], dtype=np.int64)
        parts.append(_counted(keys, ids, len(numbering.vocabulary)))
    return index.joined(parts)


def _marked(documents: Iterable[Words]) -> Iterator[tuple[int, str]]:
    """Every text with the place of its document, twice, and one more if it is a title."""
    for place, one in enumerate(documents):
        yield from ((2 * place + 1, name) for name in one.names)
        yield 2 * place, one.text


def _keys(words: Holders, owners: Holders, size: int, documents: int) -> Ints:
    """Term, document and title in one number each, so that one sort orders all three."""
    single, pair = words >= 0, (words[:-1] >= 0) & (words[1:] >= 0)
    middle = np.count_nonzero(single)
    keys = np.zeros(middle + np.count_nonzero(pair), dtype=np.int64)
    keys[middle:] = words[1:][pair]
    keys[middle:] += 1
    for part, first, here in ((keys[:middle], words, single), (keys[middle:], words[:-1], pair)):
        part += first[here].astype(np.int64) * (size + 1)
        part *= documents
        part += owners[: len(here)][here]
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
    first, second = np.divmod(terms[ends], size + 1)
    return Index(first << HALF | second, np.diff(ends, prepend=-1), holders)


def _ends(values: Ints) -> Flags:
    """Which values are the last of a run of equals."""
    return np.append(values[1:] != values[:-1], [True] * bool(len(values)))
