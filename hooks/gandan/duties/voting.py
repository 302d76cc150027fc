"""Votes of households: what share of ALL households a matter asks for (Điều 21 khoản 1 Luật 10/2022/QH15)."""

from fractions import Fraction

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
    """The rule of the threshold for this matter on the day of the vote."""
    return rulebook.on(one.held, "threshold", matter=one.matter)
