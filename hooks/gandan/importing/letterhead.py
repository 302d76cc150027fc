"""The head of an official paper: who issued it, its number, its place and day, what it is about.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I (state) and Hướng dẫn 36-HD/VPTW (Party): names of the bodies to
the left, motto to the right, below them number, place and day. Tables, tabs and single lines are all met.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from gandan.importing import marks, words
from gandan.importing.blocks import Block, Line, Table
from gandan.vietnamese import fold

MOTTO = re.compile(r"cong hoa xa hoi chu nghia viet nam|dang cong san viet nam|doc lap\W+tu do\W+hanh phuc")
SPLIT = re.compile(r"(?i)(?=c[ộô]ng h[òoó][aà] x[ãa] h[ộô]i|đảng cộng sản việt nam|độc lập\s*[-–])")
OPEN = re.compile(r"(?i)\b(số\s*:?|ngày|tháng|năm)[ \u00a0]{2,}")
RULE = re.compile(r"^[\s_*\-–—―=~.o]*$")
NUMBER = re.compile(r"(?i)^số\s*[:.]?\s*(?P<number>[^,;]*?)\s*$")
FORM = re.compile(r"^\d+[A-Za-zĐđ]?\s*(?:/\d{4})?\s*[-/–]\s*[\w&ĐđƯưƠơ.-]+(?:\s*[-/–]\s*[\w&ĐđƯưƠơ.-]+)*$")
DAY = re.compile(
    r"(?i)^(?P<place>[^\d,]{2,60}),?\s+ngày\s*(?P<day>\d{1,2})?[\s.…]*tháng\s*(?P<month>\d{1,2})?[\s.…]*"
    r"năm\s*(?P<year>\d{4})?[\s.…]*$"
)
ABOUT = re.compile(r"(?i)^(?:\(?\s*v/v|về việc)\s*:?\s*(?P<about>.*?)\)?$")
BODY = re.compile(
    r"(?i)^(?:ủy ban|uỷ ban|ubnd|hội đồng|hđnd|đảng|chi bộ|ban |bch|mặt trận|mttq|ubmttq|hội |đoàn |trạm |"
    r"trường |công an|văn phòng|tổ (?:dân phố|dân vận|công tác|bầu)|trung tâm|sở |phòng |khu phố)"
)
DEEPEST = 14  # blocks that a head takes at most
LONGEST = 140  # letters of a line of a head


@dataclass(slots=True)
class Letterhead:
    """What a head says; an empty field was not there. `parent` is the body above the issuer."""

    parent: str = ""
    issuer: str = ""
    number: str = ""
    place: str = ""
    day: date | None = None
    about: str = ""
    dropped: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.dropped)


@dataclass(frozen=True, slots=True)
class _Said:
    """A line of the head, and whether it is bold."""

    text: str
    bold: bool


def take(blocks: Sequence[Block], known: Iterable[str] = ()) -> tuple[Letterhead, list[Block]]:
    """(the head, the blocks below it); `known` are names of bodies and places in their right spelling."""
    end = _end(blocks)
    head = Letterhead()
    if end == 0:
        return head, list(blocks)
    rest: list[Block] = []
    bodies: list[_Said] = []
    for block in blocks[:end]:
        left = _read(block, head, bodies)
        if left is not None:
            rest.append(left)
    _issuer(bodies, head, list(known))
    return head, [*rest, *blocks[end:]]


def _end(blocks: Sequence[Block]) -> int:
    """How many blocks the head takes: up to the last that holds a motto, a number or a day."""
    end = 0
    for place, block in enumerate(blocks[:DEEPEST]):
        said = [one.text for one in _lines(block)]
        if isinstance(block, Table) and len(said) > 24:
            break
        telling = [
            one for one in said if MOTTO.search(fold(one)) or _number(one) is not None or DAY.match(one)
        ]
        if telling and (end or MOTTO.search(fold(" ".join(said))) or len(telling) > 1 or place == 0):
            end = place + 1
    motto = any(MOTTO.search(fold(one.text)) for block in blocks[:end] for one in _lines(block))
    numbered = any(_number(one.text) for block in blocks[:end] for one in _lines(block))
    return end if motto or numbered else 0


def _number(text: str) -> str | None:
    """The number of `Số: 12/TB-UBND`, "" where it was left open, None where the line is none."""
    found = NUMBER.match(text.strip())
    if not found:
        return None
    number = re.sub(r"\s*([-/–])\s*", r"\1", found["number"]).replace("–", "-")
    if FORM.match(number):
        return number
    return "" if re.match(r"^[\s.…_]*[/-]", found["number"]) else None


def _lines(block: Block) -> list[_Said]:
    """The lines of a block, columns made by tabs or by the motto one after the other."""
    if isinstance(block, Line):
        bold = block.bold
        # What is left open for a pen is no gap between two columns.
        pieces = re.split(r"\n|\t+| {4,}", OPEN.sub(r"\1 ", block.plain))
        return [_Said(part.strip(), bold) for piece in pieces for part in SPLIT.split(piece) if part.strip()]
    if isinstance(block, Table):
        cells = [cell for row in block.rows for cell in row]
        return [one for cell in cells for line in cell.lines for one in _lines(line)]
    return []


def _read(block: Block, head: Letterhead, bodies: list[_Said]) -> Block | None:
    """Takes a block's lines into the head; what belongs to the text comes back."""
    lines = _lines(block)
    if not isinstance(block, Table) and any(len(one.text) > LONGEST for one in lines):
        return block
    following = False
    for one in lines:
        following = _one(one, head, bodies, following)
    title = (
        isinstance(block, Line)
        and bodies
        and lines
        and bodies[-1] is lines[-1]
        and not BODY.match(lines[0].text)
    )
    if title and head.number and block.kind != "text":  # type: ignore[union-attr]
        bodies.pop()
        return block
    head.dropped += [one.text for one in lines]
    return None


def _one(one: _Said, head: Letterhead, bodies: list[_Said], following: bool) -> bool:
    """Takes one line; gives whether the next may go on with what this one is about."""
    text = one.text
    number, day, about = _number(text), DAY.match(text), ABOUT.match(text)
    if RULE.match(text) or MOTTO.search(fold(text)):
        return False
    if number is not None:
        head.number = number
        if not number:
            head.unsure.append(f"số văn bản còn để trống («{text}»)")
    elif day:
        _day(day, head)
    elif about:
        head.about = about["about"].strip()
        return True
    elif following:
        head.about = f"{head.about} {text}"
        return True
    else:
        bodies.append(one)
    return False


def _day(found: re.Match[str], head: Letterhead) -> None:
    head.place = found["place"].strip(" ,.")
    try:
        head.day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except (TypeError, ValueError):
        head.unsure.append(f"ngày văn bản chưa đủ hoặc không có trong lịch («{found[0].strip()}»)")


def _issuer(bodies: list[_Said], head: Letterhead, known: list[str]) -> None:
    """Two names stand above each other, each perhaps in several lines; the lower one issued the paper."""
    names: list[_Said] = []
    for one in bodies:
        fresh = BODY.match(one.text) and not (names and names[-1].text.endswith((",", " VÀ")))
        if names and (not fresh or (one.bold == names[-1].bold and _goes_on(names[-1].text, one.text))):
            names[-1] = replace(names[-1], text=f"{names[-1].text} {one.text}")
        else:
            names.append(one)
    written = [spelled(marks.plain(one.text), known, head) for one in names]
    head.issuer = written[-1] if written else ""
    head.parent = written[-2] if len(written) > 1 else ""


def _goes_on(before: str, after: str) -> bool:
    """`BAN THƯỜNG TRỰC` goes on below `ỦY BAN MẶT TRẬN …`: nothing tells, so only unfinished names do."""
    return fold(before).split()[-1:] in (["ban"], ["hoi"], ["va"], ["doan"])


def spelled(name: str, known: list[str], head: Letterhead) -> str:
    """A name in capitals as the ward writes it; told where nobody knows the name."""
    for one in known:
        if words.same(name, one):
            return one
    if not words.capital(name):
        return " ".join(name.split())
    lowered = words.sentence(name, words.proper(known))
    head.unsure.append(f"tên cơ quan viết hoa trong văn bản, đã đổi thành «{lowered}»")
    return lowered
