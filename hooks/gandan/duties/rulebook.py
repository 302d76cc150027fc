"""Which rule holds: the ward's duties as data, and the days off that counting needs."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from gandan.check.entry import Checked
from gandan.duties import counting
from gandan.duties.counting import Counted, Holidays
from gandan.model import Rule
from gandan.model.rule import Clock


class Rulebook(NamedTuple):
    """All rules of `data/quy-tac.yml`, and the holidays of `data/ngay-nghi.yml`."""

    rules: tuple[Rule, ...]
    holidays: Holidays

    @classmethod
    def of(cls, checked: Checked) -> "Rulebook":
        """The rules that can be counted with; one that lacks its number is told by the clock of rules."""
        rules = tuple(entry.record for entry in checked.rules if entry.record.is_whole)
        return cls(rules, Holidays({int(entry.id): entry.record for entry in checked.years}))

    def on(
        self,
        day: date,
        clock: Clock,
        *,
        kind: str | None = None,
        item: int | None = None,
        matter: int | None = None,
        type: str | None = None,
        scope: str | None = None,
    ) -> Rule | None:
        """The rule for one thing on `day`, or None; of several the one that names it most closely.

        A rule that lists no items (matters, types) holds for all of them.
        """
        asked = ((item, "items"), (matter, "matters"), (type, "types"))
        found = [
            rule
            for rule in self.rules
            if rule.clock == clock and holds(rule, day) and _about(rule, asked)
            if rule.kind in (None, kind) and rule.scope in (None, scope)
        ]
        return min(found, key=lambda rule: (breadth(rule), rule.id), default=None)

    def end(self, rule: Rule, start: date) -> Counted:
        """The day `n` days after `start`: the last that is in time, or the first on which it may end."""
        n = max((rule.n or 0) - rule.inclusive, 0)
        count = counting.last_in_time if rule.bound == "at_most" else counting.earliest_end
        return count(start, n, rule.unit, self.holidays)


def holds(rule: Rule, day: date) -> bool:
    """True when a rule is valid on `day`; both its days belong to its time."""
    return (rule.valid_from or date.min) <= day <= (rule.valid_to or date.max)


def _about(rule: Rule, asked: Iterable[tuple[object, str]]) -> bool:
    return all(not getattr(rule, field) or wanted in getattr(rule, field) for wanted, field in asked)


def breadth(rule: Rule) -> tuple[int, int]:
    """How many things a rule speaks of; one that names none speaks of all. The closest rule holds."""
    named = len(rule.items) + len(rule.matters) + len(rule.types)
    return named or 1000, 0 if rule.kind else 1
