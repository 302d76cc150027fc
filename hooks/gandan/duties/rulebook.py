"""Which rule holds: the ward's duties as data, and the days off that counting needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gandan.check.entry import Checked
from gandan.duties.counting import Holidays
from gandan.model import Rule
from gandan.model.rule import Clock


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules of `data/quy-tac.yml`, and the holidays of `data/ngay-nghi.yml`."""

    rules: tuple[Rule, ...]
    holidays: Holidays

    @classmethod
    def of(cls, checked: Checked) -> "Rulebook":
        rules = tuple(entry.record for entry in checked.rules)
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
    ) -> Rule | None:
        """The rule for one thing on `day`, or None; of several the one that names it most closely.

        A rule that lists no items (matters, types) holds for all of them.
        """
        asked = ((item, "items"), (matter, "matters"), (type, "types"))
        found = [
            rule
            for rule in self.rules
            if rule.clock == clock and _valid(rule, day) and rule.kind in (None, kind) and _about(rule, asked)
        ]
        return min(found, key=_breadth, default=None)


def _valid(rule: Rule, day: date) -> bool:
    return (rule.valid_from or date.min) <= day <= (rule.valid_to or date.max)


def _about(rule: Rule, asked: Iterable[tuple[object, str]]) -> bool:
    return all(not getattr(rule, field) or wanted in getattr(rule, field) for wanted, field in asked)


def _breadth(rule: Rule) -> tuple[int, int, str]:
    """How many things a rule speaks of; one that names none speaks of all."""
    named = len(rule.items) + len(rule.matters) + len(rule.types)
    return named or 1000, 0 if rule.kind else 1, rule.id
