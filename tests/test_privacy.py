"""Personal data is found before it goes out, told masked, and let through only with a reason and a name."""

import re
from pathlib import Path

import planted
import pytest
import ward

from gandan.assemble import assemble
from gandan.privacy import search
from gandan.privacy.finding import Finding, Kind
from gandan.privacy.sayings import problem, shown
from gandan.problems import Place, Problem

TEXTS = planted.texts()
OFFICIAL = frozenset({"02000000001", "0912000009"})


def found(text: str) -> list[str]:
    return [f"{one.kind} {shown(one)}" for one in search.find(text, OFFICIAL)]


def meets(finding: Finding, one: planted.Planted) -> bool:
    # The days of birth in a table are told with the list that they make.
    same = finding.kind == one.kind or (finding.kind, one.kind) == (Kind.LIST, "birth")
    return same and finding.start < one.end and one.start < finding.end


def test_of_what_is_planted_in_ordinary_texts_nearly_all_is_found() -> None:
    every = [(text, one) for text in TEXTS for one in text.planted]
    missed = [
        (text.name, text.words[one.start : one.end])
        for text, one in every
        if not any(meets(finding, one) for finding in search.find(text.words))
    ]
    assert len(TEXTS) == 60 and len(every) == 200
    assert len(missed) <= len(every) // 100, missed


def test_in_the_texts_with_planted_data_nothing_else_is_found() -> None:
    for text in TEXTS:
        for finding in search.find(text.words):
            assert any(meets(finding, one) for one in text.planted), (text.name, finding.words)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("CCCD 079085000012", ["identity 079***012"]),
        ("số 079 085 000 012", ["identity 079***012"]),
        ("079.085.000.012", ["identity 079***012"]),
        ("số 123456789012 in trên bìa", ["identity 123***012"]),
        ("CMND 020000071", ["identity 020***071"]),
        ("gọi 0912 000 014", ["telephone 091***014"]),
        ("gọi +84 912 000 014", ["telephone 849***014"]),
        ("STK 1903000006300", ["account 190***300"]),
        ("xe 59-X1 000.01", ["plate 59***01"]),
        ("ông Lê Văn Thử sinh ngày 5/9/1962", ["birth ***1962"]),
    ],
)
def test_a_number_is_shown_by_its_ends_only(text: str, told: list[str]) -> None:
    assert found(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Kinh phí 1.234.567.890 đồng, còn 012.345.678 đồng chưa chi.",
        "Tài khoản kho bạc 3713.0.1012345.00000 của phường.",
        "Thủ tục 1.004873.000.00.00.H29, hồ sơ 000.00.07.H29-261120-0001.",
        "Mã số thuế 0312345678, mã số doanh nghiệp 0398765432.",
        "Ủng hộ vào số tài khoản 1190000000001 của Quỹ Vì người nghèo phường.",
        "Số tài khoản 0200000000009, chủ tài khoản: Ủy ban MTTQ phường Bến Mẫu.",
        "Văn bản số 1234/QĐ-UBND ngày 01/02/2026, số 10/2022/QH15.",
        "Gọi 1022, 113, 1900 1234 hoặc đường dây nóng 0912 345 678.",
        "Trực ban 0200 000 0001, số máy chung 0912.000.009.",
        "Từ 01.01.2026 đến 31.12.2026; 20261120163852; 2026-11-20 16:38.",
        "Kỷ niệm 115 năm ngày sinh Đại tướng Võ Nguyên Giáp 25/8/1911.",
        "Bác sinh ngày 19/5/1890 tại Nghệ An.",
        "Phường còn 12 hộ nghèo, 20 hộ cận nghèo; ông Lê Văn Thử, Chủ tịch phường, báo cáo.",
        "Bà Trần Thị Mẫu nói về phòng chống ung thư, cai nghiện ma túy và tặng quà cho hộ nghèo.",
        "https://tin.example/bai-4567890123456.html và anh/IMG_079085000012.jpg",
        "1. Lát vỉa hè: 120 m²\n2. Đèn đường: 45 cột\n3. Trồng cây: 200 cây",
        "| Tổ | Hộ | Tán thành |\n|---|---|---|\n| 1 | 120 | 100 |\n| 2 | 80 | 75 |\n| 3 | 95 | 90 |",
        "- Ông Lê Văn Thử, Chủ tịch\n- Bà Trần Thị Mẫu, Bí thư\n- Ông Phạm Văn Mẫu, Phó Chủ tịch",
        "Tọa độ 10.762622, 106.660172; cao 1.250 m; 12 34 56.",
        "ISBN 978-604-000-000-0; mã vạch 893000000001.",
    ],
)
def test_ordinary_numbers_and_words_are_let_be(text: str) -> None:
    assert found(text) == []


def test_no_message_shows_a_number_whole() -> None:
    for text in TEXTS:
        for finding in search.find(text.words):
            told = str(problem(finding, Place("a.md")))
            assert finding.kind is Kind.CONDITION or finding.words not in told
            assert not re.search(r"\d{6}", told)


# ------------------------------------------------------------------------------------ the ward's files

LETTER = "docs/tin-tuc/2026/2026-11-21-thu.md"
HEAD = "---\ntitle: Thư bạn đọc\ndate: 2026-11-21\n{more}---\n{body}"


def told(tmp_path: Path, body: str = "Cảm ơn.", more: str = "", **files: str) -> list[Problem]:
    changes: dict[str, str | bytes | None] = {LETTER: HEAD.format(more=more, body=body)}
    changes |= {name.replace("__", "/"): text for name, text in files.items()}
    ward.write(tmp_path, changes)
    return [one for one in assemble(tmp_path, ward.TODAY).problems if one.code.startswith("R")]


def where(problems: list[Problem]) -> list[str]:
    return [f"{one.place.line}:{one.place.column} {one.code}" for one in problems]


def test_a_finding_is_told_at_its_line_and_column(tmp_path: Path) -> None:
    assert where(told(tmp_path, "Một dòng.\n\nGọi 0912 000 014.\n")) == ["7:5 R103"]


def test_fields_are_searched_too(tmp_path: Path) -> None:
    assert where(told(tmp_path, more="description: CCCD 079085000012\n")) == ["4:14 R101"]


def test_facts_are_searched_too(tmp_path: Path) -> None:
    facts = ward.FILES[ward.PLAN_FILE].replace("title: Đối thoại", "title: Gọi 0912 000 014, đối thoại")
    ward.write(tmp_path, {ward.PLAN_FILE: facts})
    assert [one.code for one in assemble(tmp_path, ward.TODAY).problems] == ["R103"]


def test_names_of_files_are_searched_too(tmp_path: Path) -> None:
    ward.write(tmp_path, {"docs/tin-tuc/2026/cccd-079085000012.pdf": b"%PDF-1.4\n%%EOF\n"})
    problems = assemble(tmp_path, ward.TODAY).problems
    assert [(one.code, one.place.line) for one in problems] == [("R101", 1)]


def test_the_telephones_of_the_ward_are_everybodys(tmp_path: Path) -> None:
    assert told(tmp_path, "Gọi 02000000001 hoặc +84 200 000 0001.") == []


def test_what_stands_on_the_pages_of_contact_is_an_office(tmp_path: Path) -> None:
    page = "---\ntitle: Liên hệ\n---\nTrạm y tế: 0912 000 014.\n"
    ward.write(tmp_path, {"docs/gioi-thieu/lien-he.md": page})
    assert told(tmp_path, "Trạm y tế 0912000014.") == []


def test_a_flood_is_told_in_part(tmp_path: Path) -> None:
    numbers = "\n\n".join(f"Số {number}." for number in range(79085000012, 79085000042))
    problems = told(tmp_path, numbers.replace("Số 7", "Số 07"))
    assert len(problems) == 11 and "còn 20 chỗ" in problems[-1].message


PERMIT = """privacy:
  - allows: {allows}
    {value}reason: Người dân đồng ý bằng văn bản
    approved_by: Trần Văn Mẫu, Chủ tịch
    date: 2026-11-20
"""


def permit(allows: str, value: str = "") -> str:
    return PERMIT.format(allows=allows, value=f'value: "{value}"\n    ' if value else "")


@pytest.mark.parametrize(
    ("allows", "value", "left"),
    [
        ("telephone", "", []),
        ("telephone", "0912.000.014", []),
        ("telephone", "0912 000 015", ["R103", "R301"]),
        ("identity", "", ["R103", "R301"]),
    ],
)
def test_an_exception_lets_through_what_it_names(
    allows: str, value: str, left: list[str], tmp_path: Path
) -> None:
    problems = told(tmp_path, "Gọi 0912 000 014.", permit(allows, value))
    assert sorted(one.code for one in problems) == left


def test_an_exception_without_reason_or_name_lets_nothing_through(tmp_path: Path) -> None:
    assert where(told(tmp_path, "Gọi 0912 000 014.", "privacy:\n  - allows: telephone\n")) == ["7:5 R103"]


def test_an_exception_of_a_list_lets_no_identity_number_through(tmp_path: Path) -> None:
    rows = "\n".join(f"- Lê Văn Thử, 07908500001{number}" for number in range(3))
    assert {one.code for one in told(tmp_path, rows, permit("list"))} == {"R101"}
