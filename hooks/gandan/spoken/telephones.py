"""Numbers told figure by figure: telephones, accounts, codes of files and of people."""

import re

from gandan.patterns import late
from gandan.spoken.numerals import figures

CALL = late(
    r"(?<![\w.,])(?:\(0\d{1,3}\)[ .-]?\d(?:[ .-]?\d){5,8}|(?:\+84[ .-]?|0)\d(?:[ .-]?\d){7,9}"
    r"|1[89]00[ .-]?\d{4}(?:\d\d)?)(?!\w|[.,]\d)"
)
# An emergency number is known by what stands before it.
HOTLINE = late(
    r"(?P<lead>(?<!\w)(?i:số điện thoại|điện thoại|tổng đài|đường dây nóng|số máy|hotline|sđt|đt)"
    r"(?: số)?:? )(?P<n>\d{3,8})(?![\w/]|[.,]\d)"
    r"|(?P<call>(?<!\w)(?i:gọi|gọi ngay|báo)(?: số)? )(?P<n2>11[1-5]|10\d\d)(?![\w/]|[.,]\d)"
)
CODE = late(
    r"(?P<lead>(?<!\w)(?i:số tài khoản|tài khoản|stk|mã số thuế|mã số|mã hồ sơ|mã|cccd|cmnd|căn cước công dân"
    r"|căn cước|số định danh cá nhân|số định danh|số hiệu)(?: số)?:? )"
    r"(?P<n>\d(?:[ .-]?\d){3,24})(?![\w/]|[.,]\d)"
)
LONG = late(r"\d[ .-]?\d[ .-]?\d|\(0\d")  # the shortest number to be called has three figures
EMERGENCY = late(r"(?<!\w)11[1-5](?:(?:, | và | hoặc )11[1-5])+(?![\w/]|[.,]\d)")


def say(text: str) -> str:
    """0905 123 456 -> không chín không năm, một hai ba, bốn năm sáu: a breath where the writer has one."""
    if not LONG.search(text):
        return text
    text = CODE.sub(lambda found: found["lead"] + spelled(found["n"]), text)
    text = HOTLINE.sub(
        lambda found: (found["lead"] or found["call"]) + spelled(found["n"] or found["n2"]), text
    )
    text = EMERGENCY.sub(lambda found: re.sub(r"\d+", lambda one: figures(one[0]), found[0]), text)
    return CALL.sub(lambda found: spelled(found[0]), text)


def spelled(written: str) -> str:
    """Figures by groups; those written without a break are parted by threes from the end."""
    plus = "cộng " if written.startswith("+") else ""
    groups = re.findall(r"\d+", written)
    if len(groups) == 1 and len(groups[0]) > 5:
        groups = _threes(groups[0])
    return plus + ", ".join(figures(group) for group in groups)


def _threes(number: str) -> list[str]:
    first = len(number) % 3
    first += 3 if first < 2 else 0
    return [number[:first], *(number[place : place + 3] for place in range(first, len(number), 3))]
