"""Vietnamese letters: clean them, fold them, order them, make an address of them."""

import re
import unicodedata
from functools import lru_cache

LOOK_ALIKES = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})
# Zero width, and the marks that turn the direction of writing (they can hide what a line says).
# A soft hyphen between letters goes; beside a digit it stands for a dash (25\u00adNQ/TW) and stays.
WIDTHLESS = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
INVISIBLE = re.compile(f"[\u00ad{WIDTHLESS}](?:(?<!\u00ad)|(?<=[^\\W\\d_]\u00ad)(?=[^\\W\\d_]))")
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of dictionaries


def clean(text: str) -> str:
    """NFC, the Icelandic Eth as Đ, no zero-width characters: one spelling for one word."""
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text).translate(LOOK_ALIKES))


def fold(text: str) -> str:
    """`Dân chủ` -> `dan chu`; đ has no decomposition, so it is told apart."""
    flat = unicodedata.normalize("NFD", clean(text).lower().replace("đ", "d"))
    return "".join(letter for letter in flat if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """`Tổ dân phố số 3` -> `to-dan-pho-so-3`; may be empty when nothing of the text is a letter."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))


@lru_cache(maxsize=4096)
def collate(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """A sort key by the Vietnamese alphabet: a ă â b c d đ e ê …, tones only when letters are equal."""
    letters: list[int] = []
    tones: list[int] = []
    for letter in unicodedata.normalize("NFD", clean(text).lower()):
        if letter in TONES:
            tones[-1:] = [TONES.index(letter) + 1] if tones else []
        elif unicodedata.combining(letter) and letters:
            letters[-1] = _order(unicodedata.normalize("NFC", _letter(letters[-1]) + letter))
        else:
            letters.append(_order(letter))
            tones.append(0)
    return tuple(letters), tuple(tones), text


def _order(letter: str) -> int:
    place = ALPHABET.find(letter)
    return 1000 + place if place >= 0 and len(letter) == 1 else min(ord(letter[0]), 999)


def _letter(order: int) -> str:
    return ALPHABET[order - 1000] if order >= 1000 else chr(order)
