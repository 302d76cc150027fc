"""Units of measure and of money as they are written, and how they are said.

The units of the law on measurement (Luật Đo lường) in the short names that people say: ki lô mét,
xăng ti mét, mét vuông. `each` is what stands behind a slash: 20.000 đồng/tháng is so much a month.
"""

import re

from gandan.patterns import late

WORDS = {
    "km": "ki lô mét", "m": "mét", "dm": "đề xi mét", "cm": "xăng ti mét", "mm": "mi li mét",
    "m2": "mét vuông", "km2": "ki lô mét vuông", "cm2": "xăng ti mét vuông", "ha": "héc ta",
    "m3": "mét khối", "l": "lít", "ml": "mi li lít", "lít": "lít",
    "kg": "ki lô gam", "g": "gam", "mg": "mi li gam", "µg": "mi crô gam", "μg": "mi crô gam",
    "kWh": "ki lô oát giờ", "kW": "ki lô oát", "kVA": "ki lô vôn am pe", "kV": "ki lô vôn",
    "W": "oát", "MW": "mê ga oát", "V": "vôn", "Hz": "héc",
    "MB": "mê ga bai", "GB": "gi ga bai", "Mbps": "mê ga bít một giây",
    "°C": "độ xê", "ºC": "độ xê", "°": "độ", "%": "phần trăm", "‰": "phần nghìn",
    "km/h": "ki lô mét một giờ", "km/giờ": "ki lô mét một giờ", "m/s": "mét một giây",
    "mg/l": "mi li gam trên lít", "µg/m3": "mi crô gam trên mét khối", "mg/m3": "mi li gam trên mét khối",
    "đ": "đồng", "VND": "đồng", "VNĐ": "đồng", "vnđ": "đồng", "vnd": "đồng", "₫": "đồng",
    "tr.đ": "triệu đồng", "trđ": "triệu đồng", "trđồng": "triệu đồng", "tr.đồng": "triệu đồng",
    "tr": "triệu", "k": "nghìn", "USD": "đô la Mỹ", "$": "đô la", "€": "ơ rô", "EUR": "ơ rô",
    "ph": "phút", "′": "phút", "h": "giờ", "KM": "ki lô mét", "KG": "ki lô gam",
    "HA": "héc ta",
}  # fmt: skip
EACH = """
tháng|hộ|người|năm|ngày|tuần|giờ|khẩu|lần|suất|em|cháu|buổi|lượt|lít|quý|vụ|km2|m2|m3|kg|ha|kWh|km|tấn|tạ
bao|chiếc|cái|con|sào|cây|bản|hồ sơ|trang|nhà|phòng|xe|tổ|phiếu|học sinh|học kỳ|thửa|lô|gói|hộp|đêm|phút
"""
EACHES = "|".join(EACH.strip().split("\n"))
# Words that may stand on both sides of a dash: 7 giờ - 11 giờ, 15 tuổi – 18 tuổi.
SPAN = "giờ|tuổi|ngày|tháng|triệu|nghìn|ngàn|đồng|tỷ|tỉ|người|hộ|mét|tấn|lít|phút|năm"

TIMED = {"giờ", "tuổi", "ngày", "tháng", "năm", "phút"}


def either(words: list[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


UNIT = either(list(WORDS))
# These stand without a number too: giá mỗi m2.
ALONE = ["m2", "m3", "km2", "km/h", "kWh", "mm", "cm", "km", "kg", "°C"]
SEEN = late(r"m[23m]|k[mgW]|cm|°C")
BARE = late(rf"(?<![\w/])(?:{either(ALONE)})(?![\w/])")


def bare(text: str) -> str:
    """Units that no number leads: giá mỗi m2 -> giá mỗi mét vuông."""
    return BARE.sub(lambda found: WORDS[found[0]], text) if SEEN.search(text) else text
