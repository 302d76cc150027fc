"""Texts -> the numbers of their words, without an object for each word.

There are millions of words, and few different ones. A short one is known by its bytes, read as two numbers of
eight bytes each: where a table has these stands the number of the word. Any other is asked for.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

import numpy as np
import numpy.typing as npt

from gandan.search.index import Holders, Ints
from gandan.search.normalise import SMALL

Halves = npt.NDArray[np.uint64]

BREAK = -1  # stands behind each text: no pair of neighbours goes over it
NOTHING = -2  # of a part without a word, as a dash
END = b"\n"  # a part that SMALL leaves in no text
BATCH = 100  # texts that are looked through together: what they need stays near the processor
SHORT = 16  # bytes of a part that the table may hold
BITS = 18  # of a place in the table
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # odd: every bit of a word turns the uppermost ones of the product
KEPT = np.array([(1 << 8 * size) - 1 for size in range(9)], dtype="<u8")  # so many bytes of eight


class Lexicon:
    """What `spelled` says of the parts of texts, the numbers of their words, is asked once for each."""

    def __init__(self, spelled: Callable[[bytes], list[int]]) -> None:
        self._spelled = spelled
        self._said = {END: [BREAK]}
        # Both halves of a part, and its number; where no part stands the first half is nothing.
        self._firsts, self._seconds = np.zeros((2, 1 << BITS), dtype="<u8")
        self._numbers = np.zeros(1 << BITS, dtype=np.int32)

    def of(self, texts: Iterable[bytes]) -> Iterator[Holders]:
        """The numbers of the words of these texts in UTF-8, a break behind each text."""
        waiting = (text.translate(SMALL) for text in texts)
        while batch := list(islice(waiting, BATCH)):
            parts = chain.from_iterable((text, END) for text in batch)
            yield self._looked_up(b" ".join([b"", *parts, b" " * SHORT]))

    def _looked_up(self, text: bytes) -> Holders:
        """The same of one text with its breaks; it begins with a blank and ends with many."""
        blank = np.frombuffer(text, dtype=np.uint8) == ord(" ")
        edges = np.flatnonzero(blank[1:] != blank[:-1]) + 1
        starts, sizes = edges[::2], edges[1::2] - edges[::2]
        first, second = _halves(text, starts, sizes)
        places = ((first + second * SPREAD) * SPREAD >> np.uint64(64 - BITS)).view(np.int64)
        strange = (self._firsts[places] != first) | (self._seconds[places] != second) | (sizes > SHORT)
        numbers, rows = self._numbers[places], np.flatnonzero(strange)
        spans = zip(starts[rows].tolist(), sizes[rows].tolist(), strict=True)
        parts = [text[start : start + size] for start, size in spans]
        new = {part: row for part, row in zip(parts, rows.tolist(), strict=True) if part not in self._said}
        for part, row in new.items():
            said = self._said[part] = self._spelled(part) or [NOTHING]
            if len(said) == 1 and len(part) <= SHORT and not self._firsts[places[row]]:
                self._firsts[places[row]], self._seconds[places[row]] = first[row], second[row]
                self._numbers[places[row]] = said[0]
        return _filled(numbers, rows, [self._said[part] for part in parts])


def _halves(text: bytes, starts: Ints, sizes: Ints) -> tuple[Halves, Halves]:
    """The first and the second eight bytes of the parts, without what stands behind a part."""
    eight: Halves = np.ndarray(len(text) - 7, "<u8", text, strides=(1,))  # that begin at each byte
    first = eight[starts] & KEPT[np.minimum(sizes, 8)]
    second, long = np.zeros_like(first), np.flatnonzero(sizes > 8)  # few are
    second[long] = eight[starts[long] + 8] & KEPT[np.minimum(sizes[long] - 8, 8)]
    return first, second


def _filled(numbers: Holders, rows: Ints, said: list[list[int]]) -> Holders:
    """With what was said of these rows, which may be of several words or none."""
    numbers[rows] = [one[0] for one in said]
    more = [len(one) - 1 for one in said]
    if any(more):
        numbers = np.insert(numbers, np.repeat(rows + 1, more), [each for one in said for each in one[1:]])
    words: Holders = numbers[numbers != NOTHING]
    return words
