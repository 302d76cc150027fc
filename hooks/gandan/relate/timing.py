"""Days of one record against the day of the build and against other records."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from gandan import states
from gandan.check import terms
from gandan.check.entry import Checked, Entry
from gandan.model import Directive, Issuer
from gandan.problems import Problem
from gandan.relate.portal import Tie
from gandan.relate.ties import ENDING


def superseded(ties: Iterable[Tie], all_: Mapping[str, Directive], today: date) -> date | None:
    """The day from which a document in force replaces or repeals the bearer of `ties` whole, or None."""
    enders = (all_[tie.target] for tie in ties if tie.kind in ENDING and tie.target and not tie.articles)
    days = (one.effective for one in enders if states.has_begun(one, today))
    return min((day for day in days if day), default=None)


def problems(checked: Checked, ties: dict[str, tuple[Tie, ...]], today: date) -> Iterator[Problem]:
    """N103, N105, N106."""
    all_ = {entry.id: entry.record for entry in checked.directives}
    for item in checked.items:
        if item.record.date.day > today and not item.record.draft:
            message = f"ngày {item.record.date.day:%d/%m/%Y} chưa tới."
            yield Problem(item.at("date"), "N103", message, "Xem lại năm, tháng, ngày.")
    for told in (*checked.telling, *checked.events):
        yield from terms.ahead(told, today)
    issuers = {entry.id: entry.record for entry in checked.issuers}
    for entry in checked.directives:
        day = superseded(ties[entry.id], all_, today)
        if day and entry.record.expires is None:
            message = f"đã bị thay thế hoặc bãi bỏ từ {day:%d/%m/%Y} mà chưa ghi ngày hết hiệu lực."
            yield Problem(entry.at(), "N105", message, f"Thêm dòng: expires: {day.isoformat()}.")
        yield from _issuer(entry, issuers.get(entry.record.issuer))


def _issuer(entry: Entry[Directive], issuer: Issuer | None) -> Iterator[Problem]:
    if issuer is None or entry.record.issued is None:
        return
    issued = entry.record.issued  # of a year alone, only what holds for all its days is told
    early = issuer.valid_from and issued.last < issuer.valid_from
    late = issuer.valid_to and issued.first > issuer.valid_to
    if early or late:
        message = f"{issuer.name} {'chưa có' if early else 'không còn'} vào ngày ban hành."
        yield Problem(entry.at("issuer"), "N106", message, "Chọn cơ quan có tên vào ngày đó.")
