"""Consultations: open long enough, and never without an end (Điều 28 Luật 10/2022/QH15)."""

from collections.abc import Iterator
from datetime import date

from gandan.check.entry import Checked, Entry
from gandan.duties import counting
from gandan.duties.finding import Finding, against, spell, uncertain
from gandan.duties.rulebook import Rulebook
from gandan.model import Consultation, Rule
from gandan.problems import Place, Problem

# What is owed after the last day for opinions; the law sets no number of days, so no rule need hold one.
OWED = "Điều 28 khoản 3, 4 Luật 10/2022/QH15"


def problems(checked: Checked, rulebook: Rulebook, today: date) -> Iterator[Finding]:
    """D201, D202, D203 of every consultation."""
    for entry in checked.published(Consultation):
        yield from _length(entry, rulebook)
        if entry.record.closes < today:
            yield from _conclusion(entry, rulebook, today)


def due(one: Consultation, rulebook: Rulebook) -> date | None:
    """The day by which a result is owed: as promised, else by the ward's own rule; None without either."""
    if one.promised:
        return one.promised
    rule = rule_of_result(one, rulebook)
    return rulebook.end(rule, one.closes).day if rule else None


def rule_of_result(one: Consultation, rulebook: Rulebook) -> Rule | None:
    """The ward's own rule for how soon a result is published."""
    return rulebook.on(one.closes, "answer", kind="consultation")


def _length(entry: Entry[Consultation], rulebook: Rulebook) -> Iterator[Finding]:
    """Counted from the day the content is publicised (Điều 28 khoản 2); the last day still counts."""
    one, first = entry.record, entry.record.date.day
    rule = rulebook.on(first, "consultation", kind="consultation")
    if rule is None or one.closes < max(first, one.opens):
        return
    wanted = rulebook.end(rule, first)
    yield from uncertain(wanted, entry, "closes")
    if one.closes < wanted.day:
        message = (
            f"từ ngày đăng {first:%d/%m/%Y} đến hạn góp ý {one.closes:%d/%m/%Y} "
            f"là {counting.days_left(first, one.closes)} ngày; phải ít nhất {spell(rule.n, rule.unit)}"
        )
        hint = f"Lùi «closes» đến {wanted.day.isoformat()} hoặc sau nữa, và báo cho người dân biết."
        yield against(rule, entry.at("closes"), "D201", message, hint)


def _conclusion(entry: Entry[Consultation], rulebook: Rulebook, today: date) -> Iterator[Problem]:
    one = entry.record
    rule, last = rule_of_result(one, rulebook), due(one, rulebook)
    place = entry.at("promised" if one.promised else "closes")
    if one.outcome is None and last is None:
        message = f"hết hạn góp ý {one.closes:%d/%m/%Y} mà chưa có kết quả, cũng chưa hẹn ngày công bố"
        yield _owed(rule, place, "D202", message, "Ghi ngày hẹn vào «promised», rồi công bố đúng hẹn.")
    elif one.outcome is None and last and last < today:
        message = f"phải công bố kết quả chậm nhất {last:%d/%m/%Y} mà chưa có"
        yield _owed(rule, place, "D202", message, "Thêm «feedback», «response», «outcome».")
    elif one.outcome and last and one.outcome.date > last:
        message = f"công bố kết quả {one.outcome.date:%d/%m/%Y}, hẹn là {last:%d/%m/%Y}"
        hint = "Đã báo lại ngày hẹn thì sửa «promised»; nếu không, nêu lý do trong bài."
        yield _owed(rule, entry.at("outcome", "date"), "D202", message, hint)
    if one.outcome and one.outcome.date <= today:
        yield from _parts(entry, rule)


def _parts(entry: Entry[Consultation], rule: Rule | None) -> Iterator[Problem]:
    """A decision alone does not tell people what became of their words."""
    parts = {"feedback": "tổng hợp ý kiến", "response": "tiếp thu, giải trình"}
    for field, name in parts.items():
        if getattr(entry.record, field) is None:
            message = f"đã có kết quả mà chưa công khai {name}"
            yield _owed(rule, entry.at("outcome"), "D203", message, f"Thêm mục «{field}».")


def _owed(rule: Rule | None, place: Place, code: str, message: str, hint: str) -> Problem:
    if rule:
        return against(rule, place, code, message, hint)
    return Problem(place, code, f"{message} ({OWED}).", hint)
