"""Letters by their Vietnamese names, and which capitals are a word and which are to be spelled."""

import re

from gandan.patterns import late, look
from gandan.vietnamese import fold

NAMES = {
    "a": "a", "ă": "á", "â": "ớ", "b": "bê", "c": "xê", "d": "dê", "đ": "đê", "e": "e", "ê": "ê",
    "f": "ép", "g": "giê", "h": "hát", "i": "i", "j": "gi", "k": "ca", "l": "lờ", "m": "mờ", "n": "nờ",
    "o": "o", "ô": "ô", "ơ": "ơ", "p": "pê", "q": "quy", "r": "rờ", "s": "ét", "t": "tê", "u": "u",
    "ư": "ư", "v": "vê", "w": "vê kép", "x": "ích", "y": "i dài", "z": "dét",
}  # fmt: skip
CAPITALS = late(r"(?<![^\W\d_])[^\W\d_a-zß-öø-ÿ]{2}[^\W\d_]*")  # what may begin with them
# Capitals that people say as a word, so nobody spells them.
KEPT = {"ASEAN", "APEC", "COVID", "FIFA", "NATO", "SEA", "UNESCO", "UNICEF", "ZALO", "WIFI", "VIETTEL"}
LONGEST = 7  # letters; what is longer in capitals is a foreign word or a name
SYLLABLE = late(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr?|v|x)?"
    r"(?:[aeiouy]|[aeo]o|a[iuy]|[eo]u|ia|ie|io|iu|o[aei]|u[aeioy]|ye"
    r"|ie?u|io?u|oa[iuy]|oe[o]|ua[yi]|uo[iu]|uy[ae]|uye|uyu|yeu|ieu)"
    r"(?:ch?|m|ng?|nh|p|t|y|i)?"
)
# What capitals in a row, a lone one and a Roman numeral have; names and beginnings of sentences have it not.
SHOUTED = look(r"\p{Uppercase}(?:\P{Lowercase}|\z)")
CONSONANT = late(r"(?<!\w)[BCDĐFGHJKLMNPQRSTVWXZ](?!\w)")
LONE = late(r" [a-zđ](?!\w)", re.I)
POINT = late(r"(?<!\w)(?P<word>điểm|tiết|mục|phụ lục|nhóm|khu|lô) (?P<letter>[a-zđ])(?!\w)", re.I)


def spell(letters: str) -> str:
    """ĐBQH -> đê bê quy hát; a letter that has no name here stays as it is."""
    return " ".join(NAMES.get(letter.lower(), letter) for letter in letters)


def say(text: str) -> str:
    """Capitals that make no Vietnamese syllable are spelled; so is a lone capital consonant (lô B)."""
    if LONE.search(text):
        text = POINT.sub(lambda found: f"{found['word']} {spell(found['letter'])}", text)
    if not SHOUTED(text):
        return text
    return CONSONANT.sub(lambda found: spell(found[0]), CAPITALS.sub(_capitals, text))


def _capitals(found: re.Match[str]) -> str:
    word = found[0]
    if not 2 <= len(word) <= LONGEST or not word.isupper() or word in KEPT:
        return word
    plain = fold(word)
    foreign = len(word) > 5 and sum(letter in "aeiouy" for letter in plain) * 3 >= len(word)
    return word if foreign or SYLLABLE.fullmatch(plain) else spell(word)
