"""The calendar: what stands on which day, what pages say of it, and iCalendar read back by two readers."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import built
import icalendar
import pytest
import vobject
import ward
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from gandan import dates, recurrence
from gandan.assemble import assemble
from gandan.feeds import calendar as feed
from gandan.feeds import entries
from gandan.model import Moment
from gandan.relate import agenda
from gandan.relate.portal import Portal
from gandan.views import calendar, rhythm, site
from gandan.views.slots import Slot
from gandan.zone import VIETNAM

TODAY = date(2026, 11, 22)
ROOT = "https://benmau.example/"
LICH = "data/lich/2026.yml"


def day(text: str) -> date:
    return date.fromisoformat(text)


def moment(text: str) -> Moment:
    """`2026-11-26`, or `2026-11-26 7:30`."""
    on, _, clock = text.partition(" ")
    return Moment(day(on), datetime.strptime(clock, "%H:%M").time() if clock else None)  # noqa: DTZ007


def event(**fields: object) -> str:
    """One entry of the file of a year, as it is written."""
    made = {"id": "hop", "title": "Họp tổ dân phố 1", "starts": "2026-11-28T07:30:00+07:00"} | fields
    lines = [f"{name}: {value}" for name, value in made.items()]
    return "- " + "\n  ".join(lines) + "\n"


def portal(root: Path, *events: str, **files: str) -> Portal:
    written = {LICH: "".join(events)} | {name.replace("__", "/"): text for name, text in files.items()}
    joined = assemble(ward.write(root, written), TODAY)
    assert joined.portal is not None
    assert [str(one) for one in joined.problems if one.place.file == LICH and one.level == "error"] == []
    return joined.portal


POSTPONED = "{status: postponed, date: 2026-11-20, reason: Mưa lớn, to: 2026-12-05T14:00:00+07:00}"
NO_DAY_YET = "{status: postponed, date: 2026-11-20, reason: Mưa lớn}"
CANCELLED = "{status: cancelled, date: 2026-11-20, reason: Việc đã xong}"
WEEKLY = "FREQ=WEEKLY;BYDAY=SA;UNTIL=20261231"
ENDS = "2026-11-28T11:00:00+07:00"


# ------------------------------------------------------------------------------------- what stands where


def marks(portal: Portal) -> list[tuple[str, bool]]:
    return [(one.start.iso[:16], one.struck) for one in agenda.of(portal)]


@pytest.mark.parametrize(
    ("fields", "stand"),
    [
        # once
        ({}, [("2026-11-28T07:30", False)]),
        # on each of its days, those skipped left out
        (
            {"repeats": "FREQ=WEEKLY;COUNT=3", "skips": "[2026-12-05]"},
            [("2026-11-28T07:30", False), ("2026-12-12T07:30", False)],
        ),
        # what was moved keeps its place, struck, and stands where it was moved to
        ({"changed": POSTPONED}, [("2026-11-28T07:30", True), ("2026-12-05T14:00", False)]),
        ({"changed": NO_DAY_YET}, [("2026-11-28T07:30", True)]),
        ({"changed": CANCELLED}, [("2026-11-28T07:30", True)]),
        # of what repeats only the days from the news on are struck
        (
            {"starts": "2026-11-14T07:30:00+07:00", "repeats": "FREQ=WEEKLY;COUNT=3", "changed": CANCELLED},
            [("2026-11-14T07:30", False), ("2026-11-21T07:30", True), ("2026-11-28T07:30", True)],
        ),
    ],
)
def test_an_event_stands_on_each_of_its_days(
    fields: dict[str, str], stand: list[tuple[str, bool]], tmp_path: Path
) -> None:
    assert marks(portal(tmp_path, event(**fields))) == stand


@pytest.mark.parametrize(
    ("starts", "ends", "to", "end"),
    [
        ("2026-11-28T07:30:00+07:00", ENDS, "2026-12-05T14:00:00+07:00", "2026-12-05 17:30"),
        (
            "2026-11-28T21:00:00+07:00",
            "2026-11-29T02:00:00+07:00",
            "2026-12-05T22:00:00+07:00",
            "2026-12-06 3:00",
        ),
        ("2026-11-28", "2026-11-30", "2026-12-05", "2026-12-07"),
        ("2026-11-28T07:30:00+07:00", ENDS, "2026-12-05", None),  # its new hour is not known
    ],
)
def test_what_is_moved_lasts_as_long_as_before(
    starts: str, ends: str, to: str, end: str | None, tmp_path: Path
) -> None:
    changed = POSTPONED.replace("2026-12-05T14:00:00+07:00", to)
    made = portal(tmp_path, event(starts=starts, ends=ends, changed=changed))
    assert agenda.of(made)[-1].end == (moment(end) if end else None)


NOTICE = "---\ntitle: Cắt nước\ndate: 2026-11-20\n{}---\nBa tổ.\n"
CONSULTATION = """---
title: Cải tạo hẻm 12, đường Nguyễn Trãi
date: 2026-11-01
opens: 2026-11-01
closes: 2026-11-30
promised: 2026-12-15
---
Xin ý kiến.
"""


@pytest.mark.parametrize(
    ("fields", "stand"),
    [
        ("", []),
        ("until: 2026-11-25\n", [("Ngày cuối", "2026-11-25")]),
        ("from: 2026-11-20\nuntil: 2026-11-25\n", [("Ngày cuối", "2026-11-25")]),
        (
            "from: 2026-11-24\nuntil: 2026-11-25\n",
            [("Bắt đầu", "2026-11-24"), ("Ngày cuối", "2026-11-25")],
        ),
        ("from: 2026-11-24\nuntil: 2026-11-24\n", [("Trong ngày", "2026-11-24")]),
    ],
)
def test_notices_stand_in_the_calendar_with_the_days_people_must_know(
    fields: str, stand: list[tuple[str, str]], tmp_path: Path
) -> None:
    made = portal(tmp_path, **{"docs__thong-bao__2026__nuoc.md": NOTICE.format(fields)})
    assert [(one.words, one.start.iso) for one in agenda.of(made)] == stand


def test_consultations_stand_in_the_calendar_with_their_deadline_and_their_promise(tmp_path: Path) -> None:
    made = portal(tmp_path, **{"docs__lay-y-kien__2026__hem.md": CONSULTATION})
    found = [(one.words, one.start.iso) for one in agenda.of(made)]
    assert found == [("Hạn góp ý", "2026-11-30"), ("Hẹn công bố kết quả", "2026-12-15")]


@pytest.mark.parametrize("day", ["2026-12-10", "2026-12-20"])
def test_a_result_that_is_written_goes_before_its_promise(day: str, tmp_path: Path) -> None:
    outcome = f"outcome:\n  date: {day}\n  decision: Cải tạo.\n---\nXin"
    text = CONSULTATION.replace("---\nXin", outcome)
    made = portal(tmp_path, **{"docs__lay-y-kien__2026__hem.md": text})
    found = [(one.words, one.start.iso) for one in agenda.of(made)]
    assert found == [("Hạn góp ý", "2026-11-30"), ("Công bố kết quả", day)]


def test_a_thing_stands_in_every_month_it_touches(tmp_path: Path) -> None:
    made = portal(tmp_path, event(starts="2026-11-28", ends="2027-01-02"))
    assert list(agenda.by_month(agenda.of(made))) == [(2026, 11), (2026, 12), (2027, 1)]


def test_an_end_written_wrongly_far_does_not_make_pages_without_end(tmp_path: Path) -> None:
    joined = assemble(ward.write(tmp_path, {LICH: event(starts="2026-11-28", ends="2200-12-31")}), TODAY)
    assert joined.portal is not None
    assert len(agenda.by_month(agenda.of(joined.portal))) == agenda.LONGEST + 1
    assert texts(joined.portal)


def test_an_event_cannot_take_the_address_of_a_month(tmp_path: Path) -> None:
    joined = assemble(ward.write(tmp_path, {LICH: event(id='"11"')}), TODAY)
    assert [one.code for one in joined.problems] == ["M106"]
    assert "phải có chữ cái" in str(joined.problems[0])


# --------------------------------------------------------------------------------------- what pages say


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-11-28 7:30", "2026-11-28 11:00", "7:30–11:00"),
        ("2026-11-28 7:30", None, "7:30"),
        ("2026-11-28 7:05", "2026-11-28", "7:05"),
        ("2026-11-28", None, "cả ngày"),
        ("2026-11-28", "2026-11-28", "cả ngày"),
        ("2026-11-28", "2026-11-30", "đến hết 30/11/2026"),
        ("2026-11-28 7:30", "2026-11-29 16:00", "7:30 đến 16:00 ngày 29/11/2026"),
        ("2026-11-28 7:30", "2026-11-30", "7:30 đến hết 30/11/2026"),
    ],
)
def test_hours_are_told_as_people_write_them(start: str, end: str | None, words: str) -> None:
    assert dates.hours(moment(start), moment(end) if end else None).words == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231", "Thứ Năm hằng tuần"),
        ("FREQ=WEEKLY;BYDAY=TH,TU;UNTIL=20261231", "Thứ Ba, Thứ Năm hằng tuần"),
        ("FREQ=WEEKLY;INTERVAL=1;COUNT=3", "Thứ Bảy hằng tuần"),
        ("FREQ=MONTHLY;BYMONTHDAY=10,25;UNTIL=20261231", "Ngày 10 và 25 hằng tháng"),
        ("FREQ=MONTHLY;BYDAY=1SU;COUNT=3", "Chủ Nhật đầu tháng"),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "Thứ Sáu cuối tháng"),
        ("FREQ=DAILY;COUNT=3", "Hằng ngày"),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=3", None),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", None),
        ("FREQ=YEARLY;COUNT=3", None),
    ],
)
def test_a_rule_is_told_in_plain_words_or_not_at_all(rule: str, words: str | None) -> None:
    assert rhythm.words(rule, day("2026-11-28")) == words


def pages(portal: Portal, today: date = TODAY) -> dict[str, Any]:
    """Address -> view, of the calendar."""
    return {
        plan.address: plan.view() for plan in site.plans(portal, today) if plan.address.startswith("lich/")
    }


def test_months_that_hold_something_have_a_page_and_know_their_neighbours(tmp_path: Path) -> None:
    far = event(id="tet", title="Đón Tết", starts="2027-01-30")
    made = pages(portal(tmp_path, event(), far))
    assert set(made) == {
        "lich/", "lich/2026/hop/", "lich/2026/tet/", "lich/2026/11/", "lich/2027/01/",
    }  # fmt: skip
    assert made["lich/2026/11/"].earlier is None
    assert made["lich/2026/11/"].later.url == "lich/2027/01/"
    assert made["lich/2027/01/"].earlier.url == "lich/2026/11/"


@pytest.mark.parametrize(
    ("today", "days", "past"),
    [
        ("2026-11-13", ["2026-11-14", "2026-11-28"], []),
        ("2026-11-22", ["2026-11-28"], ["2026-11-14"]),
        ("2026-11-28", ["2026-11-28"], ["2026-11-14"]),
        ("2026-12-01", ["2026-11-14", "2026-11-28"], []),  # a month that is over lies open
    ],
)
def test_of_the_month_what_is_over_lies_folded(
    today: str, days: list[str], past: list[str], tmp_path: Path
) -> None:
    before = event(id="truoc", starts="2026-11-14T07:30:00+07:00")
    view = pages(portal(tmp_path, before, event()), day(today))["lich/2026/11/"]
    assert [one.stamp.iso for one in view.days] == days
    assert [one.stamp.iso for one in view.past] == past


def test_the_agenda_tells_what_comes_in_four_weeks_and_what_has_begun(tmp_path: Path) -> None:
    view = pages(
        portal(
            tmp_path,
            event(id="sach", starts="2026-11-20", ends="2026-11-29"),
            event(id="qua", starts="2026-11-21T07:30:00+07:00"),
            event(id="cuoi", starts="2026-12-20T07:30:00+07:00"),
            event(id="xa", starts="2026-12-21T07:30:00+07:00"),
        )
    )["lich/"]
    found = [(one.stamp.iso, [slot.url for slot in one.slots]) for one in view.days]
    assert found == [("2026-11-22", ["lich/2026/sach/"]), ("2026-12-20", ["lich/2026/cuoi/"])]
    assert view.days[0].slots[0].badge.id == "dang-dien-ra"
    assert view.days[1].slots[0].badge is None
    assert view.more.url == "lich/2026/12/"  # where what is farther stands


def test_a_long_agenda_ends_with_the_month_where_it_goes_on(tmp_path: Path) -> None:
    many = [
        event(id=f"hop-{number}", repeats="FREQ=WEEKLY;COUNT=6", starts=f"2026-11-28T{number:02}:30:00+07:00")
        for number in range(7, 20)
    ]
    view = pages(portal(tmp_path, *many))["lich/"]
    assert sum(len(one.slots) for one in view.days) == calendar.MOST
    assert view.more.url == "lich/2026/12/"


def slot(found: tuple[Slot, ...], place: int = 0) -> tuple[str, bool, str | None]:
    one = found[place]
    return one.day.iso, one.struck, one.remark


def test_a_postponed_event_says_where_to_and_the_new_day_says_where_from(tmp_path: Path) -> None:
    view = pages(portal(tmp_path, event(changed=POSTPONED)))["lich/2026/hop/"]
    assert view.badge.id == "hoan" and view.changed.to.words == "Thứ Bảy, 05/12/2026, 14:00"
    assert view.changed.reason == "Mưa lớn" and view.changed.day.words == "20/11/2026"
    assert slot(view.times.shown) == ("2026-11-28", True, "Dời đến thứ Bảy, 05/12/2026, 14:00")
    assert slot(view.times.shown, 1) == ("2026-12-05", False, "Thay cho thứ Bảy, 28/11/2026")
    assert view.day.iso == "2026-12-05"


def test_a_new_day_without_an_hour_claims_no_hour(tmp_path: Path) -> None:
    changed = POSTPONED.replace("T14:00:00+07:00", "")
    view = pages(portal(tmp_path, event(changed=changed)))["lich/2026/hop/"]
    assert view.times.shown[1].hours is None


def test_a_cancelled_event_stays_in_its_place_with_its_reason(tmp_path: Path) -> None:
    made = pages(portal(tmp_path, event(changed=CANCELLED)), day("2026-12-24"))
    assert made["lich/2026/hop/"].badge.id == "huy"
    assert slot(made["lich/2026/11/"].days[0].slots) == ("2026-11-28", True, "Việc đã xong")


def test_an_event_that_repeats_shows_what_comes_and_counts_what_was(tmp_path: Path) -> None:
    weekly = event(starts="2026-11-07T07:30:00+07:00", repeats=WEEKLY, skips="[2026-11-14, 2026-12-12]")
    times = pages(portal(tmp_path, weekly))["lich/2026/hop/"].times
    assert [one.day.iso for one in times.shown] == [
        "2026-11-28", "2026-12-05", "2026-12-19", "2026-12-26",
    ]  # fmt: skip
    assert (times.held, times.more, times.rhythm) == (2, 0, "Thứ Bảy hằng tuần")
    assert [one.iso for one in times.skipped] == ["2026-12-12"]  # what is missed is told, what was is not


@pytest.mark.parametrize(
    ("result", "link", "told"),
    [
        ("/tin-tuc/2026/doi-thoai/", "Đối thoại về hẻm 27", None),
        ("Bốn mươi hộ dự.", None, "Bốn mươi hộ dự."),
    ],
)
def test_a_result_is_a_page_or_words(result: str, link: str | None, told: str | None, tmp_path: Path) -> None:
    view = pages(portal(tmp_path, event(result=result)))["lich/2026/hop/"]
    assert (view.result and view.result.text, view.told) == (link, told)


def test_a_group_sees_its_own_events_each_once(tmp_path: Path) -> None:
    made = portal(
        tmp_path, event(id="tuan", repeats=WEEKLY, groups="[to-1]"), event(id="hai", groups="[to-2]")
    )
    assert [one.url for one in calendar.of_group("to-1", made, TODAY)] == ["lich/2026/tuan/"]


# ------------------------------------------------------------------------------------------- iCalendar


AWKWARD = 'Họp tổ; bàn "hẻm 27", cống \\ rãnh: ' + "đường Nguyễn Trãi, " * 8 + "hết"


def texts(portal: Portal, root: str = ROOT) -> dict[str, str]:
    made = built.contents(feed.files(portal, root))
    return {address: str(data, "utf-8") for address, data in made.items()}


def read(text: str) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def read_again(text: str) -> list[Any]:
    return list(vobject.readOne(text).contents.get("vevent", []))


def start(value: date | datetime) -> str:
    """In Vietnam's time, whoever read it."""
    if not isinstance(value, datetime):
        return value.isoformat()
    return value.astimezone(VIETNAM).isoformat()[:16]


def test_there_is_a_file_of_all_of_deadlines_and_of_each_event(tmp_path: Path) -> None:
    made = portal(tmp_path, event(), **{"docs__lay-y-kien__2026__hem.md": CONSULTATION})
    found = texts(made)
    assert set(found) == {"lich/lich.ics", "lay-y-kien/lich.ics", "lich/2026/hop/hop.ics"}
    assert len(read(found["lich/lich.ics"])) == 3
    assert [str(one["summary"]) for one in read(found["lay-y-kien/lich.ics"])] == [
        "Hạn góp ý: Cải tạo hẻm 12, đường Nguyễn Trãi",
        "Hẹn công bố kết quả: Cải tạo hẻm 12, đường Nguyễn Trãi",
    ]


def test_two_readers_find_every_letter_again(tmp_path: Path) -> None:
    quoted = "'" + AWKWARD.replace("'", "''") + "'"
    fields = {
        "title": quoted[:190] + "'",
        "place": "Nhà văn hóa; tổ 1, tầng 2",
        "host": "Bà Lê Thị Ước, Tổ trưởng",
    }
    made = portal(
        tmp_path,
        event(
            ends=ENDS,
            description=f"|\n    {AWKWARD}\n    Dòng hai.",
            type="hop-to-dan-pho",
            groups="[to-1]",
            **fields,
        ),
    )
    text = texts(made)["lich/2026/hop/hop.ics"]
    [one], [again] = read(text), read_again(text)
    told = made.appointments[0].event
    for summary, location, description in (
        (str(one["summary"]), str(one["location"]), str(one["description"])),
        (again.summary.value, again.location.value, again.description.value),
    ):
        assert (summary, location) == (told.title, told.place)
        assert AWKWARD in description and "\nDòng hai." in description
        assert "Chủ trì: Bà Lê Thị Ước, Tổ trưởng" in description and "Dành cho: Tổ dân phố 1" in description
        assert description.endswith("https://benmau.example/lich/2026/hop/")
    assert str(one["url"]) == again.url.value == "https://benmau.example/lich/2026/hop/"
    assert start(one.decoded("dtstart")) == start(again.dtstart.value) == "2026-11-28T07:30"
    assert start(one.decoded("dtend")) == start(again.dtend.value) == "2026-11-28T11:00"
    assert one["categories"].to_ical().decode() == "Họp tổ dân phố"


def test_lines_are_folded_by_bytes_and_no_letter_is_torn(tmp_path: Path) -> None:
    text = texts(portal(tmp_path, event(title=f"'{AWKWARD[:190]}'")))["lich/lich.ics"]
    raw = text.encode("utf-8")
    assert raw.endswith(b"END:VCALENDAR\r\n") and b"\n" not in raw.replace(b"\r\n", b"")
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75
        assert line.decode("utf-8") is not None


@pytest.mark.parametrize(
    ("starts", "ends", "first", "last"),
    [
        ("2026-11-28", None, "2026-11-28", None),
        ("2026-11-28", "2026-11-28", "2026-11-28", None),
        ("2026-11-28", "2026-11-30", "2026-11-28", "2026-12-01"),  # the day after the last
        ("2026-11-28T07:30:00+07:00", None, "2026-11-28T07:30", None),
        ("2026-11-28T07:30:00+07:00", "2026-11-30", "2026-11-28T07:30", "2026-12-01T00:00"),
        ("2026-11-28T22:00:00+07:00", "2026-11-29T02:00:00+07:00", "2026-11-28T22:00", "2026-11-29T02:00"),
    ],
)
def test_whole_days_are_days_and_end_before_the_next(
    starts: str, ends: str | None, first: str, last: str | None, tmp_path: Path
) -> None:
    fields = {"starts": starts} | ({"ends": ends} if ends else {})
    [one] = read(texts(portal(tmp_path, event(**fields)))["lich/lich.ics"])
    assert start(one.decoded("dtstart")) == first
    assert (start(one.decoded("dtend")) if "dtend" in one else None) == last


RULES = [
    ("2026-11-05T07:30:00+07:00", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231", "[2026-11-26, 2026-12-31]"),
    ("2026-11-05T06:00:00+07:00", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231T000000Z", "[2026-11-05]"),
    ("2026-11-10T07:30:00+07:00", "FREQ=MONTHLY;BYMONTHDAY=10,25;UNTIL=20270331", "[2027-01-10]"),
    ("2026-01-31T23:30:00+07:00", "FREQ=MONTHLY;COUNT=5", "[]"),  # a 31st that a month lacks
    ("2026-11-01T06:00:00+07:00", "FREQ=MONTHLY;BYDAY=1SU;COUNT=4", "[]"),
    ("2026-11-02", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=9", "[2026-11-06]"),
    ("2024-02-29", "FREQ=YEARLY;COUNT=2", "[]"),
    ("2026-12-30T00:00:00+07:00", "FREQ=DAILY;COUNT=5", "[2026-12-31, 2027-01-01]"),
]


@pytest.mark.parametrize(("starts", "repeats", "skips"), RULES)
def test_repeats_are_the_same_days_for_every_reader(
    starts: str, repeats: str, skips: str, tmp_path: Path
) -> None:
    file = {f"data__lich__{starts[:4]}.yml": event(starts=starts, repeats=repeats, skips=skips)}
    made = portal(tmp_path, **file)
    wanted = [one.start.iso[:16] for one in made.appointments[0].occurrences]
    text = texts(made)["lich/lich.ics"]
    assert len(wanted) > 1
    assert sorted(map(start, expanded(read(text)[0]))) == wanted
    [again] = read_again(text)
    assert [one.isoformat()[: len(wanted[0])] for one in again.getrruleset(addRDate=False)] == wanted


def expanded(one: icalendar.Event) -> Iterator[date | datetime]:
    """The days of a rule, worked out from what stands in the file alone."""
    first = one.decoded("dtstart")
    until = one["rrule"]["until"][0]
    left_out = one.get("exdate")
    days = {value.dt for value in left_out.dts} if left_out else set()
    assert isinstance(first, datetime) == isinstance(until, datetime)
    if isinstance(until, datetime):
        assert until.utcoffset() == timedelta(0)  # RFC 5545, 3.3.10: with a zone, UNTIL is in UTC
    return (value for value in _followed(one, first) if value not in days)


def _followed(one: icalendar.Event, first: date | datetime) -> Iterator[date | datetime]:
    rule = one["rrule"].to_ical().decode()
    if isinstance(first, datetime):
        yield from rrulestr(rule, dtstart=first)
    else:
        yield from (
            value.date() for value in rrulestr(rule, dtstart=datetime.combine(first, datetime.min.time()))
        )


@pytest.mark.parametrize(
    ("fields", "entries"),
    [
        ({}, [("Họp tổ dân phố 1", "2026-11-28T07:30", "CONFIRMED", 0)]),
        ({"changed": CANCELLED}, [("Đã huỷ: Họp tổ dân phố 1", "2026-11-28T07:30", "CANCELLED", 1)]),
        ({"changed": NO_DAY_YET}, [("Đã hoãn: Họp tổ dân phố 1", "2026-11-28T07:30", "CANCELLED", 1)]),
        ({"changed": POSTPONED}, [("Họp tổ dân phố 1", "2026-12-05T14:00", "CONFIRMED", 1)]),
        (
            {"repeats": WEEKLY, "starts": "2026-11-14T07:30:00+07:00", "changed": POSTPONED},
            [
                ("Họp tổ dân phố 1", "2026-11-14T07:30", "CONFIRMED", 1),
                ("Họp tổ dân phố 1", "2026-12-05T14:00", "CONFIRMED", 1),
            ],
        ),
    ],
)
def test_what_is_postponed_is_moved_and_what_is_cancelled_is_cancelled(
    fields: dict[str, str], entries: list[tuple[str, str, str, int]], tmp_path: Path
) -> None:
    found = read(texts(portal(tmp_path, event(**fields)))["lich/lich.ics"])
    told = [
        (str(one["summary"]), start(one.decoded("dtstart")), str(one["status"]), int(one["sequence"]))
        for one in found
    ]
    assert told == entries
    assert len({str(one["uid"]) for one in found}) == len(found)
    if "changed" in fields:
        assert all("Lý do: " in str(one["description"]) for one in found)


def test_names_and_stamps_are_of_the_thing_itself_and_the_bytes_the_same_wherever_they_are_made(
    tmp_path: Path,
) -> None:
    made = portal(tmp_path / "a", event(announced="2026-11-18"), event(id="tet"))
    first, second = read(texts(made)["lich/lich.ics"])
    assert str(first["uid"]) == "lich-2026-hop@benmau.example"
    assert start(first.decoded("dtstamp")) == "2026-11-18T00:00"
    assert start(second.decoded("dtstamp")) == "2026-01-01T00:00"
    again = portal(tmp_path / "b", event(announced="2026-11-18"), event(id="tet"))
    assert texts(made) == texts(again)
    elsewhere = texts(made, "http://127.0.0.1:8000/")["lich/lich.ics"]
    assert str(read(elsewhere)[0]["uid"]) == "lich-2026-hop@benmau.example"


def test_the_zone_is_told_with_the_file(tmp_path: Path) -> None:
    text = texts(portal(tmp_path, event()))["lich/lich.ics"]
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20261128T073000" in text
    [zone] = icalendar.Calendar.from_ical(text).walk("VTIMEZONE")
    assert str(zone["tzid"]) == "Asia/Ho_Chi_Minh"
    assert [one["tzoffsetto"].td for one in zone.subcomponents] == [timedelta(hours=7)]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=200))
def test_any_words_come_back_from_a_file(words: str) -> None:
    entry = entries.vevent.new("a@b", TODAY, words, Moment(TODAY), None)
    [one] = read(entries.calendar(None, [entry]))
    assert str(one["summary"]) == words


# -------------------------------------------------------------------------------- the demonstration ward


def page(address: str) -> str:
    return (built.site() / address / "index.html").read_text("utf-8")


def test_the_pages_of_the_calendar_keep_the_marks_of_the_contract() -> None:
    shown = page("lich/2026/hop-to-5-quyet-toan-hem-27").partition("<main")[2]
    assert '<article class="item" data-kind="event">' in shown
    assert re.search(r'data-state="hoan" data-from="2026-11-19"', shown)
    assert shown.index("Ban Giám sát đầu tư") < shown.index("<s>") < shown.rindex("28/11/2026")
    assert 'href="hop-to-5-quyet-toan-hem-27.ics"' in shown
    assert "<details" in page("lich/2026/11") and "<details" not in page("lich/2026/12")


def test_every_event_of_the_demonstration_is_read_back_by_both_readers() -> None:
    joined = assemble(built.ROOT, day(built.TODAY))
    assert joined.portal is not None
    text = (built.site() / "lich/lich.ics").read_bytes().decode("utf-8")
    found, again = read(text), read_again(text)
    assert len(found) == len(again) >= len(joined.portal.appointments)
    by_name = {str(one["uid"]): one for one in found}
    assert set(by_name) == {one.uid.value for one in again}
    for one in joined.portal.appointments:
        entry = by_name[one.address.strip("/").replace("/", "-") + "@benmau.minhhoa.example"]
        assert one.event.title in str(entry["summary"])
        assert (one.event.place or "") == str(entry.get("location", ""))
        assert (str(entry["status"]) == "CANCELLED") == bool(one.event.changed and not one.event.changed.to)
        if one.event.repeats:
            held = [time.start.iso[:16] for time in recurrence.occurrences(one.event)]
            assert sorted(map(start, expanded(entry))) == held


def test_the_demonstration_shows_every_state_of_an_event() -> None:
    shown = {
        state
        for path in (built.site() / "lich").rglob("index.html")
        for state in re.findall(r'<p class="state">.*?data-state="([\w-]+)"', path.read_text("utf-8"))
    }
    assert shown == {"sap-dien-ra", "dang-dien-ra", "da-ket-thuc", "hoan", "huy"}
