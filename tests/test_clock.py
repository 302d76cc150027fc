"""What day it is: as asked, as the environment says, else today in Vietnam."""

from datetime import date, datetime, timedelta

import pytest

from gandan import clock
from gandan.zone import VIETNAM

DAY = date(2026, 11, 20)
EPOCH = str(int(datetime(2026, 11, 20, 23, 59, 59, tzinfo=VIETNAM).timestamp()))


@pytest.mark.parametrize(
    ("asked", "environment", "day"),
    [
        ("2026-11-20", {}, DAY),
        ("2026-11-20", {"GANDAN_TODAY": "2020-01-01", "SOURCE_DATE_EPOCH": "0"}, DAY),
        (None, {"GANDAN_TODAY": "2026-11-20"}, DAY),
        (None, {"GANDAN_TODAY": "2026-11-20", "SOURCE_DATE_EPOCH": "0"}, DAY),
        (None, {"SOURCE_DATE_EPOCH": EPOCH}, DAY),
        (None, {"SOURCE_DATE_EPOCH": str(int(EPOCH) + 1)}, DAY + timedelta(days=1)),
        (None, {"GANDAN_TODAY": "", "SOURCE_DATE_EPOCH": "0"}, date(1970, 1, 1)),
    ],
)
def test_the_day_is_what_was_asked_for_first(
    asked: str | None, environment: dict[str, str], day: date
) -> None:
    assert clock.today(asked, environment) == day


@pytest.mark.parametrize("empty", [{}, {"GANDAN_TODAY": "", "SOURCE_DATE_EPOCH": ""}])
def test_without_any_word_it_is_today_in_vietnam(empty: dict[str, str]) -> None:
    before = datetime.now(VIETNAM).date()
    assert before <= clock.today(None, empty) <= datetime.now(VIETNAM).date()


@pytest.mark.parametrize(
    ("asked", "environment", "named"),
    [
        ("20/11/2026", {}, "«20/11/2026»"),
        ("2026-02-30", {}, "«2026-02-30»"),
        ("20261120", {}, "«20261120»"),
        ("2026-W47-5", {}, "«2026-W47-5»"),
        ("hôm nay", {}, "«hôm nay»"),
        (" ", {}, "« »"),
        (None, {"GANDAN_TODAY": "mai"}, "GANDAN_TODAY=«mai»"),
        (None, {"SOURCE_DATE_EPOCH": "mai"}, "SOURCE_DATE_EPOCH=«mai»"),
        (None, {"SOURCE_DATE_EPOCH": "9" * 30}, "SOURCE_DATE_EPOCH"),
        (None, {"SOURCE_DATE_EPOCH": "9" * 5000}, "SOURCE_DATE_EPOCH"),
        (None, {"SOURCE_DATE_EPOCH": "1.5"}, "SOURCE_DATE_EPOCH"),
    ],
)
def test_a_day_that_cannot_be_read_is_told_by_where_it_stands(
    asked: str | None, environment: dict[str, str], named: str
) -> None:
    with pytest.raises(clock.NotADay, match="không phải") as caught:
        clock.today(asked, environment)
    assert named in str(caught.value)
