"""A whole date of birth beside a name. A year alone says little; whoever was born long ago is no concern."""

import re
from collections.abc import Iterator

from gandan.patterns import late
from gandan.privacy import names
from gandan.privacy.finding import Finding, Kind
from gandan.privacy.spelling import any_of, places

BEFORE, AFTER = 120, 60  # characters in which the name stands
LIVING = 1920  # nobody born before is asked about
SEEDS = ("sinh", "sn", "ns")  # in lower case: without one of them there is nothing
_FIRST = any_of("mùng", "mồng")
_MONTH = rf"{any_of('tháng')}[ \u00a0]\d{{1,2}}[ \u00a0]{any_of('năm')}[ \u00a0]"
_LONG = rf"(?:{_FIRST}[ \u00a0])?\d{{1,2}}[ \u00a0]{_MONTH}"
_TO_YEAR = rf"(?:\d{{1,2}} ?[/.-] ?\d{{1,2}} ?[/.-] ?|{_LONG})"
DATE = rf"{_TO_YEAR}(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = any_of("vào ngày", "ngày", "vào")
_BORN, _ON = r"(?:sinh|s\.?n|ns)", rf"[ \u00a0]?[:(]?[ \u00a0]?(?:{_DAY}[ \u00a0:]{{1,3}})?"
BIRTH = late(rf"{_BORN}(?![^\W\d_]){_ON}{DATE}", re.I)
LOOK = rf"{_BORN}{_ON}{_TO_YEAR}\d"
_FEAST = late(r"(?:\d năm|kỷ niệm|mừng)[ \u00a0]+(?:ngày[ \u00a0]+)?$", re.I)


def find(text: str, lower: str) -> Iterator[Finding]:
    """Dates of birth with a name before them, or close behind; `lower` is the text in lower case."""
    for place in places(lower, SEEDS):
        found = BIRTH.match(text, place)
        if not found or text[place - 1 : place].isalpha() or int(found["year"]) < LIVING:
            continue
        start, end = found.span()
        if _FEAST.search(text, max(0, start - 20), start):
            continue
        if names.before(text, start, BEFORE) or names.after(text, end, AFTER):
            yield Finding(start, end, Kind.BIRTH, found[0], sure=False)
