"""What stands after a number and belongs to it: the date of the document and its issuer."""

import re
from datetime import date
from typing import NamedTuple

from gandan.citations import kinds
from gandan.citations.fold import GAP, LOOSE
from gandan.citations.vocabulary import COMMITTEE_PLACES, COMMITTEES, HEADS, INNER, NUMBERED, STOPS
from gandan.model.fields import PartialDay
from gandan.patterns import late

YEAR = r"(?:19|20)\d\d"
_signed = rf"(?:(?:được{GAP}|đã{GAP})?(?:ký{GAP}|ban{GAP}hành{GAP}|ký{GAP}ban{GAP}hành{GAP}))?"
DATE = late(
    rf"{LOOSE}(?P<lead>[,;(-])?{LOOSE}{_signed}(?:"
    rf"(?:ngày{GAP})?(?P<d>\d{{1,2}}){LOOSE}[/.-]{LOOSE}(?P<m>\d{{1,2}}){LOOSE}[/.-]{LOOSE}(?P<y>{YEAR})"
    rf"|ngày{GAP}(?P<d2>\d{{1,2}}){GAP}tháng{GAP}(?P<m2>\d{{1,2}}),?{GAP}(?:năm{GAP})?(?P<y2>{YEAR})"
    rf"|tháng{GAP}(?P<m3>\d{{1,2}})(?:{LOOSE}[/.-]{LOOSE}|{GAP}(?:năm{GAP})?)(?P<y3>{YEAR})"
    rf"|(?P<m4>\d{{1,2}})[/.-](?P<y4>{YEAR})(?={LOOSE}\))"
    rf"|năm{GAP}(?P<y5>{YEAR})"
    rf"|(?P<y6>{YEAR})(?={LOOSE}\))"
    rf")(?!\d|[/.]\d|{LOOSE}-{LOOSE}\d)(?P<close>{LOOSE}\))?",
    re.IGNORECASE,
)
OF = late(rf"{LOOSE},?{LOOSE}(?:(?P<of>(?:của|do){GAP}(?:của{GAP})?)|\()", re.IGNORECASE)
WORD = late(r"(?:TP|Tp|tp|TX|Tx|T\.Ư)\.?(?!\w)|[^\W_][\w&]*")
DASH = late(rf"{GAP}-{GAP}|-")
_GAP = late(GAP)
_ISSUES = late(rf"ban{GAP}hành(?!{GAP}Tr)")

LONGEST_NAME = 16  # words


class Context(NamedTuple):
    """The date, and the span of the issuer's name, that stand after a number."""

    day: PartialDay | None
    issuer: tuple[int, int] | None


def after(text: str, place: int) -> Context:
    """Reads a date, a body and again a date from `place` on, each of them optional."""
    day, place = _day(text, place)
    issuer = _issuer(text, place)
    if issuer and day is None:
        day, _ = _day(text, issuer[1])
    return Context(day, issuer)


def dated(text: str, place: int) -> bool:
    """Whether a date of a document stands right at `place`."""
    return _day(text, place)[0] is not None


def issued(text: str, place: int) -> bool:
    """Whether the name of a body stands right at `place`."""
    return _issuer(text, place) is not None


def _day(text: str, place: int) -> tuple[PartialDay | None, int]:
    found = DATE.match(text, place)
    if not found:
        return None, place
    whole = found["y"] or found["y2"]
    # After a comma a bare year or month begins a new thought: "14-CT/TU, năm 2022 phường đã …".
    if not whole and found["lead"] not in (None, "("):
        return None, place
    if (found["y4"] or found["y6"]) and found["lead"] != "(":
        return None, place
    year = int(whole or found["y3"] or found["y4"] or found["y5"] or found["y6"])
    month = found["m"] or found["m2"] or found["m3"] or found["m4"]
    day = found["d"] or found["d2"]
    return _existing(year, int(month or 0), int(day or 0)), found.end()


def _existing(year: int, month: int, day: int) -> PartialDay | None:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return PartialDay(year, month or None, day or None)


def _issuer(text: str, place: int) -> tuple[int, int] | None:
    of = OF.match(text, place)
    if not of:
        return None
    first = WORD.match(text, of.end())
    if not first or not _begins(text, first, quiet=bool(of["of"])):
        return None
    return first.start(), _end(text, first)


def _begins(text: str, first: re.Match[str], quiet: bool) -> bool:
    """Whether a name of a body begins here; in parentheses (not `quiet`) with a capital only."""
    word = first[0].lower()
    if not quiet and first[0][0].islower():
        return False
    if word in HEADS:
        return True
    gap = _GAP.match(text, first.end())
    second = WORD.match(text, gap.end()) if gap else None
    return word in COMMITTEE_PLACES and second is not None and second[0].lower() in COMMITTEES


def _end(text: str, first: re.Match[str]) -> int:
    """Where it ends: capitals, inner words of bodies, and one small word after a capital."""
    end, last, free = first.end(), first[0], True
    for _ in range(LONGEST_NAME):
        step = _step(text, end, last)
        if step is None:
            break
        word = step[0]
        small = word[0].islower() and word.lower() not in INNER
        if small and (not free or word.lower() in STOPS):
            break
        end, last, free = step.end(), word, word[0].isupper()
    return _with_term(text, end)


def _step(text: str, end: int, last: str) -> re.Match[str] | None:
    gap = _GAP.match(text, end)
    place = gap.end() if gap else end if last.endswith(".") else None
    if dash := DASH.match(text, end):
        word = WORD.match(text, dash.end())
        return word if word and word[0][0].isupper() else None
    word = WORD.match(text, place) if place is not None else None
    if last.endswith(".") and gap and "\n" in gap[0]:  # "… HĐND TP." ends the line, and the sentence
        return None
    if word is None or (word[0][0].isdigit() and last.lower() not in NUMBERED):
        return None
    if word[0].lower() == "và":
        return _joined(text, word)
    return None if _issues(text, word) else word


def _joined(text: str, link: re.Match[str]) -> re.Match[str] | None:
    """The word after `và` when the name goes on (Giáo dục và Đào tạo) and no document follows."""
    gap = _GAP.match(text, link.end())
    word = WORD.match(text, gap.end()) if gap else None
    if word is None or not word[0][0].isupper():
        return None
    second = WORD.match(text, word.end() + 1)
    pair = f"{word[0]} {second[0]}".lower() if second else ""
    return None if pair in kinds.WORDS and pair != "kế hoạch" else word


def _issues(text: str, word: re.Match[str]) -> bool:
    """Whether the verb `ban hành` stands here (its syllables also occur in names)."""
    return bool(_ISSUES.match(text, word.start()))


TERM = late(rf"{LOOSE}\({LOOSE}khó?o?[aá]{GAP}\w+{LOOSE}\)", re.IGNORECASE)


def _with_term(text: str, end: int) -> int:
    """`Bộ Chính trị (khóa XI)` is one name."""
    term = TERM.match(text, end)
    return term.end() if term else end
