"""Days of one record against the day of the build and against other records."""

from collections.abc import Iterator
from datetime import date

from gandan import states
from gandan.check.entry import Checked, Entry
from gandan.model import Directive
from gandan.problems import Problem
from gandan.relate.portal import Tie
from gandan.relate.ties import ENDING


def superseded(
    identity: str, ties: dict[str, tuple[Tie, ...]], all_: dict[str, Directive], today: date
) -> date | None:
    """The day from which a document in force replaces or repeals this one whole; None if none does."""
    return min(
        (
            effective
            for tie in ties[identity]
            if tie.kind in ENDING and tie.target and not tie.articles
            and states.in_force(all_[tie.target], today)
            and (effective := all_[tie.target].effective)
        ),
        default=None,
    )  # fmt: skip


def problems(checked: Checked, ties: dict[str, tuple[Tie, ...]], today: date) -> Iterator[Problem]:
    """N103, N105, N106."""
    all_ = {entry.id: entry.record for entry in checked.directives}
    for item in checked.news:
        if item.record.date.day > today:
            message = f"ngày {item.record.date.day:%d/%m/%Y} chưa tới."
            yield Problem(item.at("date"), "N103", message, "Xem lại năm, tháng, ngày.")
    for entry in checked.directives:
        day = superseded(entry.id, ties, all_, today)
        if day and entry.record.expires is None:
            message = f"đã bị thay thế hoặc bãi bỏ từ {day:%d/%m/%Y} mà chưa ghi ngày hết hiệu lực."
            yield Problem(entry.at(), "N105", message, f"Thêm dòng: expires: {day.isoformat()}.")
        yield from _issuer(entry, checked)


def _issuer(entry: Entry[Directive], checked: Checked) -> Iterator[Problem]:
    issuer = next((one.record for one in checked.issuers if one.id == entry.record.issuer), None)
    if issuer is None or entry.record.issued is None:
        return
    day = entry.record.issued.first
    early = issuer.valid_from and day < issuer.valid_from
    late = issuer.valid_to and day > issuer.valid_to
    if early or late:
        message = f"{issuer.name} {'chưa có' if early else 'không còn'} vào ngày ban hành."
        yield Problem(entry.at("issuer"), "N106", message, "Chọn cơ quan có tên vào ngày đó.")
