"""The door of the duties: every clock over all records -> what is late, too short, never answered."""

from collections.abc import Iterator
from datetime import date

from gandan.check.entry import Checked
from gandan.duties.rulebook import Rulebook
from gandan.problems import Problem


def problems(checked: Checked, rulebook: Rulebook, today: date) -> Iterator[Problem]:
    """Every finding of every clock on `today`."""
    return iter(())
