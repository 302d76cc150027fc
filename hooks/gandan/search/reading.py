"""Documents -> their words for the index and the cards of results, each document read once."""

import json
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from gandan.cache import digest
from gandan.outputs import Data
from gandan.search import gzipped, ids
from gandan.search.abbreviations import Shortener
from gandan.search.counting import Words
from gandan.search.documents import Found
from gandan.search.kept import Held, Kept
from gandan.search.normalise import Speller
from gandan.search.numbering import Numbering


class Reader:
    """Reads documents; `held` has the cards of earlier builds and gets the new ones.

    By their `ids`, which rise: what was `found`; `sums` and `cards` name what the words and the card of each
    document are made from; `shown` is what the card shows beside the words.
    """

    def __init__(self, found: Sequence[Found], speller: Speller, shortener: Shortener, held: Held) -> None:
        self._speller, self._shortener, self._stock = speller, shortener, held.cards
        self.ids = ids.of(found, held.kept.ids)
        self.found = dict(sorted(zip(self.ids.given, found, strict=True), key=itemgetter(0)))
        self.sums = {id_: one.sum() for id_, one in self.found.items()}
        self.shown = {id_: one.shown() for id_, one in self.found.items()}
        self.cards = dict(self._named(held.kept))

    def _named(self, old: Kept) -> Iterator[tuple[int, bytes]]:
        """Each id with the sum of its card, which is added up anew only where something changed."""
        before, face = old.words.get, old.shown.get
        for (id_, sum_), shown in zip(self.sums.items(), self.shown.values(), strict=True):
            same = before(id_) == sum_ and face(id_) == shown
            yield id_, old.cards[id_] if same else digest(sum_, shown.encode("utf-8"))

    def words(self, wanted: Iterable[int]) -> Iterator[Words]:
        """The words of the documents of these ids, in this order."""
        for identity in wanted:
            one, text, sections = self._read(identity)
            self._stock.keep(self.cards[identity], _card(one, text, sections))
            names = (one.wording.title, *one.wording.names)
            yield Words(identity, [name.encode("utf-8") for name in names], text)

    def numbering(self, vocabulary: list[str]) -> Numbering:
        """Numbers for the words of documents; those of the vocabulary have theirs."""
        return Numbering(vocabulary, self._speller, self._shortener)

    def plain(self, word: str) -> str:
        """A word without accents."""
        return self._speller.plain(word)

    def card(self, identity: int) -> Data:
        """What a result shows, as the browser gets it."""
        return self._stock.get(self.cards[identity], lambda: _card(*self._read(identity)))

    def _read(self, identity: int) -> tuple[Found, bytes, list[tuple[int, str]]]:
        """A document with its words at hand, its text in UTF-8, and where its sections begin."""
        one = self.found[identity].opened()
        text, sections = one.read()
        return one, text.encode("utf-8"), sections


CONTROLS = bytes({*range(32)} - {*b"\n"})
_SHORT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def json_(content: object) -> bytes:
    """JSON as short as it can be, letters as letters."""
    return _SHORT.encode(content).encode("utf-8")


def quoted(text: bytes) -> bytes:
    """A text in UTF-8 as JSON; most hold no control character but ends of lines."""
    if len(text.translate(None, CONTROLS)) < len(text):
        return json_(text.decode("utf-8"))
    return b'"%b"' % text.replace(b"\\", rb"\\").replace(b'"', rb"\"").replace(b"\n", rb"\n")


def _card(one: Found, text: bytes, sections: list[tuple[int, str]]) -> bytes:
    places = b',"a":' + json_(sections) if sections else b""
    return gzipped.of(b'%b,"x":%b%b}' % (json_(one.face())[:-1], quoted(text), places))
