"""Letters -> syllables: one spelling for each word, however it was written.

overrides/assets/search/normalise.js keeps the same rules; tests/search-vectors.json holds the two together.
Combining marks are those of U+0300-U+036F, which Vietnamese needs: both languages know the same ones,
whatever their version of Unicode.
"""

import re
import string
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from gandan.vietnamese import LOOK_ALIKES

K = TypeVar("K")
V = TypeVar("V")

MARKS = "\u0300-\u036f"
UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
TONES = "\u0300\u0301\u0303\u0309\u0323"

RUN = re.compile(f"[\\w{MARKS}{UNSEEN}]+")
# `qh15` is qh 15 and `2282a` is 2282 a, but `h2o` is one word. `_` is a letter to RUN, never to PIECE.
PIECE = re.compile(f"[0-9]+|[^\\W_](?:(?:[^\\W_]|[{MARKS}])*(?:[^\\W_0-9]|[{MARKS}]))?")
# Old style puts the tone of an open oa, oe, uy on the first vowel; the u of `quý` is no vowel.
OPEN = re.compile(f"((?:^|[^q])u(?=y)|o(?=[ae]))([aey])([{TONES}])\\Z")
QU = re.compile(f"^(qu)([{TONES}])([aeiouy][\u0302\u0306\u031b]?)")

NUMERO = ("số", "so")
# Kinds of documents, the last two words before `số` and a number.
KIND = re.compile(
    "chi thi|cong van|huong dan|ke hoach|ket luan|(nghi|quy|quyet) dinh|nghi quyet|phap lenh|thong (bao|tu)"
    "|(.* )?luat"
)
NUMBER = re.compile("[0-9]+")

# Of ASCII: signs that no run of letters holds, and capitals. Without both, what stands between blanks has the
# words of a text, and there are few different parts.
SIGNS = bytes(code for code in range(128) if not RUN.match(chr(code)))
SMALL = bytes.maketrans(
    SIGNS + string.ascii_uppercase.encode(), b" " * len(SIGNS) + string.ascii_lowercase.encode()
)


class Syllable(NamedTuple):
    """A word of a text: without accents, with them, and where it stands (`text[start:end]`, code points)."""

    plain: str
    accented: str
    start: int
    end: int


class _Remembered(dict[K, V], Generic[K, V]):
    """A function whose answers are kept; looking one up costs half of what functools.cache does."""

    def __init__(self, answer: Callable[[K], V]) -> None:
        self._answer = answer

    def __missing__(self, key: K) -> V:
        self[key] = found = self._answer(key)
        return found


def _shape(code: int) -> str:
    """A code point as lower-case letters of their plain shape; nothing for what is not seen."""
    shape = re.sub(f"[{UNSEEN}]", "", unicodedata.normalize("NFKC", chr(code)))
    return shape.translate(LOOK_ALIKES).lower()


_SHAPES = _Remembered(_shape)


def canonical(word: str) -> str:
    """One syllable in its one spelling: `HOÀ` -> `hòa`, `07` -> `7`."""
    letters = word.translate(_SHAPES)
    if letters.isascii():  # a number, or a word without marks
        return (letters.lstrip("0") or "0") if letters.isdigit() else letters
    loose = OPEN.sub(r"\1\3\2", unicodedata.normalize("NFD", letters))
    return unicodedata.normalize("NFC", QU.sub(r"\1\3\2", loose))


def fold(word: str) -> str:
    """One syllable without accents: `Đất` -> `dat`; đ has no decomposition, so it is told apart."""
    bare = re.sub(f"[{MARKS}]", "", unicodedata.normalize("NFD", canonical(word)))
    return unicodedata.normalize("NFC", bare.replace("đ", "d"))


def _shaped(run: str) -> tuple[str, ...]:
    """The canonical words of one run of letters."""
    return tuple(map(canonical, PIECE.findall(run.translate(_SHAPES))))


def _spelled(run: str) -> list[Syllable]:
    """The same words with their plain forms and their places in the run."""
    letters = [_SHAPES[ord(letter)] for letter in run]
    at = [place for place, shape in enumerate(letters) for _ in shape]
    found = []
    for piece in PIECE.finditer("".join(letters)):
        word = canonical(piece.group())
        found.append(Syllable(fold(word), word, at[piece.start()], at[piece.end() - 1] + 1))
    return found


class Speller:
    """Spells texts and remembers the words it met: an archive of millions of words has a few thousand."""

    def __init__(self) -> None:
        self._plain = _Remembered(fold)
        self._shaped = _Remembered(_shaped)

    def plain(self, word: str) -> str:
        """A canonical word without accents."""
        return self._plain[word]

    def words(self, part: str) -> list[str]:
        """The canonical accented words of what stands between two blanks: no run of letters holds a blank."""
        return [word for run in RUN.findall(part) for word in self._shaped[run]]

    def tokens(self, text: str) -> list[str]:
        """The canonical accented words of a text, in order."""
        words = self.words(text)
        for place in reversed(self._skipped(words)):
            del words[place]
        return words

    def syllables(self, text: str) -> list[Syllable]:
        """The same words with their plain forms and places: for excerpts, where a hit is marked."""
        found = [
            Syllable(one.plain, one.accented, run.start() + one.start, run.start() + one.end)
            for run in RUN.finditer(text)
            for one in _spelled(run.group())
        ]
        for place in reversed(self._skipped([one.accented for one in found])):
            del found[place]
        return found

    def kind(self, before: Sequence[str]) -> bool:
        """Whether the last two words before `số` and a number name a kind of document."""
        return bool(KIND.fullmatch(" ".join(map(self.plain, before))))

    def _skipped(self, words: list[str]) -> list[int]:
        """Places of `số` between a kind of document and its number: `chỉ thị số 14` is `chỉ thị 14`."""
        places = chain.from_iterable(_places(words, numero) for numero in NUMERO)
        return sorted(place for place in places if self._names_a_number(words, place))

    def _names_a_number(self, words: list[str], place: int) -> bool:
        after = "".join(words[place + 1 : place + 2])
        return bool(NUMBER.fullmatch(after)) and self.kind(words[max(place - 2, 0) : place])


def _places(words: list[str], word: str) -> Iterator[int]:
    place = -1
    with suppress(ValueError):
        while True:
            place = words.index(word, place + 1)
            yield place


def tokens(text: str) -> list[str]:
    """The canonical accented words of one text; for many texts, keep a `Speller`."""
    return Speller().tokens(text)


def syllables(text: str) -> list[Syllable]:
    """The words of one text and where they stand in it as given; for many texts, keep a `Speller`."""
    return Speller().syllables(text)
