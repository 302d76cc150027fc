"""What a ward owes is told with its article: worked examples for every clause, and the rules themselves."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import ward
import yaml

from gandan.assemble import assemble
from gandan.duties import preparing
from gandan.duties.counting import Holidays
from gandan.duties.rulebook import Rulebook
from gandan.model import Event, Rule
from gandan.model.rule import COUNTING
from gandan.problems import Level, Problem

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
RULES, HOLIDAYS, PLAN = "data/quy-tac.yml", "data/ngay-nghi.yml", "data/ke-hoach-cong-khai.yml"
TODAY = date(2026, 12, 31)


def written(path: Path) -> Any:
    """Every scalar as text, as the content files are read."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


GROUPS = written(HERE / "cases" / "duties.yml")
CASES = [(group["clause"], case) for group in GROUPS for case in group["cases"]]
# The tiny ward has not the laws themselves.
OWN_RULES = re.sub(r"^ +directive: .*\n", "", (DATA / "quy-tac.yml").read_text("utf-8"), flags=re.M)
OWN_HOLIDAYS = (DATA / "ngay-nghi.yml").read_text("utf-8")


def rows(posted: list[str]) -> Iterator[str]:
    for row in posted:
        form, place, first, last = re.fullmatch(r"(.)@(\S+) (\S+)\.\.(\S*)", row).groups()  # type: ignore[union-attr]
        until = f", until: {last}" if last else ""
        yield f"  - {{form: {form}, place: {place}, from: {first}{until}}}\n"


def disclosure(case: dict[str, Any]) -> str:
    head = "".join(f"{name}: {case[name]}\n" for name in ("date", "item", "decided", "draft") if name in case)
    posted = f"posted:\n{''.join(rows(case['posted']))}" if case["posted"] else ""
    return f"---\ntitle: Bảng kê\n{head}{posted}---\nBảng kê.\n"


def line(planned: str) -> str:
    item, term, *forms = planned.split(" ")
    first, last = term.split("..")
    listed = f", forms: [{', '.join(forms)}]" if forms else ""
    return f"- {{item: {item}, title: Nội dung {item}, from: {first}, due: {last}{listed}}}\n"


def files(case: dict[str, Any]) -> dict[str, str | bytes | None]:
    own = "".join(f"- {rule}\n" for rule in case.get("rules", ()))
    found: dict[str, str | bytes | None] = {RULES: OWN_RULES + own, HOLIDAYS: OWN_HOLIDAYS}
    for number, one in enumerate([case, *case.get("others", ())]):
        found[f"docs/cong-khai/{one['date'][:4]}/{one['date']}-bang-ke-{number}.md"] = disclosure(one)
    if "plan" in case:
        found[PLAN] = "".join(map(line, case["plan"]))
    return found


def told(root: Path, changes: dict[str, str | bytes | None], today: date = TODAY) -> list[Problem]:
    """What the clocks say of the tiny ward with `changes` laid over it."""
    found = assemble(ward.write(root, changes), today).problems
    return [problem for problem in found if problem.code.startswith("D1")]


@pytest.mark.parametrize(
    ("clause", "case"), CASES, ids=[f"{clause}: {case['why']}" for clause, case in CASES]
)
def test_a_duty_is_told_as_its_clause_says(clause: str, case: dict[str, Any], tmp_path: Path) -> None:
    found = told(tmp_path, files(case), date.fromisoformat(case.get("today", TODAY.isoformat())))
    codes, words = [one.code for one in found], sorted(one.message for one in found)
    wanted = [tell.partition(" ") for tell in case["tells"]]
    assert sorted(codes) == sorted(code for code, _, _ in wanted), words
    for code, _, part in wanted:
        assert any(one.code == code and part in one.message for one in found), words


@pytest.mark.parametrize("item", range(1, 15))
def test_each_item_owes_the_forms_of_article_13(item: int, tmp_path: Path) -> None:
    case = {"item": item, "decided": "2026-11-05", "date": "2026-11-05", "posted": []}
    owed = ["D107"] if item != 14 else []
    owed += ["D111", "D111"] if 7 <= item <= 12 else []
    assert [one.code for one in told(tmp_path, files(case))] == owed


# --- the rules themselves ---

LAW = "{id: luat, clock: posting, what: Luật, items: [1, 2, 3], n: 30, statutory: 30, basis: Điều 13}"
PUBLISH = (
    "{id: luat, clock: publish, what: Luật, n: 5, statutory: 5, unit: working_days, bound: at_most, "
    "basis: Điều 12}"
)
VOTE = "{id: luat, clock: threshold, what: Luật, matters: [1, 2], share: 2/3, basis: Điều 21%s}"


def rule(text: str, **changes: str) -> str:
    """A rule with some of its fields changed or added."""
    fields = yaml.load(text, Loader=yaml.BaseLoader) | changes
    return "{" + ", ".join(f"{name}: {_flow(value)}" for name, value in fields.items()) + "}"


def _flow(value: str | list[str]) -> str:
    return value if isinstance(value, str) else f"[{', '.join(value)}]"


@pytest.mark.parametrize(
    ("rules", "codes"),
    [
        ([LAW], []),
        ([rule(LAW, n="45")], []),
        ([rule(LAW, n="29")], ["D101"]),
        ([PUBLISH], []),
        ([rule(PUBLISH, n="3")], []),
        ([rule(PUBLISH, n="6")], ["D101"]),
        ([VOTE % ", statutory_share: 2/3"], []),
        ([VOTE % ", statutory_share: 1/2"], []),
        ([VOTE % ", statutory_share: 3/4"], ["D101"]),
        ([VOTE % ", statutory_share: 2/3, statutory_inclusive: true, inclusive: true"], []),
        ([VOTE % ", statutory_share: 2/3, statutory_inclusive: false, inclusive: true"], ["D101"]),
        ([VOTE % ", statutory_share: 1/2, statutory_inclusive: false, inclusive: true"], []),
        # the ward's own, closer rule
        ([LAW, "{id: rieng, clock: posting, what: Riêng, items: [2], n: 30, basis: Quy chế}"], []),
        ([LAW, "{id: rieng, clock: posting, what: Riêng, items: [2], n: 20, basis: Quy chế}"], ["D101"]),
        ([LAW, "{id: rieng, clock: posting, what: Riêng, items: [14], n: 20, basis: Quy chế}"], []),
        (
            [
                LAW,
                "{id: rieng, clock: posting, what: Riêng, items: [2], n: 40, unit: working_days, basis: Q}",
            ],
            ["D101"],
        ),
        (
            [
                rule(LAW, valid_to="2026-06-30"),
                "{id: rieng, clock: posting, what: R, items: [2], n: 9, basis: Q, valid_from: 2026-07-01}",
            ],
            [],
        ),
        # half said
        ([rule(LAW, n="")], ["D102"]),
        (["{id: a, clock: threshold, what: Bầu, matters: [4], basis: Điều 21}"], ["D102"]),
        (["{id: a, clock: head, what: Qua tổ trưởng, items: [7], basis: Điều 13}"], []),
        ([rule(LAW, valid_from="2026-07-01", valid_to="2026-07-01")], []),
        ([rule(LAW, valid_from="2026-07-01", valid_to="2026-06-30")], ["D102"]),
        (["{id: a, clock: threshold, what: Góp, matters: [1], share: 3/2, basis: Q}"], ["D102"]),
        (["{id: a, clock: threshold, what: Góp, matters: [1], share: 1/1, basis: Q}"], []),
        ([rule(LAW, bound="at_most")], ["D102"]),
        ([rule(PUBLISH, bound="at_least")], ["D102"]),
        ([rule(LAW, direction="before")], ["D102"]),
        # two for one thing
        ([LAW, rule(LAW, id="hai")], ["D103"]),
        ([LAW, rule(LAW, id="hai", items="[3, 5, 6]")], ["D103"]),
        ([LAW, rule(LAW, id="hai", items="[5, 6, 7]")], []),
        ([LAW, rule(LAW, id="hai", items="[3]")], []),
        ([rule(LAW, valid_to="2026-06-30"), rule(LAW, id="hai", valid_from="2026-07-01")], []),
        ([rule(LAW, valid_to="2026-07-01"), rule(LAW, id="hai", valid_from="2026-07-01")], ["D103"]),
        ([rule(LAW, kind="disclosure"), rule(LAW, id="hai")], []),
        ([rule(LAW, kind="disclosure"), rule(LAW, id="hai", kind="notice")], []),
    ],
)
def test_a_rule_is_never_weaker_than_the_law_nor_half_said_nor_said_twice(
    rules: list[str], codes: list[str], tmp_path: Path
) -> None:
    found = told(tmp_path, {RULES: "".join(f"- {one}\n" for one in rules)})
    assert [one.code for one in found] == codes
    assert all(one.level is Level.ERROR and one.place.file == RULES for one in found)


def test_a_rule_that_is_weaker_is_told_with_the_article(tmp_path: Path) -> None:
    [found] = told(tmp_path, {RULES: f"- {rule(LAW, n='29')}\n"})
    assert found.message == "29 ngày, ngắn hơn luật định ít nhất 30 ngày (Điều 13)."


@pytest.mark.parametrize("level", ["error", "warning"])
def test_the_ward_decides_what_stops_the_build(level: str, tmp_path: Path) -> None:
    case = {"item": 1, "decided": "2026-11-05", "date": "2026-11-05", "posted": []}
    changes = files(case) | {RULES: f"- {rule(LAW, level=level)}\n"}
    assert [(one.code, one.level) for one in told(tmp_path, changes)] == [("D107", Level(level))]


def test_without_rules_nothing_is_owed(tmp_path: Path) -> None:
    case = {"item": 7, "decided": "2026-01-05", "date": "2026-11-05", "posted": []}
    assert told(tmp_path, files(case) | {RULES: None}) == []


@pytest.mark.parametrize("item", [2, 4, 7])
@pytest.mark.parametrize(("first", "last"), [("1900-01-01", "1900-01-02"), ("2200-12-30", "2200-12-31")])
def test_the_first_and_the_last_year_break_no_clock(item: int, first: str, last: str, tmp_path: Path) -> None:
    one = {"item": item, "decided": first, "date": last, "posted": [f"a@tru-so {first}..{last}"]}
    case = one | {"others": [one | {"date": first}], "plan": [f"{item} {first}..{last} a b c"]}
    assert {found.code for found in told(tmp_path, files(case))} <= {"D104", "D108", "D109", "D111", "D115"}


def test_a_year_without_days_off_is_told_once_with_the_places_that_need_it(tmp_path: Path) -> None:
    one = {"item": 2, "decided": "2026-11-05", "date": "2026-11-05", "posted": ["a@tru-so 2026-11-05.."]}
    case = one | {"others": [one] * 3}
    [found] = told(tmp_path, files(case) | {HOLIDAYS: None})
    assert found.place.file == HOLIDAYS and found.level is Level.WARNING
    assert found.message == (
        "chưa có ngày nghỉ của năm 2026, nên hạn ở docs/cong-khai/2026/2026-11-05-bang-ke-0.md:5, "
        "docs/cong-khai/2026/2026-11-05-bang-ke-1.md:5, docs/cong-khai/2026/2026-11-05-bang-ke-2.md:5 "
        "và 1 chỗ khác chưa chắc đúng."
    )


def test_a_year_that_was_written_wrongly_is_not_told_as_missing(tmp_path: Path) -> None:
    case = {"item": 2, "decided": "2026-11-05", "date": "2026-11-05", "posted": ["a@tru-so 2026-11-05.."]}
    assert told(tmp_path, files(case) | {HOLIDAYS: "2026:\n  off: [Tết]\n"}) == []


# --- what an item rests on ---

BASIS = "- {id: can-cu, clock: basis, what: Văn bản còn hiệu lực, basis: theo sổ văn bản}\n"
FIELDS = {
    "thong-bao": "",
    "lay-y-kien": "opens: {day}\ncloses: {day}\n",
    "cong-khai": "item: 14\ndecided: {day}\n",
    "bieu-quyet": "matter: 6\nheld: {day}\nhouseholds: 9\npresent: 9\nfor: 9\nagainst: 0\n",
}


def resting(folder: str, day: str, directive: str) -> dict[str, str | bytes | None]:
    """An item of `day` that rests on a document."""
    fields = FIELDS.get(folder, "").format(day=day)
    head = f"---\ntitle: Bài\ndate: {day}\n{fields}directives: [{directive}]\n---\nBài.\n"
    return {RULES: BASIS, f"docs/{folder}/{day[:4]}/bai.md": head}


@pytest.mark.parametrize("folder", FIELDS)
@pytest.mark.parametrize(
    ("day", "directive", "codes"),
    [
        ("2023-06-30", "quy-che-cu", []),
        ("2023-07-01", "quy-che-cu", ["D119"]),
        ("2026-05-07", "quy-che-cu", ["D119"]),
        ("2026-05-07", "quy-che-moi", []),
        ("2026-05-07", "ke-hoach-doi-thoai", []),  # of unknown force: nothing is guessed
    ],
)
def test_what_an_item_rests_on_is_in_force_on_its_day(
    folder: str, day: str, directive: str, codes: list[str], tmp_path: Path
) -> None:
    found = told(tmp_path, resting(folder, day, directive))
    assert [one.code for one in found] == codes
    assert all("hết hiệu lực từ 01/07/2023, nay là 08/2023/QĐ-UBND" in one.message for one in found)


def test_news_may_speak_of_what_is_no_longer_in_force(tmp_path: Path) -> None:
    assert told(tmp_path, resting("tin-tuc", "2026-05-07", "quy-che-cu")) == []


def test_a_document_that_another_replaced_has_ended_though_nobody_wrote_the_day(tmp_path: Path) -> None:
    changes = resting("thong-bao", "2026-05-07", "quy-che-cu")
    changes[ward.OLD_RULES_FILE] = ward.OLD_RULES.replace("expires: 2023-07-01\n", "")
    assert [one.code for one in told(tmp_path, changes)] == ["D119"]


@pytest.mark.parametrize(
    ("validity", "codes"),
    [("", ["D119"]), (", valid_to: 2026-12-31", ["D119"]), (", valid_to: 2026-12-30", [])],
)
def test_a_rule_that_still_holds_rests_on_what_is_in_force(
    validity: str, codes: list[str], tmp_path: Path
) -> None:
    own = f"- {{id: a, clock: head, what: A, items: [7], basis: B, directive: quy-che-cu{validity}}}\n"
    assert [one.code for one in told(tmp_path, {RULES: own})] == codes


# --- the rules of this ward ---

OWN = [Rule.model_validate(fields) for fields in written(DATA / "quy-tac.yml")]


@pytest.mark.parametrize("one", OWN, ids=[one.id for one in OWN])
def test_each_rule_of_the_ward_keeps_the_law_and_names_its_basis(one: Rule) -> None:
    assert one.is_whole and one.basis and one.n == (one.statutory or one.n)
    assert one.clock not in COUNTING or (one.bound, one.direction) == COUNTING[one.clock]
    assert one.directive is None or (DATA / "van-ban" / f"{one.directive}.yml").exists()


@pytest.mark.parametrize(
    ("clock", "asked", "n", "unit"),
    [
        ("publish", {"item": 3}, 5, "working_days"),
        ("posting", {"item": 12}, 30, "days"),
        ("loudspeaker", {"item": 9}, 3, "days"),
        ("consultation", {"kind": "consultation"}, 20, "days"),
        ("answer", {"kind": "supervision"}, 15, "days"),
        ("answer", {"kind": "question"}, 15, "working_days"),
        ("notice", {"type": "tiep-cong-dan"}, 5, "working_days"),
        ("notice", {"type": "hop-to-dan-pho"}, 2, "days"),
        ("notice", {"type": "phat-phieu"}, 2, "days"),
        ("notice", {"type": "hoi-nghi-cong-dong"}, 5, "days"),
        ("notice", {"type": "bau-to-truong"}, 7, "days"),
        ("sending", {"matter": 4}, 5, "working_days"),
        ("recognition", {"matter": 4}, 5, "working_days"),
    ],
)
def test_the_ward_counts_what_the_law_says(clock: Any, asked: dict[str, Any], n: int, unit: str) -> None:
    found = Rulebook(tuple(OWN), Holidays({})).on(date(2026, 11, 22), clock, **asked)
    assert found and (found.n, found.unit) == (n, unit)


@pytest.mark.parametrize(
    ("matter", "share", "inclusive"),
    [(1, "2/3", True), (2, "2/3", True), *((matter, "1/2", False) for matter in (3, 4, 5, 6))],
)
def test_each_matter_has_its_share_of_all_households(matter: int, share: str, inclusive: bool) -> None:
    found = Rulebook(tuple(OWN), Holidays({})).on(
        date(2026, 11, 22), "threshold", matter=matter, scope="tổ dân phố"
    )
    assert found and (found.share, found.inclusive) == (share, inclusive)


@pytest.mark.parametrize(
    ("clock", "asked"), [("posting", {"item": 4}), ("posting", {"item": 14}), ("notice", {"type": "khac"})]
)
def test_where_the_law_says_nothing_no_rule_holds(clock: Any, asked: dict[str, Any]) -> None:
    assert Rulebook(tuple(OWN), Holidays({})).on(date(2026, 11, 22), clock, **asked) is None


def test_steps_before_an_election_are_due_ten_and_twenty_days_before() -> None:
    event = Event.model_validate(
        {
            "id": "bau",
            "title": "Bầu tổ trưởng",
            "type": "bau-to-truong",
            "starts": "2026-12-20T08:00:00+07:00",
        }
    )
    steps = preparing.steps(event, Rulebook(tuple(OWN), Holidays({})))
    assert [(one.rule.id, one.due) for one in steps] == [
        ("ke-hoach-bau-20-ngay", date(2026, 11, 30)),
        ("to-bau-cu-10-ngay", date(2026, 12, 10)),
    ]
