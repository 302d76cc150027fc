"""What a clock finds: a problem with the article behind it, or a count that lacks a year of holidays."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from gandan.check.entry import Entry
from gandan.duties.counting import Counted
from gandan.model import Record, Rule
from gandan.model.rule import Unit
from gandan.problems import Level, Place, Problem


class Uncertain(NamedTuple):
    """The count for the value at `place` went through `year`, whose days off are not known."""

    year: int
    place: Place


Finding: TypeAlias = Problem | Uncertain


def against(rule: Rule, place: Place, code: str, message: str, hint: str) -> Problem:
    """The problem of what breaks `rule`: its article behind the message, its level before the code's."""
    return Problem(place, code, f"{message} ({rule.basis}).", hint, Level(rule.level))


def spell(n: int | None, unit: Unit) -> str:
    """`30 ngày`, `5 ngày làm việc`."""
    return f"{n} ngày" + (" làm việc" if unit == "working_days" else "")


def uncertain(counted: Counted, entry: Entry[Record], *path: str | int) -> Iterator[Uncertain]:
    """One finding, at the value it counts from, for each year that the count needed and did not have."""
    return (Uncertain(year, entry.at(*path)) for year in sorted(counted.missing))
