"""Days are counted as the law counts them: worked cases for every clause, and ten years of random days."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from gandan.duties import counting
from gandan.duties.counting import Counted, Holidays, Span, joined
from gandan.model.holidays import Year

HERE = Path(__file__).parent


def written(path: Path) -> Any:
    """Every scalar as text, as the content files are read."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


def holidays(years: dict[str, Any]) -> Holidays:
    return Holidays({int(year): Year.model_validate(fields) for year, fields in years.items()})


CASES = written(HERE / "cases" / "counting.yml")
DECIDED = holidays(CASES["holidays"])
OWN = written(HERE.parent / "data" / "ngay-nghi.yml")
PERIODS = [(group, case) for group in CASES["periods"] for case in group["cases"]]
CLAUSES = """
    Điều 12 khoản 3 Luật 10/2022/QH15; Điều 13 khoản 2 Luật 10/2022/QH15; Điều 19 khoản 2 Luật 10/2022/QH15;
    Điều 20 khoản 3 Luật 10/2022/QH15; Điều 21 Luật 10/2022/QH15; Điều 28 khoản 2 Luật 10/2022/QH15;
    Điều 40 khoản 1 điểm c Luật 10/2022/QH15; Điều 45 khoản 1 điểm b Luật 10/2022/QH15;
    Điều 45 khoản 2 điểm c Luật 10/2022/QH15; Điều 3 Nghị định 59/2023/NĐ-CP; Điều 6 Nghị định 59/2023/NĐ-CP;
    Điều 8 Nghị định 59/2023/NĐ-CP; Điều 9 Nghị định 59/2023/NĐ-CP; Điều 11 Nghị định 59/2023/NĐ-CP;
    Điều 14 Nghị định 59/2023/NĐ-CP; Điều 24 khoản 4 Luật 42/2013/QH13; Điều 18 khoản 4 Luật 104/2016/QH13;
    Điều 21 khoản 2 Luật 104/2016/QH13; Điều 22 Luật 104/2016/QH13; Điều 17 Nghị định 43/2011/NĐ-CP
"""


def day(text: str) -> date:
    return date.fromisoformat(text)


def each(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def spans(rows: list[list[str]]) -> tuple[Span, ...]:
    return tuple(Span(*map(day, row)) for row in rows)


def counted(group: dict[str, Any], case: dict[str, Any]) -> Counted:
    rule = (day(case["from"]), int(group["n"]), group["unit"], DECIDED)
    if group["direction"] == "before":
        return counting.latest_notice(*rule)
    return (counting.last_in_time if group["bound"] == "at_most" else counting.earliest_end)(*rule)


# --- the worked cases ---


@pytest.mark.parametrize(
    ("group", "case"), PERIODS, ids=[f"{group['clause']}: {case['from']}" for group, case in PERIODS]
)
def test_a_period_ends_on_the_day_its_clause_says(group: dict[str, Any], case: dict[str, Any]) -> None:
    missing = frozenset(map(int, case.get("missing", [])))
    assert counted(group, case) == Counted(day(case["day"]), missing), case["why"]


def test_there_are_cases_enough_and_none_twice() -> None:
    assert len(PERIODS) >= 120
    assert len({(group["clause"], case["from"]) for group, case in PERIODS}) == len(PERIODS)
    assert all(case["why"] for _, case in PERIODS)


@pytest.mark.parametrize("clause", [" ".join(one.split()) for one in CLAUSES.split(";")])
def test_every_clause_that_sets_a_period_has_cases(clause: str) -> None:
    named = [
        one for group in CASES["periods"] if group["clause"].startswith(clause) for one in group["cases"]
    ]
    assert len(named) >= 2


@pytest.mark.parametrize("case", CASES["running"], ids=lambda case: case["why"])
def test_days_running_count_both_ends(case: dict[str, str]) -> None:
    assert counting.running_days(day(case["from"]), day(case["until"])) == int(case["days"])


@pytest.mark.parametrize("case", CASES["rows"], ids=lambda case: case["why"])
def test_rows_at_one_place_that_adjoin_are_one(case: dict[str, Any]) -> None:
    assert joined(spans(case["rows"])) == spans(case["spans"])


@pytest.mark.parametrize("case", CASES["left"], ids=lambda case: case["why"])
def test_the_last_day_is_still_in_time(case: dict[str, str]) -> None:
    assert counting.days_left(day(case["today"]), day(case["until"])) == int(case["days"])


# --- the ward's own file of holidays ---


@pytest.mark.parametrize("year", list(OWN))
def test_the_days_off_of_a_year_lie_in_that_year_and_in_order(year: str) -> None:
    record = Year.model_validate(OWN[year])
    assert record.sources
    days = [end for one in record.off for end in (one.from_, one.until)]
    assert days == sorted(days)
    assert {one.year for one in (*days, *record.working)} == {int(year)}
    assert all(one.weekday() >= 5 for one in record.working)


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_file_and_the_cases_know_the_same_working_days(year: int) -> None:
    own = holidays(OWN)
    assert own.covers(year) and DECIDED.covers(year)
    for one in (date(year, 1, 1) + timedelta(days=n) for n in range(365)):
        assert own.is_working(one) == DECIDED.is_working(one), one


@pytest.mark.parametrize(("year", "weekdays", "paid"), [(2024, 262, 11), (2025, 261, 11), (2026, 261, 12)])
def test_a_year_works_its_weekdays_less_the_paid_holidays(year: int, weekdays: int, paid: int) -> None:
    """A swap takes a day and gives one back, a holiday on a weekend is made up for: 11 days, 12 from 2026."""
    days = [one for one in each(date(year, 1, 1), date(year, 12, 31)) if DECIDED.is_working(one)]
    assert len(days) == weekdays - paid


# --- holidays as a ward may write them ---


def test_without_any_year_monday_to_friday_work_and_the_year_is_named() -> None:
    nothing = Holidays({})
    assert counting.last_in_time(date(2026, 2, 12), 5, "working_days", nothing) == Counted(
        date(2026, 2, 19), frozenset({2026})
    )
    assert counting.last_in_time(date(2026, 2, 12), 5, "days", nothing) == Counted(date(2026, 2, 17))


def test_a_day_listed_as_off_and_as_worked_is_worked() -> None:
    both = holidays(
        {
            "2027": {
                "off": [{"from": "2027-02-05", "until": "2027-02-12", "name": "Tết"}],
                "working": ["2027-02-06"],
            }
        }
    )
    assert both.is_working(date(2027, 2, 6)) and not both.is_working(date(2027, 2, 5))


def test_spans_that_overlap_or_end_before_they_begin_do_no_harm() -> None:
    rows = [("2027-02-01", "2027-02-20"), ("2027-02-03", "2027-02-04"), ("2027-03-10", "2027-03-01")]
    off = [{"from": first, "until": last, "name": "Nghỉ"} for first, last in rows]
    crossed = holidays({"2027": {"off": off}})
    assert not crossed.is_working(date(2027, 2, 19))
    assert crossed.is_working(date(2027, 3, 5))


@pytest.mark.parametrize("unit", ["days", "working_days"])
def test_a_count_stops_where_the_calendar_does(unit: Any) -> None:
    nothing = Holidays({})
    assert counting.last_in_time(date(9999, 12, 30), 9, unit, nothing).day == date.max
    assert counting.latest_notice(date(1, 1, 2), 9, unit, nothing).day == date.min
    assert counting.last_in_time(date.max, 1, unit, nothing).day == date.max
    assert counting.latest_notice(date.min, 1, unit, nothing).day == date.min


# --- ten years of random days ---

FIRST, LAST = date(2020, 1, 1), date(2029, 12, 31)
DAYS = st.dates(FIRST, LAST)
COUNTS = st.integers(0, 60)
UNITS = st.sampled_from(["days", "working_days"])


@st.composite
def calendars(draw: st.DrawFn) -> dict[int, Year]:
    """Years 2020-2029, some undecided: Tết and other days off of any length, weekend days worked."""
    years: dict[int, Year] = {}
    for year in sorted(draw(st.sets(st.integers(2020, 2029), min_size=6))):
        within = st.dates(date(year, 1, 1), date(year, 12, 20))
        starts = [draw(st.dates(date(year, 1, 20), date(year, 2, 20))), *draw(st.lists(within, max_size=5))]
        off = [(one, one + timedelta(days=draw(st.integers(0, 9)))) for one in starts]
        working = [one for one in draw(st.lists(within, max_size=4)) if one.weekday() >= 5]
        years[year] = Year.model_validate(
            {"off": [{"from": a, "until": b, "name": "Nghỉ"} for a, b in off], "working": working}
        )
    return years


CALENDARS = calendars()


def one_by_one(start: date, step: int, n: int, years: dict[int, Year]) -> date:
    """The n-th working day from `start`, each day looked up in the records themselves."""
    while n:
        start += timedelta(days=step)
        records = list(years.values())
        worked = any(start in one.working for one in records)
        off = any(span.from_ <= start <= span.until for one in records for span in one.off)
        n -= worked or (start.isoweekday() <= 5 and not off)
    return start


@given(DAYS, COUNTS, CALENDARS)
def test_working_days_are_those_found_one_by_one(start: date, n: int, years: dict[int, Year]) -> None:
    known = Holidays(years)
    assert counting.last_in_time(start, n, "working_days", known).day == one_by_one(start, 1, n, years)
    if known.is_working(start):
        assert counting.latest_notice(start, n, "working_days", known).day == one_by_one(start, -1, n, years)


@given(DAYS, st.integers(1, 60), UNITS, CALENDARS)
def test_no_day_is_lost_or_counted_twice(start: date, n: int, unit: Any, years: dict[int, Year]) -> None:
    known = Holidays(years)
    end = counting.last_in_time(start, n, unit, known).day
    days = [one for one in each(start, end) if one > start and (unit == "days" or known.is_working(one))]
    assert len(days) == n and days[-1] == end


@given(DAYS, COUNTS, COUNTS, UNITS, CALENDARS)
def test_two_periods_one_after_the_other_are_one(
    start: date, n: int, m: int, unit: Any, years: dict[int, Year]
) -> None:
    known = Holidays(years)
    half = counting.last_in_time(start, n, unit, known).day
    assert (
        counting.last_in_time(half, m, unit, known).day
        == counting.last_in_time(start, n + m, unit, known).day
    )


@given(DAYS, DAYS, COUNTS, COUNTS, UNITS, CALENDARS)
def test_later_starts_and_longer_periods_never_end_earlier(
    one: date, other: date, n: int, m: int, unit: Any, years: dict[int, Year]
) -> None:
    known, (early, late), (less, more) = Holidays(years), sorted([one, other]), sorted([n, m])
    end = counting.last_in_time
    assert end(early, n, unit, known).day <= end(late, n, unit, known).day
    assert end(one, less, unit, known).day <= end(one, more, unit, known).day
    told = counting.latest_notice
    assert told(early, n, unit, known).day <= told(late, n, unit, known).day
    assert told(one, less, unit, known).day >= told(one, more, unit, known).day


@given(DAYS, st.integers(1, 60), UNITS, CALENDARS)
@example(date(2026, 10, 18), 5, "working_days", {})  # an event on a Sunday
def test_forwards_and_backwards_agree(event: date, n: int, unit: Any, years: dict[int, Year]) -> None:
    """Told on the latest day, the period is over by the event; told on the next working day, it is not."""
    known = Holidays(years)
    told = counting.latest_notice(event, n, unit, known).day
    assert counting.last_in_time(told, n, unit, known).day <= event
    later = counting.last_in_time(told, 1, unit, known).day
    assert counting.last_in_time(later, n, unit, known).day > event


@given(DAYS, COUNTS, UNITS, CALENDARS)
def test_just_the_undecided_years_that_were_needed_are_named(
    start: date, n: int, unit: Any, years: dict[int, Year]
) -> None:
    known = Holidays(years)
    ahead, back = (count(start, n, unit, known) for count in (counting.last_in_time, counting.latest_notice))
    if unit == "days" or not n:
        assert not ahead.missing and not back.missing
        return
    gone = {one.year for one in each(start, ahead.day) if one > start}
    assert ahead.missing == {year for year in gone if not known.covers(year)}
    assert back.missing == {one.year for one in each(back.day, start) if not known.covers(one.year)}


@given(DAYS, COUNTS)
def test_a_calendar_period_has_its_days_whatever_the_month(start: date, n: int) -> None:
    end = counting.earliest_end(start, n, "days", Holidays({})).day
    assert counting.days_left(start, end) == n
    assert counting.running_days(start, end) == n + 1
    assert counting.latest_notice(end, n, "days", Holidays({})).day == start


ROWS = st.lists(
    st.builds(
        lambda first, length: Span(first, None if length is None else first + timedelta(days=length)),
        st.dates(date(2026, 1, 1), date(2026, 4, 30)),
        st.one_of(st.none(), st.integers(-3, 40)),
    ),
    max_size=8,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_joining_rows_keeps_their_days_and_is_done_once(rows: list[Span], chance: Any) -> None:
    spans = joined(rows)
    assert joined(spans) == spans
    assert joined(sorted(rows, key=lambda _: chance.random())) == spans
    for one in each(date(2025, 12, 31), date(2026, 6, 30)):
        assert any(span.has(one) for span in spans) == any(row.has(one) for row in rows)
    for before, after in pairwise(spans):
        assert before.last is not None and (after.first - before.last).days > 1
