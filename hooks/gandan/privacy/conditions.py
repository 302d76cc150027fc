"""Health or poverty told of a named person: words beside a name, so it is always a suspicion.

Both are among what the law protects most (Điều 2 Luật 91/2025/QH15).
"""

import re
from collections.abc import Iterator

from gandan.patterns import late
from gandan.privacy import names
from gandan.privacy.finding import Finding, Kind
from gandan.privacy.spelling import any_of, places, plain

BEFORE, ACROSS, AFTER = (
    60,
    90,
    30,
)  # characters in which the name stands: in the sentence, across its end, behind
REACH, TAIL = 26, 32  # characters of the words around a seed

# In lower case: without one of them there is nothing. Those of SUFFERED count only behind «bị», «mắc», ….
TOLD = ("dương tính", "nghiện", "tự kỷ", "khuyết tật", "tâm thần", " thận", "bại não")
SUFFERED = ("nghèo", "bệnh", "ung thư", "hiv", "liệt", "bỏng", "tai biến", "đột quỵ", "viêm gan")
_WITHOUT = tuple(plain(one) for one in TOLD), tuple(plain(one) for one in SUFFERED)

_POOR = any_of("hộ nghèo", "hộ cận nghèo")
_ILL = any_of(
    "ung thư", "HIV", "AIDS", "tâm thần", "bệnh tim", "suy thận", "tai biến", "đột quỵ", "trầm cảm",
    "viêm gan", "bại não", "tự kỷ", "bại liệt", "liệt", "bỏng", "bệnh",
)  # fmt: skip
_HAS = any_of("bị", "mắc", "nhiễm", "phát hiện", "chẩn đoán", "tiền sử", "mắc phải")
_SUFFERS = late(r"\b(?:hộ|ho|cận|can|bị|bi|mắc|mac|nhiễm|nhiem|phát hiện|chẩn đoán|tiền sử)\s")
_BE = any_of("thuộc diện", "thuộc", "là một", "là", "bị")
_DISABLED = any_of("người khuyết tật", "khuyết tật nặng", "khuyết tật đặc biệt nặng")
_OTHER = any_of(
    "chạy thận", "suy thận", "dương tính", "nghiện ma túy", "nghiện ma tuý", "tự kỷ", "tâm thần", "bại não"
)  # fmt: skip
_SICK = rf"{_HAS}[ \u00a0](?:{any_of('căn bệnh', 'bệnh', 'chứng')}[ \u00a0])?{_ILL}"
LOOK = rf"{_POOR}|{_SICK}|{_DISABLED}|{_OTHER}"
CONDITION = late(
    rf"(?<![^\W\d_])(?:(?:{_BE}[ \u00a0])?{_POOR}|{_SICK}(?![ \u00a0](?:vào|kê))"
    rf"|(?:{_BE}[ \u00a0])?(?:{_DISABLED}|{_OTHER}))(?![^\W\d_])",
    re.I,
)
# Not of one person: programmes, standards, campaigns, wards of a hospital.
_ABOUT = late(
    r"(?:chuẩn|xóa|xoá|giảm|các|những|nhiều|số|tỷ lệ|rà soát|không còn|thoát|cho|với|phòng|chống|viện|khoa|về"
    r"|sổ|nguy cơ|nếu|ngừa|người|bệnh nhân|giúp|hội|trẻ|khả năng|không|chưa|cai|đều)[ \u00a0]$",
    re.I,
)
_PRONOUN = late(r"(?:Ông|Bà|Anh|Chị|Cô|Cụ|Em|Cháu|Chú|Bác)(?:[ \u00a0]ấy)?[ \u00a0]$")
_STOP = late(r"[.!?;]|\n(?=\s*[\n|*+-])")
_OF = late(rf"[ ,]{{1,2}}(?:{any_of('của')}[ ])?|:[ ]")


def find(text: str, lower: str) -> Iterator[Finding]:
    """Words on health or poverty with a person named before them, or close behind.

    `lower` is the text in lower case.
    """
    seen = -1
    for place in _places(lower):
        found = CONDITION.search(text, max(0, place - REACH, seen), place + TAIL)
        if not found or found.end() <= place:
            continue
        start, end = found.span()
        seen = end
        if not _ABOUT.search(text, max(0, start - 14), start) and _named(text, start, end):
            yield Finding(start, end, Kind.CONDITION, found[0], sure=False)


def _places(lower: str) -> list[int]:
    told, suffered = _WITHOUT if lower.isascii() else (TOLD, SUFFERED)
    behind = [one for one in places(lower, suffered) if _SUFFERS.search(lower, max(0, one - REACH), one)]
    return sorted([*places(lower, told), *behind])


def _named(text: str, start: int, end: int) -> bool:
    sentence = max((one.end() for one in _STOP.finditer(text, max(0, start - BEFORE), start)), default=0)
    if names.before(text, start, min(BEFORE, start - sentence)):
        return True
    if _PRONOUN.search(text, max(0, start - 10), start):
        return names.before(text, start, ACROSS)
    if (behind := _OF.match(text, end)) and names.leads(text, behind.end(), behind.end() + BEFORE):
        return True
    stop = _STOP.search(text, end, end + AFTER)
    reach = stop.start() - end if stop else AFTER
    return text[start : start + 2].lower() == "là" and names.after(text, end, reach)
