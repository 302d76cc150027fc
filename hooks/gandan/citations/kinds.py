"""The words and symbols that say what sort of document is cited."""

import re
from typing import NamedTuple, get_args

from gandan.citations.fold import GAP, LOOSE
from gandan.model.directive import DirectiveType
from gandan.patterns import late

# Nghị định 30/2020/NĐ-CP (Phụ lục III) and, from TTLT on, symbols met in practice.
STATE_SYMBOLS = """
NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ GM NĐ TT PL L VBHN
TTLT TTLN NQLT KHLT KHPH CTPH CTrPH QCPH HDLN HDLS KL TBKL QyC SL
"""
# Quy định 66-QĐ/TW, Hướng dẫn 36-HD/VPTW and, from KH on, symbols met in practice.
PARTY_SYMBOLS = """
NQ CT KL QĐ QĐi QyĐ QC BC TTr TB HD CTr TT CV BB
KH ĐA PA TC TBKL CTrHĐ QĐNS L
"""
STATE = STATE_SYMBOLS.split()
PARTY = PARTY_SYMBOLS.split()
JOINT = {"TTLT", "TTLN", "NQLT", "KHLT", "HDLN", "HDLS", "KHPH", "CTPH", "CTrPH", "QCPH"}
DECISIONS = {"QĐ", "QĐi", "QyĐ"}

# How a hurried keyboard writes a symbol. HD is not among them: it is a guide, HĐ a contract.
SLIPS = {"ND": "NĐ", "QD": "QĐ", "QDi": "QĐi", "QyD": "QyĐ", "CD": "CĐ"}
SPELLINGS = {
    variant: symbol
    for written, symbol in [*((s, s) for s in {*STATE, *PARTY}), *SLIPS.items()]
    for variant in (written, written.upper())
}

ABBREVIATIONS = {
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "KL": "Kết luận",
    "KH": "Kế hoạch",
    "HD": "Hướng dẫn",
    "TB": "Thông báo",
    "BC": "Báo cáo",
    "CV": "Công văn",
    "TTr": "Tờ trình",
}
WORDS = {
    **{name.lower(): name for name in get_args(DirectiveType) if name != "Chưa rõ"},
    "qui định": "Quy định",
    "qui chế": "Quy chế",
    "thông báo kết luận": "Thông báo",
    **{short.lower(): name for short, name in ABBREVIATIONS.items()},
}
SMALL_ABBREVIATIONS = {short.lower() for short in ABBREVIATIONS}
# Words of every day as well: in small letters they may be no more than a verb or a noun.
EVERYDAY = {
    "Quy định",
    "Quy chế",
    "Kết luận",
    "Hướng dẫn",
    "Chương trình",
    "Kế hoạch",
    "Đề án",
    "Phương án",
    "Thông báo",
    "Báo cáo",
    "Lệnh",
    "Luật",
}
SYMBOL_OF = {"Quyết định": "QĐ", "Quy chế": "QC", "Chương trình": "CTr", "Tờ trình": "TTr"}
LAST_SYLLABLES = {word.split()[-1] for word in WORDS}
LONGEST_WORD = 48  # letters before a number in which its type word is looked for


def choice(symbols: list[str]) -> str:
    """A pattern for any spelling of the symbols, the longest first."""
    spellings = [s for s, symbol in SPELLINGS.items() if symbol in symbols]
    return "|".join(sorted(spellings, key=len, reverse=True))


def _ending(syllable: str) -> re.Pattern[str]:
    """A pattern for the words that end with a syllable, the longest first, right before a number."""
    words = sorted((word for word in WORDS if word.split()[-1] == syllable), key=len, reverse=True)
    names = "|".join(word.replace(" ", GAP) for word in words)
    return late(rf"(?<!\w)(?P<word>{names}){GAP}(?P<so>số{LOOSE}:?{LOOSE})?$", re.IGNORECASE)


BEFORE = {syllable: _ending(syllable) for syllable in LAST_SYLLABLES}


class Word(NamedTuple):
    """A type word as it stands in the text: where, whether with `số`, whether in small letters."""

    start: int
    type: str
    so: bool
    small: bool
    short: bool


def before(text: str, place: int) -> Word | None:
    """The type word that ends right before `place` (`Chỉ thị số |14-CT/TU`)."""
    window = text[max(0, place - LONGEST_WORD) : place].lower().rsplit(None, 3)  # `số`, a colon, the word
    while window and window[-1] in ("số", "số:", ":"):
        window.pop()
    if not window or window[-1] not in BEFORE:
        return None
    found = BEFORE[window[-1]].search(text, max(0, place - LONGEST_WORD), place)
    if not found:
        return None
    written = " ".join(found["word"].split())
    short = written in ABBREVIATIONS
    if not short and written.lower() in SMALL_ABBREVIATIONS:
        return None
    name = WORDS[written.lower()]
    return Word(found.start(), name, bool(found["so"]), written[0].islower(), short)


def meant(word: Word | None, symbol: str | None) -> str | None:
    """The type that the word names, unless it is an everyday word before another sort of symbol.

    `theo quy định 59/2023/NĐ-CP` does not call a decree a Quy định.
    """
    if word is None:
        return None
    other = symbol is not None and symbol not in _symbols(word.type)
    return None if other and word.small and word.type in EVERYDAY else word.type


def _symbols(name: str) -> set[str]:
    if name in ("Quy định", "Quy chế", "Quyết định"):
        return DECISIONS | {"QC"}
    return {short for short, full in ABBREVIATIONS.items() if full == name} | {SYMBOL_OF.get(name, "")}


def agree(written: str, recorded: str, symbol: str | None, party: bool) -> bool:
    """Whether a type word in the text can name a record of the recorded type.

    The Party puts QĐ on Quyết định, Quy định and Quy chế alike; a general word names its special
    sorts (Thông tư: Thông tư liên tịch).
    """
    if recorded in (written, "Chưa rõ") or recorded.startswith(f"{written} "):
        return True
    if {written, recorded} == {"Luật", "Bộ luật"}:
        return True
    decisions = {"Quyết định", "Quy định", "Quy chế"}
    return party and symbol in DECISIONS and {written, recorded} <= decisions
