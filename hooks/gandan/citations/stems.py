"""Bare stems: a type word and a number without symbol (`Nghị định 29`, `Thông tư 22/2023`).

They are found so that staff can be asked what was meant; a stem alone never resolves. Numbers that
count something (`Kế hoạch 5 năm`, `Quyết định 5 nội dung`) are not stems.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gandan.citations import context, kinds
from gandan.citations.fold import BLANK, GAP, LOOSE
from gandan.citations.symbols import GOES_ON, YEAR
from gandan.patterns import FIGURE, late

# The search skips from figure to figure. Before it stands a blank and two letters with which a type word may
# end, or `số` and its colon.
_words = {*kinds.LAST_SYLLABLES, "số"}
_ends, _before = ("".join(sorted({word[place] for word in _words})) for place in (-1, -2))
_led = rf"(?:(?<=[{_before}{_before.upper()}][{_ends}{_ends.upper()}][\s:]\d)|(?<=[:\s][\s:]\d))"
NUMBER = late(
    rf"(?P<digits>{FIGURE}{_led}\d{{0,4}}[a-eA-EđĐ]?)"
    rf"(?P<year>/{YEAR})?(?![\w/%]|[-–]\d)"
)
# A type word and a number: without them there is no stem.
LOOK = rf"(?i:{'|'.join(sorted(kinds.LAST_SYLLABLES))}){BLANK}+(?i:số{BLANK}*(?::{BLANK}*)?)?\d"
# CT 4 and TT 2 are houses and towns more often than a Chỉ thị or Thông tư.
SELDOM_MEANT_OTHERWISE = {"Nghị định", "Nghị quyết", "Quyết định"}
SELDOM_COUNTED = {
    "Nghị định",
    "Nghị quyết",
    "Nghị quyết liên tịch",
    "Thông tư",
    "Thông tư liên tịch",
    "Chỉ thị",
    "Pháp lệnh",
}
OFTEN_COUNTED = {
    "Quyết định",
    "Quy định",
    "Quy chế",
    "Kết luận",
    "Hướng dẫn",
    "Kế hoạch",
    "Thông báo",
    "Thông tri",
    "Chương trình",
    "Đề án",
    "Báo cáo",
    "Tờ trình",
    "Công điện",
}
MONTHLY = {"Báo cáo", "Kế hoạch", "Thông báo", "Chương trình"}
LAWS = {"Luật", "Bộ luật"}
# What stands behind a number that counts.
COUNTABLES = """
tuần|giờ|phút|giây|quý|kỳ|lần|thứ|bước|đợt|giai đoạn|ca|ổ
điểm|khoản|điều(?! (?:chỉnh|kiện|hành|tra))|chương|mục|phần|trang|bài|câu|chữ|nội dung|vấn đề|việc
trường hợp|vụ|đối tượng|hành vi|hình thức|mức|loại|lĩnh vực|nhóm|cấp|tổ|bên|nước
nguyên tắc|tiêu chí|nhiệm vụ|giải pháp|chỉ tiêu|kết quả|kịch bản|mô hình|sản phẩm|dự án|công trình
nghị định|nghị quyết|thông tư|luật|quyết định|phương án|văn bản|trong số
người|tập thể|cá nhân|đảng viên|cán bộ|thành viên|học sinh|thí sinh|hộ
đơn vị|cơ sở|doanh nghiệp|công ty|xã|phường|quận|huyện|tỉnh|thành phố
thửa|căn|lô|gói|chiếc|con|cây|tấn|kg|km|m|ha|m2|m²
tỉ|tỷ|triệu|nghìn|ngàn|trăm|chục|đồng|usd|vnđ|đ
"""
_countables = "|".join(COUNTABLES.split("\n")).strip("|").replace(" ", GAP)
COUNTED = late(rf"{GAP}(?:(?P<time>năm|ngày|tháng)|{_countables})(?!\w)|{GAP}\d", re.IGNORECASE)
TIME = late(
    rf"{GAP}(?:năm{GAP}{YEAR}(?!\d|{LOOSE}-{LOOSE}\d)|ngày{GAP}\d{{1,2}}(?:{LOOSE}[/.-]{LOOSE}\d|{GAP}tháng)"
    rf"|tháng{GAP}\d{{1,2}}{LOOSE}[/-]{LOOSE}{YEAR})",
    re.IGNORECASE,
)
# What may stand behind a number that names, when the type word alone does not tell.
_following = (
    "về của do này nêu trên đã được có và hoặc thì sẽ cũng phê ban_hành sửa thay điều_chỉnh"
    " quy_định hướng_dẫn để nhằm yêu thu_hồi giao duyệt chưa không là tại"
)
NEXT = late(
    rf"{LOOSE}[,;:.)\]”\"’»]|{LOOSE}(?:\Z|\n)|{GAP}ngày{GAP}\d"
    rf"|{GAP}(?:{_following.replace(' ', '|').replace('_', GAP)})(?!\w)",
    re.IGNORECASE,
)


class Stem(NamedTuple):
    """A bare number with its type word: the span takes in both."""

    start: int
    end: int
    number: str
    type: str


def search(text: str) -> Iterator[Stem]:
    """All bare stems of a folded text."""
    for match in NUMBER.finditer(text):
        word = kinds.before(text, match.start())
        if word and not GOES_ON.match(text, match.end()) and _names(word, match, text):
            yield Stem(word.start, match.end(), match[0], word.type)


def _names(word: kinds.Word, number: re.Match[str], text: str) -> bool:
    """Whether the number names a document rather than counts something."""
    place = number.end()
    if word.short and word.type not in SELDOM_MEANT_OTHERWISE:
        return False
    counted = COUNTED.match(text, place)
    if counted and not (counted["time"] and TIME.match(text, place)):
        return False
    if word.type in SELDOM_COUNTED:
        return not (word.small and len(number["digits"]) == 1 and not number["year"] and not word.so)
    if number["year"]:
        return _yearly(word, int(re.sub(r"\D", "", number["digits"])))
    if word.type not in OFTEN_COUNTED:
        return False
    if context.issued(text, place) or context.dated(text, place):
        return True
    if word.so and len(number["digits"]) > 1:
        return True
    return _standing_out(word, number["digits"]) and NEXT.match(text, place) is not None


def _yearly(word: kinds.Word, digits: int) -> bool:
    """`Luật 10/2022`, `Quy định 11/2020`; but `báo cáo 6/2019` may be that of June."""
    if word.type in LAWS:
        return word.so or not word.small
    return word.type in OFTEN_COUNTED and (digits > 12 or word.so or word.type not in MONTHLY)


def _standing_out(word: kinds.Word, digits: str) -> bool:
    """Whether the number looks like one given by an office: with `số`, long, or after a capital."""
    if word.type in ("Chương trình", "Đề án"):
        return not word.small and len(digits) > 2
    return word.so or len(digits) > 2 or (not word.small and len(digits) > 1)
