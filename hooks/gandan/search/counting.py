"""Words of documents -> terms: for each syllable and each pair of neighbours, who holds it and how much.

In a language written in syllables the pair is the word most of the time: its list is short, selective, and
carries nearness for free.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from gandan.search import index
from gandan.search.index import HALF, Holders, Index, Ints, ends
from gandan.search.lexicon import BREAK
from gandan.search.numbering import Numbering

PORTION = 2000  # documents that are sorted together: memory and the time of sorting stay small


@dataclass(frozen=True, slots=True)
class Words:
    """What is found of a document: its title and other names, and its text, in UTF-8."""

    id: int
    names: Sequence[bytes]
    text: bytes


def of(documents: Iterable[Words], numbering: Numbering) -> Index:
    """The terms of these documents, whose ids rise; their new words join the vocabulary."""
    return index.joined(_parts(iter(documents), numbering))


def _parts(documents: Iterator[Words], numbering: Numbering) -> Iterator[Index]:
    """The terms of some documents after another."""
    while portion := list(islice(documents, PORTION)):
        words, owners = numbering.of(_marked(portion))
        ids = np.array([one.id for one in portion], dtype=np.int32)
        yield from (_counted(*terms, ids) for terms in _terms(words, owners))


def _marked(documents: Iterable[Words]) -> Iterator[tuple[int, bytes]]:
    """Every text with the place of its document, twice, and one more if it is a title; these rise."""
    for place, one in enumerate(documents):
        yield 2 * place, one.text
        yield from ((2 * place + 1, name) for name in one.names)


def _terms(words: Holders, owners: Holders) -> Iterator[tuple[Holders, Holders, Holders]]:
    """All words, then all pairs of neighbours, each rising: the first word, the number of the second plus one
    (nothing for a word alone), the owner. The words begin with a break.

    The order of the words is that of the pairs by their second word, one place further on.
    """
    order = _rising(words)[np.count_nonzero(words == BREAK) :]
    yield words[order], np.zeros(len(order), dtype=np.int32), owners[order]
    firsts = words[order - 1]
    order = order[_rising(firsts)[np.count_nonzero(firsts == BREAK) :]]
    yield words[order - 1], words[order] + np.int32(1), owners[order]


def _rising(numbers: Holders) -> Ints:
    """The places of numbers from -1 on in their order, equals as they stand; NumPy counts 16 bits."""
    above = numbers + np.int32(1)
    order = np.argsort(above.astype(np.uint16), kind="stable")
    high = above >> 16
    return order[np.argsort(high[order].astype(np.uint16), kind="stable")] if high.any() else order


def _counted(firsts: Holders, seconds: Holders, owners: Holders, ids: Holders) -> Index:
    """Terms and holders in their order: equal terms of one document become one."""
    documents = owners >> 1
    last = np.flatnonzero(ends(firsts) | ends(seconds) | ends(documents))
    impacts = (np.diff(last, prepend=-1) > 1) | (owners[last] & 1) << 1
    terms = firsts[last].astype(np.int64) << HALF | seconds[last]
    lasts = np.flatnonzero(ends(terms))
    holders = (ids[documents[last]] << 2 | impacts).astype(np.int32)
    return Index(terms[lasts], np.diff(lasts, prepend=-1), holders)
