"""Questions and recommendations: by which day an answer is owed, and whether it came in time."""

from collections.abc import Iterator
from datetime import date

from gandan import sections
from gandan.check.entry import Checked, Entry
from gandan.duties.finding import Finding, against, spell, uncertain
from gandan.duties.rulebook import Rulebook
from gandan.model import Question, Rule, Supervision
from gandan.problems import Problem


def due(one: Question | Supervision, rulebook: Rulebook) -> date | None:
    """The last day on which an answer is in time: as written, else by the rule.

    None without a rule, and while the days off of a year that the count needs are not known (D104 asks for
    them): nobody is called late by a guess.
    """
    if one.due:
        return one.due
    rule = rule_of(one, rulebook)
    return rulebook.end(rule, start(one)).sure if rule else None


def start(one: Question | Supervision) -> date:
    """The day from which the answer is counted."""
    return one.asked if isinstance(one, Question) else one.received


def rule_of(one: Question | Supervision, rulebook: Rulebook) -> Rule | None:
    """The rule for answers of this kind."""
    return rulebook.on(start(one), "answer", kind=sections.of(one).kind)


def problems(checked: Checked, rulebook: Rulebook, today: date) -> Iterator[Finding]:
    """D204, D205 of every question and recommendation."""
    entries: list[Entry[Question | Supervision]] = [*checked.published(Question)]
    for entry in (*entries, *checked.published(Supervision)):
        rule = rule_of(entry.record, rulebook)
        if rule:
            yield from _term(entry, rule, rulebook)
        yield from _answer(entry, rule, due(entry.record, rulebook), today)


def _term(entry: Entry[Question | Supervision], rule: Rule, rulebook: Rulebook) -> Iterator[Finding]:
    """A term that is written may be shorter than the rule's, never longer."""
    one = entry.record
    last = rulebook.end(rule, start(one))
    yield from uncertain(last, entry, "asked" if isinstance(one, Question) else "received")
    if one.due and one.due > last.day:
        message = (
            f"hạn trả lời {one.due:%d/%m/%Y}; chậm nhất phải là {last.day:%d/%m/%Y}, "
            f"{spell(rule.n, rule.unit)} từ ngày {start(one):%d/%m/%Y}"
        )
        yield against(rule, entry.at("due"), "D205", message, "Sửa «due», hoặc bỏ đi để máy tự tính.")


def _answer(
    entry: Entry[Question | Supervision], rule: Rule | None, last: date | None, today: date
) -> Iterator[Problem]:
    one = entry.record
    if last is None or (one.answered or today) <= last:
        return
    if one.answered:
        place, message = entry.at("answered"), f"trả lời ngày {one.answered:%d/%m/%Y}, hạn là {last:%d/%m/%Y}"
        hint = "Ghi nhầm ngày thì sửa; đúng là muộn thì để nguyên và nêu lý do trong bài."
    else:
        place = entry.at("due" if one.due else "asked" if isinstance(one, Question) else "received")
        message = f"chưa trả lời, đã quá hạn {last:%d/%m/%Y}"
        hint = "Trả lời rồi thì ghi «answered» và nội dung trả lời."
    if rule:
        yield against(rule, place, "D204", message, hint)
    else:
        yield Problem(place, "D204", f"{message}.", hint)
