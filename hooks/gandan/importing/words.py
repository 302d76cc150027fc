"""What official papers write in capitals -> as a page writes it; names that the ward knows stay names."""

import re
from collections.abc import Iterable

from gandan.vietnamese import fold

ROMAN = re.compile(r"^(?=[IVXLC])[IVXLC]+$")
SHORT = frozenset(
    {"UBND", "HĐND", "MTTQ", "UBMTTQ", "TDP", "KT", "XH", "TP", "PCCC", "CNCH", "HTX", "BHYT", "BHXH", "TTĐT",
     "ĐTM", "GPMB", "QSDĐ", "TTHC", "NVQS", "BCH", "BTV", "ĐU", "TU", "TW", "CCB", "TNCS", "CCCD",
     "VNeID", "ATTP"}
)  # fmt: skip
# Behind these stands a name.
BEFORE = frozenset({"phường", "xã", "quận", "huyện", "tỉnh", "đường", "hẻm", "chợ", "kênh", "hồ", "cầu"})
ALWAYS = (
    "Việt Nam",
    "Nhân dân",
    "Ủy ban nhân dân",
    "Ban Thường trực",
    "Ủy ban MTTQ",
    "Hội đồng nhân dân",
    "Hồ Chí Minh",
    "Mặt trận Tổ quốc",
    "Quốc hội",
    "Chính phủ",
    "Tết Nguyên đán",
    "Đảng",
)
WORD = re.compile(r"\w+")


def capital(text: str) -> bool:
    """Whether every letter is a capital, and there are some."""
    letters = [one for one in text if one.isalpha()]
    return len(letters) > 1 and all(one.isupper() for one in letters)


def sentence(text: str, names: Iterable[str] = ()) -> str:
    """`TẠM NGỪNG CẤP NƯỚC PHƯỜNG BẾN MẪU` -> `Tạm ngừng cấp nước phường Bến Mẫu`; other texts as they are."""
    text = " ".join(text.split())
    if not capital(text):
        return text
    before = ""
    words = []
    for piece in re.split(r"(\w+)", text):
        words.append(_word(piece, before))
        before = piece.lower() if WORD.fullmatch(piece) else before
    lowered = "".join(words)
    for name in sorted({*names, *ALWAYS}, key=len):
        lowered = _named(lowered, name)
    return lowered[:1].upper() + lowered[1:]


def _word(word: str, before: str) -> str:
    if word in SHORT or ROMAN.match(word):
        return word
    return word.capitalize() if before in BEFORE else word.lower()


def _named(text: str, name: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name, text, flags=re.I) if name else text


def proper(names: Iterable[str]) -> list[str]:
    """`Phường Bến Mẫu` -> `Bến Mẫu`: the part of each name that keeps its capitals within a sentence."""
    found = []
    for name in names:
        parts = name.split()
        last = [place for place, part in enumerate(parts) if not part[:1].isupper()]
        rest = parts[max(last) + 1 :] if last else parts[1:]
        if rest and not rest[0].isdigit():
            found.append(" ".join(rest))
    return found


def same(one: str, other: str) -> bool:
    """Whether two texts say the same, whatever their accents, capitals and spaces."""
    return fold(one).split() == fold(other).split()
