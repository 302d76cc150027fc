"""What must be done before an event, each step by its own day (Điều 6 Nghị định 59/2023/NĐ-CP)."""

from datetime import date
from typing import NamedTuple

from gandan.duties import counting
from gandan.duties.rulebook import Rulebook, holds
from gandan.model import Event, Rule


class Step(NamedTuple):
    """One thing to be done, by `due` at the latest."""

    rule: Rule
    due: date


def steps(event: Event, rulebook: Rulebook) -> tuple[Step, ...]:
    """The steps that rules ask for before an event of this type, the first due first; only sure days."""
    day = event.starts.day
    found = [
        Step(rule, due)
        for rule in rulebook.rules
        if rule.clock == "preparation" and event.type in rule.types and rule.n and holds(rule, day)
        if (due := counting.latest_notice(day, rule.n, rule.unit, rulebook.holidays).sure)
    ]
    return tuple(sorted(found, key=lambda step: (step.due, step.rule.id)))
