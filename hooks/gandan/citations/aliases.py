"""Other ways of naming a document, as its record lists them, found in a text.

Letters, dashes, blanks, capitals and the place of a tone mark may differ; the accents may not.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from gandan.citations.fold import BLANK, GAP, LOOSE, TONES, phrase
from gandan.citations.symbols import GOES_ON
from gandan.patterns import late, look

# Where ways of writing a word part: at dashes, at a tone mark that may stand earlier or later.
TURNED = re.compile("|".join(["[-/]", *TONES.values()]))

BEGIN = 3  # words of a name that a text is asked for first


class Aliases:
    """The aliases of a register, ready to be looked for."""

    def __init__(self, written: Iterable[str]) -> None:
        self._written: dict[str, str] = {}
        for name in written:
            if re.search(r"\w", name):
                self._written.setdefault(phrase(name), name)
        by_first: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._written:
            by_first[name.split(" ")[0]].append(name)
        self._patterns: defaultdict[str, list[re.Pattern[str]]] = defaultdict(list)
        for first, names in by_first.items():
            self._patterns[TURNED.split(first)[0]].append(_pattern(names))
        self.look = "|".join({f"(?i:{_roughly(name)})": None for name in self._written})
        self._stands = look(self.look)
        self.key = "\n".join(self._written.values())  # the same aliases find the same

    def search(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and the alias as recorded, for each hit in a folded text."""
        small = text.lower() if self._written and self._stands(text) else ""
        for head, patterns in self._patterns.items():
            if head in small:
                for match in chain.from_iterable(one.finditer(small) for one in patterns):
                    written = self._written.get(phrase(match[0]))
                    if written and _alone(text, match.start(), match.end()):
                        yield match.start(), match.end(), written


def _alone(text: str, start: int, end: int) -> bool:
    """Whether no word or longer number goes on to the left or right.

    `Quy định 11` is not the beginning of Quy định 110, 11-QĐ/TW or 11/2020.
    """
    before, last = text[max(0, start - 1) : start], text[end - 1]
    if before.isalnum() or (text[start].isdigit() and before in tuple("/.-")):
        return False
    return not (last.isdigit() and GOES_ON.match(text, end))


def _pattern(names: list[str]) -> re.Pattern[str]:
    """One pattern for names with the same first word, which stands first as plain letters: so the
    search skips from one such word to the next. The longest name is tried first.
    """
    longest_first = sorted(names, key=len, reverse=True)
    first = names[0].split(" ")[0]
    rests = "|".join(_loose(name[len(first) :]) for name in longest_first)
    return late(rf"{_loose(first)}(?:{rests})(?!\w)")


def _loose(name: str) -> str:
    loose = GAP.join(_words(name)).replace(r"\-", "-")
    return re.sub(r"(?<=[^\W_])[-/](?=[^\W_])", lambda dash: LOOSE + dash[0] + LOOSE, loose)


def _roughly(name: str) -> str:
    """How a name begins in every way of writing it, with any blanks between: thousands begin alike."""
    words = [re.sub(r"\\?[-/]", lambda dash: f"{BLANK}*{dash[0]}{BLANK}*", word) for word in _words(name)]
    return f"{BLANK}+".join(words[:BEGIN])


def _words(name: str) -> list[str]:
    """The words of a name as patterns, a tone where people put it."""
    loose = re.escape(name)
    for later, early in TONES.items():
        loose = loose.replace(early, f"(?:{early}|{later})")
    return loose.split(r"\ ")
