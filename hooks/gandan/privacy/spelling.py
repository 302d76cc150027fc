"""Words as people type them: with or without their marks, in any case, with any space between."""

import re
import unicodedata

MARKED = (
    "aàáảãạăằắẳẵặâầấẩẫậ",
    "dđ",
    "eèéẻẽẹêềếểễệ",
    "iìíỉĩị",
    "oòóỏõọôồốổỗộơờớởỡợ",
    "uùúủũụưừứửữự",
    "yỳýỷỹỵ",
)


def plain(words: str) -> str:
    """`số tài khoản` -> `so tai khoan`, letter for letter, so that places stay; upper case stays."""
    return words.translate(_PLAIN)


def loose(words: str) -> str:
    """A pattern that fits the words with their marks and without: `hộ nghèo`, `ho ngheo`, `Hộ  nghèo`."""
    parts = (r"[ \t\u00a0]{1,3}" if one == " " else _letter(one) for one in words)
    return "".join(parts)


def any_of(*phrases: str) -> str:
    """A pattern for one of several phrases, the longest first."""
    return "(?:" + "|".join(loose(one) for one in sorted(phrases, key=len, reverse=True)) + ")"


def _letter(one: str) -> str:
    base = _base(one)
    return f"[{one}{base}]" if base != one else re.escape(one)


def _base(one: str) -> str:
    return next((row[0] for row in MARKED if one in row), one)


def _table() -> dict[int, str]:
    lower = {letter: row[0] for row in MARKED for letter in row[1:]}
    both = lower | {letter.upper(): base.upper() for letter, base in lower.items()}
    return {ord(unicodedata.normalize("NFC", letter)): base for letter, base in both.items()}


_PLAIN = _table()


def places(text: str, words: tuple[str, ...]) -> list[int]:
    """Where each of the words stands, one word after the other: far cheaper than a pattern of them all."""
    found = []
    for word in words:
        place = text.find(word)
        while place >= 0:
            found.append(place)
            place = text.find(word, place + 1)
    return found
