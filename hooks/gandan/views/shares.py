"""Parts of a whole as people read them: `66,25%`, `ít nhất 2/3`."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil, floor

from gandan.model import Rule

HUNDREDTH = Decimal("0.01")


def percent(part: int, whole: int) -> str:
    """`53` of `80` -> `66,25%`; two decimals at most, none that is zero at the end."""
    exact = Decimal(part * 100) / Decimal(whole)
    words = f"{exact.quantize(HUNDREDTH, ROUND_HALF_UP):f}"
    return words.rstrip("0").rstrip(".").replace(".", ",") + "%"


def wanted(rule: Rule) -> str:
    """The share that a rule asks for, in words: `ít nhất 2/3`, `trên 50%`."""
    share = "50%" if rule.share == "1/2" else rule.share
    return f"{'ít nhất' if rule.inclusive else 'trên'} {share}"


def fewest(rule: Rule, whole: int) -> int:
    """The smallest number of `whole` that reaches the share of a rule."""
    exact = Fraction(rule.share or "0/1") * whole
    return ceil(exact) if rule.inclusive else floor(exact) + 1


def grouped(number: int) -> str:
    """`1268` -> `1.268`."""
    return f"{number:,}".replace(",", ".")
