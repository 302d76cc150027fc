"""The front page: what needs people now, on any day, in a full ward and in one where nothing stands yet."""

from datetime import date
from pathlib import Path

import built
import pytest
import samples
import ward
from test_calendar import CANCELLED, WEEKLY, event, portal

from gandan.assemble import assemble
from gandan.model import Consultation, Page
from gandan.relate.portal import Portal
from gandan.views import home, steps, week

TODAY = date(2026, 11, 22)  # a Sunday
NONE = "docs/tin-tuc/", "data/van-ban/"
NOTICE = "---\ntitle: {}\ndate: {}\n{}\n---\nBa ngày.\n"


def names(made: Portal, today: date = TODAY) -> list[str]:
    return [one.url.split("/")[2] for one in week.of(made, today).slots]


def test_the_next_seven_days_are_today_and_six_more(tmp_path: Path) -> None:
    made = portal(
        tmp_path,
        event(id="hom-qua", starts="2026-11-21T07:30:00+07:00"),
        event(id="con-dien-ra", starts="2026-11-20", ends="2026-11-22"),
        event(id="hom-nay", starts="2026-11-22T19:30:00+07:00"),
        event(id="ngay-cuoi", starts="2026-11-28T07:30:00+07:00"),
        event(id="qua-tuan", starts="2026-11-29T07:30:00+07:00"),
    )
    found = week.of(made, TODAY)
    assert names(made) == ["con-dien-ra", "hom-nay", "ngay-cuoi"]
    assert (found.first.words, found.last.words, found.total) == ("22/11/2026", "28/11/2026", 3)


def test_what_repeats_stands_on_each_of_its_days_and_what_was_cancelled_stays_struck(tmp_path: Path) -> None:
    made = portal(
        tmp_path,
        event(id="tuan", starts="2026-11-21T07:30:00+07:00", repeats="FREQ=DAILY;UNTIL=20261231"),
        event(id="bo", starts="2026-11-24T08:30:00+07:00", changed=CANCELLED),
    )
    found = week.of(made, TODAY)
    assert found.total == 8 and len(found.slots) == week.MOST
    assert [one.struck for one in found.slots] == [False, False, False, True, False, False]


def test_a_week_without_anything_tells_what_comes_next(tmp_path: Path) -> None:
    found = week.of(portal(tmp_path, event(id="sau", starts="2027-01-05T07:30:00+07:00")), TODAY)
    assert not found.slots and found.after is not None
    assert (found.after.url, found.after.day.words) == ("lich/2026/sau/", "Thứ Ba, 05/01/2027")


def test_a_calendar_that_is_over_promises_nothing(tmp_path: Path) -> None:
    found = week.of(portal(tmp_path, event(repeats=WEEKLY)), date(2027, 2, 1))
    assert (found.slots, found.after) == ((), None)


@pytest.mark.parametrize(
    ("today", "above"),
    [
        (date(2026, 11, 19), None),  # not published yet
        (date(2026, 11, 20), "cat-nuoc"),  # told before it begins
        (date(2026, 11, 25), "cat-nuoc"),
        (date(2026, 11, 26), "bao-lut"),  # the next one when it is over
        (date(2026, 12, 1), None),
    ],
)
def test_one_urgent_notice_stands_above_until_its_last_day(
    tmp_path: Path, today: date, above: str | None
) -> None:
    view = home.of(Page(title="Trang chủ"), _noticed(tmp_path), today)
    assert (view.alert and view.alert.url.split("/")[2]) == above
    assert above not in [one.url.split("/")[2] for one in view.notices.rows]


def _noticed(root: Path) -> Portal:
    notices = {
        "cat-nuoc": NOTICE.format(
            "Cắt nước", "2026-11-20", "from: 2026-11-24\nuntil: 2026-11-25\nurgent: true"
        ),
        "bao-lut": NOTICE.format("Bão lụt", "2026-11-21", "until: 2026-11-30\nurgent: true"),
        "thu-rac": NOTICE.format("Thu rác", "2026-11-21", "until: 2026-11-22"),
    }
    written = {f"docs/thong-bao/2026/{name}.md": text for name, text in notices.items()}
    joined = assemble(ward.write(root, written), TODAY)
    assert joined.portal is not None
    return joined.portal


FIELDS = {"title": "Dự thảo", "date": "2026-11-02", "opens": "2026-11-05", "closes": "2026-11-30"}
OUTCOME = {"date": "2026-12-10", "decision": "Ban hành."}


@pytest.mark.parametrize(
    ("today", "more", "step", "last"),
    [
        ("2026-11-01", {}, None, "chưa hẹn ngày"),
        ("2026-11-04", {}, "Công bố nội dung", "chưa hẹn ngày"),
        ("2026-11-05", {}, "Nhận ý kiến", "chưa hẹn ngày"),
        ("2026-11-30", {}, "Nhận ý kiến", "chưa hẹn ngày"),
        ("2026-12-01", {}, "Tổng hợp, trả lời", "chưa hẹn ngày"),
        ("2026-12-01", {"promised": "2026-12-15"}, "Tổng hợp, trả lời", "hẹn ngày 15/12/2026"),
        # an outcome of a day to come is a promise
        (
            "2026-12-09",
            {"promised": "2026-12-15", "outcome": OUTCOME},
            "Tổng hợp, trả lời",
            "hẹn ngày 10/12/2026",
        ),
        ("2026-12-10", {"promised": "2026-12-15", "outcome": OUTCOME}, "Công bố kết quả", "10/12/2026"),
        # decided before its end: nobody gives an opinion any more
        ("2026-11-20", {"outcome": OUTCOME | {"date": "2026-11-20"}}, "Công bố kết quả", "20/11/2026"),
    ],
)
def test_a_consultation_stands_on_one_step(
    today: str, more: dict[str, object], step: str | None, last: str
) -> None:
    one = Consultation.model_validate(FIELDS | more)
    found = steps.of(one, date.fromisoformat(today))
    assert [each.name for each in found if each.now and not each.now.hidden] == ([step] if step else [])
    assert "".join(piece if isinstance(piece, str) else piece.words for piece in found[-1].days) == last


def test_the_days_of_the_steps_neither_overlap_nor_leave_a_gap() -> None:
    found = steps.of(Consultation.model_validate(FIELDS | {"outcome": OUTCOME}), TODAY)
    days = [(each.now.since, each.now.until) for each in found if each.now]
    assert days == [
        ("2026-11-02", "2026-11-04"), ("2026-11-05", "2026-11-30"),
        ("2026-12-01", "2026-12-09"), ("2026-12-10", None),
    ]  # fmt: skip


def test_a_ward_with_nothing_yet_says_so_and_leads_on(tmp_path: Path) -> None:
    root = samples.lay(tmp_path / "ward", {name: None for name in ward.FILES if name.startswith(NONE)})
    done = built.mkdocs(root, tmp_path / "site", today=TODAY.isoformat())
    assert done.returncode == 0, done.stderr
    front = (tmp_path / "site/index.html").read_text("utf-8")
    for said in (
        "Đang lấy ý kiến", "không có việc nào trong lịch", "Chưa có tin nào", "đang niêm yết",
        "Sổ văn bản chưa có văn bản nào",
    ):  # fmt: skip
        assert said in front, said
    assert not [one for one in ('<ul class="slots">', '<ul class="lines documents">') if one in front]
