"""One way of writing out of many: odd dashes, blanks, Đ and split letters become plain ones.

Offsets in the folded text can be led back to the text as it was given. Nothing is judged here.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from gandan.patterns import late, look

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
SLASHES = "\u2044\u2215\uff0f"
BLANKS = "\u00a0\u2007\u202f"
VANISHING = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# Eth and the African Đ look like Đ but are other letters; İ alone would grow when made small.
LETTERS = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ", "\u0130": "I"}

PLAIN = str.maketrans(
    LETTERS | dict.fromkeys(DASHES, "-") | dict.fromkeys(SLASHES, "/") | dict.fromkeys(BLANKS, " ")
)
# Whatever is written otherwise.
LOOK = f"[{''.join(LETTERS)}{DASHES}{SLASHES}{BLANKS}{VANISHING}\u0300-\u036f]"
ODD, HOLDS_ODD = late(LOOK), look(LOOK)
SHIFTING = late(f"[{VANISHING}\u0300-\u036f]")
STANDING = late(f"[^{VANISHING}]+")
LONGEST_LETTER = 6  # a letter with more marks than this is no Vietnamese letter

# A blank within a phrase: a line may end there, a paragraph may not.
_line_end = r"\n(?![^\S\n]{0,9}\n)[^\S\n]{0,3}"
GAP = rf"(?:[^\S\n]{{1,3}}(?:{_line_end})?|{_line_end})"
LOOSE = rf"[^\S\n]{{0,3}}(?:{_line_end})?"  # the same, or nothing
BLANK = r"[\s\x1c-\x1f]"  # for looks: what Python takes for blank

MARKS = "\u0300\u0301\u0309\u0303\u0323"
TONES = {
    unicodedata.normalize("NFC", first + second + mark): unicodedata.normalize("NFC", first + mark + second)
    for first, second in ("oa", "oe", "uy")
    for mark in MARKS
}
LATE_TONE = late("|".join(TONES))


class Folded(NamedTuple):
    """A folded text; `starts` and `ends` tell where each letter stood (None: where it stands)."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the given text that became `text[start:end]`."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """NFC letters, `-` for every dash, one kind of blank, no soft hyphens."""
    if not HOLDS_ODD(text):
        return Folded(text)
    if not SHIFTING.search(text):
        return Folded(ODD.sub(lambda found: found[0].translate(PLAIN), text))  # there are few
    parts, starts, ends = list[str](), list[int](), list[int]()
    for found in STANDING.finditer(text):
        if any(map(unicodedata.combining, found[0])):
            for letters, start, end in _marked(text, *found.span()):
                parts.append(letters)
                starts += [start] * len(letters)
                ends += [end] * len(letters)
        else:
            parts.append(found[0])
            starts += range(*found.span())
            ends += range(found.start() + 1, found.end() + 1)
    return Folded("".join(parts).translate(PLAIN), tuple(starts), tuple(ends))


def _marked(text: str, first: int, last: int) -> Iterator[tuple[str, int, int]]:
    """Each letter with the marks that follow it as one, and where it stands; none between these vanishes."""
    while first < last:
        end = first + 1
        while end < last and unicodedata.combining(text[end]) and end - first < LONGEST_LETTER:
            end += 1
        letter_alone = end == first + 1
        yield text[first:end] if letter_alone else unicodedata.normalize("NFC", text[first:end]), first, end
        first = end


def phrase(text: str) -> str:
    """The form in which names are compared: small letters, early tones (hòa), single blanks."""
    small = LATE_TONE.sub(lambda late: TONES[late[0]], fold(text).text.lower())
    return re.sub(r" ?([-/]) ?", r"\1", " ".join(small.split()))
