"""Days and times as people in Vietnam write them, for the eye and for the machine."""

from datetime import date, time

import pytest
from babel.dates import get_day_names

from gandan import dates, prose
from gandan.dates import Stamp
from gandan.model import Moment, PartialDay


def test_a_short_day_has_two_digits_each() -> None:
    assert dates.short(date(2026, 2, 5)) == Stamp("2026-02-05", "05/02/2026")


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (2, "Thứ Hai"),
        (3, "Thứ Ba"),
        (4, "Thứ Tư"),
        (5, "Thứ Năm"),
        (6, "Thứ Sáu"),
        (7, "Thứ Bảy"),
        (8, "Chủ Nhật"),
    ],
)
def test_a_full_day_begins_with_its_name(day: int, name: str) -> None:
    assert dates.full(Moment(date(2026, 11, day))).words == f"{name}, {day:02}/11/2026"


def test_the_days_of_the_week_have_the_names_of_the_unicode_consortium() -> None:
    names = get_day_names("wide", locale="vi")
    assert tuple(names[place] for place in range(7)) == dates.WEEKDAYS


def test_a_time_is_told_where_it_is_known_and_only_there() -> None:
    known = dates.full(Moment(date(2022, 6, 3), time(16, 38, 52)))
    assert known == Stamp("2022-06-03T16:38:52+07:00", "Thứ Sáu, 03/06/2022, 16:38")
    midnight = dates.full(Moment(date(2022, 6, 3), time(0, 0)))
    assert midnight == Stamp("2022-06-03T00:00:00+07:00", "Thứ Sáu, 03/06/2022, 00:00")
    assert dates.full(Moment(date(2022, 6, 3))) == Stamp("2022-06-03", "Thứ Sáu, 03/06/2022")


@pytest.mark.parametrize(
    ("day", "stamp"),
    [
        (PartialDay(2003), Stamp("2003", "năm 2003")),
        (PartialDay(2008, 7), Stamp("2008-07", "tháng 7/2008")),
        (PartialDay(2022, 11, 10), Stamp("2022-11-10", "10/11/2022")),
    ],
)
def test_no_more_of_a_day_is_told_than_is_known(day: PartialDay, stamp: Stamp) -> None:
    assert dates.rough(day) == stamp


@pytest.mark.parametrize(
    ("day", "exact"),
    [
        (PartialDay(2003), None),
        (PartialDay(2008, 7), None),
        (PartialDay(2022, 11, 10), date(2022, 11, 10)),
    ],
)
def test_a_day_is_exact_when_nothing_of_it_is_missing(day: PartialDay, exact: date | None) -> None:
    assert dates.exact(day) == exact


def test_a_whole_day_sorts_before_the_times_of_that_day() -> None:
    day, next_day = date(2026, 11, 20), date(2026, 11, 21)
    moments = [Moment(next_day), Moment(day, time(16, 38)), Moment(day), Moment(day, time(7))]
    assert sorted(moments, key=lambda one: one.order) == [moments[2], moments[3], moments[1], moments[0]]


@pytest.mark.parametrize(
    ("html", "told"),
    [
        (
            "<p>Đăng 03/06/2022 4:38:52 CH.</p>",
            '<p>Đăng <time datetime="2022-06-03T16:38:52+07:00">03/06/2022, 16:38</time>.</p>',
        ),
        (
            "3/6/2022 12:05 SA",
            '<time datetime="2022-06-03T00:05:00+07:00">03/06/2022, 00:05</time>',
        ),
        ("03/06/2022 13:00 CH", "03/06/2022 13:00 CH"),
        ("31/06/2022 1:00 CH", "31/06/2022 1:00 CH"),
        ('<a title="03/06/2022 4:38 CH">x CH</a>', '<a title="03/06/2022 4:38 CH">x CH</a>'),
        ("59/03/06/2022 4:38 CH", "59/03/06/2022 4:38 CH"),
        ("03/06/2022 16:38", "03/06/2022 16:38"),
    ],
)
def test_the_stamp_of_a_city_portal_is_told_by_24_hours(html: str, told: str) -> None:
    assert prose.clock(html) == told


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "java&#115;cript:alert(1)",
        "javascript&colon;alert(1)",
        "&#x6a;avascript:alert(1)",
        "java%73cript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
    ],
)
@pytest.mark.parametrize("form", ["[a]({})", "![a]({})", "[a][1]\n\n[1]: {}\n", "[a](<{}>)"])
def test_no_link_of_a_text_can_run_anything(form: str, target: str) -> None:
    html = prose.html(form.format(target))
    assert 'href="#"' in html or 'src="#"' in html, html


def test_html_in_a_text_is_shown_and_not_run() -> None:
    assert "<script" not in prose.html("<script>alert(1)</script>\n\nMột <b onclick=x>hai</b>")
    assert "<b" not in prose.html("Một <b onclick=x>hai</b>")
