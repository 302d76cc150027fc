"""A person's name in running text: a surname with given names, or any name behind a form of address."""

from collections.abc import Iterator

from gandan.patterns import late
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

_KNOWN = frozenset(form for one in SURNAMES for name in (one, plain(one)) for form in (name, name.upper()))
_LETTER = rf"[{LOWER}{UPPER}]"
_WORD = rf"[{UPPER}]{_LETTER}*"
_WORDS = late(rf"(?<!{_LETTER}){_WORD}(?:[ \t\u00a0]{{1,2}}{_WORD}){{2,7}}")
_CALLED = late(rf"(?<!{_LETTER})(?i:{any_of(*ADDRESS)})[: \t\u00a0]{{1,3}}[{UPPER}]")
LEAST = 3  # words of a name that nobody addresses
# What stands before a name that is no person here: a street, a school, a prize.
_PLACE = late(
    r"(?i:đường|phố|trường|phường|quận|cầu|chợ|viên|viện|giải|hẻm|xã|làng|tượng|đài|thpt|thcs|học)\s+$"
)


def full(text: str, start: int, end: int) -> Iterator[int]:
    """Where a surname with two given names at least begins, between two places of a text."""
    for found in _WORDS.finditer(text, start, end):
        words = found[0].split()
        for number in range(len(words) - LEAST + 1):
            if words[number] in _KNOWN:
                yield found.start() + found[0].find(words[number])
                break


def surnamed(line: str) -> bool:
    """Whether a line begins with a word that is a surname; costs next to nothing."""
    return line.split(" ", 1)[0] in _KNOWN


def leads(text: str, start: int, end: int) -> bool:
    """Whether a surname with given names, or a person addressed, stands right at a place."""
    if _CALLED.match(text, start, end):
        return True
    word = text[start : start + 9].split(" ", 1)[0]
    return word in _KNOWN and next(full(text, start, end), None) == start


def before(text: str, place: int, reach: int) -> bool:
    """Whether a name begins at most `reach` characters before a place, in the same paragraph."""
    start = max(0, place - reach)
    return _any(text, max(start, text.rfind("\n\n", start, place)), place)


def after(text: str, place: int, reach: int) -> bool:
    """Whether a name begins at most `reach` characters behind a place, in the same paragraph."""
    end = text.find("\n\n", place, place + reach)
    return _any(text, place, min(len(text), place + reach) if end < 0 else end)


def _any(text: str, start: int, end: int) -> bool:
    begun = [found.start() for found in _CALLED.finditer(text, start, end)]
    begun += full(text, start, end)
    return any(not _PLACE.search(text, max(0, one - 20), one) for one in begun)
