"""Times of the day: 7:30 and 7h30 -> bảy giờ ba mươi phút, 7:30–11:00 -> từ … đến mười một giờ."""

import re

from gandan.patterns import late
from gandan.spoken.numerals import cardinal

H, MM = r"(?:[01]?\d|2[0-4])", r"[0-5]\d"
STARTS, ENDS = r"(?<![\w:/]|[.,])", r"(?!\w|:\d)"
SCALE = r"(?P<scale>(?<!\w)(?i:tỷ lệ|tỉ lệ|tỷ số|tỉ số|bản đồ) )?"
CLOCK = (
    rf"(?P<h{{n}}>{H})(?:(?: ?[hHgG] ?|:)(?P<m{{n}}>{MM})(?::(?P<s{{n}}>{MM}))?[′’']?(?: phút(?!\w))?| ?[hH])"
)
TIME = late(rf"{SCALE}{STARTS}{CLOCK.format(n='')}{ENDS}(?: (?P<half>SA|CH)(?!\w))?")
RANGE = late(
    rf"(?P<lead>(?<!\w)(?i:từ|lúc|khoảng) )?{STARTS}(?:{CLOCK.format(n='')}|(?P<bare>{H}))"
    rf" ?[-–—] ?{CLOCK.format(n='2')}{ENDS}"
)
SPELT = late(rf"(?P<first>(?<!\w){H} giờ(?: {MM}(?: phút)?)?) ?[-–—] ?(?={H}(?: giờ| ?[hHgG]|:{MM})(?!\w))")
FULL = late(rf"(?P<hour>(?<!\w){H} giờ) 00(?: phút)?(?!\w|[.,]\d)")
MARKED = late(r"\d ?[:hHgG]")
HALVES = {"SA": " sáng", "CH": " chiều", None: ""}


def say(text: str) -> str:
    """Every time of a text in words; a range that no từ leads gets one."""
    if not MARKED.search(text):
        return text
    text = FULL.sub(lambda found: found["hour"], text)
    text = SPELT.sub(lambda found: f"{found['first']} đến ", text)
    return TIME.sub(_time, RANGE.sub(_range, text))


def _time(found: re.Match[str]) -> str:
    if found["scale"]:
        return found[0]
    return _words(found["h"], found["m"], found["s"]) + HALVES[found["half"]]


def _range(found: re.Match[str]) -> str:
    first = cardinal(int(found["bare"])) if found["bare"] else _words(found["h"], found["m"], found["s"])
    last = _words(found["h2"], found["m2"], found["s2"])
    return f"{found['lead'] or 'từ '}{first} đến {last}"


def _words(hour: str, minute: str | None, second: str | None) -> str:
    """Full hours are told without minutes: 7:00 -> bảy giờ."""
    words = f"{cardinal(int(hour))} giờ"
    if int(minute or 0) or int(second or 0):
        words += f" {cardinal(int(minute or 0))} phút"
    return words + (f" {cardinal(int(second))} giây" if second and int(second) else "")
