"""Documents -> their words for the index and the cards of results, each document read once."""

import json
from collections.abc import Iterable, Iterator, Mapping

from gandan.cache import digest
from gandan.outputs import Data
from gandan.search import gzipped
from gandan.search.abbreviations import Shortener
from gandan.search.counting import Words
from gandan.search.documents import Found
from gandan.search.normalise import Speller
from gandan.search.numbering import Numbering
from gandan.stock import Stock


class Reader:
    """Reads the documents of some ids; `stock` has the cards of earlier builds and gets the new ones.

    `sums` and `cards` name what the words and the card of each document are made from.
    """

    def __init__(
        self, found: Mapping[int, Found], speller: Speller, shortener: Shortener, stock: Stock
    ) -> None:
        self._found, self._speller, self._shortener, self._stock = found, speller, shortener, stock
        self.sums = {identity: one.words() for identity, one in found.items()}
        shown = (one.shown() for one in found.values())
        self.cards = dict(zip(found, map(digest, self.sums.values(), shown), strict=True))

    def words(self, ids: Iterable[int]) -> Iterator[Words]:
        """The words of these documents, in this order."""
        for identity in ids:
            one = self._found[identity]
            text, sections = one.read()
            data = text.encode("utf-8")
            self._stock.keep(self.cards[identity], _card(one, data, sections))
            yield Words(identity, [name.encode("utf-8") for name in (one.title, *one.names)], data)

    def numbering(self, vocabulary: list[str]) -> Numbering:
        """Numbers for the words of documents; those of the vocabulary have theirs."""
        return Numbering(vocabulary, self._speller, self._shortener)

    def plain(self, word: str) -> str:
        """A word without accents."""
        return self._speller.plain(word)

    def card(self, identity: int) -> Data:
        """What a result shows, as the browser gets it."""
        return self._stock.get(self.cards[identity], lambda: self._made(identity))

    def _made(self, identity: int) -> bytes:
        one = self._found[identity]
        text, sections = one.read()
        return _card(one, text.encode("utf-8"), sections)


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
