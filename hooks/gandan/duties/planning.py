"""The ward's plan of publicity against what was publicised (Điều 14 khoản 1)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from gandan.check.entry import Checked, Entry
from gandan.duties.finding import Finding, against
from gandan.duties.rulebook import Rulebook
from gandan.model import Disclosure, Form, PlannedDisclosure, Rule
from gandan.problems import Problem


def problems(checked: Checked, rulebook: Rulebook, today: date) -> Iterator[Finding]:
    """D115, D116, D117, D118 of every line of the plan whose last day has passed."""
    found = (entry.record for entry in checked.published(Disclosure))
    kept = fulfilled([entry.record for entry in checked.plan], found)
    for number, line in enumerate(checked.plan):
        one = line.record
        if one.due < one.from_:
            message = f"hạn {one.due:%d/%m/%Y} trước ngày đầu {one.from_:%d/%m/%Y}."
            yield Problem(line.at("due"), "D118", message, "Xem lại «from» và «due».")
            continue
        rule = rulebook.on(one.due, "plan", kind="disclosure", item=one.item)
        if rule and one.due < today:
            yield from _judged(line, kept.get(number), rule)


def fulfilled(plan: Sequence[PlannedDisclosure], found: Iterable[Disclosure]) -> Mapping[int, Disclosure]:
    """For each line of the plan (by its place) the disclosure that fulfils it; one fulfils one line.

    In time is what is dated from `from` to `due`; what is left over goes to the last line of its item that
    was still open when it came.
    """
    kept: dict[int, Disclosure] = {}
    left: list[Disclosure] = []
    lines: defaultdict[int, list[tuple[int, PlannedDisclosure]]] = defaultdict(list)
    for place, line in sorted(enumerate(plan), key=lambda line: (line[1].due, line[0])):
        lines[line.item].append((place, line))
    for one in sorted(found, key=lambda one: one.date.order):
        open_ = (place for place, line in lines[one.item] if place not in kept and _in_time(line, one))
        if (number := next(open_, None)) is None:
            left.append(one)
        else:
            kept[number] = one
    for one in left:
        late = [place for place, line in lines[one.item] if place not in kept and _late(line, one)]
        if late:
            kept[late[-1]] = one
    return kept


def unused(plan: PlannedDisclosure, one: Disclosure) -> tuple[Form, ...]:
    """The forms of the plan in which a disclosure was not publicised; the page itself is form b."""
    used = {"b", *(row.form for row in one.posted)}
    return tuple(form for form in plan.forms if form not in used)


def _in_time(plan: PlannedDisclosure, one: Disclosure) -> bool:
    return plan.from_ <= one.date.day <= plan.due


def _late(plan: PlannedDisclosure, one: Disclosure) -> bool:
    return plan.from_ <= plan.due < one.date.day


def _judged(line: Entry[PlannedDisclosure], one: Disclosure | None, rule: Rule) -> Iterator[Finding]:
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
    if missing := unused(plan, one):
        message = f"kế hoạch có hình thức {', '.join(missing)} mà «{one.title}» chưa dùng"
        hint = "Đã làm thì thêm dòng vào «posted» của bài ấy."
        yield against(rule, line.at("forms"), "D117", message, hint)
