"""Texts -> numbers of their words, many texts at once; what one word costs is paid millions of times."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, takewhile

import numpy as np

from gandan.search.abbreviations import Shortener
from gandan.search.index import Flags, Holders
from gandan.search.normalise import NUMBER, NUMERO, Speller

BREAK = -1  # stands between two texts: no pair of neighbours goes over it
STRANGE = -2  # of a word that no text holds
APART = array("i", [BREAK]).tobytes()


class Numbering:
    """The number of each word of a `vocabulary`, which new words join."""

    def __init__(self, vocabulary: list[str], speller: Speller, shortener: Shortener) -> None:
        self.vocabulary = vocabulary
        self._speller, self._shortener = speller, shortener
        self._numbers = {word: number for number, word in enumerate(vocabulary)}
        self._parts = _Parts(self)

    def number(self, word: str) -> int:
        """The number of a canonical accented word."""
        found = self._numbers.setdefault(word, len(self.vocabulary))
        if found == len(self.vocabulary):
            self.vocabulary.append(word)
        return found

    def spelled(self, part: str) -> bytes:
        """The numbers of the words between two blanks, as bytes."""
        return array("i", map(self.number, self._speller.words(part))).tobytes()

    def of(self, texts: Iterable[tuple[int, str]]) -> tuple[Holders, Holders]:
        """The numbers of all words and breaks of some texts, and beside each the number given with its text.

        Behind the words stand, each between its neighbours, the short forms of the long names among them.
        """
        marks, lengths, found = [0], [1], [APART]
        for mark, text in texts:
            spelled = b"".join(map(self._parts.__getitem__, text.split()))
            found += spelled, APART
            marks.append(mark)
            lengths.append(len(spelled) // len(APART) + 1)
        words: Holders = np.frombuffer(b"".join(found), dtype=np.intc)
        owners = np.repeat(np.array(marks, dtype=np.int32), lengths)
        stays = self._stays(words)
        words, owners = words[stays], owners[stays]
        more, places = self._shortened(words)
        return np.append(words, more), np.append(owners, owners[places])

    def _stays(self, words: Holders) -> Flags:
        """All but `số` between a kind of document and its number: `chỉ thị số 14` is `chỉ thị 14`."""
        stays = np.ones(len(words), dtype=np.bool_)
        known = [self._numbers[word] for word in NUMERO if word in self._numbers]
        numbers = self._are(word for word in self.vocabulary if NUMBER.fullmatch(word))
        places = np.flatnonzero(np.isin(words[:-1], known) & numbers[words[1:]])
        for place in places.tolist():
            before = takewhile(lambda one: one != BREAK, words[max(place - 2, 0) : place][::-1].tolist())
            stays[place] = not self._speller.kind([self.vocabulary[one] for one in before][::-1])
        return stays

    def _are(self, words: Iterable[str]) -> Flags:
        """Which numbers are those of these words; behind them that of a break."""
        flags = np.zeros(len(self.vocabulary) + 1, dtype=np.bool_)
        flags[[self._numbers[word] for word in words if word in self._numbers]] = True
        return flags

    def _shortened(self, words: Holders) -> tuple[Holders, Sequence[int]]:
        """The short forms of the long names that stand there, and of each of these words where it belongs."""
        more: list[int] = []
        places: list[int] = []
        done = 0
        for place, end, short in sorted(self._long(words), key=lambda one: (one[0], -one[1])):
            if place >= done:
                done = end
                added = [BREAK, int(words[place - 1]), *map(self.number, short), int(words[end])]
                more += added
                places += [place] * len(added)
        return np.array(more, dtype=np.int32), places

    def _long(self, words: Holders) -> Iterator[tuple[int, int, list[str]]]:
        """Where a long name begins and ends, and its short form."""
        forms = self._shortener.forms
        begun = np.flatnonzero(self._are(forms)[words])
        longest = max((len(long) for long, _ in chain.from_iterable(forms.values())), default=0)
        padded = np.append(words, np.full(longest, BREAK, dtype=np.int32))
        for long, short in chain.from_iterable(forms.values()):
            places = begun
            for step, word in enumerate(long):
                places = places[padded[places + step] == self._numbers.get(word, STRANGE)]
            yield from ((place, place + len(long), short) for place in places.tolist())


class _Parts(dict[str, bytes]):
    """What stands between two blanks, and the numbers of its words; the same comes again and again."""

    def __init__(self, numbering: Numbering) -> None:
        super().__init__()
        self._numbering = numbering

    def __missing__(self, part: str) -> bytes:
        self[part] = found = self._numbering.spelled(part)
        return found
