"""Numbers with what they count: money, measures, percents, ranges, and every number that is left."""

import re

from gandan.patterns import late
from gandan.spoken.figures import FIGURE, number, value
from gandan.spoken.letters import NAMES
from gandan.spoken.units import EACHES, SPAN, TIMED, UNIT, WORDS, bare

PER = late(
    rf"(?P<amount>{FIGURE} ?(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) ){{0,2}}(?P<unit>{UNIT}|[^\W\d_]{{1,8}}))"
    rf" ?/ ?(?:1 )?(?P<each>{EACHES})(?: ?/ ?(?P<more>{EACHES}))?(?!\w)"
)
RANGE = late(
    rf"(?<![\w/.,])(?P<first>{FIGURE})(?P<unit> ?(?:{UNIT}|{SPAN})(?!\w))?"
    rf"(?P<dash> ?[-–—] ?)(?={FIGURE})"
)
LAST = late(FIGURE)
NAMED = late(r"(?P<name>(?<!\w)[^\W\d_]+) (?P<first>\d+) ?[-–—] ?(?P<second>(?P=name) )(?=\d)")
MINUS = late(r"(?<![\w)\]%.,/-])[-−](?=\d)")
TIMES = late(rf"(?P<first>{FIGURE}(?: ?(?:{UNIT}))?) ?[x×] ?(?=\d)")
OVER = late(r"(?<=\d)(?: ?/ ?|:)(?=\d)|(?P<unit>(?<!\w)(?:triệu|tỷ|đồng)) ?/ ?(?=\d)")
AMOUNT = late(rf"(?P<number>{FIGURE})(?: ?(?P<unit>{UNIT})(?!\w))?(?P<letter>[a-zđ](?!\w))?")
JOINED = late(r"[-–—−/:x×]")
DIGIT = late(r"\d")
ODD = late(r"[^\W_]")


def say(text: str) -> str:
    """What is left of figures in words, with the units behind them."""
    if not DIGIT.search(text):
        return bare(text)
    text = _joined(text) if JOINED.search(text) else text
    return AMOUNT.sub(_amount, bare(text))


def _joined(text: str) -> str:
    """Two numbers, or a number and what it is counted by, with a sign between them."""
    text = PER.sub(_per, text)
    text = NAMED.sub(lambda found: f"{found['name']} {found['first']} đến {found['second']}", text)
    text = RANGE.sub(_range, text)
    text = MINUS.sub("âm ", text)
    text = TIMES.sub(lambda found: f"{found['first']} nhân ", text)
    return OVER.sub(lambda found: f"{found['unit'] or ''} trên ", text)


def _per(found: re.Match[str]) -> str:
    """20.000đ/tháng -> 20.000đ một tháng; km/h is a unit of its own."""
    if f"{found['unit']}/{found['each']}" in WORDS:
        return found[0]
    each = [WORDS.get(one, one) for one in (found["each"], found["more"]) if one]
    return " một ".join([found["amount"], *each])


def _range(found: re.Match[str]) -> str:
    """3–5 hộ -> 3 đến 5 hộ; a smaller number behind the dash (tỷ số 3-1) makes no range;
    6 tháng – 5 tuổi is one all the same.
    """
    last = LAST.match(found.string, found.end())
    timed = (found["unit"] or "").strip() in TIMED
    rising = timed or (last is not None and value(found["first"]) < value(last[0]))
    if not rising and (found["unit"] or found["dash"] != "-"):
        return f"{found['first']}{found['unit'] or ''}, "
    return f"{found['first']}{found['unit'] or ''} {'đến ' if rising else ''}"


def _amount(found: re.Match[str]) -> str:
    unit = f" {WORDS[found['unit']]}" if found["unit"] else ""
    letter = f" {NAMES[found['letter']]}" if found["letter"] else ""
    words = f"{number(found['number'])}{unit}{letter}"
    before = found.string[found.start() - 1 : found.start()] if found.start() else ""
    after = found.string[found.end() : found.end() + 1]
    return f"{' ' if ODD.match(before) else ''}{words}{' ' if ODD.match(after) else ''}"
