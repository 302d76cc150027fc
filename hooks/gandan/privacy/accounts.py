"""Bank accounts: a number behind the word for it, unless a public body or a company holds it."""

import re
from collections.abc import Iterator

from gandan.patterns import late
from gandan.privacy import names, runs
from gandan.privacy.finding import Finding, Kind, figures
from gandan.privacy.spelling import any_of, places

LEAST = 8  # figures where nothing says that they are a number of an account
MOST = 2000  # mentions in one text that are looked at
NEAR, AROUND, BETWEEN = 60, 90, 40  # characters
SEEDS = (
    "tài khoản",
    "tai khoan",
    "chuyển khoản",
    "tk",
)  # in lower case: without one of them there is nothing
LOOK = "|".join(SEEDS)
ACCOUNT = late(
    rf"(?:{any_of('tài khoản', 'chuyển khoản')}|tk(?![^\W\d_]))(?:[^\d\n|]|\n(?!\s*\n)){{0,{BETWEEN}}}?"
    rf"(?P<number>\d(?:[{runs.MARKS}]?\d){{5,18}})(?!\d)",
    re.I,
)
# «chủ tài khoản» is a person; the number behind it is of something else.
_BEFORE = late(
    r"(?:(?P<number>s[ốo][ \u00a0]|(?<![^\W\d_])s)|(?P<holder>(?:ch[ủu]|t[êe]n)[ \u00a0])|[^\W\d_])?$", re.I
)
HOLDER = late(
    any_of("chủ tài khoản", "tên tài khoản", "chủ tk", "đứng tên", "mang tên", "của ông", "của bà"), re.I
)
# Who holds accounts that everybody may know.
BODY = late(
    r"(?<![^\W\d_])(?:(?i:kho bạc|kbnn|ủy ban|uỷ ban|ubnd|mttq|mặt trận|ban vận động|công ty|trường"
    r"|trung tâm|tòa soạn|toà soạn|chi cục|bệnh viện|chữ thập đỏ|hội đồng|cơ quan|đảng ủy|kho bac|uy ban"
    r"|mat tran|cong ty)"
    r"|Quỹ|QUỸ|Báo|BÁO|Sở|SỞ|Bộ|Cục)(?![^\W\d_])"
)
_OTHER = late(any_of("cccd", "căn cước", "điện thoại", "sđt", "đt", "số máy"), re.I)
_UNIT = late(r"[ \u00a0]?(?:đồng|đ\b|dong|vnd|vnđ|usd|tỷ|tỉ|triệu|nghìn|người|lượt|%|facebook|/)", re.I)


def find(text: str, lower: str) -> Iterator[Finding]:
    """Accounts of persons (sure) and of nobody that is told; `lower` is the text in lower case."""
    for place in places(lower, SEEDS)[:MOST]:
        before = _BEFORE.search(text, max(0, place - 5), place)
        if before is None or before["holder"] or (not before["number"] and before[0]):
            continue
        if (found := ACCOUNT.match(text, place)) and not _OTHER.search(found[0]):
            start, end = found.span("number")
            named = before["number"] or found[0][:2].lower() == "tk"
            long = len(figures(found["number"])) >= LEAST and not runs.money(text, start)
            if _UNIT.match(text, end) or not (named or long):
                continue
            owner = _owner(text, place, end)
            if owner is not None:
                yield Finding(start, end, Kind.ACCOUNT, found["number"], owner)


def _owner(text: str, start: int, end: int) -> bool | None:
    """True for a person, None for a body, False for nobody that is told."""
    after = text[end : end + AROUND]
    if (held := HOLDER.search(after)) and not BODY.search(after, held.end(), held.end() + NEAR):
        return True
    if BODY.search(text, max(0, start - AROUND), end + AROUND):
        return None
    return names.before(text, start, NEAR) or names.after(text, end, NEAR)
