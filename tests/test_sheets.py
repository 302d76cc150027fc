"""A PDF with letters, and a scan, become the same item as the paper they were made of."""

import json
import stat
from pathlib import Path

import chromium
import pytest
import ward
from playwright.sync_api import sync_playwright

from gandan.command.main import main
from gandan.importing import boxes, sheets, subject

COLUMNS = """\
<meta charset="utf-8"><style>
@page { size: A4; margin: 20mm; @bottom-center { content: counter(page) } }
body { font: 14pt serif } table { width: 100% } td { text-align: center; vertical-align: top }
</style>
<table><tr>
<td>THÀNH PHỐ MINH HỌA<br><b>ỦY BAN NHÂN DÂN<br>PHƯỜNG BẾN MẪU</b><br>______<br>Số: 112/TB-UBND</td>
<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b><br>__________<br>
<i>Bến Mẫu, ngày 20 tháng 11 năm 2026</i></td>
</tr></table>
<p align="center"><b>THÔNG BÁO<br>Về việc tạm ngừng cấp nước tổ dân phố 5 và tổ dân phố 6</b></p>
<p>Ủy ban nhân dân phường thông báo tạm ngừng cấp nước từ ngày 24/11/2026 đến hết ngày 25/11/2026
để thay van và đường ống đã cũ, như sau:</p>
<p>- Tổ dân phố 5: từ số nhà 12 đến số nhà 98 đường Kênh Ví Dụ;</p>
<p>- Tổ dân phố 6: toàn bộ hẻm 8, gồm 192 hộ.</p>
<p style="page-break-before: always">Ai già yếu, ở một mình thì báo Tổ trưởng để có người chở nước đến
tận nhà; xe bồn chờ ở đầu các hẻm từ 6 giờ 30.</p>
<table><tr>
<td style="text-align: left"><b>Nơi nhận:</b><br>- Các tổ dân phố 5, 6;<br>- Lưu: VT.</td>
<td><b>TM. ỦY BAN NHÂN DÂN<br>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH</b><br>(Đã ký)<br><br><b>Lê Thị Thí Dụ</b></td>
</tr></table>
"""
BODY = """\
Ủy ban nhân dân phường thông báo tạm ngừng cấp nước từ ngày 24/11/2026 đến hết ngày 25/11/2026 để thay \
van và đường ống đã cũ, như sau:

- Tổ dân phố 5: từ số nhà 12 đến số nhà 98 đường Kênh Ví Dụ;
- Tổ dân phố 6: toàn bộ hẻm 8, gồm 192 hộ.

Ai già yếu, ở một mình thì báo Tổ trưởng để có người chở nước đến tận nhà; xe bồn chờ ở đầu các hẻm từ \
6 giờ 30.
"""
HEAD = """\
---
title: Thông báo về việc tạm ngừng cấp nước tổ dân phố 5 và tổ dân phố 6
date: 2026-11-20
from: 2026-11-24
until: 2026-11-25
unit: Ủy ban nhân dân phường Bến Mẫu
source: Thông báo số 112/TB-UBND ngày 20/11/2026 của Ủy ban nhân dân phường Bến Mẫu, \
Phó Chủ tịch Lê Thị Thí Dụ ký
---
"""
FILE = "docs/thong-bao/2026/2026-11-20-tam-ngung-cap-nuoc-to-dan-pho-5-va-to-dan-pho-6.md"


def imported(root: Path, *words: str) -> str:
    assert main(["import", *words, "--root", str(root), "--today", "2026-11-22"]) == 0
    return (root / FILE).read_text("utf-8")


def test_a_pdf_with_letters_becomes_its_item(tmp_path: Path) -> None:
    paper = tmp_path / "a.pdf"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.installed(), args=chromium.SWITCHES)
        page = browser.new_page()
        page.set_content(COLUMNS)
        page.pdf(path=paper, prefer_css_page_size=True)
        browser.close()
    assert imported(ward.write(tmp_path / "phuong"), str(paper)) == HEAD + BODY


ABOUT = "ề việc tạm ngừng cấp nước tổ dân phố 5 và tổ dân phố 6"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"V{ABOUT}", f"Thông báo v{ABOUT}"),
        ("Về việc đó, Ủy ban nhân dân phường thông báo tới mọi người như sau:", "Thông báo"),
    ],
)
def test_what_a_paper_is_about_may_be_as_wide_as_the_sheet(line: str, title: str) -> None:
    document = sheets.document([f"{' ' * 30}THÔNG BÁO\n{line}\n\n" + f"{'Nhân dân trong phường ' * 3}\n" * 4])
    assert subject.take(document.blocks, "", ()).title == title


def program(folder: Path, name: str, does: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{does}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def table(page: str) -> str:
    """A sheet of text as tesseract tells it: each word with its place, ten points a letter."""
    rows = []
    for number, line in enumerate(page.split("\n")):
        place = 0
        for word in line.split(" "):
            if word:
                where = [10 * place, 40 * number, 10 * len(word), 30]
                rows.append("\t".join(["5", "1", "1", "1", str(number), "1", *map(str, where), "96", word]))
            place += len(word) + 1
    return "\n".join(["level\t…\ttext", *rows])


PAGES = (
    """\
THÀNH PHỐ MINH HỌA          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 ỦY BAN NHÂN DÂN                Độc lập - Tự do - Hạnh phúc
  PHƯỜNG BẾN MẪU            Bến Mẫu, ngày 20 tháng 11 năm 2026
 Số: 112/TB-UBND

                         THÔNG BÁO
   Về việc tạm ngừng cấp nước tổ dân phố 5 và tổ dân phố 6

Ủy ban nhân dân phường thông báo tạm ngừng cấp nước từ ngày
24/11/2026 đến hết ngày 25/11/2026 để thay van và đường ống đã
cũ, như sau:
- Tổ dân phố 5: từ số nhà 12 đến số nhà 98 đường Kênh Ví Dụ;
- Tổ dân phố 6: toàn bộ hẻm 8, gồm 192 hộ.
                               1
""",
    """\
Ai già yếu, ở một mình thì báo Tổ trưởng để có người chở nước
đến tận nhà; xe bồn chờ ở đầu các hẻm từ 6 giờ 30.

Nơi nhận:                                TM. ỦY BAN NHÂN DÂN
- Các tổ dân phố 5, 6;                      KT. CHỦ TỊCH
- Lưu: VT.                                PHÓ CHỦ TỊCH
                                            (Đã ký)
                                         Lê Thị Thí Dụ
""",
)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with pdftoppm and tesseract that see the pages above."""
    folder = tmp_path / "may"
    folder.mkdir()
    for number, page in enumerate(PAGES, 1):
        (folder / f"{number}.tsv").write_text(table(page), "utf-8")
    # pdftoppm -f N -l N …options… FILE PICTURE
    program(folder, "pdftoppm", f'[ "$2" -le {len(PAGES)} ] && for to; do :; done && echo "$2" > "$to.png"')
    reads = '[ "$1" = --list-langs ] && echo vie && exit; [ "$OMP_THREAD_LIMIT" = 1 ] || exit 3; '
    reads += f'read n < "$1"; cat {folder}/$n.tsv'
    program(folder, "tesseract", reads)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 a scan")
    return folder


def test_a_scan_becomes_its_item_and_says_that_a_machine_read_it(machine: Path, tmp_path: Path) -> None:
    written = imported(ward.write(tmp_path / "phuong"), str(tmp_path / "a.pdf"), "--ocr")
    warning = "Văn bản nhận dạng tự động, có thể sai; bản giấy là bản đúng.\n\n"
    assert written == HEAD + warning + BODY


@pytest.mark.parametrize("missing", ["pdftoppm", "tesseract"])
def test_a_program_that_is_missing_is_named_with_how_to_get_it(
    missing: str,
    machine: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (machine / missing).unlink()
    monkeypatch.setenv("PATH", str(machine))
    root = ward.write(tmp_path / "phuong")
    assert main(["import", str(tmp_path / "a.pdf"), "--ocr", "--root", str(root)]) == 1
    told = capsys.readouterr().err
    assert f"cần chương trình {missing}" in told and "tesseract-ocr-vie" in told


@pytest.mark.parametrize(
    ("name", "does", "said"),
    [
        ("tesseract", "echo eng", "chữ Việt cho tesseract"),
        ("tesseract", '[ "$1" = --list-langs ] && echo vie; exit 0', "không nhận ra chữ nào"),
        ("tesseract", '[ "$1" = --list-langs ] && echo vie && exit; exit 9', "hỏng hoặc đặt mật khẩu"),
        ("pdftoppm", "exit 1", "hỏng hoặc đặt mật khẩu"),
        ("pdftoppm", 'for to; do :; done; echo 1 > "$to.png"', "dài hơn"),
    ],
)
def test_a_program_that_fails_is_told(
    name: str, does: str, said: str, machine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program(machine, name, does)
    root = ward.write(tmp_path / "phuong")
    assert main(["import", str(tmp_path / "a.pdf"), "--ocr", "--root", str(root)]) == 1
    told = capsys.readouterr().err
    assert said in told and "Traceback" not in told and not list((root / "docs").rglob("*a.md"))


def test_words_of_a_sheet_stand_where_they_stood() -> None:
    for page in PAGES:
        lines = [line for line in boxes.text(table(page)).split("\n") if line.strip()]
        assert lines == [line for line in page.split("\n") if line.strip()]
    assert boxes.text("") == "" and boxes.text(json.dumps({})) == ""


def test_what_stands_on_every_page_is_left_out_and_told() -> None:
    pages = [f"Phường Bến Mẫu\n\nViệc thứ {number} đã xong.\n\n{number}/4" for number in range(1, 5)]
    document = sheets.document(pages)
    assert document.lost == ["dòng lặp ở mọi trang: «Phường Bến Mẫu»"]
    assert [block.plain for block in document.blocks] == [
        f"Việc thứ {number} đã xong." for number in range(1, 5)
    ]
