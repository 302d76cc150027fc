"""Numbers of persons: the identity number of twelve figures, the older one of nine, telephones.

Sources: the form of twelve figures, khoản 1 Điều 12 Luật Căn cước 26/2023/QH15; province, century and year of
birth in it as numbers have been given since Nghị định 137/2015/NĐ-CP (Điều 13); telephone numbers, Thông tư
22/2014/TT-BTTTT. The law promises the twelve figures only: the older form makes sure, it is not asked for.
"""

import re
from collections.abc import Iterator

from gandan.patterns import late
from gandan.privacy import runs
from gandan.privacy.finding import Finding, Kind
from gandan.privacy.spelling import any_of

BEFORE = 48  # characters in which the word for a number stands before it
LAST_PROVINCE = 96
THIS_CENTURY = 30  # years of birth that the 21st century can have so far
CARD = late(
    any_of(
        "cccd", "căn cước", "định danh", "cmnd", "cmt", "chứng minh nhân dân", "chứng minh thư",
        "giấy chứng minh", "giấy tờ tùy thân", "số gttt", "hộ chiếu", "cmtnd",
    ),
    re.I,
)  # fmt: skip
# Numbers of other things, which may be as long.
OTHER = late(
    any_of(
        "mã số thuế", "mst", "mã số doanh nghiệp", "msdn", "mã hồ sơ", "mã thủ tục", "mã vạch", "hóa đơn",
        "giao dịch", "mã khách hàng", "vận đơn", "imei", "serial", "bảo hiểm xã hội", "bhxh", "bhyt",
        "isbn", "số sim", "seri", "đăng ký kinh doanh", "đăng ký doanh nghiệp", "giấy phép", "mã đơn",
    ),
    re.I,
)  # fmt: skip
_OFFICE = late(r"(?i:đường dây nóng|hotline|tổng đài|trực ban)[^\d\n]{0,12}$")
_UNIT = late(r"[ \u00a0]?(?:đồng|đ\b|dong|vnd|vnđ|usd|tỷ|tỉ|triệu|nghìn|người|m2|m²|km|ha\b|lượt|%)", re.I)
_MOBILE = late(r"0[35789]\d{8}|01[2689]\d{8}")
_FIXED = late(r"02\d{9}")
_ABROAD = late(r"84(?:[35789]\d{8}|2\d{9})")
_BREAK = late(r"\n\s*\n|\||\d{6}|\d[ .]\d{3}[ .]\d{3}")
_STAMP = late(r"20[0-4]\d[01]\d[0-3]\d")


def structured(digits: str) -> bool:
    """Whether twelve figures hold a province, a century and a year of birth that may be."""
    province, century, year = int(digits[:3]), int(digits[3]), int(digits[4:6])
    return 1 <= province <= LAST_PROVINCE and (century < 2 or (century < 4 and year <= THIS_CENTURY))


def telephone(digits: str) -> str | None:
    """A telephone number as it is dialled at home (0912…), None for figures that are none."""
    if _ABROAD.fullmatch(digits):
        return f"0{digits[2:]}"
    return digits if _MOBILE.fullmatch(digits) or _FIXED.fullmatch(digits) else None


def telephones(text: str) -> Iterator[str]:
    """Every telephone number of a text, as it is dialled at home."""
    for number in runs.numbers(text, lambda digits, _: telephone(digits) is not None, (11, 10)):
        if dialled := telephone(number.figures):
            yield dialled


def find(text: str, official: frozenset[str]) -> Iterator[Finding]:
    """Identity numbers and telephones of a text; those of `official`, dialled from home, are nobody's."""
    for number in runs.numbers(text, personal, (12, 11, 10, 9)):
        if found := _one(text, number, official):
            yield found


def personal(digits: str, whole: bool) -> bool:
    if len(digits) == 12:
        return structured(digits) or whole or digits[0] != "0"
    return len(digits) == 9 or telephone(digits) is not None


def _one(text: str, number: runs.Number, official: frozenset[str]) -> Finding | None:
    start, end, digits = number.start, number.end, number.figures
    words = text[start:end]
    label = _label(text, start)
    if len(digits) == 12:
        return _identity(text, number, label)
    if len(digits) == 9:
        money = _UNIT.match(text, end) or (runs.money(text, start) and label is not CARD)
        return Finding(start, end, Kind.IDENTITY, words) if label is CARD and not money else None
    dialled = telephone(digits)
    if label is OTHER or dialled in official or _UNIT.match(text, end):
        return None
    if _OFFICE.search(text, max(0, start - BEFORE), start):
        return None
    return Finding(start, end, Kind.TELEPHONE, words, sure=False)


def _identity(text: str, number: runs.Number, label: re.Pattern[str] | None) -> Finding | None:
    start, end, digits = number.start, number.end, number.figures
    words = text[start:end]
    if label is CARD or (structured(digits) and label is not OTHER):
        return Finding(start, end, Kind.IDENTITY, words)
    plain = number.groups == 1 and not _UNIT.match(text, end) and not _STAMP.match(digits)
    if plain and label is not OTHER and not re.match(r"[./-]\w", text[end : end + 2]):
        return Finding(start, end, Kind.IDENTITY, words, sure=False)
    return None


def _label(text: str, start: int) -> re.Pattern[str] | None:
    """Which kind of words, the nearest, stands before a number; no other number stands between."""
    before = _BREAK.split(text[max(0, start - BEFORE) : start])[-1]
    found = [(last.end(), pattern) for pattern in (CARD, OTHER) for last in pattern.finditer(before)]
    return max(found, key=lambda one: one[0])[1] if found else None
