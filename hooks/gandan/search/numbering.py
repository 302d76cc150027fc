"""Texts -> numbers of their words, many texts at once; what one word costs is paid millions of times."""

from collections.abc import Iterable, Iterator
from itertools import chain, takewhile

import numpy as np

from gandan.search.abbreviations import Shortener
from gandan.search.index import NONE, Flags, Holders, Ints
from gandan.search.lexicon import BREAK, Lexicon
from gandan.search.normalise import NUMBER, NUMERO, Speller

STRANGE = -2  # of a word that no text holds
FIRST = np.full(2, BREAK, dtype=np.int32)  # before the first text


class Numbering:
    """The number of each word of a `vocabulary`, which new words join."""

    def __init__(self, vocabulary: list[str], speller: Speller, shortener: Shortener) -> None:
        self.vocabulary = vocabulary
        self._speller, self._shortener = speller, shortener
        self._numbers = {word: number for number, word in enumerate(vocabulary)}
        self._lexicon = Lexicon(self.spelled)

    def number(self, word: str) -> int:
        """The number of a canonical accented word."""
        found = self._numbers.setdefault(word, len(self.vocabulary))
        if found == len(self.vocabulary):
            self.vocabulary.append(word)
        return found

    def spelled(self, part: bytes) -> list[int]:
        """The numbers of the words of a part of a text."""
        return list(map(self.number, self._speller.words(part.decode("utf-8"))))

    def of(self, texts: Iterable[tuple[int, bytes]]) -> tuple[Holders, Holders]:
        """The numbers of all words of some texts with a break behind each, and beside each the number given
        with its text; these rise.

        Behind the words of a text stand the short forms of its long names, each between its neighbours.
        """
        marks, bodies = zip(*texts, strict=True) if (texts := [*texts]) else ((), ())
        words: Holders = np.concatenate([FIRST, *self._lexicon.of(bodies)])
        lengths = np.diff(np.flatnonzero(words == BREAK), prepend=-1)
        owners = np.repeat(np.array([0, 0, *marks], dtype=np.int32), lengths)
        skipped = self._skipped(words)
        words, owners = np.delete(words, skipped), np.delete(owners, skipped)
        more, places = self._shortened(words)
        at = np.searchsorted(owners, owners[places], side="right")
        return np.insert(words, at, more), np.insert(owners, at, owners[places])

    def _skipped(self, words: Holders) -> list[int]:
        """Places of `số` between a kind of document and its number: `chỉ thị số 14` is `chỉ thị 14`."""
        places = np.flatnonzero(self._are(NUMERO)[words])
        near = zip(places.tolist(), words[places + 1].tolist(), strict=True)
        return [place for place, after in near if self._is_number(after) and self._is_kind(words, place)]

    def _is_number(self, word: int) -> bool:
        return word != BREAK and bool(NUMBER.fullmatch(self.vocabulary[word]))

    def _is_kind(self, words: Holders, place: int) -> bool:
        """Whether the two words before this place are a kind of document."""
        behind = takewhile(lambda number: number != BREAK, words[place - 2 : place].tolist()[::-1])
        return self._speller.kind([self.vocabulary[number] for number in behind][::-1])

    def _are(self, words: Iterable[str]) -> Flags:
        """Which numbers are those of these words; behind them that of a break."""
        flags = np.zeros(len(self.vocabulary) + 1, dtype=np.bool_)
        flags[[self._numbers[word] for word in words if word in self._numbers]] = True
        return flags

    def _shortened(self, words: Holders) -> tuple[Holders, Ints]:
        """The short forms of the long names that stand there, each between its neighbours with a break behind
        it, and of each of these words where it belongs."""
        more, belongs = [NONE], [NONE]
        for short, places, ends in self._chosen(words):
            fixed = [np.full(len(places), number) for number in [*map(self.number, short), BREAK]]
            rows = np.column_stack([words[places - 1], *fixed[:-1], words[ends], fixed[-1]])
            more.append(rows.ravel())
            belongs.append(np.repeat(places, rows.shape[1]))
        return np.concatenate(more), np.concatenate(belongs)

    def _chosen(self, words: Holders) -> Iterator[tuple[list[str], Ints, Ints]]:
        """Each short form with where its long name begins and ends: of names that overlap the first, of those
        that begin together the longest."""
        forms = list(chain.from_iterable(self._shortener.forms.values()))
        begun = np.flatnonzero(self._are(self._shortener.forms)[words])
        padded = np.append(words, np.full(max((len(long) for long, _ in forms), default=0), BREAK, np.int32))
        firsts = words[begun]
        found = [self._begins(padded, begun, firsts, long) for long, _ in forms]
        which = np.repeat(np.arange(len(forms)), list(map(len, found)))
        places = np.concatenate([NONE, *found])
        ends = places + np.array([len(long) for long, _ in forms], dtype=np.int64)[which]
        order = np.lexsort((-ends, places))
        order = order[list(_apart(places[order].tolist(), ends[order].tolist()))]
        for form in sorted(set(which[order].tolist())):
            here = order[which[order] == form]
            yield forms[form][1], places[here], ends[here]

    def _begins(self, words: Holders, places: Ints, firsts: Holders, long: tuple[str, ...]) -> Ints:
        """At which of these places, where these words stand, a long name begins."""
        first, *others = (self._numbers.get(word, STRANGE) for word in long)
        places = places[np.flatnonzero(firsts == first)]
        for step, number in enumerate(others, 1):
            places = places[words[places + step] == number]
        return places


def _apart(begins: list[int], ends: list[int]) -> Iterator[int]:
    """Which of these runs begin when the one before that counts has ended."""
    done = 0
    for row, (begin, end) in enumerate(zip(begins, ends, strict=True)):
        if begin >= done:
            done = end
            yield row
