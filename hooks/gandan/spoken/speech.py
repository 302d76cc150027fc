"""A written text as it is spoken: each room takes what it knows, the later ones meet words only.

The order is part of the rule: an address hides numbers, a document's number hides a year, 2/3 of the
households is no day in March, a short form (5 GB aside) goes before the numbers, capitals come last.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from gandan.model import Abbreviation
from gandan.patterns import late
from gandan.spoken import (
    abbreviations,
    addresses,
    amounts,
    days,
    documents,
    figures,
    fractions,
    hours,
    letters,
    lines,
    roman,
    signs,
    telephones,
)
from gandan.vietnamese import clean

# Beyond these a text may hold strange figures, blanks or signs that no voice knows.
STRANGE = late("[^\n -~\u00c0-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]")


def of(text: str, short_forms: Sequence[Abbreviation] = ()) -> str:
    """Plain text (no Markdown) -> the words an announcer says, NFC, one line for each line, no figure.

    `short_forms` are the ward's (`data/viet-tat.yml`). Nothing is guessed from the day or the place.
    """
    return _spoken(text, _table(tuple((one.short, one.long) for one in short_forms)))


@lru_cache(maxsize=16)
def _table(pairs: tuple[tuple[str, str], ...]) -> abbreviations.Table:
    """The table of abbreviations; a long form is spoken too (kinh tế - xã hội has no dash)."""
    general = abbreviations.table({})
    return abbreviations.table({clean(short): _spoken(long, general) for short, long in pairs})


def _spoken(text: str, table: abbreviations.Table) -> str:
    text = lines.say(_plain(text))
    text = documents.say(addresses.say(text), table.own)
    text = days.say(fractions.say(roman.say(text)))
    text = telephones.say(hours.say(text))
    text = amounts.say(abbreviations.say(text, table))
    return unicodedata.normalize("NFC", signs.say(letters.say(text)))


def _plain(text: str) -> str:
    """One spelling for each letter, one kind of figure and blank; ½ is words already."""
    text = clean(text)
    if not STRANGE.search(text):
        return text
    text = figures.vulgar(text)
    return "".join(map(_letter, text.replace("\r\n", "\n")))


def _letter(letter: str) -> str:
    if letter.isdigit() and not letter.isascii():
        return str(unicodedata.digit(letter))
    if letter.isspace() or unicodedata.category(letter) == "Cc":
        return "\n" if letter in "\n\r\u2028\u2029" else " "
    return letter
