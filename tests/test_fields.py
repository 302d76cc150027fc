"""What the fields of a record take, what they refuse, and how that is said (more in cases/check)."""

from datetime import date, time
from typing import Any

import pytest

from gandan import model
from gandan.check.fields import STRANGERS, record
from gandan.model import Directive, Moment, News, OldAddress, PartialDay, Record, Topic
from gandan.model.fields import twelve_hour
from gandan.problems import LEVELS, Problem
from gandan.read import strict
from gandan.read.raw import Raw

NEWS = {"title": "Ngày hội", "date": "2026-11-20"}
DIRECTIVE = {"type": "Luật", "issuer": "quoc-hoi", "title": "Luật Ví dụ", "sources": ["Sổ văn bản"]}


def taken(kind: type[Record], **written: Any) -> Any:
    base = NEWS if kind is News else DIRECTIVE
    one, problems = record(kind, base | written, Raw("docs/a.md", None))
    assert one is not None and problems == [], problems
    return one


def told(kind: type[Record], **written: Any) -> Problem:
    base = NEWS if kind is News else DIRECTIVE
    one, problems = record(kind, base | written, Raw("docs/a.md", None))
    assert one is None
    (problem,) = problems
    return problem


@pytest.mark.parametrize(
    ("written", "day", "clock"),
    [
        ("2026-11-20", date(2026, 11, 20), None),
        ("2026-11-20T16:38:00+07:00", date(2026, 11, 20), time(16, 38)),
        ("2026-11-20T16:38", date(2026, 11, 20), time(16, 38)),
        ("2026-11-20 16:38:52", date(2026, 11, 20), time(16, 38, 52)),
        ("2026-11-20T00:00:00+07:00", date(2026, 11, 20), time(0, 0)),
        ("03/06/2022 4:38:52 CH", date(2022, 6, 3), time(16, 38, 52)),
        ("3/6/2022 12:05 SA", date(2022, 6, 3), time(0, 5)),
        ("03/06/2022 12:30 CH", date(2022, 6, 3), time(12, 30)),
        ("03/06/2022 11:59:59 SA", date(2022, 6, 3), time(11, 59, 59)),
        ("2024-02-29", date(2024, 2, 29), None),
    ],
)
def test_a_moment_is_a_day_with_or_without_the_time_in_vietnam(
    written: str, day: date, clock: time | None
) -> None:
    assert taken(News, date=written).date == Moment(day, clock)


@pytest.mark.parametrize(
    "written",
    [
        "03/06/2022 13:00 CH",
        "03/06/2022 0:30 SA",
        "03/06/2022 4:60 CH",
        "31/06/2022 4:38 CH",
        "2026-02-30",
        "2026-11-20T25:00",
    ],
)
def test_a_day_or_time_that_does_not_exist_is_refused(written: str) -> None:
    problem = told(News, date=written)
    assert problem.code == "M103" and "không có thật" in problem.message and written in problem.message


@pytest.mark.parametrize("written", ["0000-01-01", "0026-11-20", "1899-12-31", "2201-01-01", "9999-12-31"])
def test_a_year_that_no_ward_writes_is_refused(written: str) -> None:
    for problem in (told(News, date=written), told(News, updated=written), told(Directive, issued=written)):
        assert problem.code == "M103" and "từ 1900 đến 2200" in problem.message


@pytest.mark.parametrize(
    ("written", "proposal"),
    [
        ("20/11/2026", "2026-11-20."),
        ("1/2/2026", "2026-02-01."),
        ("20-11-2026", "2026-11-20."),
        ("20.11.2026", "2026-11-20."),
        ("11/20/2026", "2026-11-20, hoặc"),
        ("31/2/2026", "2026-11-20, hoặc"),
        ("1/0/2026", "2026-11-20, hoặc"),
        ("2026-11-20T16:38:00Z", "2026-11-20, hoặc"),
        ("2026-11-20T16:38:00+08:00", "2026-11-20, hoặc"),
        ("hôm nay", "2026-11-20, hoặc"),
        ("2026-11", "2026-11-20, hoặc"),
    ],
)
def test_a_day_of_another_form_is_told_how_to_write_it(written: str, proposal: str) -> None:
    problem = told(News, date=written)
    assert problem.code == "M103" and proposal in problem.hint


def test_a_stamp_of_another_form_is_no_stamp() -> None:
    assert twelve_hour("2026-11-20") is None
    assert twelve_hour("03/06/2022 16:38") is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2008", PartialDay(2008)),
        ("2008-07", PartialDay(2008, 7)),
        ("2008-07-15", PartialDay(2008, 7, 15)),
    ],
)
def test_of_a_day_only_the_year_or_the_month_may_be_known(written: str, day: PartialDay) -> None:
    assert taken(Directive, issued=written).issued == day
    assert day.iso == written


@pytest.mark.parametrize("written", ["2008-13", "2008-07-32", "7/2008", "08", "2008-7", "tháng 7/2008"])
def test_a_partial_day_that_is_none_is_refused(written: str) -> None:
    assert told(Directive, issued=written).code == "M103"


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (PartialDay(2024), date(2024, 1, 1), date(2024, 12, 31)),
        (PartialDay(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (PartialDay(2024, 2, 3), date(2024, 2, 3), date(2024, 2, 3)),
    ],
)
def test_a_partial_day_knows_the_days_it_can_mean(day: PartialDay, first: date, last: date) -> None:
    assert (day.first, day.last) == (first, last)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (PartialDay(2008), PartialDay(2008, 7, 15), True),
        (PartialDay(2008, 7), PartialDay(2008), True),
        (PartialDay(2008, 7), PartialDay(2008, 8, 1), False),
        (PartialDay(2008), PartialDay(2009), False),
    ],
)
def test_two_partial_days_allow_each_other_when_what_both_know_is_equal(
    one: PartialDay, other: PartialDay, same: bool
) -> None:
    assert one.allows(other) is other.allows(one) is same


@pytest.mark.parametrize(("written", "flag"), [("true", True), ("false", False)])
def test_a_flag_is_true_or_false(written: str, flag: bool) -> None:
    assert taken(News, draft=written).draft is flag


@pytest.mark.parametrize("written", ["no", "yes", "True", "1", "có"])
def test_a_flag_is_nothing_else(written: str) -> None:
    problem = told(News, draft=written)
    assert (problem.code, problem.hint) == ("M104", "Viết true hoặc false.")


def test_a_number_stays_as_it_was_written() -> None:
    raw, _ = strict.load("number: 012", "data/van-ban/a.yml")
    assert isinstance(raw.fields, dict)
    assert taken(Directive, **raw.fields).number == "012"


def test_blanks_around_a_value_do_not_count() -> None:
    assert taken(News, title="  Ngày hội ").title == "Ngày hội"
    assert told(News, title="  ").code == "M102"


@pytest.mark.parametrize(
    ("kind", "written", "near"),
    [
        (Directive, "sumary", "«summary» (Nói ngắn gọn)"),
        (Directive, "expire", "«expires» (Ngày hết hiệu lực)"),
        (Directive, "Ngay ban hanh", "«issued» (Ngày ban hành)"),
        (News, "topic", "«topics» (Chủ đề)"),
        (News, "chủ đề", "«topics» (Chủ đề)"),
        (News, "img", "«image» (Ảnh đầu bài)"),
        (News, "Title", "«title» (Tiêu đề)"),
    ],
)
def test_an_unknown_field_is_told_with_the_nearest(kind: type[Record], written: str, near: str) -> None:
    problem = told(kind, **{written: "x"})
    assert (problem.code, problem.hint) == ("M101", f"Có phải {near}?")


def test_a_field_like_no_other_is_told_with_all_there_are() -> None:
    problem = told(News, zzzz="x")
    assert all(name in problem.hint for name in News.model_fields)


@pytest.mark.parametrize(("kind", "name"), [(k, n) for k in (News, Directive) for n in k.model_fields])
def test_a_field_of_another_shape_is_told_by_its_label(kind: type[Record], name: str) -> None:
    label = kind.model_fields[name].title
    for wrong in ({"a": "b"}, [["a"]]):
        problems = record(
            kind, (NEWS if kind is News else DIRECTIVE) | {name: wrong}, Raw("docs/a.md", None)
        )[1]
        assert [one.code for one in problems] == ["M107"]
        assert problems[0].message == f"{label} ({name}): chưa đúng cách viết."


@pytest.mark.parametrize("name", ["author", "topics", "updated", "draft", "attachments", "image"])
def test_a_field_left_empty_as_a_template_has_it_is_as_if_it_were_not_there(name: str) -> None:
    assert taken(News, **{name: None}) == taken(News)


@pytest.mark.parametrize("name", ["title", "date"])
def test_a_required_field_may_neither_lack_nor_be_empty(name: str) -> None:
    raw = Raw("docs/a.md", None)
    (lacking,) = record(News, {key: one for key, one in NEWS.items() if key != name}, raw)[1]
    (empty,) = record(News, NEWS | {name: None}, raw)[1]
    assert (lacking.code, empty.code) == ("M102", "M102")
    assert f"«{name}: …»" in lacking.hint and "Điền" in empty.hint


@pytest.mark.parametrize("length", [220, 221])
def test_a_title_has_its_length(length: int) -> None:
    if length == 220:
        assert len(taken(News, title="ổ" * length).title) == length
    else:
        assert told(News, title="ổ" * length).hint == "Bớt 1 ký tự."


@pytest.mark.parametrize("slug", ["dan-chu", "to-1", "a", "2026"])
def test_a_slug_is_small_letters_digits_and_single_hyphens(slug: str) -> None:
    assert taken(News, topics=[slug]).topics == (slug,)


@pytest.mark.parametrize(
    ("written", "near"),
    [("Dân chủ", "dan-chu"), ("to_1", "to-1"), ("a--b", "a-b"), ("-a", "a"), ("Đê", "de")],
)
def test_what_is_no_slug_is_told_as_one(written: str, near: str) -> None:
    problem = told(News, topics=[written])
    assert problem.code == "M106" and f"«{near}»" in problem.hint


@pytest.mark.parametrize("address", ["/", "/a/", "/tin-tuc/2026/a/", "/a-1"])
def test_an_address_begins_with_a_slash(address: str) -> None:
    assert OldAddress(address=address, moved=address).moved == address


@pytest.mark.parametrize("address", ["a/", "//a/", "/A/", "/á/", "/a b/", "https://benmau.example/", ""])
def test_what_is_no_address_is_refused(address: str) -> None:
    one, (problem,) = record(OldAddress, {"address": "/a/", "moved": address}, Raw("data/a.yml", None))
    assert one is None and problem.code in ("M106", "M102")


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        taken(News).title = "Khác"


VALUES = "Form", "Moment", "PartialDay"


@pytest.mark.parametrize("name", [name for name in model.__all__ if name not in VALUES])
def test_every_field_has_a_vietnamese_label_and_no_two_of_a_record_share_one(name: str) -> None:
    kind = getattr(model, name)
    labels = [field.title for field in kind.model_fields.values()]
    assert all(label and not label.isascii() for label in labels), labels
    assert len(set(labels)) == len(labels)


def test_a_problem_prints_its_place_its_code_what_is_wrong_and_how_to_mend_it() -> None:
    problem = told(News, titl="x")
    assert str(problem) == "docs/a.md:1:1 M101 không có mục «titl». Có phải «title» (Tiêu đề)?"
    assert problem.level is LEVELS["M101"]


def test_a_flood_of_unknown_fields_is_told_once() -> None:
    fields = {f"la-{number}": "a" for number in range(40_000)}
    raw = Raw("data/chu-de.yml", dict(fields), keys={(name,): (2 + n, 1) for n, name in enumerate(fields)})
    made, problems = record(Topic, dict(fields), raw)
    strange = [one for one in problems if one.code == "M101"]
    assert made is None and len(strange) == STRANGERS + 1
    assert "39950 mục nữa" in strange[-1].message and strange[-1].place.line == 2 + STRANGERS
