"""Heads and feet that are not as they should be: left open, without a table, with other lines between."""

from datetime import date
from pathlib import Path

from papers import STATE, Paper

from gandan.importing import drafting, reading
from gandan.importing.drafting import Draft

KNOWN = ["Ủy ban nhân dân phường Bến Mẫu", "Phường Bến Mẫu", "Thành phố Minh Họa"]


def drafted(paper: Paper, folder: Path) -> Draft:
    document = reading.read(paper.save(folder / "a.docx"), False, print)
    return drafting.draft(document, "a", KNOWN, date(2026, 11, 23))


def test_a_number_and_a_day_left_open_are_told(tmp_path: Path) -> None:
    paper = Paper()
    paper.frame(
        [
            ("MẶT TRẬN TỔ QUỐC VIỆT NAM", False),
            ("THÀNH PHỐ MINH HỌA", False),
            ("BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM", True),
            ("PHƯỜNG BẾN MẪU", True),
            ("Số:        /TB-MTTQ-BTT", False),
        ],
        [(STATE[0], True), (STATE[1], True), ("Bến Mẫu, ngày      tháng 11 năm 2026", False)],
    )
    paper.title("THÔNG BÁO", "V/v tiếp nhận ủng hộ Quỹ «Vì người nghèo» năm 2026")
    paper.line("Tổng số tiền đã nhận là 125.600.000 đồng.")
    read = drafted(paper, tmp_path)
    assert read.read.head.issuer == "Ban Thường trực Ủy ban MTTQ Việt Nam phường Bến Mẫu"
    assert read.read.about.title == "Thông báo về việc tiếp nhận ủng hộ Quỹ «Vì người nghèo» năm 2026"
    told = " | ".join(read.unsure)
    assert (
        "số văn bản còn để trống" in told
        and "ngày văn bản chưa đủ" in told
        and "tên cơ quan viết hoa" in told
    )


def test_lines_without_tables_and_the_body_that_decides_are_told_apart(tmp_path: Path) -> None:
    paper = Paper()
    paper.line("\n".join(STATE), bold=True, align="centre")
    paper.line("ỦY BAN NHÂN DÂN PHƯỜNG BẾN MẪU", bold=True)
    paper.line("Số: 77/QĐ-UBND")
    paper.line("Bến Mẫu, ngày 1 tháng 9 năm 2026", slanted=True, align="right")
    paper.title("QUYẾT ĐỊNH", "Về việc công bố công khai quyết toán ngân sách phường năm 2025")
    paper.line("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG", bold=True, align="centre")
    paper.line("Điều 1. Công bố công khai quyết toán.")
    for words in ("CHỦ TỊCH", "(đã ký)", "Trần Văn Mẫu"):
        paper.line(words, bold=True, align="right")
    paper.line("Nơi nhận:")
    paper.line("- Như Điều 3;")
    read = drafted(paper, tmp_path)
    assert (read.read.head.number, read.read.head.day) == ("77/QĐ-UBND", date(2026, 9, 1))
    assert (
        read.read.about.title == "Quyết định về việc công bố công khai quyết toán ngân sách phường năm 2025"
    )
    assert [(one.office, one.name) for one in read.read.foot.signers] == [("Chủ tịch", "Trần Văn Mẫu")]
    assert read.text.endswith("## CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG\n\nĐiều 1. Công bố công khai quyết toán.\n")
    assert "item: 2\nnumber: 77/QĐ-UBND\ndecided: 2026-09-01" in read.text


def test_an_article_has_a_lead_and_a_byline(tmp_path: Path) -> None:
    paper = Paper()
    paper.line("Bến Mẫu có thêm sân chơi", bold=True, align="centre")
    paper.line("Sáng 20/11, phường khánh thành sân chơi ở tổ dân phố 4.", bold=True)
    paper.line("Sân rộng 300 m².")
    paper.line("Tin, ảnh: Nguyễn Thị Ví Dụ", bold=True, align="right")
    assert drafted(paper, tmp_path).text == (
        "---\ntitle: Bến Mẫu có thêm sân chơi\ndate: 2026-11-23\n"
        "description: Sáng 20/11, phường khánh thành sân chơi ở tổ dân phố 4.\n"
        "author: Nguyễn Thị Ví Dụ\n---\nSân rộng 300 m².\n"
    )


def test_what_looks_like_a_foot_and_holds_more_stays(tmp_path: Path) -> None:
    paper = Paper()
    paper.line("Họp tổ dân phố 2", bold=True, align="centre")
    paper.line("CHỦ TỊCH", bold=True, align="right")
    paper.line("Ông Mẫu nói với bà con: đèn sẽ sáng trước Tết.")
    read = drafted(paper, tmp_path)
    assert not read.read.foot.signers and "đèn sẽ sáng trước Tết" in read.text and "CHỦ TỊCH" in read.text
