"""A person's name in running text: a surname with given names, or any name behind a form of address."""

import re

from gandan.privacy.spelling import MARKED, any_of, plain

LOWER = "a-z" + "".join(row[1:] for row in MARKED)
UPPER = "A-Z" + "".join(row[1:] for row in MARKED).upper()

# The surnames that nearly all Kinh, and many others, bear; rarer ones are found behind a form of address.
SURNAMES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
    "Dương", "Lý", "Lí", "Đinh", "Trịnh", "Đoàn", "Mai", "Lâm", "Tạ", "Tô", "Châu", "Cao", "Thái", "Vương",
    "Hà", "Lương", "Đào", "Trương", "Chu", "Phùng", "Quách", "La", "Ông", "Tăng", "Hứa", "Từ", "Lưu",
    "Mạc", "Khổng", "Âu", "Sầm", "Doãn", "Giang", "Tống", "Bạch", "Triệu", "Phí", "Ninh", "Kiều", "Nghiêm",
    "Viên", "Thân", "Thạch", "Sơn", "Kim", "Danh", "Diệp", "Đàm", "Đồng", "Tôn", "Văn", "Quan", "Lục",
    "Lại", "Lữ", "Khưu", "Khúc", "Cù", "Mã", "Nông", "Hoàn", "Bế", "Vi", "Lò", "Lường", "Quàng", "Cầm",
    "Điêu", "Giàng", "Sùng", "Vàng", "Thào", "Hầu", "Rơ", "Siu", "Ksor", "Đậu", "Cung", "Uông", "Ứng",
    "Ôn", "Tiêu", "Nhan", "Nhâm", "Ngụy", "Lều", "Liêu", "Hàn", "Giáp", "Chử", "Chế", "Chung", "Bành",
    "An", "Ấu", "Ung", "Trà", "Thiều",
)  # fmt: skip
ADDRESS = (
    "ông", "bà", "anh", "chị", "cô", "chú", "bác", "cụ", "em", "cháu", "bé", "con", "công dân",
    "bệnh nhân", "học sinh", "đối tượng", "người", "họ và tên", "họ tên", "mang tên", "chủ hộ", "hộ",
)  # fmt: skip

_GIVEN = rf"[ \t\u00a0]{{1,2}}[{UPPER}][{LOWER}]*"
_GIVEN_UPPER = rf"[ \t\u00a0]{{1,2}}[{UPPER}]+(?![{LOWER}])"
_BORN = "|".join(sorted({*SURNAMES, *map(plain, SURNAMES)}, key=len, reverse=True))
_BORN_UPPER = "|".join(sorted({one.upper() for one in _BORN.split("|")}, key=len, reverse=True))

_APART = rf"(?<![{LOWER}{UPPER}])"
_SMALL = rf"(?:{_BORN}){_GIVEN}(?:{_GIVEN}){{1,3}}"
_LARGE = rf"(?:{_BORN_UPPER}){_GIVEN_UPPER}(?:{_GIVEN_UPPER}){{1,3}}"
_FULL = rf"{_APART}(?:{_SMALL}|{_LARGE})"
_CALLED = rf"{_APART}(?i:{any_of(*ADDRESS)})[: \t\u00a0]{{1,3}}[{UPPER}][{LOWER}]*(?:{_GIVEN}){{0,4}}"

FULL = re.compile(_FULL)
PERSON = re.compile(rf"{_CALLED}|{_FULL}")
# What stands before a name that is no person here: a street, a school, a prize.
_PLACE = re.compile(
    r"(?i:đường|phố|trường|phường|quận|cầu|chợ|viên|viện|giải|hẻm|xã|làng|tượng|đài|thpt|thcs|học)\s+$"
)


def before(text: str, place: int, reach: int) -> re.Match[str] | None:
    """The last name that begins at most `reach` characters before a place, in the same paragraph."""
    start = max(0, place - reach)
    return _last(text, max(start, text.rfind("\n\n", start, place)), place)


def after(text: str, place: int, reach: int) -> re.Match[str] | None:
    """A name that begins at most `reach` characters behind a place, in the same paragraph."""
    end = text.find("\n\n", place, place + reach)
    return _last(text, place, place + reach if end < 0 else end)


def _last(text: str, start: int, end: int) -> re.Match[str] | None:
    last = None
    for found in PERSON.finditer(text, start, end):
        if not _PLACE.search(text, max(0, found.start() - 20), found.start()):
            last = found
    return last
