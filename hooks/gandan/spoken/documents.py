"""Numbers of documents as an announcer says them: 41/KH-UBND -> kế hoạch số bốn mươi mốt của …

The convention, ours: `số`, the number, its year, then who gave it. What the writer has said is not said
twice: after `Kế hoạch số` only the number follows, before `của Ủy ban nhân dân …` no body is added.
After a bare `số` the sort follows the number (số bốn mươi mốt, kế hoạch của Ủy ban nhân dân).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from gandan.citations import context, kinds, stems, symbols
from gandan.citations.fold import fold
from gandan.patterns import late
from gandan.spoken.bodies import BODIES, KINDS, told
from gandan.spoken.letters import spell
from gandan.spoken.numerals import cardinal

SO = late(r"(?<!\w)số ?:? ?$", re.IGNORECASE)
DIGITS = late(r"(?P<figures>\d+)(?P<letter>\D?)")
# A letter of an office has no sort in its symbol: Công văn 123/UBND-VP.
LETTER = late(
    r"(?<![\w/.,-])(?P<n>\d{1,5})(?:/(?P<y>(?:19|20)\d\d))?/(?P<tail>[A-ZĐ][A-ZĐa-z]{1,9}(?:-[A-ZĐ&]{1,10}){0,3})(?![\w/])"
)
SYMBOL = late(r"(?<![\w/-])(?P<kind>[A-ZĐ][A-Za-zĐ]{0,4})-(?P<tail>[A-ZĐ]{2,10}|TTg)(?![\w/-])")
NEAR = 12  # letters before a number in which `số` is looked for


class Spoken(NamedTuple):
    """A stretch of the text and the words for it."""

    start: int
    end: int
    words: str


def say(text: str, known: Mapping[str, str]) -> str:
    """Every number of a document in words; `known` are the ward's abbreviations, short to long."""
    folded = fold(text)
    if re.search(r"\d", folded.text):
        text = _replaced(text, _found(folded.text, known), folded.span)
    text = LETTER.sub(lambda found: _office(found, known), text) if "/" in text else text
    return SYMBOL.sub(lambda found: _bare(found, known), text) if "-" in text else text


def _found(text: str, known: Mapping[str, str]) -> Iterator[Spoken]:
    for found in symbols.search(text):
        yield Spoken(found.start, found.end, _number(text, found, known))
    for stem in stems.search(text):
        if "/" in stem.number:
            number, year = stem.number.split("/")
            start = stem.end - len(stem.number)
            lead = "" if SO.search(text, max(0, start - NEAR), start) else "số "
            yield Spoken(start, stem.end, f"{lead}{_digits(number)} năm {cardinal(int(year))}")


def _replaced(text: str, found: Iterator[Spoken], span: Callable[[int, int], tuple[int, int]]) -> str:
    parts, done = [], 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        start, end = span(one.start, one.end)
        if start >= done:
            parts += [text[done:start], one.words]
            done = end
    return "".join([*parts, text[done:]])


def _number(text: str, found: symbols.Found, known: Mapping[str, str]) -> str:
    """The words for one number; of a list only the first is led and only the last tells the body."""
    number = found.number
    words = _digits(number.digits) + (f" năm {cardinal(int(number.year))}" if number.year else "")
    led = bool(SO.search(text, max(0, found.head - NEAR), found.head))
    meant = kinds.meant(kinds.before(text, found.head), number.kind)
    sort = "" if meant or not number.kind else KINDS.get(number.kind, spell(number.kind))
    first, last = found.start == found.head, found.end == found.context
    if first and not led:
        words = f"{sort} số {words}".strip()
    if not last:
        return words
    between = f", {sort}" if sort and led else ""
    return words + between + _body(text, found, known)


def _body(text: str, found: symbols.Found, known: Mapping[str, str]) -> str:
    """` của Chính phủ`, unless the writer names the body right after the number."""
    if context.after(text, found.context).issuer:
        return ""
    body, named = told(found.number.tail, known, party=found.number.party)
    return f" của {body}" if named else f", {body}"


def _digits(written: str) -> str:
    found = DIGITS.match(written)
    return f"{cardinal(int(found['figures']))} {spell(found['letter'])}".strip() if found else written


def _office(found: re.Match[str], known: Mapping[str, str]) -> str:
    """123/UBND-VP -> số một trăm hai mươi ba của Ủy ban nhân dân, vê pê."""
    if not found["tail"].split("-")[0].isupper():
        return found[0]
    sort = KINDS.get(found["tail"]) if found["tail"] not in {**BODIES, **known} else None
    body, named = told(found["tail"], {**KINDS, **known})
    led = SO.search(found.string, max(0, found.start() - NEAR), found.start())
    number = cardinal(int(found["n"])) + (f" năm {cardinal(int(found['y']))}" if found["y"] else "")
    if sort:  # 5712/QĐ tells its sort, and nobody
        said = found.string[: found.start()].rstrip().casefold().endswith(sort)
        return number if led else f"{'' if said else f'{sort} '}số {number}"
    return ("" if led else "số ") + number + (f" của {body}" if named else f", {body}")


def _bare(found: re.Match[str], known: Mapping[str, str]) -> str:
    """A symbol without number: NĐ-CP -> nghị định của Chính phủ; others (CT-XH) are no symbol."""
    if found["kind"] not in KINDS or found["tail"] not in BODIES:
        return found[0]
    return f"{KINDS[found['kind']]} của {told(found['tail'], known)[0]}"
