"""Numbers and symbols as they are written: `59/2023/NĐ-CP`, `14-CT/TU`, and their many slips.

Forms: Nghị định 30/2020/NĐ-CP, Điều 15 (State); Hướng dẫn 36-HD/VPTW (Party). A công văn has no
type in its symbol (15/UBND); it is left alone on purpose.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from gandan.citations import kinds
from gandan.citations.fold import BLANK, LOOSE, fold
from gandan.patterns import late

YEAR = r"(?:19|20)\d\d"
BODY = (
    rf"(?:UBTVQH{LOOSE}\d{{1,2}}|[A-ZĐ]{{0,5}}T\.?Ư|T\.W"
    r"|[A-ZĐ][A-ZĐa-zđ0-9]{1,11}(?:&[A-ZĐ]{2,6})?)"
)
UNIT = r"[A-ZĐ][A-ZĐa-zđ0-9]{0,11}"
SYMBOL = late(
    rf"(?P<digits>(?<![\w/.])\d{{1,5}}[a-zA-ZĐđ]?)"
    rf"(?:(?:{LOOSE}[-/]{LOOSE}(?P<year>{YEAR}){LOOSE}/|{LOOSE}/){LOOSE}"
    rf"(?:(?P<kind>{kinds.choice(kinds.STATE)}){LOOSE}-{LOOSE}(?P<tail>{BODY}(?:-{UNIT}){{0,3}})"
    rf"|(?P<term>(?:UBTV)?QH{LOOSE}\d{{1,2}}))"
    rf"|(?:{LOOSE}-{LOOSE}|{LOOSE})(?P<pkind>{kinds.choice(kinds.PARTY)}){LOOSE}/{LOOSE}"
    rf"(?P<ptail>{BODY}(?:-{UNIT}){{0,2}}))(?![\w@]|[-/]\w)"
)
LOOK = rf"/{BLANK}*[A-ZĐ]"  # every symbol holds it, and no other number does
SLASH = late(LOOK)
FIRST = late(r"\d(?<![\w/.]\d)")
WIDEST = 40  # letters of a symbol before its last slash, gaps counted
JOINED = late(rf"(?:{LOOSE}-{LOOSE}[A-ZĐ][A-ZĐa-zđ0-9]{{1,11}}){{1,3}}(?![\w@]|[-/]\w)")
GOES_ON = late(
    rf"\w|[-/]\w|[.,]\d|@|{LOOSE}-{LOOSE}[A-ZĐ]{{2,6}}[ \d]{{0,3}}/"
    rf"|{LOOSE}[-/]?{LOOSE}(?:{kinds.choice([*kinds.STATE, *kinds.PARTY])}){LOOSE}[-/]"
)
PREFIX = late(rf"(?<![\w/.\-])(?P<prefix>{kinds.choice(kinds.STATE)})-$")
LEFT = late(
    rf"(?P<items>(?<![\w/.,\-])(?:\d{{1,5}}[a-zđ]?(?:/{YEAR})?{LOOSE}(?:[,;&]|và(?!\w)){LOOSE}){{1,12}})$"
)
OPENING = late(rf"(?:^|\n\n|[(\[“\"‘'«:]|(?<!\w)(?:số|theo|tại|các|những|với)){LOOSE}:?{LOOSE}$")
ITEM = late(rf"\d+[a-zđ]?(?:/{YEAR})?")
REACH = 120  # letters to the left in which the other members of a list are looked for

COMMITTEES = r"(?:VP|BTC|BTG|BDV|BTGDV|BNC|UBKT)?(?:TW|TU|HU|QU|ĐU)|CB"
TAILS = {"TƯ": "TW", "T.Ư": "TW", "T.W": "TW", "DU": "ĐU", "TTG": "TTg", "HDND": "HĐND"}
LOCAL = {"UBND", "HĐND", "UB"}


class Number(NamedTuple):
    """A number taken apart. `party` tells the family: its hyphen stands before the type."""

    digits: str
    year: str | None
    kind: str | None
    tail: str
    party: bool
    prefix: str = ""

    @property
    def written(self) -> str:
        """The canonical form: `217-QĐ/TW` also for `217/QĐ-TW`."""
        if self.party:
            return f"{self.digits}-{self.kind}/{self.tail}"
        symbol = f"{self.kind}-{self.tail}" if self.kind else self.tail
        year = f"{self.year}/" if self.year else ""
        return f"{self.prefix}{self.digits}/{year}{symbol}"

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What two spellings of one number share: 05 is 5, QĐi and QyĐ are QĐ, Đ in a tail is D."""
        kind = "QĐ" if self.kind in kinds.DECISIONS else self.kind or ""
        tail = self.tail.upper().replace("Đ", "D")
        family = "-" if self.party else "/"
        return self.digits.lstrip("0").lower(), self.year or "", kind + family, tail

    @property
    def unique(self) -> bool:
        """Whether one document only has it: it tells its year, and the land has one such body."""
        return self.year is not None and not self.local

    @property
    def parliamentary(self) -> bool:
        """Whether the National Assembly or its Standing Committee gave it."""
        return self.tail.startswith(("QH", "UBTVQH"))

    @property
    def local(self) -> bool:
        """Whether every province and commune has such a tail."""
        return self.tail.split("-")[0] in LOCAL


class Found(NamedTuple):
    """A number at its place in the folded text; `context` is where its list ends."""

    start: int
    end: int
    number: Number
    context: int
    head: int


@lru_cache(maxsize=4096)
def read(number: str) -> Number | None:
    """A number that stands alone, as in a record; None when it has no form known here."""
    plain = fold(number.strip()).text
    for found in search(plain):
        if (found.start, found.end) == (0, len(plain)):
            return found.number
    return None


def search(text: str) -> Iterator[Found]:
    """All numbers with a symbol in a folded text, members of lists (`217, 218-QĐ/TW`) included."""
    for match in matches(text):
        start, prefix = match.start(), ""
        if start and text[start - 1] == "-":
            front = PREFIX.search(text, max(0, start - 6), start)
            if not front or front["prefix"] != match["kind"]:
                continue
            start, prefix = front.start(), front[0]
        end, number = _take_apart(text, match, prefix)
        members = [] if prefix else list(_shared(text, start, number))
        head = members[0][0] if members else start
        for place, stop, member in members:
            yield Found(place, stop, member, end, head)
        yield Found(start, end, number, end, head)


def matches(text: str) -> Iterator[re.Match[str]]:
    """Each match of SYMBOL, tried only where a slash is near: most figures of a text have none."""
    done = 0
    for slash in SLASH.finditer(text):
        for first in FIRST.finditer(text, max(done, slash.start() - WIDEST), slash.start()):
            if first.start() >= done and (match := SYMBOL.match(text, first.start())):
                yield match
                done = match.end()
        done = max(done, slash.start())


def _take_apart(text: str, match: re.Match[str], prefix: str) -> tuple[int, Number]:
    end, digits = match.end(), match["digits"]
    if match["pkind"]:
        return end, Number(digits, None, _kind(match["pkind"]), _tail(match["ptail"]), True)
    if match["term"]:
        return end, Number(digits, match["year"], None, _tail(match["term"]), False)
    kind, tail = _kind(match["kind"]), match["tail"]
    if kind in kinds.JOINT and (more := JOINED.match(text, end)):
        end, tail = more.end(), tail + more[0]
    turned = not match["year"] and kind in kinds.PARTY and re.fullmatch(COMMITTEES, _tail(tail))
    return end, Number(digits, match["year"], kind, _tail(tail), bool(turned), prefix)


def _kind(spelling: str) -> str:
    return kinds.SPELLINGS[spelling]


def _tail(spelling: str) -> str:
    plain = "".join(spelling.split())
    return "-".join(TAILS.get(part.upper(), TAILS.get(part, part)) for part in plain.split("-"))


def _shared(text: str, start: int, last: Number) -> Iterator[tuple[int, int, Number]]:
    """The bare numbers before a full one that share its symbol, when a type word leads them."""
    left = LEFT.search(text, max(0, start - REACH), start)
    if not left or not (
        kinds.before(text, left.start()) or OPENING.search(text, max(0, left.start() - 9), left.start())
    ):
        return
    for item in ITEM.finditer(text, left.start(), start):
        digits, _, year = item[0].partition("/")
        yield (
            item.start(),
            item.end(),
            Number(digits, year or last.year, last.kind, last.tail, last.party),
        )
