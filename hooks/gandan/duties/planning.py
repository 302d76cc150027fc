"""The ward's plan of publicity against what was publicised (Điều 14 khoản 1)."""

from collections.abc import Iterator, Mapping
from datetime import date

from gandan.check.entry import Checked, Entry
from gandan.duties.finding import Finding, against
from gandan.duties.rulebook import Rulebook
from gandan.model import Disclosure, PlannedDisclosure, Rule
from gandan.problems import Problem

Line = Entry[PlannedDisclosure]


def problems(checked: Checked, rulebook: Rulebook, today: date) -> Iterator[Finding]:
    """D115, D116, D117, D118 of every line of the plan whose last day has passed."""
    kept = fulfilled(checked)
    for line in checked.plan:
        one = line.record
        if one.due < one.from_:
            message = f"hạn {one.due:%d/%m/%Y} trước ngày đầu {one.from_:%d/%m/%Y}."
            yield Problem(line.at("due"), "D118", message, "Xem lại «from» và «due».")
            continue
        rule = rulebook.on(one.due, "plan", kind="disclosure", item=one.item)
        if rule and one.due < today:
            yield from _judged(line, kept.get(line.path), rule)


def fulfilled(checked: Checked) -> Mapping[tuple[str | int, ...], Disclosure]:
    """For each line of the plan (by its path) the disclosure that fulfils it; one fulfils one line.

    In time is what is dated from `from` to `due`; what is left over goes to the last line of its item that
    was still open when it came.
    """
    kept: dict[tuple[str | int, ...], Disclosure] = {}
    left: list[Disclosure] = []
    found = sorted((entry.record for entry in checked.published(Disclosure)), key=lambda one: one.date.order)
    lines = sorted(checked.plan, key=lambda line: (line.record.due, line.path))
    for one in found:
        line = next((line for line in lines if line.path not in kept and _in_time(line, one)), None)
        if line:
            kept[line.path] = one
        else:
            left.append(one)
    for one in left:
        late = [line for line in lines if line.path not in kept and _late(line, one)]
        if late:
            kept[late[-1].path] = one
    return kept


def _in_time(line: Line, one: Disclosure) -> bool:
    plan = line.record
    return plan.item == one.item and plan.from_ <= one.date.day <= plan.due


def _late(line: Line, one: Disclosure) -> bool:
    plan = line.record
    return plan.item == one.item and plan.from_ <= plan.due < one.date.day


def _judged(line: Line, one: Disclosure | None, rule: Rule) -> Iterator[Finding]:
    plan = line.record
    if one is None:
        message = f"đến hạn {plan.due:%d/%m/%Y} chưa công khai nội dung {plan.item}, «{plan.title}»"
        hint = "Đăng ngay vào docs/cong-khai/; kế hoạch đã đổi thì sửa dòng này."
        yield against(rule, line.at("due"), "D115", message, hint)
        return
    if one.date.day > plan.due:
        message = f"công khai ngày {one.date.day:%d/%m/%Y}, sau hạn {plan.due:%d/%m/%Y} của kế hoạch"
        hint = "Ghi nhầm ngày thì sửa; đúng là muộn thì nêu lý do trong báo cáo công khai."
        yield against(rule, line.at("due"), "D116", message, hint)
    used = {"b", *(row.form for row in one.posted)}  # the page itself is form b
    if missing := [form for form in plan.forms if form not in used]:
        message = f"kế hoạch có hình thức {', '.join(missing)} mà «{one.title}» chưa dùng"
        hint = "Đã làm thì thêm dòng vào «posted» của bài ấy."
        yield against(rule, line.at("forms"), "D117", message, hint)
