"""Personal data is found before it goes out, told masked, and let through only with a reason and a name."""

import json
import re
from pathlib import Path

import attached
import planted
import pytest
import ward

from gandan.assemble import assemble
from gandan.cache import Store, digest
from gandan.command.main import main
from gandan.model import News
from gandan.opendata.giving import Giving
from gandan.opendata.rows import of_items
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
        ("bà Lê Thị Thử sinh ngày mùng 5 tháng 9 năm 1962", ["birth ***1962"]),
        ("Chuyển khoản: 0071000000143 - LE THI THU", ["account 007***143"]),
        ("xe 63B9 - 000.52", ["plate 63B***52"]),
        ("máy bàn (0254) 3 000 140", ["telephone 025***140"]),
        ("Danh sách hộ nghèo\n\n| TT | Tên |\n|---|---|\n| 1 | Lê Văn Thử |\n| 2 | Lê Thị Thử |", ["list 2"]),
        ("Danh sách hộ nghèo\n\nDanh sách cận nghèo\n1. Lê Văn Thử\n2. Lê Thị Thử", ["list 2"]),
        ("| 1 | Lê Văn Thử |\n| 2 | Lê Thị Thử |\n\nDanh sách hộ cận nghèo tổ 5", ["list 2"]),
        ("PHỤ LỤC: DANH SÁCH NGƯỜI KHUYẾT TẬT\n1. Lê Văn Thử\n2. Lê Thị Thử\n3. Lê Văn Mẫu", ["list 3"]),
        ("1) Lê Văn Thử – 1962\n2) Lê Thị Thử – 1970\n3) Lê Văn Mẫu – 1981", ["list 3"]),
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
        "Bàn về danh sách hộ nghèo, dự họp có:\n\nBan Giám sát và hai tổ trưởng.",
        "Phường niêm yết danh sách hộ nghèo.\n\n- Ông Lê Văn Thử, Chủ tịch\n- Bà Trần Thị Mẫu, Bí thư",
        "Danh sách hộ nghèo\n\n| Tổ | Số hộ |\n|---|---|\n| 1 | 12 |\n| 2 | 8 |",
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
    ward.write(tmp_path, {"docs/tin-tuc/2026/cccd-079085000012.pdf": attached.pdf("Mau")})
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


# -------------------------------------------------------------------------------- pictures, attachments

PLACE = "docs/tin-tuc/2026/"
DELETED = "<w:del w:id='1'><w:delText>CCCD 079085000012</w:delText></w:del>"
WITH_PICTURE = attached.LIST, "word/document.xml", "word/media/a.jpg"


def beside(tmp_path: Path, name: str, data: bytes) -> list[Problem]:
    ward.write(tmp_path, {PLACE + name: data})
    return list(assemble(tmp_path, ward.TODAY).problems)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.jpg", attached.photograph(), ["R201"]),
        ("a.webp", attached.photograph(kind=".webp"), ["R201"]),
        ("a.jpg", attached.jpeg(2000, 1500), []),
        ("a.jpg", attached.jpeg(2001, 1500), ["R202"]),
        ("a.docx", attached.word("Quy chế của phường."), []),
        ("a.docx", attached.word("Họ tên\tSố", "Lê Văn Thử\t079085000012"), ["R101"]),
        ("a.docx", attached.word("Quy chế", more=DELETED),
         ["R101", "R204"]),
        ("a.docx", attached.word(*(f"{n}\tLê Văn Thử\t0912 000 01{n}" for n in range(3))),
         ["R103", "R103", "R103", "R109"]),
        ("a.xlsx", attached.sheet("Tên\tSố", "Lê Văn Thử\t79085000012"), ["R101"]),
        ("a.xlsx", attached.sheet("Tên\tSố máy", "Lê Văn Thử\t912000014"), ["R103"]),
        ("a.xlsx", attached.sheet("Việc\tTiền", "Làm đường\t350000000"), []),
        ("a.pdf", attached.pdf("Quy che"), []),
        ("a.pdf", attached.pdf("CCCD 079 085 000 012"), ["R101"]),
        ("a.pdf", attached.pdf(scan=True), ["R203"]),
        ("a.pdf", b"%PDF-1.7\n", ["R203"]),
        ("a.docx", attached.packed(*WITH_PICTURE, text=attached.photograph()), ["R201"]),
    ],
)  # fmt: skip
def test_what_lies_beside_an_item_is_searched(
    name: str, data: bytes, told: list[str], tmp_path: Path
) -> None:
    assert sorted(one.code for one in beside(tmp_path, name, data)) == told


def test_a_finding_in_an_attachment_tells_the_page_or_the_sheet(tmp_path: Path) -> None:
    assert beside(tmp_path, "a.pdf", attached.pdf("CCCD 079085000012"))[0].message.startswith("trang 1: ")
    sheet = beside(tmp_path, "a.xlsx", attached.sheet("CCCD 079085000012"))
    assert any(one.message.startswith("trang tính «Tổ 1»: ") for one in sheet)


@pytest.mark.parametrize("end", [10, 200, 400, -30])
@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".xlsx"])
def test_a_cut_attachment_is_told_and_raises_nothing(suffix: str, end: int, tmp_path: Path) -> None:
    beside(tmp_path, f"a{suffix}", attached.SMALLEST[suffix][:end])


# ----------------------------------------------------------------------------- lists that the law wants

LIST = "docs/tin-tuc/2026/2026-11-20-nhap-ngu.md"
ROWS = attached.word(
    "STT\tHọ và tên\tNăm sinh\tTổ",
    "1\tNguyễn Văn Mẫu\t2006\t1",
    "2\tTrần Văn Thử\t2007\t1",
    "3\tLê Văn Dụ\t2006\t2",
)
NAMES = "\n    names:\n      basis: khoản 9 Điều 11\n      until: 2026-11-25"


def lays(root: Path, names: str = NAMES, rows: bytes | None = ROWS) -> Path:
    """A ward with a list of people beside an item."""
    listed = f"attachments:\n  - file: ds.docx\n    title: Danh sách{names}"
    item = f"---\ntitle: Gọi nhập ngũ\ndate: 2026-11-20\n{listed}\n---\nBa."
    return ward.write(root, {LIST: item, PLACE + "ds.docx": rows})


def codes_on(root: Path, day: int) -> list[str]:
    return [one.code for one in assemble(root, ward.TODAY.replace(day=day)).problems]


def test_a_list_of_people_is_an_error_unless_a_law_wants_it(tmp_path: Path) -> None:
    assert codes_on(lays(tmp_path, names=""), 22) == ["R109"]
    assert codes_on(lays(tmp_path), 22) == []


@pytest.mark.parametrize(
    "column", ["Số CCCD", "Điện thoại", "Ngày sinh", "Số tài khoản", "Dân tộc", "Chẩn đoán"]
)
def test_a_list_that_a_law_wants_has_the_least_columns(column: str, tmp_path: Path) -> None:
    rows = attached.word(f"STT\tHọ và tên\t{column}", "1\tNguyễn Văn Mẫu\t2006")
    assert codes_on(lays(tmp_path, rows=rows), 22) == ["R302"]


def test_a_list_stays_for_its_last_day_and_leaves_with_it(tmp_path: Path) -> None:
    lays(tmp_path)
    held = {}
    for day in (25, 26):
        portal = assemble(tmp_path, ward.TODAY.replace(day=day)).portal
        assert portal
        held[day] = f"{PLACE}ds.docx" in portal.withheld
    assert held == {25: False, 26: True}
    assert codes_on(tmp_path, 26) == ["R303"]


def test_the_address_of_a_list_past_its_day_tells_that_it_is_gone(tmp_path: Path) -> None:
    ward.write(lays(tmp_path), {"data/dia-chi-da-dang.txt": "/tin-tuc/2026/ds.docx\n"})
    portal = assemble(tmp_path, ward.TODAY.replace(day=26)).portal
    assert portal
    assert [(one.address, one.removal and one.removal.title) for one in portal.old_addresses] == [
        ("/tin-tuc/2026/ds.docx", "Danh sách")
    ]
    assert codes_on(tmp_path, 25) == [] and codes_on(tmp_path, 26) == ["R303"]


def test_a_list_past_its_day_may_be_deleted(tmp_path: Path) -> None:
    lays(tmp_path, rows=None)
    assert codes_on(tmp_path, 25) == ["T107"]
    assert codes_on(tmp_path, 26) == []


# ---------------------------------------------------------------------------- what is kept between times


def test_what_held_nothing_is_not_opened_again_and_no_number_is_kept(tmp_path: Path) -> None:
    root = lays(tmp_path / "ward", names="", rows=attached.word("Quy chế"))
    (root / "docs/tin-tuc/2026/b.docx").write_bytes(attached.word("CCCD 079085000012"))
    first, again = (assemble(root, ward.TODAY, Store(tmp_path / "kept")).problems for _ in range(2))
    assert [one.code for one in first] == ["R101"] and first == again
    kept = b"".join(path.read_bytes() for path in (tmp_path / "kept").iterdir())
    assert b"079085000012" not in kept and digest(b"079085000012") not in kept


def test_a_number_that_is_no_longer_an_office_is_found_again(tmp_path: Path) -> None:
    page = "docs/gioi-thieu/lien-he.md"
    letter = HEAD.format(more="", body="Gọi 0912 000 014.")
    ward.write(tmp_path, {page: "---\ntitle: Liên hệ\n---\nTrạm y tế: 0912 000 014.\n", LETTER: letter})
    store = Store(tmp_path / "kept")
    assert [one.code for one in assemble(tmp_path, ward.TODAY, store).problems] == []
    ward.write(tmp_path, {page: "---\ntitle: Liên hệ\n---\nTrạm y tế.\n", LETTER: letter})
    assert [one.code for one in assemble(tmp_path, ward.TODAY, store).problems] == ["R103"]


# ------------------------------------------------------------------------------------------- the report


def test_the_report_tells_each_exception_and_each_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = HEAD.format(more=permit("telephone", "0912 000 014"), body="Gọi 0912 000 014.")
    ward.write(lays(tmp_path), {LETTER: letter})
    words = ["check", "--privacy", "--root", str(tmp_path), "--today", "2026-11-22"]
    assert main(words) == 0
    told = capsys.readouterr().out
    assert "0912 000 014" not in told
    assert "số điện thoại 091***014. Lý do: Người dân đồng ý bằng văn bản." in told
    assert "Duyệt: Trần Văn Mẫu, Chủ tịch, 20/11/2026. Cho qua 1 chỗ." in told
    assert "docs/tin-tuc/2026/ds.docx danh sách có tên người, đang đăng, đến hết 25/11/2026." in told
    assert told.endswith("1 ngoại lệ, 1 danh sách có tên người.\n")
    assert main([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["lists"][0]["shown"] is True


def test_open_data_tell_neither_exceptions_nor_lists_past_their_day(tmp_path: Path) -> None:
    ward.write(lays(tmp_path), {LETTER: HEAD.format(more=permit("telephone"), body="Gọi 0912 000 014.")})
    for day, files in ((25, ["https://benmau.example/tin-tuc/2026/ds.docx"]), (26, [])):
        today = ward.TODAY.replace(day=day)
        portal = assemble(tmp_path, today).portal
        assert portal
        runs = of_items(News)(Giving(portal, today, portal.ward.site_url))
        rows = [row for run in runs for row in run.rows()]
        assert [one["file"] for row in rows for one in row.get("attachments", [])] == files
        assert not any("privacy" in row for row in rows)
