"""Votes of households: what share of ALL households a matter asks for (Điều 21 khoản 1 Luật 10/2022/QH15)."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from gandan.check.entry import Checked, Entry
from gandan.duties.finding import Finding, against, spell, uncertain
from gandan.duties.rulebook import Rulebook
from gandan.model import Decision, Rule


def passed(one: Decision, rulebook: Rulebook) -> bool | None:
    """Whether a vote reached its threshold; None without a rule, or without the counts it needs.

    The threshold is of all households, not of those present; a vote of the whole ward on a matter of
    khoản 1-2 counts the tổ dân phố in favour.
    """
    rule = rule_of(one, rulebook)
    counts = counted(one)
    if rule is None or rule.share is None or counts is None:
        return None
    in_favour, total = counts
    reached, wanted = Fraction(in_favour, total), Fraction(rule.share)
    return reached >= wanted if rule.inclusive else reached > wanted


def counted(one: Decision) -> tuple[int, int] | None:
    """(in favour, of how many): households, or tổ dân phố for a vote of the whole ward."""
    if one.scope == "tổ dân phố":
        return one.for_, one.households
    if one.units and one.units_for is not None:
        return one.units_for, one.units
    return None


def rule_of(one: Decision, rulebook: Rulebook) -> Rule | None:
    """The rule of the threshold for this matter on the day of the vote.

    The law tells none for a vote of the whole ward on khoản 3-6: nothing is guessed then.
    """
    return rulebook.on(one.held, "threshold", matter=one.matter, scope=one.scope)


def problems(checked: Checked, rulebook: Rulebook, today: date) -> Iterator[Finding]:
    """D208, D209 of every vote that was held."""
    for entry in checked.published(Decision):
        if entry.record.held <= today:
            yield from _sending(entry, rulebook, today)
            yield from _recognition(entry, rulebook, today)
            yield from _unearned(entry, rulebook)


def _sending(entry: Entry[Decision], rulebook: Rulebook, today: date) -> Iterator[Finding]:
    """What was decided goes to the authority and the Front (Điều 20 khoản 3); what failed need not."""
    one = entry.record
    rule = rulebook.on(one.held, "sending", kind="decision", matter=one.matter)
    if rule is None or passed(one, rulebook) is False:
        return
    last = rulebook.end(rule, one.held)
    yield from uncertain(last, entry, "held")
    limit = f"chậm nhất là {last.day:%d/%m/%Y}, {spell(rule.n, rule.unit)} từ ngày biểu quyết"
    if one.sent and one.sent > last.day:
        yield against(rule, entry.at("sent"), "D208", f"gửi ngày {one.sent:%d/%m/%Y}; {limit}", _LATE)
    elif one.sent is None and last.day < today:
        hint = "Gửi rồi thì thêm dòng «sent: …»."
        yield against(rule, entry.at("held"), "D208", f"chưa ghi ngày gửi; {limit}", hint)


def _recognition(entry: Entry[Decision], rulebook: Rulebook, today: date) -> Iterator[Finding]:
    """Recognised, or refused in writing with a reason, in time after it was received (Điều 21)."""
    one = entry.record
    rule = rulebook.on(one.sent, "recognition", kind="decision", matter=one.matter) if one.sent else None
    if rule is None or one.sent is None or (passed(one, rulebook) is False and not one.recognition):
        return
    last = rulebook.end(rule, one.sent)
    yield from uncertain(last, entry, "sent")
    limit = f"chậm nhất là {last.day:%d/%m/%Y}, {spell(rule.n, rule.unit)} từ ngày gửi"
    answer = one.recognition
    if answer and answer.date > last.day:
        message = f"trả lời công nhận ngày {answer.date:%d/%m/%Y}; {limit}"
        yield against(rule, entry.at("recognition", "date"), "D208", message, _LATE)
    elif answer is None and last.day < today:
        hint = "Có văn bản công nhận, hoặc trả lời không công nhận, thì thêm «recognition»."
        yield against(rule, entry.at("sent"), "D208", f"chưa được công nhận; {limit}", hint)


_LATE = "Ghi nhầm ngày thì sửa; đúng là muộn thì để nguyên và nêu lý do trong bài."


def _unearned(entry: Entry[Decision], rulebook: Rulebook) -> Iterator[Finding]:
    """Recognised though the threshold was not reached: a wrong figure, or a wrong decision."""
    one, rule, counts = entry.record, rule_of(entry.record, rulebook), counted(entry.record)
    recognised = one.recognition and not one.recognition.refused
    if recognised and rule and counts and passed(one, rulebook) is False:
        what = "hộ" if one.scope == "tổ dân phố" else "tổ dân phố"
        wanted = f"{'ít nhất' if rule.inclusive else 'hơn'} {rule.share} tổng số {what}"
        message = f"được công nhận mà chỉ {counts[0]} trên {counts[1]} {what} tán thành; phải {wanted}"
        hint = "So lại số liệu và văn bản công nhận."
        yield against(rule, entry.at("recognition"), "D209", message, hint)
