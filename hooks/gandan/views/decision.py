"""A vote of residents: the count, the share of ALL households, the threshold, what the ward answered."""

from datetime import date
from typing import NamedTuple

from gandan import dates
from gandan.dates import Stamp
from gandan.duties import voting
from gandan.model import Decision, Rule
from gandan.relate.portal import Article, Portal
from gandan.views import matters, shares
from gandan.views.parts import paragraphs

PRESENT = {"họp": "Dự họp", "phát phiếu": "Nộp phiếu", "trực tuyến": "Biểu quyết trực tuyến"}
ABSENT = {"họp": "Vắng mặt", "phát phiếu": "Không nộp phiếu", "trực tuyến": "Không biểu quyết"}
WAYS = {"họp": "Họp", "phát phiếu": "Phát phiếu đến từng hộ", "trực tuyến": "Biểu quyết trực tuyến"}


class Count(NamedTuple):
    """A line of the count: its name, the number, its share of the whole; `chief` for those in favour."""

    name: str
    number: str
    share: str
    chief: bool = False


class Verdict(NamedTuple):
    """What was asked for and what was reached; `in_favour` and `needed` as `53/80 hộ`.

    `filled` and `mark` are per cent of the bar: those in favour, and the threshold.
    """

    reached: bool
    in_favour: str
    share: str
    wanted: str
    needed: str
    basis: str
    filled: float
    mark: float


class DecisionView(NamedTuple):
    """The part of a decision; `verdict` is None where no rule tells the threshold."""

    matter: str
    place: str
    way: str
    held: Stamp
    counts: tuple[Count, ...]
    units: Count | None
    verdict: Verdict | None
    sent: Stamp | None
    recognised: tuple[Stamp, str | None] | None
    refused: tuple[Stamp, str | None, tuple[str, ...]] | None


def of(article: Article[Decision], portal: Portal, today: date) -> DecisionView:
    """The part of a decision on `today`; an answer of a day to come is none yet."""
    one = article.item
    answer = one.recognition if one.recognition and one.recognition.date <= today else None
    day = dates.short(answer.date) if answer else None
    refused = paragraphs(answer.refused) if answer else ()
    return DecisionView(
        matters.decided(one.matter),
        "Toàn phường" if one.scope == "toàn phường" else "Trong tổ dân phố",
        WAYS[one.way],
        dates.long(one.held),
        tuple(_counts(one)),
        _units(one),
        _verdict(one, voting.rule_of(one, portal.rulebook), voting.passed(one, portal.rulebook)),
        dates.short(one.sent) if one.sent and one.sent <= today else None,
        (day, answer.number) if answer and day and not refused else None,
        (day, answer.number, refused) if answer and day and refused else None,
    )


def _counts(one: Decision) -> list[Count]:
    silent = one.present - one.for_ - one.against
    lines = [
        ("Tổng số hộ", one.households),
        (PRESENT[one.way], one.present),
        (ABSENT[one.way], one.households - one.present),
        ("Tán thành", one.for_),
        ("Không tán thành", one.against),
        *([("Ý kiến khác, phiếu không hợp lệ", silent)] if silent > 0 else []),
    ]
    return [
        Count(name, shares.grouped(number), shares.percent(number, one.households), name == "Tán thành")
        for name, number in lines
    ]


def _units(one: Decision) -> Count | None:
    if not one.units or one.units_for is None:
        return None
    share = shares.percent(one.units_for, one.units)
    return Count("Tổ dân phố tán thành", f"{one.units_for}/{one.units}", share)


def _verdict(one: Decision, rule: Rule | None, passed: bool | None) -> Verdict | None:
    counts = voting.counted(one)
    if rule is None or rule.share is None or counts is None or passed is None:
        return None
    in_favour, total = counts
    unit = "hộ" if one.scope == "tổ dân phố" else "tổ dân phố"
    part, whole = rule.share.split("/")
    return Verdict(
        passed,
        f"{shares.grouped(in_favour)}/{shares.grouped(total)} {unit}",
        shares.percent(in_favour, total),
        f"{shares.wanted(rule)} tổng số {unit}",
        f"{shares.grouped(shares.fewest(rule, total))}/{shares.grouped(total)} {unit}",
        rule.basis,
        round(100 * in_favour / total, 2),
        round(100 * int(part) / int(whole), 2),
    )
