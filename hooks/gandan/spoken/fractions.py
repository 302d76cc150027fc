"""Which 2/3 is a part and which a day: 2/3 số hộ -> hai phần ba số hộ, 24/7 at work, house 12/5."""

import re

from gandan.patterns import late
from gandan.spoken.numerals import whole

# Behind a part of a whole stands the whole; behind so many of so many stands what is counted.
WHOLES = """
số tổng diện dân thời chiều quãng giá kinh khối mức toàn ngân thu chặng lượng cả đất quỹ vốn ngày giờ
"""
COUNTED = """
hộ người cử đại thành tổ phiếu tiêu chỉ đảng ý nhiệm việc vụ xã phường thôn khu đơn hồ bản lượt em cháu
học hội ủy uỷ đoàn tuyến công dự nhà gia nội đồng chi trường cơ mô
"""
_wholes = "|".join(WHOLES.split())
_counted = "|".join(COUNTED.split())
_left = (
    "quá|hơn|trên|dưới|ít nhất|tối thiểu|tối đa|khoảng|gần|chiếm|đạt|bằng|được|đủ|còn|có"
    "|tăng|giảm|thêm|bớt|mất"
)
_fraction = r"(?<![\w/.,])(?P<over>\d{1,4})/(?P<under>\d{1,4})(?![\w/]|[.,]\d)"
_always_day = "ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng|mồng"
_mostly_day = "từ|đến|tới|trước|sau|hết"
BEHIND = late(
    rf"(?P<lead>(?<!\w)(?i:(?P<day>{_always_day})|(?P<edge>{_mostly_day})) )?{_fraction}"
    rf"(?= (?:(?P<whole>{_wholes})|{_counted})(?!\w))"
)
BEFORE = late(rf"(?P<lead>(?<!\w)(?i:{_left}) ){_fraction}")
PARTED = late(r"(?<![\w/.,])\d{1,4}[A-Za-zđĐ]?/\d{1,5}[A-Za-zđĐ]?(?![\w/])")  # what all three have
SMALLEST = 5  # up to here people say phần for what can be counted as well
HOUSE = late(
    r"(?P<lead>(?<!\w)(?i:số nhà|nhà số|nhà|hẻm|ngõ|ngách|kiệt|trực|phục vụ|hoạt động|tỷ lệ|tỉ lệ|bản đồ)"
    r"(?: số)? )(?P<over>\d{1,4}[A-Za-zđĐ]?)/(?P<under>\d{1,5}[A-Za-zđĐ]?)(?![\w/])"
)


def say(text: str) -> str:
    """Parts, shares, house numbers and scales; what may be a day is left for `days`."""
    if "/" not in text or not PARTED.search(text):
        return text
    text = HOUSE.sub(lambda found: f"{found['lead']}{found['over']} trên {found['under']}", text)
    return BEFORE.sub(_share, BEHIND.sub(_share, text))


def _share(found: re.Match[str]) -> str:
    over, under, heard = int(found["over"]), int(found["under"]), found.groupdict()
    day = heard.get("day") or (heard.get("edge") and not heard.get("whole"))
    if day or over > under or under == 0:
        return found[0]
    part = over < under and (under <= SMALLEST or (heard.get("whole") and under <= 10))
    return f"{heard['lead'] or ''}{whole(found['over'])} {'phần' if part else 'trên'} {whole(found['under'])}"
