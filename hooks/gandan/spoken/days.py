"""Days, months, quarters and years: 20/11/2026 -> ngày hai mươi tháng mười một năm hai nghìn …

`ngày` is said once: where the writer has put it (or mồng, hôm) it is not put again. Days of the sun's
calendar get no mồng. A day that does not exist (31/02) is no day and is read as numbers.
"""

import re

from gandan.patterns import late
from gandan.spoken.numerals import cardinal, ordinal

D, M, Y = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:1[5-9]|2[01])\d\d"
ALONE, ENDS = r"(?<![\w/.,])", r"(?![\w/]|[.,-]\d)"
LEAD = r"(?P<lead>(?<!\w)(?i:ngày|mồng|mùng|hôm) )?"
DASH = r" ?[-–—] ?"
FULL = late(
    rf"{LEAD}{ALONE}(?:(?P<y2>{Y})-(?P<m2>\d\d)-(?P<d2>\d\d)"
    rf"|(?P<d>{D}) ?(?P<mark>[/.-]) ?(?P<m>{M}) ?(?P=mark) ?(?P<y>{Y})){ENDS}"
)
SHORT = late(rf"{LEAD}{ALONE}(?P<d>{D})(?:/|(?<=\d)(?P<dash>-))(?P<m>{M}){ENDS}")
RANGE = late(
    rf"(?P<from>(?<!\w)(?i:từ) )?{LEAD}{ALONE}(?P<d>{D})(?:/(?P<m>{M})(?:/(?P<y>{Y}))?)?{DASH}(?i:ngày )?"
    rf"(?P<d2>{D})/(?P<m2>{M})(?:/(?P<y2>{Y}))?{ENDS}"
)
PART = late(rf"(?<!\w)(?P<part>(?i:sáng|trưa|chiều|tối|đêm)) (?P<d>{D})-(?P<m>{M}){ENDS}")
MONTH = late(
    rf"(?P<lead>(?<!\w)(?i:tháng) |(?<!\w)T)?(?<![\d/.,])"
    rf"(?P<m>{M})(?P<mark>[/-])(?P<y>{Y}){ENDS}"
)
MONTHS = late(
    rf"(?P<lead>(?<!\w)(?i:tháng) )?{ALONE}(?P<m>{M}){DASH}(?i:tháng )?(?P<m2>{M})(?:/(?P<y>{Y}))?{ENDS}"
)
# Behind these the number is no month: đợt 2/2026 is the second time of that year.
ISSUE = late(
    rf"(?P<lead>(?<!\w)(?i:đợt|quý|kỳ|lần|số|khóa|khoá|phiên) )(?P<n>\d{{1,4}}|[^\W\d]+)/(?P<y>{Y}){ENDS}"
)
AFTER_WORD = late(rf"(?<=[^\W\d])/(?P<y>{Y})(?![\w/])")
APRIL = late(r"(?P<lead>(?<!\w)(?i:tháng) )0?4(?![\w/]|[.,-]\d)")
WEEKDAYS = late(rf"(?P<lead>(?<!\w)(?i:thứ) |(?<!\w)T)(?P<a>[2-7]){DASH}(?:(?i:thứ) |T)?(?P<b>[2-7])(?!\w)")
# thứ 2, 4 và 6: the figures that follow are weekdays too when nothing is counted behind them.
LISTED = late(
    r"(?<!\w)(?P<lead>(?i:thứ) )(?P<list>[2-7](?:(?:, ?| và )[2-7])+)"
    r"(?=[.,;:)]|$| (?:hằng|hàng|trong|mỗi|tuần))"
)
DAY = late(r"\d")
MARKED = late(r"[/–—-]|\. ?\d")
DASHED = late(r"[-–—]")
STROKE = late(r"[-–—/]")
WEEK = late(r"(?i:thứ |tháng )|T[2-7]|CN")  # so begin weekdays and the fourth month
CLOCK = late(r" \d{1,2}[:hg]")
SHORT_NAME = late(r"(?<!\w)(?:CN|T(?P<n>[2-7]))(?=,? (?i:ngày )?\d{1,2}/\d)")
ORDINAL = late(r"(?P<lead>(?<!\w)(?i:thứ) )(?P<n>\d{1,6})(?![\w/]|[.,]\d)")
UNTIL = late(r"(?P<a>(?<!\w)(?i:thứ) [^\W\d]+) ?[-–—] ?(?=(?i:thứ|chủ nhật)(?!\w))")
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def say(text: str) -> str:
    """Every day, month, quarter and weekday of a text in words; 2/3 of something is gone by now."""
    if not DAY.search(text):
        return UNTIL.sub(lambda found: f"{found['a']} đến ", text) if DASHED.search(text) else text
    if not WEEK.search(text):
        return _dates(text) if MARKED.search(text) else text
    text = SHORT_NAME.sub(lambda found: f"thứ {ordinal(int(found['n']))}" if found["n"] else "Chủ nhật", text)
    text = _dates(text) if MARKED.search(text) else text
    text = APRIL.sub(lambda found: f"{found['lead']}tư", text)
    text = WEEKDAYS.sub(_weekdays, text)
    text = LISTED.sub(lambda found: found["lead"] + DAY.sub(_weekday, found["list"]), text)
    text = ORDINAL.sub(lambda found: f"{found['lead']}{ordinal(int(found['n']))}", text)
    return UNTIL.sub(lambda found: f"{found['a']} đến ", text)


def _dates(text: str) -> str:
    """What has a stroke, a dash or points between its figures."""
    dashed = DASHED.search(text)
    text = RANGE.sub(_range, PART.sub(_part, text)) if dashed else text
    text = FULL.sub(_full, text)
    if not STROKE.search(text):
        return text
    text = ISSUE.sub(_issue, text)
    text = MONTHS.sub(_months, text) if dashed else text
    text = MONTH.sub(_month, text)
    text = SHORT.sub(_short, text)
    return AFTER_WORD.sub(lambda found: f" năm {cardinal(int(found['y']))}", text)


def month(number: int) -> str:
    """The name of a month: một, hai, ba, tư … mười hai."""
    return "tư" if number == 4 else cardinal(number)


def _words(day: str, number: str | None, year: str | None) -> str:
    words = cardinal(int(day))
    words += f" tháng {month(int(number))}" if number else ""
    return words + (f" năm {cardinal(int(year))}" if year else "")


def _exists(day: str, number: str) -> bool:
    return 1 <= int(number) <= 12 and 1 <= int(day) <= LENGTHS[int(number) - 1]


def _range(found: re.Match[str]) -> str:
    """21/9–14/10/2026; where no word leads, `từ` is put before it."""
    if not _exists(found["d2"], found["m2"]) or (found["m"] and not _exists(found["d"], found["m"])):
        return found[0]
    if not found["m"] and int(found["d"]) >= int(found["d2"]):
        return found[0]
    begin = found["from"] or ("" if found["lead"] else "từ ")
    first = _words(found["d"], found["m"], found["y"])
    last = _words(found["d2"], found["m2"], found["y2"])
    return f"{begin}{found['lead'] or 'ngày '}{first} đến ngày {last}"


def _part(found: re.Match[str]) -> str:
    """chiều 8-4 -> chiều ngày tám tháng tư."""
    there = _exists(found["d"], found["m"])
    return f"{found['part']} ngày {_words(found['d'], found['m'], None)}" if there else found[0]


def _full(found: re.Match[str]) -> str:
    day, number, year = (found["d"] or found["d2"], found["m"] or found["m2"], found["y"] or found["y2"])
    if not _exists(day, number):
        return found[0]
    then = "," if CLOCK.match(found.string, found.end()) else ""
    return f"{found['lead'] or 'ngày '}{_words(day, number, year)}{then}"


def _short(found: re.Match[str]) -> str:
    if not _exists(found["d"], found["m"]) or (found["dash"] and not found["lead"]):
        return found[0]
    return f"{found['lead'] or 'ngày '}{_words(found['d'], found['m'], None)}"


def _issue(found: re.Match[str]) -> str:
    number = cardinal(int(found["n"])) if found["n"].isdigit() else found["n"]
    return f"{found['lead']}{number} năm {cardinal(int(found['y']))}"


def _month(found: re.Match[str]) -> str:
    if found["mark"] == "-" and not found["lead"]:
        return found[0]
    lead = "tháng " if found["lead"] in (None, "T") else found["lead"]
    return f"{lead}{month(int(found['m']))} năm {cardinal(int(found['y']))}"


def _months(found: re.Match[str]) -> str:
    first, last = int(found["m"]), int(found["m2"])
    if first >= last or not (found["lead"] or found["y"]):
        return found[0]
    year = f" năm {cardinal(int(found['y']))}" if found["y"] else ""
    return f"{found['lead'] or 'tháng '}{month(first)} đến tháng {month(last)}{year}"


def _weekday(found: re.Match[str]) -> str:
    return ordinal(int(found[0]))


def _weekdays(found: re.Match[str]) -> str:
    lead = "thứ " if found["lead"] == "T" else found["lead"]
    return f"{lead}{ordinal(int(found['a']))} đến thứ {ordinal(int(found['b']))}"
