"""The door of the duties: every clock over all records -> what is late, too short, never answered."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeAlias

from gandan.check.entry import Checked
from gandan.check.lists import HOLIDAYS
from gandan.duties import answering, consulting, meeting, planning, posting, publishing, rules, voting
from gandan.duties.finding import Finding, Uncertain
from gandan.duties.rulebook import Rulebook
from gandan.problems import Place, Problem

Clock: TypeAlias = Callable[[Checked, Rulebook, date], Iterable[Finding]]

NAMED = 3  # places named in one warning

CLOCKS: tuple[Clock, ...] = (
    rules.problems,
    publishing.problems,
    posting.problems,
    planning.problems,
    consulting.problems,
    answering.problems,
    meeting.problems,
    voting.problems,
)


def problems(checked: Checked, rulebook: Rulebook, today: date) -> Iterator[Problem]:
    """Every finding of every clock on `today`; each year of holidays that is missing is told once."""
    lacking: dict[int, set[Place]] = defaultdict(set)
    for clock in CLOCKS:
        for found in clock(checked, rulebook, today):
            if isinstance(found, Uncertain):
                lacking[found.year].add(found.place)
            else:
                yield found
    if HOLIDAYS not in _broken(checked):
        yield from (_year(year, sorted(places)) for year, places in sorted(lacking.items()))


def _broken(checked: Checked) -> set[str]:
    """Files of which something did not pass: a year that is told there is not missing."""
    return checked.broken | {problem.place.file for problem in checked.problems}


def _year(year: int, places: list[Place]) -> Problem:
    shown = ", ".join(f"{place.file}:{place.line}" for place in places[:NAMED])
    more = f" và {len(places) - NAMED} chỗ khác" if len(places) > NAMED else ""
    message = f"chưa có ngày nghỉ của năm {year}, nên hạn ở {shown}{more} chưa chắc đúng."
    hint = f"Có văn bản quyết định rồi thì thêm đoạn «{year}:» (không đoán trước)."
    return Problem(Place(HOLIDAYS), "D104", message, hint)
