"""Whether what must be publicised was, in time and in the forms the law asks for (Điều 12, 13)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gandan.check.entry import Checked, Entry
from gandan.duties.finding import Finding, against, spell, uncertain
from gandan.duties.rulebook import Rulebook
from gandan.model import Disclosure
from gandan.model.disclosure import Form
from gandan.model.rule import Clock


class Duty(NamedTuple):
    """A form that an item owes: by which clocks' rules, with which code, in which words."""

    form: Form
    clocks: tuple[Clock, ...]
    code: str
    words: str
    mend: str


DUTIES = (
    Duty("a", ("posting", "permanent"), "D107", "chưa niêm yết ở đâu", "niêm yết"),
    Duty("c", ("loudspeaker",), "D111", "chưa phát trên truyền thanh", "phát"),
    Duty("d", ("head",), "D111", "chưa gửi tổ trưởng tổ dân phố để báo cho dân", "gửi"),
)


def problems(checked: Checked, rulebook: Rulebook, today: date) -> Iterator[Finding]:
    """D105, D106, D107, D111 of every disclosure; rules are those of the day of its document."""
    for entry in checked.published(Disclosure):
        yield from _deadline(entry, rulebook)
        for duty in DUTIES:
            yield from _absent(entry, duty, rulebook)


def _deadline(entry: Entry[Disclosure], rulebook: Rulebook) -> Iterator[Finding]:
    """The page and the board, each in time counted from the day of the document (Điều 12 khoản 3)."""
    one = entry.record
    rule = rulebook.on(one.decided, "publish", kind="disclosure", item=one.item)
    if rule is None:
        return
    end = rulebook.end(rule, one.decided)
    yield from uncertain(end, entry, "decided")
    late = f"chậm nhất là {end.day:%d/%m/%Y}, {spell(rule.n, rule.unit)} từ ngày văn bản"
    if one.date.day > end.day:
        message = f"đăng lên trang ngày {one.date.day:%d/%m/%Y}, {late}"
        yield against(rule, entry.at("date"), "D105", message, _LATE)
    board = [(row.from_, number) for number, row in enumerate(one.posted) if row.form == "a"]
    if board and min(board)[0] > end.day:
        first, number = min(board)
        message = f"niêm yết từ ngày {first:%d/%m/%Y}, {late}"
        yield against(rule, entry.at("posted", number, "from"), "D106", message, _LATE)


_LATE = "Ghi nhầm ngày thì sửa; đúng là muộn thì để nguyên và nêu lý do trong báo cáo công khai."


def _absent(entry: Entry[Disclosure], duty: Duty, rulebook: Rulebook) -> Iterator[Finding]:
    one = entry.record
    if any(row.form == duty.form for row in one.posted):
        return
    found = (rulebook.on(one.decided, clock, kind="disclosure", item=one.item) for clock in duty.clocks)
    if rule := next((rule for rule in found if rule), None):
        hint = f"Đã {duty.mend} thì thêm vào «posted» một dòng form: {duty.form}."
        yield against(rule, entry.at("posted"), duty.code, f"nội dung {one.item} {duty.words}", hint)
