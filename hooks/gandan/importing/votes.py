"""Minutes of a meeting -> the figures of a vote of households (Điều 15–24 Luật 10/2022/QH15)."""

import re
from collections.abc import Mapping

from gandan.vietnamese import fold

HOUSEHOLDS = r"(?:\s*(?:la|gom|co|:|=)?\s*)(\d[\d.]*)\s*(?:/\s*\d[\d.]*\s*)?(?:ho|phieu)"
FIGURES = {
    "households": re.compile(
        rf"tong so(?: ho)?(?: gia dinh)?(?: (?:cua|trong|toan) to)?(?: dan pho)?(?: so)?(?: \d+)?{HOUSEHOLDS}"
    ),
    "present": re.compile(
        rf"(?:co mat|tham du|du hop|so ho du|nop phieu)(?: la| cua| dai dien)*{HOUSEHOLDS}"
    ),
    "for": re.compile(rf"(?<!khong )(?:tan thanh|dong y|nhat tri|bieu quyet dong y){HOUSEHOLDS}"),
    "against": re.compile(rf"khong (?:tan thanh|dong y|nhat tri){HOUSEHOLDS}"),
}
BEFORE = {
    "for": re.compile(
        r"(\d[\d.]*)\s*(?:/\s*\d[\d.]*\s*)?ho(?: gia dinh)?(?: bieu quyet)? (?:tan thanh|dong y|nhat tri)"
    ),
    "against": re.compile(
        r"(\d[\d.]*)\s*(?:/\s*\d[\d.]*\s*)?ho(?: gia dinh)? khong (?:tan thanh|dong y|nhat tri)"
    ),
    "present": re.compile(
        r"(\d[\d.]*)\s*(?:/\s*\d[\d.]*\s*)?ho(?: gia dinh)?(?: cu nguoi| co nguoi)? (?:du hop|co mat|tham du)"
    ),
}
# Khoản of Điều 15, the first that fits.
MATTERS = (
    (5, ("thanh tra nhan dan", "giam sat dau tu")),
    (4, ("bau to truong", "thoi lam to truong", "bau truong thon")),
    (3, ("huong uoc", "quy uoc")),
    (1, ("dong gop", "gop tien", "gop cong", "muc dong gop")),
    (2, ("thu chi", "thu, chi", "khoan dong gop", "kinh phi")),
)


def read(text: str) -> Mapping[str, int]:
    """The figures that minutes name: households, present, for, against; others are left out."""
    plain = " ".join(fold(text).split())
    found: dict[str, int] = {}
    for name, pattern in [*FIGURES.items(), *BEFORE.items()]:
        if name not in found and (match := pattern.search(plain)):
            found[name] = int(match[1].replace(".", ""))
    return found


def matter(text: str) -> int:
    """The khoản of Điều 15 that a vote falls under; 6 (other matters) where none is named."""
    plain = " ".join(fold(text).split())
    return next((number for number, said in MATTERS if any(one in plain for one in said)), 6)
