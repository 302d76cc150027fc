"""What pages say of themselves to machines: JSON-LD in the words of schema.org, Dublin Core.

The vocabulary stands in `vocabulary.yml`: types, properties with their types, what they may hold.
"""

import gzip
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import built
import pytest
import samples
import ward
import yaml
from outline import Outline

from gandan.assemble import assemble
from gandan.linked.office import international
from gandan.linked.pages import Descriptions
from gandan.views import site

HOST = "https://benmau.minhhoa.example/"
ROOT = "https://benmau.example/"
VOCABULARY = yaml.safe_load((Path(__file__).parent / "vocabulary.yml").read_text("utf-8"))
TYPES, PROPERTIES, VALUES = (VOCABULARY[name] for name in ("types", "properties", "values"))
MANDATORY = ("title", "creator", "date", "description", "publisher", "identifier")
DAY = r"\d{4}-\d{2}-\d{2}"
FORMS = {
    "Date": DAY,
    "DateTime": rf"{DAY}T\d{{2}}:\d{{2}}:\d{{2}}\+07:00",
    "Time": r"\d{2}:\d{2}:\d{2}",
    "URL": r"https?://\S+",
    "Text": r"(?s).+",
}
Node = dict[str, Any]


@cache
def outline(path: Path) -> Outline:
    return Outline.of(path.read_text("utf-8"))


def graph(path: Path) -> list[Node]:
    scripts = [one.text for one in outline(path).all("script") if one["type"] == "application/ld+json"]
    assert len(scripts) == 1
    found = json.loads(scripts[0])
    assert found["@context"] == "https://schema.org"
    return list(found["@graph"])


def described(path: Path) -> bool:
    """An old address and the page of no address say nothing of themselves."""
    html = path.read_text("utf-8")
    return "http-equiv" not in html and "Nội dung này đã được gỡ" not in html and path.name != "404.html"


def demo(address: str, kind: str) -> Node:
    return node(graph(built.site() / address / "index.html"), kind)


def node(nodes: list[Node], kind: str) -> Node:
    return next(one for one in nodes if one["@type"] == kind)


@cache
def small(today: date = ward.TODAY) -> dict[str, list[Node]]:
    """The nodes of each page of the small ward, by address."""
    folder = samples.site().parent / "ward"
    portal = assemble(folder, today).portal
    assert portal
    descriptions = Descriptions(portal, today, ROOT)
    made = ((plan.address, descriptions.of(plan, plan.view()).graph) for plan in site.plans(portal, today))
    return {address: json.loads(text)["@graph"] for address, text in made}


every_page = pytest.mark.parametrize(
    "path",
    [one for one in built.pages() if described(one)],
    ids=lambda path: path.relative_to(built.site()).as_posix(),
)


# ----------------------------------------------------------------------------------- the vocabulary


def kinds(name: str) -> set[str]:
    """A type and all that it is a kind of."""
    return {name}.union(*(kinds(parent) for parent in TYPES[name]))


def faults(one: Node, name: str | None = None) -> Iterator[str]:
    """What a node says that its type has no words for; `name` is its type where it bears none."""
    mine = kinds(one["@type"]) if "@type" in one else {name or ""}
    for key, value in one.items():
        if key == "@reverse":
            for word, others in value.items():
                yield from (fault for other in others for fault in faults({"@type": "Legislation"} | other))
                if not mine & set(PROPERTIES[word]["holds"]):
                    yield f"@reverse {word}"
        elif key == "@id":
            if not re.fullmatch(FORMS["URL"], value):
                yield f"@id {value}"
        elif not key.startswith("@"):
            yield from _property(one, mine, key.removesuffix("-input"), value)


def _property(one: Node, mine: set[str], key: str, value: Any) -> Iterator[str]:
    told = PROPERTIES.get(key)
    if told is None or not mine & set(told["of"]):
        yield f"{one.get('@type')}.{key}"
        return
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield from faults(each)
            if "@type" in each and not kinds(each["@type"]) & set(told["holds"]):
                yield f"{key} holds {each['@type']}"
        elif not holds(key, each, told["holds"]):
            yield f"{key}: {each!r}"


def holds(key: str, value: Any, forms: list[str]) -> bool:
    if key in VALUES:
        return value.removeprefix("https://schema.org/") in VALUES[key]
    if isinstance(value, int):
        return "Integer" in forms
    return any(form in forms and re.fullmatch(pattern, value) for form, pattern in FORMS.items())


def test_a_word_that_schema_org_does_not_know_is_found() -> None:
    assert list(faults({"@type": "Event", "headline": "x"})) == ["Event.headline"]
    assert list(faults({"@type": "Event", "startDate": "28/11/2026"})) == ["startDate: '28/11/2026'"]
    assert list(faults({"@type": "Event", "location": {"@type": "Event"}})) == ["location holds Event"]
    assert list(faults({"@type": "Event", "url": "../x/"})) == ["url: '../x/'"]


@every_page
def test_a_page_says_only_what_the_vocabulary_has_words_for(path: Path) -> None:
    nodes = graph(path)
    assert [fault for one in nodes for fault in faults(one)] == []
    assert nodes and len({one["@type"] for one in nodes}) == len(nodes)


def test_every_page_of_the_small_ward_does_too() -> None:
    for address, nodes in small().items():
        assert [fault for one in nodes for fault in faults(one)] == [], address


@every_page
def test_the_way_to_a_page_is_told_as_it_stands_above_it(path: Path) -> None:
    if path == built.site() / "index.html":
        return
    steps = node(graph(path), "BreadcrumbList")["itemListElement"]
    assert [one["position"] for one in steps] == list(range(1, len(steps) + 1))
    assert len(steps) > 1 or steps[0]["item"] == {"@id": HOST}
    shown = path.read_text("utf-8").partition('<nav class="crumbs"')[2].partition("</nav>")[0]
    assert not shown or len(steps) == max(shown.count("<li>") - 1, min(2, shown.count("<li>")))
    assert all(one["name"].strip() for one in steps)


# -------------------------------------------------------------------------------------- Dublin Core


@every_page
def test_dublin_core_is_never_empty(path: Path) -> None:
    told = {one["name"]: one["content"] for one in outline(path).all("meta") if one["name"].startswith("DC.")}
    for name in MANDATORY:
        assert told[f"DC.{name}"].strip(), name
    assert all(value.strip() for value in told.values())
    canonical = next(one["href"] for one in outline(path).all("link") if one["rel"] == "canonical")
    assert told["DC.identifier"] == canonical
    assert re.match(r"\d{4}", told["DC.date"])


@pytest.mark.parametrize(
    ("address", "name", "words"),
    [
        ("tin-tuc/2026/ngay-hoi", "creator", "Phan Thị Ghi Chép"),
        ("tin-tuc/2026/ngay-hoi", "date", "2026-11-20T16:38:00+07:00"),
        ("tin-tuc/2022/khao-sat-dan-van-chinh-quyen-hue", "source", "Văn phòng Thành ủy Huế"),
        ("van-ban/10-2022-qh15", "creator", "Quốc hội"),
        ("van-ban/10-2022-qh15", "date", "2022-11-10"),
        ("van-ban", "creator", "Ủy ban nhân dân phường Bến Mẫu"),
    ],
)
def test_dublin_core_tells_whose_and_when(address: str, name: str, words: str) -> None:
    metas = outline(built.site() / address / "index.html").all("meta")
    told = next(one["content"] for one in metas if one["name"] == f"DC.{name}")
    assert words in told


def test_topics_are_subjects_parted_by_semicolons() -> None:
    metas = outline(built.site() / "tin-tuc/2026/ngay-hoi/index.html").all("meta")
    told = next(one["content"] for one in metas if one["name"] == "DC.subject")
    assert told == "Công tác dân vận; Dân chủ ở cơ sở; Đối thoại, tiếp công dân"


# ------------------------------------------------------------------------------------ kinds of pages


def test_news_tells_its_days_and_its_picture() -> None:
    news = demo("tin-tuc/2026/ngay-hoi", "NewsArticle")
    assert news["datePublished"] == "2026-11-20T16:38:00+07:00"
    assert news["image"].startswith(f"{HOST}tin-tuc/2026/")
    assert demo("", "GovernmentOffice")["name"] == "Ủy ban nhân dân phường Bến Mẫu"
    assert news["creditText"] == "Phan Thị Ghi Chép"


@pytest.mark.parametrize(
    ("address", "term"),
    [
        ("lay-y-kien/2026/dang/", "2026-11-02/2026-11-30"),
        ("thong-bao/2026/som/", "2026-11-22/2026-11-23"),
        ("thong-bao/2026/het/", "2026-10-01/2026-11-21"),
        ("thong-bao/2026/khong-han/", None),
        ("mo-hinh/2026/kenh/", None),
    ],
)
def test_an_article_tells_the_days_it_holds(address: str, term: str | None) -> None:
    assert node(small()[address], "Article").get("temporalCoverage") == term


def test_a_question_names_nobody_and_has_an_answer_once_it_is_answered() -> None:
    asked = node(small()["hoi-dap/2026/cho/"], "QAPage")["mainEntity"]
    assert asked["answerCount"] == 0 and "acceptedAnswer" not in asked
    done = node(small()["hoi-dap/2026/roi/"], "QAPage")["mainEntity"]
    assert done["answerCount"] == 1 and done["acceptedAnswer"]["dateCreated"] == "2026-10-30"
    assert "author" not in done and "author" not in asked


def test_a_question_and_its_answer_are_told_apart() -> None:
    told = demo("hoi-dap/2026/gia-yeu-khong-den-phuong", "QAPage")["mainEntity"]
    assert told["text"].startswith("Mẹ tôi nằm một chỗ")
    assert told["acceptedAnswer"]["text"].startswith("Không. Báo 0200 000 0003")


@pytest.mark.parametrize(
    ("address", "force"),
    [
        ("van-ban/10-2022-qh15", "InForce"),
        ("van-ban/34-2007-pl-ubtvqh11", "NotInForce"),
        ("van-ban/quy-dinh-2083-tinh-uy-thua-thien-hue", None),
    ],
)
def test_a_document_tells_its_force_or_nothing(address: str, force: str | None) -> None:
    told = demo(address, "Legislation").get("legislationLegalForce")
    assert told == (f"https://schema.org/{force}" if force else None)


def test_a_document_tells_what_it_is() -> None:
    law = demo("van-ban/10-2022-qh15", "Legislation")
    assert (law["legislationIdentifier"], law["legislationType"]) == ("10/2022/QH15", "Luật")
    assert law["legislationDate"] == "2022-11-10"
    assert law["legislationPassedBy"] == {"@type": "GovernmentOrganization", "name": "Quốc hội"}
    assert law["temporalCoverage"] == "2023-07-01/.."


def test_relations_are_told_from_both_ends() -> None:
    new, old = (f"{HOST}van-ban/{name}/" for name in ("10-2022-qh15", "34-2007-pl-ubtvqh11"))
    assert old in [
        one.get("@id") for one in demo("van-ban/10-2022-qh15", "Legislation")["legislationRepeals"]
    ]
    back = demo("van-ban/34-2007-pl-ubtvqh11", "Legislation")["@reverse"]
    assert [one["@id"] for one in back["legislationRepeals"]] == [new]


def test_what_ends_a_document_ends_its_days() -> None:
    assert demo("van-ban/34-2007-pl-ubtvqh11", "Legislation")["temporalCoverage"] == "../2023-06-30"


def test_a_repeal_of_parts_is_told_as_a_change() -> None:
    law = demo("van-ban/185-2026-nd-cp", "Legislation")
    assert law["legislationChanges"] == [{"@type": "Legislation", "legislationIdentifier": "33/2023/NĐ-CP"}]


EVENTS = """\
- id: mot-lan
  title: Đối thoại
  starts: 2026-12-01T07:30:00+07:00
  ends: 2026-12-01T11:00:00+07:00
  place: Trụ sở
- id: huy
  title: Ngày hội
  starts: 2026-12-02
  changed: {status: cancelled, date: 2026-11-20, reason: Mưa}
- id: hoan
  title: Họp tổ
  starts: 2026-12-03T19:00:00+07:00
  ends: 2026-12-03T21:00:00+07:00
  changed: {status: postponed, date: 2026-11-20, reason: Mưa, to: 2026-12-10T19:30:00+07:00}
- id: chua-hen
  title: Họp dân
  starts: 2026-12-04T19:00:00+07:00
  changed: {status: postponed, date: 2026-11-20, reason: Mưa}
- id: hang-tuan
  title: Tiếp công dân
  starts: 2026-12-03T07:30:00+07:00
  ends: 2026-12-03T11:00:00+07:00
  repeats: FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20261231
  skips: [2026-12-17]
- {id: hang-thang, title: Tiếp dân, starts: 2026-12-10, repeats: FREQ=MONTHLY;BYMONTHDAY=10;COUNT=3}
- {id: cuoi-thang, title: Quét dọn, starts: 2026-12-31, repeats: FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3}
"""


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Node]:
    """Each event of a small calendar, by id."""
    root = ward.write(tmp_path_factory.mktemp("events"), {"data/lich/2026.yml": EVENTS})
    portal = assemble(root, ward.TODAY).portal
    assert portal and len(portal.appointments) == 7
    descriptions = Descriptions(portal, ward.TODAY, ROOT)
    plans = [plan for plan in site.plans(portal, ward.TODAY) if plan.template == "event"]
    made = {plan.address: json.loads(descriptions.of(plan, plan.view()).graph)["@graph"] for plan in plans}
    return {address.split("/")[2]: node(nodes, "Event") for address, nodes in made.items()}


def test_every_event_keeps_to_the_vocabulary(events: dict[str, Node]) -> None:
    assert [fault for one in events.values() for fault in faults(one)] == []


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("mot-lan", "EventScheduled"),
        ("huy", "EventCancelled"),
        ("hoan", "EventRescheduled"),
        ("chua-hen", "EventPostponed"),
    ],
)
def test_an_event_tells_whether_it_takes_place(name: str, status: str, events: dict[str, Node]) -> None:
    assert events[name]["eventStatus"] == f"https://schema.org/{status}"


def test_an_event_tells_where_and_when_in_vietnam(events: dict[str, Node]) -> None:
    one = events["mot-lan"]
    assert (one["startDate"], one["endDate"]) == ("2026-12-01T07:30:00+07:00", "2026-12-01T11:00:00+07:00")
    assert one["location"]["name"] == "Trụ sở" and "location" not in events["huy"]
    assert events["huy"]["startDate"] == "2026-12-02"


def test_an_event_that_was_moved_tells_both_days(events: dict[str, Node]) -> None:
    one = events["hoan"]
    assert (one["startDate"], one["endDate"]) == ("2026-12-10T19:30:00+07:00", "2026-12-10T21:30:00+07:00")
    assert one["previousStartDate"] == "2026-12-03T19:00:00+07:00"


def test_an_event_that_repeats_tells_its_rule(events: dict[str, Node]) -> None:
    assert events["hang-tuan"]["eventSchedule"] == {
        "@type": "Schedule",
        "startDate": "2026-12-03",
        "endDate": "2026-12-31",
        "startTime": "07:30:00",
        "endTime": "11:00:00",
        "scheduleTimezone": "Asia/Ho_Chi_Minh",
        "exceptDate": ["2026-12-17"],
        "repeatFrequency": "P2W",
        "byDay": ["TH"],
    }
    monthly = events["hang-thang"]["eventSchedule"]
    assert (monthly["repeatFrequency"], monthly["byMonthDay"]) == ("P1M", [10])
    assert "eventSchedule" not in events["cuoi-thang"]  # schema.org counts days of a month from its first


@pytest.mark.parametrize("address", ["", "gioi-thieu"])
def test_the_office_tells_where_it_is_and_whom_to_call(address: str) -> None:
    office = demo(address, "GovernmentOffice")
    assert office["address"].startswith("Số 1 đường Bến Mẫu")
    assert office["telephone"] == "+842000000001" and len(office["contactPoint"]) == 4
    assert office["areaServed"]["name"] == "Phường Bến Mẫu"


@pytest.mark.parametrize(
    ("written", "told"), [("0200 000 0001", "+842000000001"), ("02.33", "+84233"), ("113", "113")]
)
def test_a_telephone_is_told_as_it_is_called_from_anywhere(written: str, told: str) -> None:
    assert international(written) == told


def test_the_site_tells_how_it_is_searched() -> None:
    action = demo("", "WebSite")["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{HOST}tim-kiem/?q={{q}}"


def test_the_page_of_open_data_is_a_catalogue_of_files_that_exist() -> None:
    catalogue = demo("du-lieu", "DataCatalog")
    files = [one["contentUrl"] for each in catalogue["dataset"] for one in each["distribution"]]
    assert len(files) == 28 and all((built.site() / one.removeprefix(HOST)).is_file() for one in files)
    assert catalogue["license"].startswith("https://creativecommons.org/")


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("tin-tuc", "news"), ("lay-y-kien", "consultation"), ("cong-khai", "disclosure"), ("lich", "event"),
        ("van-ban", "directive"), ("chu-de", "topic"), ("to-dan-pho", "group"),
        ("cong-khai/ke-hoach", "plan"),
    ],
)  # fmt: skip
def test_the_head_of_a_section_leads_to_its_data(address: str, file: str) -> None:
    links = outline(built.site() / address / "index.html").all("link")
    told = [one["href"] for one in links if one["type"] == "application/json"]
    assert [one.rpartition("du-lieu/")[2] for one in told] == [f"{file}.json"]


# ------------------------------------------------------------------------------- safe, and not heavy


def test_words_cannot_end_the_script(tmp_path: Path) -> None:
    spell = "</script><script>alert(1)</script><!-- &"
    text = ward.FESTIVAL.replace('"Ngày hội của tổ 1: trăm người gói bánh"', json.dumps(spell))
    portal = assemble(ward.write(tmp_path, {ward.FESTIVAL_FILE: text}), ward.TODAY).portal
    assert portal
    plans = [one for one in site.plans(portal, ward.TODAY) if one.address == "tin-tuc/2026/ngay-hoi/"]
    told = Descriptions(portal, ward.TODAY, ROOT).of(plans[0], plans[0].view()).graph
    assert not set("<>&") & set(told)
    assert node(json.loads(told)["@graph"], "NewsArticle")["headline"] == spell


def test_a_page_of_news_gains_little_by_it() -> None:
    html = (built.site() / "tin-tuc/2026/ngay-hoi/index.html").read_text("utf-8")
    bare = re.sub(r'<meta name="DC\.[^>]*>\n|<script type="application/ld\+json">.*?</script>\n', "", html)
    assert bare != html
    assert len(gzip.compress(html.encode(), 9)) - len(gzip.compress(bare.encode(), 9)) <= 600
