"""Records meet: relations from both ends, issuers through time, who cites whom, what belongs where."""

from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import ward

from gandan.assemble import assemble
from gandan.check import kinds
from gandan.check.entry import Entry
from gandan.model import Directive, Issuer, Relation
from gandan.model.directive import RelationKind
from gandan.problems import Place, Problem, in_order
from gandan.read import files
from gandan.read.raw import Raw
from gandan.relate import issuers, ties, timing
from gandan.relate.join import join
from gandan.relate.portal import Portal, Tie
from gandan.states import State
from gandan.views import parts

KINDS = get_args(RelationKind)
TODAY = date(2026, 11, 22)


def entry(name: str, *relations: Relation, **fields: Any) -> Entry[Directive]:
    base = {"type": "Luật", "issuer": "quoc-hoi", "title": "Luật Ví dụ", "sources": ("Sổ văn bản",)}
    record = Directive.model_validate(base | {"relations": relations} | fields)
    return Entry(name, record, Raw(f"data/van-ban/{name}.yml", None))


def bond(kind: str, target: str, *articles: str) -> Relation:
    return Relation.model_validate({"kind": kind, "target": target, "articles": articles})


def portal(root: Path, changes: dict[str, str | bytes | None] | None = None) -> Portal:
    joined = assemble(ward.write(root, changes), ward.TODAY)
    assert joined.portal is not None
    return joined.portal


# --- what is looked at --------------------------------------------------------------------------


SPEAKING = {
    "a topic": "topics: [khong-co]",
    "a group": "groups: [khong-co]",
    "a document": "directives: [khong-co]",
    "a picture": "image: khong-co.jpg\nimage_alt: Kênh",
    "a recording": "audio: khong-co.mp3",
    "a file": "attachments:\n  - file: khong-co.pdf\n    title: Bảng",
    "a draft": "draft: true\nimage: anh.jpg\nimage_alt: Kênh",
    "nothing": "unit: Văn phòng",
}


@pytest.mark.parametrize("body", ["Chữ thôi.", "Xem [bài kia](../2025/khong-co.md)."])
@pytest.mark.parametrize("says", SPEAKING)
def test_items_that_say_words_alone_need_not_be_asked_for_more(says: str, body: str, tmp_path: Path) -> None:
    text = f"---\ntitle: Tin\ndate: 2026-11-20\n{SPEAKING[says]}\n---\n\n{body}\n"
    file = "docs/tin-tuc/2026/2026-11-20-tin-noi.md"
    found = files.folder(ward.write(tmp_path, {file: text, "docs/tin-tuc/2026/anh.jpg": b"anh"}))
    one, other = kinds.records(found), kinds.records(found)
    speaks = any(entry.raw.file == file for entry in one.telling)
    assert speaks == (says != "nothing" or "[" in body)
    other.telling = other.items
    ours, theirs = join(one, ward.TODAY), join(other, ward.TODAY)
    assert ours.portal and theirs.portal and ours.problems == theirs.problems
    same = {"register": ours.portal.register, "rulebook": ours.portal.rulebook}
    assert ours.portal == theirs.portal._replace(**same)
    told = any(problem.place.file == file for problem in ours.problems)
    assert told == (says not in ("nothing", "a draft") or "[" in body)


def test_problems_stand_in_the_order_of_their_files_each_once() -> None:
    first, same = Problem(Place("a", 2), "Q101", "x", name="một"), Problem(Place("a", 2), "Q101", "x")
    listed = [first, Problem(Place("b"), "Q101", "x"), same, Problem(Place("a", 1), "V101", "x", "y")]
    assert in_order(listed) == tuple(sorted(set(listed))) and in_order(listed)[1] is first


# --- relations ------------------------------------------------------------------------------------


def test_every_kind_has_its_other_end_and_that_one_leads_back() -> None:
    assert set(ties.OTHER_END) == set(KINDS)
    assert all(ties.OTHER_END[ties.OTHER_END[kind]] == kind != ties.OTHER_END[kind] for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("written_at", ["one end", "the other end", "both ends"])
def test_a_relation_stands_once_at_each_end_wherever_it_was_written(kind: str, written_at: str) -> None:
    other = ties.OTHER_END[kind]
    here = [bond(kind, "b", "Điều 1")] if written_at != "the other end" else []
    there = [bond(other, "a", "Điều 1")] if written_at != "one end" else []
    found = ties.both_ends([entry("a", *here), entry("b", *there)])
    assert found == {"a": (Tie(kind, "b", None, ("Điều 1",)),), "b": (Tie(other, "a", None, ("Điều 1",)),)}


def test_articles_named_at_one_end_only_or_in_two_lines_are_all_kept() -> None:
    a = entry("a", bond("amends", "b", "Điều 1"), bond("amends", "b", "Điều 3", "Điều 1"))
    b = entry("b", bond("amended_by", "a"))
    found = ties.both_ends([a, b])
    assert found["a"] == (Tie("amends", "b", None, ("Điều 1", "Điều 3")),)
    assert found["b"] == (Tie("amended_by", "a", None, ("Điều 1", "Điều 3")),)


def test_a_document_outside_the_register_is_known_by_its_number_alone() -> None:
    found = ties.both_ends(
        [entry("a", bond("replaces", "159/2016/NĐ-CP"), bond("replaces", "160/2016/NĐ-CP"))]
    )
    assert found["a"] == (
        Tie("replaces", None, "159/2016/NĐ-CP"),
        Tie("replaces", None, "160/2016/NĐ-CP"),
    )


def test_two_kinds_between_the_same_documents_both_stand() -> None:
    found = ties.both_ends([entry("a", bond("details", "b"), bond("cites", "b")), entry("b")])
    assert [tie.kind for tie in found["b"]] == ["detailed_by", "cited_by"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_relation_to_itself_is_told_once(kind: str) -> None:
    entries = [entry("a", bond(kind, "a"))]
    (problem,) = set(ties.problems(entries, ties.both_ends(entries)))
    assert (problem.code, problem.message) == ("Q103", "văn bản có quan hệ với chính nó.")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "cite" not in kind])
def test_two_documents_cannot_do_the_same_to_each_other(kind: str) -> None:
    entries = [entry("a", bond(kind, "b")), entry("b", bond(kind, "a"))]
    told = list(ties.problems(entries, ties.both_ends(entries)))
    assert [one.code for one in told] == ["Q103", "Q103"]


# --- what ends a document -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "successor", "day"),
    [
        (bond("replaces", "cu"), {"effective": date(2026, 11, 22)}, date(2026, 11, 22)),
        (bond("repeals", "cu"), {"effective": date(2020, 1, 1)}, date(2020, 1, 1)),
        (bond("replaces", "cu"), {"effective": date(2026, 11, 23)}, None),
        (bond("replaces", "cu"), {}, None),
        (bond("replaces", "cu"), {"effective": date(2020, 1, 1), "force": "unknown"}, None),
        (bond("replaces", "cu", "Điều 5"), {"effective": date(2020, 1, 1)}, None),
        (bond("amends", "cu"), {"effective": date(2020, 1, 1)}, None),
        (
            bond("replaces", "cu"),
            {"effective": date(2020, 1, 1), "expires": date(2022, 1, 1)},
            date(2020, 1, 1),
        ),
    ],
)
def test_a_document_ends_when_one_in_force_replaces_or_repeals_it_whole(
    relation: Relation, successor: dict[str, Any], day: date | None
) -> None:
    entries = [entry("cu", effective=date(2010, 1, 1)), entry("moi", relation, **successor)]
    records = {one.id: one.record for one in entries}
    assert timing.superseded(ties.both_ends(entries)["cu"], records, TODAY) == day


def test_of_two_successors_the_first_to_come_into_force_ends_it() -> None:
    entries = [
        entry("cu"),
        entry("b", bond("replaces", "cu"), effective=date(2022, 1, 1)),
        entry("c", bond("repeals", "cu"), effective=date(2021, 1, 1)),
    ]
    records = {one.id: one.record for one in entries}
    assert timing.superseded(ties.both_ends(entries)["cu"], records, TODAY) == date(2021, 1, 1)


@pytest.mark.parametrize(
    ("articles", "state"), [("", State.EXPIRED), ("    articles: [Điều 5]\n", State.IN_FORCE)]
)
def test_the_page_of_a_replaced_document_says_so(articles: str, state: State, tmp_path: Path) -> None:
    whole = "    target: quy-che-cu\n"
    found = portal(
        tmp_path,
        {
            ward.OLD_RULES_FILE: ward.OLD_RULES.replace("expires: 2023-07-01\n", ""),
            ward.RULES_FILE: ward.RULES.replace(whole, whole + articles),
        },
    )
    assert parts.standing(found.documents["quy-che-cu"], ward.TODAY).state is state


# --- issuers --------------------------------------------------------------------------------------

BODIES = {
    one.id: one
    for one in (
        Issuer(id="xa", name="Xã", valid_to=date(2010, 12, 31), successor="thi-tran"),
        Issuer(
            id="thi-tran",
            name="Thị trấn",
            valid_from=date(2011, 1, 1),
            valid_to=date(2020, 12, 31),
            successor="phuong",
        ),
        Issuer(id="phuong", name="Phường", valid_from=date(2021, 1, 1)),
        Issuer(id="so-a", name="Sở A", valid_to=date(2024, 12, 31), successor="so"),
        Issuer(id="so-b", name="Sở B", valid_to=date(2024, 12, 31), successor="so"),
        Issuer(id="so", name="Sở A và B", valid_from=date(2025, 1, 1)),
        Issuer(id="vong-1", name="Vòng 1", valid_to=date(2020, 12, 31), successor="vong-2"),
        Issuer(id="vong-2", name="Vòng 2", valid_to=date(2020, 12, 31), successor="vong-1"),
        Issuer(id="mat", name="Mất", valid_to=date(2020, 12, 31), successor="khong-co"),
    )
}


@pytest.mark.parametrize(
    ("named", "day", "stood"),
    [
        ("xa", date(2010, 12, 31), "xa"),
        ("xa", date(2011, 1, 1), "thi-tran"),
        ("xa", date(2026, 1, 1), "phuong"),
        ("phuong", date(2020, 12, 31), "thi-tran"),
        ("phuong", date(2010, 12, 31), "xa"),
        ("phuong", date(2021, 1, 1), "phuong"),
        ("thi-tran", None, "thi-tran"),
        ("so-a", date(2026, 1, 1), "so"),
        ("so", date(2024, 12, 31), "so"),  # of two that merged neither is guessed
        ("vong-1", date(2021, 1, 1), "vong-2"),
        ("mat", date(2021, 1, 1), "mat"),
    ],
)
def test_a_body_is_called_as_on_the_day(named: str, day: date | None, stood: str) -> None:
    assert issuers.on(day, BODIES[named], BODIES).id == stood


def test_who_stands_in_its_place_is_told_only_when_it_is_another() -> None:
    heir = issuers.now(TODAY, BODIES["xa"], BODIES)
    assert heir is not None and heir.id == "phuong"
    assert issuers.now(TODAY, BODIES["phuong"], BODIES) is None


def test_a_page_names_the_body_as_on_the_day_of_issue(tmp_path: Path) -> None:
    found = portal(tmp_path, {ward.OLD_RULES_FILE: ward.OLD_RULES.replace("ubnd-xa-ben-mau", "ubnd-ben-mau")})
    old, new = found.documents["quy-che-cu"].directive, found.documents["quy-che-moi"].directive
    assert parts.issuer_name(old, found) == "Ủy ban nhân dân xã Bến Mẫu"
    assert parts.issuer_name(new, found) == "Ủy ban nhân dân phường Bến Mẫu"


# --- the portal -----------------------------------------------------------------------------------


def test_the_tiny_ward_is_related(tmp_path: Path) -> None:
    found = portal(tmp_path)
    festival, dialogue = found.articles
    assert festival.address == "tin-tuc/2026/ngay-hoi/" and dialogue.address == "tin-tuc/2026/doi-thoai/"
    assert festival.cites == ("quy-che-moi",) and dialogue.cites == ("quy-che-moi",)
    rules, old = found.documents["quy-che-moi"], found.documents["quy-che-cu"]
    assert rules.articles == (festival, dialogue)
    assert rules.ties == (Tie("implemented_by", "ke-hoach-doi-thoai"), Tie("replaces", "quy-che-cu"))
    assert old.ties == (Tie("replaced_by", "quy-che-moi"),) and old.cited_by == ("quy-che-moi",)
    assert found.documents["ke-hoach-doi-thoai"].ties[1] == Tie("cites", None, "999-CT/TW")
    assert found.by_topic == {"dan-chu": (festival, dialogue), "doi-thoai": (dialogue,)}
    assert found.by_group == {"to-1": (festival,)}
    assert found.by_year == {"tin-tuc/2026/": (festival, dialogue)}
    assert found.related[festival.address] == (dialogue,)


def test_newest_stands_first_and_a_time_counts(tmp_path: Path) -> None:
    late = ward.DIALOGUE.replace("date: 2026-05-07", "date: 2026-11-20T17:00:00+07:00")
    found = portal(tmp_path, {"docs/tin-tuc/2026/muon.md": late.replace("updated: 2026-05-09\n", "")})
    assert [one.address.split("/")[2] for one in found.articles] == ["muon", "ngay-hoi", "doi-thoai"]


def test_documents_stand_newest_first_and_those_without_a_day_last(tmp_path: Path) -> None:
    nameless = ward.PLAN.replace("issued: 2026-01\n", "").replace("12-KH/ĐU", "13-KH/ĐU")
    found = portal(tmp_path, {"data/van-ban/khong-ngay.yml": nameless})
    assert list(found.documents) == ["ke-hoach-doi-thoai", "quy-che-moi", "quy-che-cu", "khong-ngay"]


def test_topics_stand_by_the_vietnamese_alphabet(tmp_path: Path) -> None:
    more = "- slug: d\n  name: Đô thị\n- slug: a\n  name: Ăn uống\n- slug: c\n  name: Dân vận\n"
    found = portal(tmp_path, {"data/chu-de.yml": ward.TOPICS + more})
    names = [topic.name for topic in found.topics]
    assert names == ["Ăn uống", "Dân chủ ở cơ sở", "Dân vận", "Đô thị", "Đối thoại, tiếp công dân"]


def test_a_draft_is_nowhere(tmp_path: Path) -> None:
    draft = ward.FESTIVAL.replace("author:", "draft: true\nauthor:")
    found = portal(tmp_path, {ward.FESTIVAL_FILE: draft})
    assert [one.file for one in found.articles] == [ward.DIALOGUE_FILE]
    assert found.by_group == {}
    assert found.documents["quy-che-moi"].articles == found.articles


def test_the_folder_gives_the_year_of_an_address(tmp_path: Path) -> None:
    found = portal(tmp_path, {"docs/tin-tuc/2025/cu.md": ward.DIALOGUE})
    assert {one.address for one in found.articles} >= {"tin-tuc/2025/cu/"}
    assert set(found.by_year) == {"tin-tuc/2025/", "tin-tuc/2026/"}


@pytest.mark.parametrize(("number", "collides"), [("08/2023/QĐ-UBND", True), ("09/2023/QĐ-UBND", False)])
def test_a_number_that_two_records_bear_names_neither_alone(
    number: str, collides: bool, tmp_path: Path
) -> None:
    other = ward.PLAN.replace("12-KH/ĐU", number)
    found = portal(tmp_path, {"data/van-ban/khac.yml": other})
    assert found.documents["quy-che-moi"].collides is collides
    assert found.documents["khac"].collides is collides


def test_without_a_ward_there_is_no_portal_but_all_is_told(tmp_path: Path) -> None:
    ward.write(tmp_path, {"data/phuong.yml": None, ward.PLAN_FILE: "number: [\n"})
    joined = assemble(tmp_path, ward.TODAY)
    assert joined.portal is None
    assert {one.code for one in joined.problems} == {"T106", "Y101"}


def test_an_empty_folder_is_told_and_no_more(tmp_path: Path) -> None:
    joined = assemble(tmp_path, ward.TODAY)
    assert joined.portal is None and {one.code for one in joined.problems} == {"T106"}
