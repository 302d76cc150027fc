"""Events that repeat: which days a rule of RFC 5545 gives, and which rules nobody can follow."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from gandan import repetition
from gandan.model import Event
from gandan.recurrence import MOST, dates, occurrences
from gandan.repetition import Endless, NotARule

THURSDAY = date(2026, 11, 5)


def days(*texts: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(text) for text in texts)


@pytest.mark.parametrize(
    ("rule", "first", "expected"),
    [
        # both ends count
        ("FREQ=WEEKLY;BYDAY=TH;UNTIL=20261119", THURSDAY, days("2026-11-05", "2026-11-12", "2026-11-19")),
        ("FREQ=WEEKLY;BYDAY=TH;UNTIL=20261118", THURSDAY, days("2026-11-05", "2026-11-12")),
        ("FREQ=WEEKLY;UNTIL=20261119T073000", THURSDAY, days("2026-11-05", "2026-11-12", "2026-11-19")),
        ("FREQ=WEEKLY;UNTIL=20261119T000000Z", THURSDAY, days("2026-11-05", "2026-11-12", "2026-11-19")),
        ("FREQ=WEEKLY;COUNT=2", THURSDAY, days("2026-11-05", "2026-11-12")),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=2", THURSDAY, days("2026-11-05", "2026-11-19")),
        ("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3", THURSDAY, days("2026-11-05", "2026-11-10", "2026-11-12")),
        ("FREQ=DAILY;COUNT=2", date(2026, 12, 31), days("2026-12-31", "2027-01-01")),
        # a 31st that a month lacks is skipped, a 29 February comes in leap years
        ("FREQ=MONTHLY;COUNT=3", date(2026, 10, 31), days("2026-10-31", "2026-12-31", "2027-01-31")),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", date(2027, 1, 31), days("2027-01-31", "2027-02-28")),
        ("FREQ=YEARLY;COUNT=2", date(2024, 2, 29), days("2024-02-29", "2028-02-29")),
        # twice a month, first Thursday, last Friday
        (
            "FREQ=MONTHLY;BYMONTHDAY=10,25;COUNT=3",
            date(2026, 11, 10),
            days("2026-11-10", "2026-11-25", "2026-12-10"),
        ),
        ("FREQ=MONTHLY;BYDAY=1TH;COUNT=2", THURSDAY, days("2026-11-05", "2026-12-03")),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", date(2026, 11, 27), days("2026-11-27", "2026-12-25")),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=3SU;COUNT=2", date(2026, 11, 15), days("2026-11-15", "2027-11-21")),
        # a first day that the rule does not name is none of its days (E102 tells it)
        ("FREQ=WEEKLY;BYDAY=TH;COUNT=1", date(2026, 11, 4), days("2026-11-05")),
    ],
)
def test_a_rule_gives_its_days(rule: str, first: date, expected: tuple[date, ...]) -> None:
    assert dates(rule, first) == expected


@pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TH", "FREQ=MONTHLY;INTERVAL=3"])
def test_a_rule_without_an_end_is_told_how_to_end(rule: str) -> None:
    with pytest.raises(Endless) as told:
        dates(rule, THURSDAY)
    assert told.value.hint == "Thêm vào cuối: ;UNTIL=20261231."
    assert dates(f"{rule};UNTIL=20261231", THURSDAY)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("", "không đọc được"),
        ("thứ năm hằng tuần", "không đọc được"),
        ("FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231;", "không đọc được"),
        ("freq=weekly;count=2", "không đọc được"),
        ("RRULE:FREQ=WEEKLY;COUNT=2", "không đọc được"),
        ("FREQ=WEEKLY;COUNT=2\nEXDATE:20261112", "không đọc được"),
        ("COUNT=2", "phải có FREQ"),
        ("FREQ=HOURLY;COUNT=2", "phải có FREQ"),
        ("FREQ=SECONDLY;UNTIL=20261231", "phải có FREQ"),
        ("FREQ=WEEKLY;FREQ=DAILY;COUNT=2", "hai lần"),
        ("FREQ=WEEKLY;COUNT=2;UNTIL=20261231", "cả UNTIL và COUNT"),
        ("FREQ=WEEKLY;BYHOUR=7,13;COUNT=2", "BYHOUR không dùng được"),
        ("FREQ=DAILY;BYDAY=MO;COUNT=2", "BYDAY không dùng được"),
        ("FREQ=WEEKLY;BYDAY=1TH;COUNT=2", "BYDAY=1TH không đọc được"),
        ("FREQ=MONTHLY;BYDAY=6TH;COUNT=2", "BYDAY=6TH không đọc được"),
        ("FREQ=WEEKLY;BYDAY=T5;COUNT=2", "BYDAY=T5 không đọc được"),
        ("FREQ=MONTHLY;BYMONTHDAY=32;COUNT=2", "BYMONTHDAY=32 không đọc được"),
        ("FREQ=MONTHLY;BYMONTHDAY=0;COUNT=2", "BYMONTHDAY=0 không đọc được"),
        ("FREQ=MONTHLY;BYMONTH=13;COUNT=2", "BYMONTH=13 không đọc được"),
        ("FREQ=DAILY;INTERVAL=0;COUNT=2", "INTERVAL=0 không đọc được"),
        ("FREQ=DAILY;COUNT=0", "COUNT=0 không đọc được"),
        ("FREQ=DAILY;COUNT=-1", "COUNT=-1 không đọc được"),
        ("FREQ=DAILY;UNTIL=2026-12-31", "UNTIL không phải ngày"),
        ("FREQ=DAILY;UNTIL=20260230", "UNTIL không phải ngày"),
        ("FREQ=DAILY;UNTIL=20261104", "không có ngày nào"),
        # rules that no day can keep, which would be followed to the year 9999
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2", "không có ngày nào"),
        ("FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31;COUNT=2", "không có ngày nào"),
        ("FREQ=MONTHLY;BYMONTHDAY=15;BYDAY=1TH;COUNT=2", "cùng thứ có số"),
        ("FREQ=MONTHLY;INTERVAL=12;BYMONTH=2;COUNT=2", "không có ngày nào"),
        # more than anybody plans
        (f"FREQ=DAILY;COUNT={MOST + 1}", f"lặp quá {MOST} lần"),
        ("FREQ=DAILY;UNTIL=20301231", f"lặp quá {MOST} lần"),
        ("FREQ=YEARLY;UNTIL=20370101", "lặp quá 10 năm"),
        ("FREQ=YEARLY;COUNT=12", "lặp quá 10 năm"),
    ],
)
def test_a_rule_that_nobody_can_follow_is_told(rule: str, words: str) -> None:
    with pytest.raises(NotARule, match=words) as told:
        dates(rule, THURSDAY)
    assert told.value.hint.endswith(".")


def test_a_rule_near_the_end_of_the_calendar_ends_there() -> None:
    assert dates("FREQ=DAILY;UNTIL=99991231", date(9999, 12, 30)) == (date(9999, 12, 30), date(9999, 12, 31))


NUMBERS = st.integers(1, 3).map(str)
PARTS = {
    "INTERVAL": NUMBERS,
    "BYMONTH": st.integers(1, 12).map(str),
    "BYMONTHDAY": st.integers(-31, 31).map(str),
    "BYDAY": st.sampled_from(["MO", "TH", "1TH", "-1FR", "5SU", "MO,TH"]),
    "WKST": st.just("MO"),
    "COUNT": st.integers(1, 30).map(str),
    "UNTIL": st.dates(date(2026, 1, 1), date(2030, 12, 31)).map(lambda day: f"{day:%Y%m%d}"),
}


@given(
    st.sampled_from(sorted(repetition.PARTS)),
    st.dictionaries(st.sampled_from(sorted(PARTS)), st.none(), max_size=4).flatmap(
        lambda names: st.fixed_dictionaries({name: PARTS[name] for name in names})
    ),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
)
def test_what_is_followed_is_what_the_rfc_says(frequency: str, parts: dict[str, str], first: date) -> None:
    rule = ";".join([f"FREQ={frequency}", *(f"{name}={value}" for name, value in parts.items())])
    try:
        found = dates(rule, first)
    except NotARule:
        return
    steps = rule.replace(f";UNTIL={parts.get('UNTIL')}", "").replace(f";COUNT={parts.get('COUNT')}", "")
    every = rrulestr(steps, dtstart=datetime.combine(first, time.min))
    expected = [one.date() for one, _ in zip(every, found, strict=False)]
    assert list(found) == expected and list(found) == sorted(set(found))
    if "COUNT" in parts:
        assert len(found) == int(parts["COUNT"])
    else:
        assert found[-1] <= date.fromisoformat(parts["UNTIL"])


def event(**fields: Any) -> Event:
    given = {"id": "viec", "title": "Một việc", "starts": "2026-11-05T07:30", "ends": "2026-11-05T11:00"}
    return Event.model_validate(given | fields)


def test_an_event_keeps_its_hours_each_time() -> None:
    first, second = occurrences(event(repeats="FREQ=WEEKLY;COUNT=2"))
    assert (first.start.iso, second.start.iso) == ("2026-11-05T07:30:00+07:00", "2026-11-12T07:30:00+07:00")
    assert second.end is not None and second.end.iso == "2026-11-12T11:00:00+07:00"


def test_an_event_of_several_days_keeps_its_length() -> None:
    one = event(starts="2026-11-05", ends="2026-11-07", repeats="FREQ=MONTHLY;COUNT=2")
    assert [(held.start.day, held.last) for held in occurrences(one)] == [
        (date(2026, 11, 5), date(2026, 11, 7)),
        (date(2026, 12, 5), date(2026, 12, 7)),
    ]


def test_days_that_are_skipped_do_not_take_place() -> None:
    one = event(repeats="FREQ=WEEKLY;COUNT=3", skips=["2026-11-12"])
    assert [held.start.day for held in occurrences(one)] == [THURSDAY, THURSDAY + timedelta(days=14)]


@pytest.mark.parametrize("rule", [None, "FREQ=WEEKLY", "thứ năm"])
def test_an_event_without_a_rule_that_can_be_followed_takes_place_once(rule: str | None) -> None:
    assert [held.start.day for held in occurrences(event(repeats=rule))] == [THURSDAY]


def test_an_end_that_is_not_known_is_none() -> None:
    (one,) = occurrences(event(ends=None))
    assert one.end is None and one.last == THURSDAY
