"""Documents -> their words for the index and the cards of results, each document read once."""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping

from gandan.cache import digest
from gandan.outputs import Data
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
        self.cards = {id_: digest(self.sums[id_], one.shown()) for id_, one in found.items()}

    def words(self, ids: Iterable[int]) -> Iterator[Words]:
        """The words of these documents, in this order."""
        for identity in ids:
            one = self._found[identity]
            text, sections = one.read()
            self._stock.keep(self.cards[identity], _card(one, text, sections))
            yield Words(identity, (one.title, *one.names), text)

    def numbering(self, vocabulary: list[str]) -> Numbering:
        """Numbers for the words of documents; those of the vocabulary have theirs."""
        return Numbering(vocabulary, self._speller, self._shortener)

    def plain(self, word: str) -> str:
        """A word without accents."""
        return self._speller.plain(word)

    def card(self, identity: int) -> Data:
        """What a result shows, as the browser gets it."""
        one = self._found[identity]
        return self._stock.get(self.cards[identity], lambda: _card(one, *one.read()))


_SHORT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def json_(content: object) -> bytes:
    """JSON as short as it can be, letters as letters."""
    return _SHORT.encode(content).encode("utf-8")


def _card(one: Found, text: str, sections: list[tuple[int, str]]) -> bytes:
    card = one.card | {"x": text} | ({"a": sections} if sections else {})
    return gzip.compress(json_(card), 9, mtime=0)
