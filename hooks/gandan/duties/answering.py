"""Questions and recommendations: by which day an answer is owed, and whether it came."""

from datetime import date

from gandan import sections
from gandan.duties import counting
from gandan.duties.rulebook import Rulebook
from gandan.model import Question, Rule, Supervision


def due(one: Question | Supervision, rulebook: Rulebook) -> date | None:
    """The last day on which an answer is in time: as written, else by the rule; None without a rule."""
    if one.due:
        return one.due
    rule = rule_of(one, rulebook)
    if rule is None or rule.n is None:
        return None
    return counting.last_in_time(start(one), rule.n, rule.unit, rulebook.holidays).day


def start(one: Question | Supervision) -> date:
    """The day from which the answer is counted."""
    return one.asked if isinstance(one, Question) else one.received


def rule_of(one: Question | Supervision, rulebook: Rulebook) -> Rule | None:
    """The rule for answers of this kind."""
    return rulebook.on(start(one), "answer", kind=sections.of(one).kind)
