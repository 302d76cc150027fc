"""The rules themselves: none weaker than the law, none half said, no two for one thing on one day."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import combinations

from gandan.check.entry import Checked, Entry
from gandan.duties.finding import spell
from gandan.duties.rulebook import Rulebook, breadth
from gandan.model import Rule
from gandan.model.rule import COUNTING
from gandan.problems import Problem


def problems(checked: Checked, rulebook: Rulebook, today: date) -> Iterator[Problem]:
    """D101, D102, D103 of `data/quy-tac.yml`, whatever the day."""
    for entry in checked.rules:
        yield from _by_itself(entry, entry.record)
        yield from _beside_the_law(entry, checked.rules)
    for one, other in combinations(checked.rules, 2):
        yield from _both(one, other)


def _by_itself(entry: Entry[Rule], rule: Rule) -> Iterator[Problem]:
    if not rule.is_whole:
        field = "share" if rule.clock == "threshold" else "n"
        hint = "Ví dụ share: 2/3." if field == "share" else "Ví dụ n: 30."
        yield Problem(entry.at(), "D102", f"quy tắc «{rule.id}» chưa ghi «{field}».", hint)
    if rule.share and Fraction(rule.share) > 1:
        message = f"tỷ lệ {rule.share} nhiều hơn tất cả."
        yield Problem(entry.at("share"), "D102", message, "Viết phần trước, tổng sau, như 2/3.")
    if rule.valid_from and rule.valid_to and rule.valid_to < rule.valid_from:
        message = f"hết áp dụng {rule.valid_to:%d/%m/%Y}, trước ngày áp dụng {rule.valid_from:%d/%m/%Y}."
        yield Problem(entry.at("valid_to"), "D102", message, "Xem lại hai ngày.")
    if rule.clock in COUNTING and (rule.bound, rule.direction) != COUNTING[rule.clock]:
        bound, direction = COUNTING[rule.clock]
        message = f"«{rule.clock}» không đếm theo chiều ấy."
        hint = f"Viết bound: {bound}, direction: {direction}."
        yield Problem(entry.at("bound"), "D102", message, hint)
    if weaker := _weaker(rule, rule):
        field = "share" if rule.clock == "threshold" else "n"
        yield Problem(entry.at(field), "D101", weaker, _MEND)


_MEND = "Phường chỉ được làm hơn cho dân, không được kém luật."


def _beside_the_law(entry: Entry[Rule], all_: list[Entry[Rule]]) -> Iterator[Problem]:
    """A ward's own rule, which goes before the law's because it is closer, may not be weaker either."""
    own = entry.record
    if own.statutory is not None or own.statutory_share is not None:
        return
    for other in all_:
        law = other.record
        if law.clock == own.clock and _meet(own, law) and (weaker := _weaker(own, law)):
            yield Problem(entry.at("share" if own.share else "n"), "D101", weaker, _MEND)
            return


def _weaker(rule: Rule, law: Rule) -> str | None:
    """In which way `rule` gives residents less than the law's number in `law`; None when it does not."""
    if rule.share and law.statutory_share and Fraction(rule.share) < Fraction(law.statutory_share):
        return f"tỷ lệ {rule.share} thấp hơn luật định {law.statutory_share} ({law.basis})."
    if rule.share and law.statutory_share and law.statutory_inclusive is False and rule.inclusive:
        equal = Fraction(rule.share) == Fraction(law.statutory_share)
        return f"đúng {rule.share} cũng đạt, luật định phải hơn ({law.basis})." if equal else None
    if rule.n is None or law.statutory is None or rule.clock not in COUNTING:
        return None
    statutory = spell(law.statutory, law.unit)
    if rule.unit != law.unit:
        return f"không cùng đơn vị với luật định {statutory} ({law.basis}), nên không so được."
    if COUNTING[rule.clock][0] == "at_least":
        least = f"{spell(rule.n, rule.unit)}, ngắn hơn luật định ít nhất {statutory} ({law.basis})."
        return least if rule.n < law.statutory else None
    most = f"{spell(rule.n, rule.unit)}, dài hơn luật định nhiều nhất {statutory} ({law.basis})."
    return most if rule.n > law.statutory else None


def _both(one: Entry[Rule], other: Entry[Rule]) -> Iterator[Problem]:
    """Two rules for one thing on one day, neither closer; steps before an event may be several."""
    first, second = one.record, other.record
    same = first.clock == second.clock and breadth(first) == breadth(second) and _meet(first, second)
    if same and first.id != second.id and first.clock != "preparation":
        message = f"nói cùng một việc, cùng thời gian với quy tắc «{first.id}» ở dòng {one.at().line}."
        hint = "Ghi «valid_to» cho quy tắc cũ, hoặc tách nội dung của hai quy tắc."
        yield Problem(other.at(), "D103", message, hint)


def _meet(one: Rule, other: Rule) -> bool:
    """True when there can be a thing and a day that both speak of."""
    starts = max(one.valid_from or date.min, other.valid_from or date.min)
    ends = min(one.valid_to or date.max, other.valid_to or date.max)
    scopes = one.scope is None or other.scope is None or one.scope == other.scope
    kinds = one.kind is None or other.kind is None or one.kind == other.kind
    named = ((one.items, other.items), (one.matters, other.matters), (one.types, other.types))
    return starts <= ends and kinds and scopes and all(not a or not b or set(a) & set(b) for a, b in named)
