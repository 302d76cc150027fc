"""The demonstration ward shows everything the portal knows, and is clean but for what it owns up to."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import built
import pytest

from gandan.assemble import assemble
from gandan.model import (
    Consultation,
    Decision,
    Disclosure,
    Exemplar,
    Item,
    Notice,
    Question,
    Supervision,
)
from gandan.problems import Level, Problem
from gandan.relate.join import Joined
from gandan.relate.portal import Portal
from gandan.sections import SECTIONS
from gandan.states import State, of_appointment, of_item

TODAY = date.fromisoformat(built.TODAY)
OF_DIRECTIVES = {
    State.NOT_YET, State.IN_FORCE, State.PARTLY, State.SUSPENDED, State.EXPIRED, State.UNKNOWN,
}  # fmt: skip

# What the ward did too late or too briefly on purpose, so that the clocks are seen; each item says so itself.
OWNED_UP = {
    ("data/ke-hoach-cong-khai.yml", "D115"),  # a result that was planned and is missing
    ("data/ke-hoach-cong-khai.yml", "D116"),  # later than planned
    ("data/ke-hoach-cong-khai.yml", "D117"),  # planned for the loudspeaker and not read out
    ("docs/cong-khai/2026/2026-10-29-tai-san-cong.md", "D108"),  # taken down after 22 days
    ("docs/cong-khai/2026/2026-11-16-gop-y-kinh-te-xa-hoi.md", "D105"),  # on the site a day late
    ("docs/giam-sat/2026/2026-11-02-ho-tach-mo-cho.md", "D204"),  # a recommendation not answered
    ("docs/hoi-dap/2026/2026-10-28-nguoi-thue-tro-bo-phieu.md", "D204"),  # a question not answered
}


@cache
def joined(today: date = TODAY) -> Joined:
    return assemble(built.ROOT, today)


def portal() -> Portal:
    found = joined().portal
    assert found is not None
    return found


def clocks(problems: tuple[Problem, ...]) -> set[tuple[str, str]]:
    """File and code of what the duties told."""
    return {(one.place.file, one.code) for one in problems if one.code.startswith("D")}


def shown(model: type[Item]) -> set[State]:
    """The states of one kind on the demonstration's day."""
    standings = [of_item(one.item, portal().rulebook, TODAY) for one in portal().of(model)]
    return {standing.state for standing in standings if standing}


def test_every_state_of_items_and_events_can_be_seen() -> None:
    events = {of_appointment(one.event, one.occurrences, TODAY).state for one in portal().appointments}
    items = set().union(*(shown(section.model) for section in SECTIONS))
    assert events | items == set(State) - OF_DIRECTIVES


def test_nothing_in_it_is_an_error() -> None:
    assert [one for one in joined().problems if one.level is Level.ERROR] == []


def test_the_duties_tell_what_the_ward_owns_up_to_and_nothing_else() -> None:
    assert clocks(joined().problems) == OWNED_UP


@pytest.mark.parametrize(
    "file",
    [
        *sorted({file for file, _ in OWNED_UP if file.startswith("docs/")}),
        "docs/cong-khai/2026/2026-10-12-thoi-gian-cho-tiep-dan.md",  # tells of what is missing
        "docs/cong-khai/2026/2026-10-21-dong-gop-hem-27.md",  # tells of the loudspeaker
    ],
)
def test_what_was_late_or_too_short_is_said_in_its_own_words(file: str) -> None:
    assert re.search(r"phường đã trễ|Phường nhận lỗi", (built.ROOT / file).read_text("utf-8"))


@pytest.mark.parametrize(
    ("day", "file", "code"),
    [
        ("2026-11-27", "docs/bieu-quyet/2026/2026-11-17-loi-den-truong-to-2.md", "D208"),
        ("2026-12-02", "docs/giam-sat/2026/2026-11-17-cong-truoc-cho.md", "D204"),
        ("2026-12-05", "docs/lay-y-kien/2026/2026-10-12-gio-mo-nha-van-hoa.md", "D202"),
    ],
)
def test_what_is_still_in_time_becomes_late_when_nobody_acts(day: str, file: str, code: str) -> None:
    assert (file, code) in clocks(joined(date.fromisoformat(day)).problems)


def test_thirteen_of_the_fourteen_items_are_publicised_and_one_is_not_yet() -> None:
    items = {one.item.item for one in portal().of(Disclosure)}
    assert set(range(1, 15)) - items == {10}


def test_every_form_of_publicity_but_the_page_itself_has_its_rows() -> None:
    forms = {row.form for one in portal().of(Disclosure) for row in one.item.posted}
    assert forms == set("acdđeghik")


@pytest.mark.parametrize(
    ("model", "least"),
    [
        (Notice, 7),
        (Consultation, 6),
        (Disclosure, 16),
        (Question, 5),
        (Supervision, 3),
        (Decision, 4),
        (Exemplar, 3),
    ],
)
def test_there_is_enough_of_each_kind_to_look_like_a_ward(model: type[Item], least: int) -> None:
    assert len(portal().of(model)) >= least


def number(cell: str) -> float | None:
    """`1.268` -> 1268.0, `164,0` -> 164.0; None for words."""
    found = re.fullmatch(r"\**(\d{1,3}(?:\.\d{3})*|\d+)(,\d+)?\**", cell.strip())
    return float(found[1].replace(".", "") + (found[2] or "").replace(",", ".")) if found else None


def tables(text: str) -> list[list[list[str]]]:
    """The rows of cells of every table of a Markdown text, without head and rule."""
    blocks = re.findall(r"(?:^\|.*\|$\n?)+", text, re.M)
    return [[line.strip().strip("|").split("|") for line in block.splitlines()[2:]] for block in blocks]


def files() -> list[Path]:
    folders = (built.ROOT / "docs" / section.folder for section in SECTIONS)
    return sorted(path for folder in folders for path in folder.glob("*/*.md"))


def test_a_table_that_ends_in_a_total_adds_up() -> None:
    checked = 0
    for path in files():
        for table in tables(path.read_text("utf-8")):
            names = [row[0].strip(" *") for row in table]
            if names[-1] != "Cộng" or names.count("Cộng") != 1:
                continue
            for column in range(1, len(table[-1])):
                total = number(table[-1][column])
                parts = [number(row[column]) or 0 for row in table[:-1]]
                if total is not None:  # a column of prices has none
                    assert round(sum(parts), 6) == total, (path.name, names, column)
                    checked += 1
    assert checked >= 12


def test_votes_are_of_households_that_the_ward_has() -> None:
    told = (built.ROOT / "docs/gioi-thieu/index.md").read_text("utf-8")
    households = dict(re.findall(r"\| Tổ dân phố (\d) \| (\d+) \|", told))
    for one in portal().of(Decision):
        groups = [slug.removeprefix("to-") for slug in one.item.groups]
        assert one.item.households == sum(int(households[group]) for group in groups), one.file
