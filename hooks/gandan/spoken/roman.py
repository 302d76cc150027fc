"""Roman numerals: khóa XIII -> khóa mười ba. VI and XI are syllables too, so they need a word before."""

import re

from gandan.patterns import late
from gandan.spoken import letters
from gandan.spoken.numerals import cardinal, ordinal

VALUES = {"I": 1, "V": 5, "X": 10}
NUMERAL = late(r"X{0,3}(?:IX|IV|V?I{0,3})")
# Words that a Roman numeral follows; behind the last two it is an ordinal.
CUES = """
khóa|khoá|kỳ|chương|phần|mục|quý|đại hội|lần|cấp|loại|bậc|phụ lục|giai đoạn|thế kỷ|tập|nhóm|vùng
hội nghị|đợt|quận|trung ương|tiểu mục|bảng|hình|khu vực|khu|số|hạng|thứ
"""
_cues = "|".join(CUES.strip().split("\n"))
WRITTEN = late(r"(?<![\w&])[IVX]{1,7}(?![\w&]|\.[A-ZĐ])")
CUE = late(rf"(?<!\w)(?:{_cues}) $", re.IGNORECASE)
LONGEST = max(map(len, _cues.split("|"))) + 1
ALONE = {"I", "V", "X", "VI", "XI"}  # letters or syllables where no word leads them


def value(numeral: str) -> int | None:
    """XIV -> 14; None for letters that make no numeral below 40."""
    if not numeral or not NUMERAL.fullmatch(numeral):
        return None
    worth = [VALUES[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True))


def say(text: str) -> str:
    """Quý IV/2026 -> Quý bốn/2026, lần thứ IV -> lần thứ tư, VI PHẠM stays."""
    return WRITTEN.sub(_say, text) if letters.SHOUTED(text) else text


def _say(found: re.Match[str]) -> str:
    numeral, place = found[0], found.start()
    cue, number = CUE.search(found.string, max(0, place - LONGEST), place), value(numeral)
    if number is None or (not cue and numeral in ALONE):
        return numeral
    lead = cue[0].lower() if cue else ""
    nth = lead == "thứ " or (lead == "hạng " and number == 1)
    return ordinal(number) if nth else cardinal(number)
