"""A file goes out only when its bytes are what its name says, and when opening it harms nobody."""

from pathlib import Path

import attached
import pytest
import ward
from attached import LIST, SMALLEST, packed

from gandan import addresses
from gandan.assemble import assemble

FOLDER = "docs/tin-tuc/2026/"


def codes(root: Path, name: str, data: bytes) -> list[str]:
    """Whether it is what it should be; what it tells of people is asked in `test_privacy.py`."""
    ward.write(root, {FOLDER + name: data})
    return [one.code for one in assemble(root, ward.TODAY).problems if not one.code.startswith("R")]


def test_every_kind_that_is_published_has_its_smallest_right_file() -> None:
    assert SMALLEST.keys() == addresses.FILES


@pytest.mark.parametrize("suffix", sorted(SMALLEST))
def test_a_file_that_is_what_its_name_says_goes_out(suffix: str, tmp_path: Path) -> None:
    assert codes(tmp_path, f"tep{suffix.upper()}", SMALLEST[suffix]) == []


@pytest.mark.parametrize("suffix", sorted(SMALLEST))
@pytest.mark.parametrize(
    "data",
    [b"", b"\0", attached.PAGE, b"<svg onload='window.hacked=1'/>", b"MZ\x90\0", b"\xd0\xcf\x11\xe0", b"PK"],
    ids=["empty", "zero", "page", "svg", "program", "old Office", "two letters"],
)
def test_a_page_or_a_program_under_another_name_is_refused(suffix: str, data: bytes, tmp_path: Path) -> None:
    assert codes(tmp_path, f"tep{suffix}", data) == ["T111"]


@pytest.mark.parametrize("suffix", sorted(SMALLEST))
def test_one_kind_under_the_name_of_another_is_refused_and_told_its_name(suffix: str, tmp_path: Path) -> None:
    other = ".pdf" if suffix != ".pdf" else ".png"
    ward.write(tmp_path, {f"{FOLDER}tep{suffix}": SMALLEST[other]})
    told = assemble(tmp_path, ward.TODAY).problems
    assert [one.code for one in told] == ["T111"] and other in told[0].hint


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".docx", ".xlsx"])
def test_half_a_file_is_told_or_stays_what_it_is(suffix: str, tmp_path: Path) -> None:
    data = SMALLEST[suffix]
    for end in range(len(data)):
        assert codes(tmp_path, f"tep{suffix}", data[:end]) in ([], ["T111"])


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.png", attached.png(8160, 6120), []),
        ("a.png", attached.png(20_001, 1), ["T112"]),
        ("a.png", attached.png(65_000, 65_000), ["T112"]),
        ("a.png", attached.png(0, 9), ["T111"]),
        ("a.jpg", attached.jpeg(4000, 3000, before=9), []),
        ("a.jpg", attached.jpeg(65_535, 65_535, before=3), ["T112"]),
        ("a.jpg", attached.jpeg(9, 9, before=600), ["T111"]),
        ("a.webp", attached.webp(16_383, 16_383), ["T112"]),
        ("a.webp", attached.wide_webp(4000, 3000), []),
        ("a.webp", attached.wide_webp(2**24, 2**24), ["T112"]),
        ("a.png", attached.png(9, 9, film=True), ["T114"]),
        ("a.webp", attached.wide_webp(9, 9, film=True), ["T114"]),
        ("a.docx", packed(LIST, "word/document.xml", text=b"\0" * 1_000_000), []),
        ("a.docx", attached.bomb("word/document.xml"), ["T112"]),
        ("a.docx", packed(LIST, "word/document.xml", "word/vbaProject.bin"), ["T113"]),
        ("a.docx", packed(LIST, "word/document.xml", "word/VBAPROJECT.BIN"), ["T113"]),
        ("a.docx", packed(LIST, "word/document.xml", "word/activeX/activeX1.xml"), ["T113"]),
        ("a.xlsx", packed(LIST, "xl/workbook.xml", "xl/macrosheets/sheet1.xml"), ["T113"]),
        ("a.xlsx", packed(LIST, "word/document.xml"), ["T111"]),
        ("a.xlsx", packed(LIST, "a.txt"), ["T111"]),
        ("a.docx", packed(*(f"{number:0200}" for number in range(8000))), ["T111"]),
        ("a.docx", attached.PAGE + packed(LIST, "word/document.xml"), ["T111"]),
        ("a.pdf", b"\xef\xbb\xbf\r\n%PDF-1.7", []),
        ("a.pdf", attached.PAGE + b"%PDF-1.7", ["T111"]),
        ("a.mp3", b"\xff\xfb\x90\0", []),
        ("a.mp3", b"\xff\xfe<\0", ["T111"]),
        ("a.svg", b"<svg/>", ["T109"]),
        ("a.docm", packed(LIST, "word/document.xml"), ["T109"]),
        ("a.html", attached.PAGE, ["T109"]),
    ],
)
def test_pictures_and_packed_files_open_to_a_bearable_size_and_run_nothing(
    name: str, data: bytes, told: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, name, data) == told
