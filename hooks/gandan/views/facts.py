"""The properties of a directive, in the order and with the names that people know from vbpl.vn."""

from datetime import date
from typing import NamedTuple

from gandan import dates
from gandan.dates import Stamp
from gandan.model import Directive
from gandan.relate import issuers
from gandan.relate.portal import Portal
from gandan.views.parts import issuer_name

FAMILIES = {"state": "Nhà nước", "party": "Đảng", "front": "Mặt trận và đoàn thể"}
UNKNOWN = "Chưa rõ"


class Fact(NamedTuple):
    """One property: its name, and a day, or words with what is said of them in small."""

    name: str
    words: str
    stamp: Stamp | None = None
    remark: str | None = None
    known: bool = True


def of(one: Directive, portal: Portal, today: date) -> tuple[Fact, ...]:
    """The properties of a document, the unknown ones named as unknown."""
    heir = None
    if issuer := portal.issuers.get(one.issuer):
        heir = issuers.now(today, issuer, portal.issuers)
    rough = dates.rough(one.issued) if one.issued else None
    facts = [
        Fact("Số, ký hiệu", one.number or UNKNOWN, known=bool(one.number)),
        Fact("Loại văn bản", one.type, known=one.type != "Chưa rõ"),
        Fact(
            "Cơ quan ban hành",
            issuer_name(one, portal),
            remark=f"nay là {heir.name}" if heir else None,
        ),
        Fact("Người ký", one.signer or UNKNOWN, known=bool(one.signer)),
        Fact("Ngày ban hành", UNKNOWN, rough, known=bool(rough)),
        _day("Ngày có hiệu lực", one.effective),
    ]
    if one.expires:
        facts.append(_day("Ngày hết hiệu lực", one.expires))
    if one.family:
        facts.append(Fact("Hệ thống văn bản", FAMILIES[one.family]))
    facts.append(_day("Kiểm tra gần nhất", one.checked))
    return tuple(facts)


def _day(name: str, day: date | None) -> Fact:
    return Fact(name, UNKNOWN, dates.short(day) if day else None, known=day is not None)
