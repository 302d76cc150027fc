"""A file that must not be taken is told in a sentence; nothing of it is written, not even half."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import ward
from attached import PAGE, bomb, packed, png
from papers import PAPERS, Paper
from pypdf import PdfWriter

from gandan.command.main import main
from gandan.importing import package, placing

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "word/_rels/document.xml.rels"


def word(paper: Paper | None = None) -> bytes:
    out = BytesIO()
    (paper or PAPERS["thong-bao"]()).docx.save(out)
    return out.getvalue()


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The package with one part changed; a part that is not there begins empty."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            new.writestr(one, change(old.read(one)) if one == name else old.read(one))
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return out.getvalue()


def pointing(kind: str, target: str) -> bytes:
    """A file with one relation to the outside."""
    relation = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    return changed(
        word(),
        RELATIONS,
        lambda old: old.replace(b"</Relationships>", f"{relation}</Relationships>".encode()),
    )


def pdf(pages: int, password: str = "") -> bytes:
    writer, out = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password)
    writer.write(out)
    return out.getvalue()


def lying() -> bytes:
    """A list of contents that calls a large part small."""
    data = bytearray(changed(word(), "word/media/a.bin", lambda _: b"\0" * 50_000_000))
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/media/a.bin"))
    data[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    return bytes(data)


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "ha">{entities}]>'.encode()
    return changed(word(), "word/document.xml", lambda old: head + old[old.index(b"<w:document") :])


def deep() -> bytes:
    tags = b"<w:smartTag>" * 20_000, b"</w:smartTag>" * 20_000
    return changed(
        word(),
        "word/document.xml",
        lambda old: re.sub(b"(<w:body>)(.*)(</w:body>)", rb"\1%s\2%s\3" % tags, old, flags=re.S),
    )


CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "an old .doc": ("a.doc", lambda: package.OLD + b"\0" * 600, "Word đời cũ"),
    "an old .doc under the name .docx": ("a.docx", lambda: package.OLD + b"\0" * 600, "Word đời cũ"),
    "a password": ("a.docx", lambda: package.OLD + b"\0" * 600 + package.LOCKED, "đặt mật khẩu"),
    "nothing": ("a.docx", lambda: b"", "không phải tệp Word"),
    "a paper without a word": ("a.docx", lambda: word(Paper()), "không có chữ hay ảnh"),
    "a page": ("a.docx", lambda: PAGE, "không phải tệp Word"),
    "RTF": ("a.rtf", lambda: b"{\\rtf1 x}", "RTF"),
    "cut in the middle": ("a.docx", lambda: word()[: len(word()) // 2], "cắt ngang"),
    "one byte off": ("a.docx", lambda: word().replace(b"PK\x01\x02", b"PK\x01\x00", 1), "cắt ngang"),
    "Excel": ("a.xlsx", lambda: packed("[Content_Types].xml", "xl/workbook.xml"), "Excel"),
    "no words": ("a.docx", lambda: packed("[Content_Types].xml", "a.xml"), "không có văn bản Word"),
    "broken XML": (
        "a.docx",
        lambda: changed(word(), "word/document.xml", lambda old: old[:-99]),
        "không đọc được",
    ),
    "a bomb": ("a.docx", lambda: bomb("word/document.xml"), "quá lớn"),
    "a bomb that lies": ("a.docx", lying, "cắt ngang"),
    "a part beyond measure": (
        "a.docx",
        lambda: changed(word(), "word/document.xml", lambda old: old + b" " * package.PART),
        "quá dài",
    ),
    "entities": ("a.docx", laughs, "DOCTYPE"),
    "depth": ("a.docx", deep, "không đọc được"),
    "a macro": ("a.docm", lambda: changed(word(), "word/vbaProject.bin", lambda _: b"x"), "macro"),
    "ActiveX": ("a.docx", lambda: changed(word(), "word/activeX/activeX1.xml", lambda _: b"<a/>"), "macro"),
    "a picture elsewhere": ("a.docx", lambda: pointing("image", "https://xau.example/a.png"), "Break Link"),
    "a picture on a share": ("a.docx", lambda: pointing("image", "file://\\\\may\\a.png"), "Break Link"),
    "a template elsewhere": (
        "a.docx",
        lambda: pointing("attachedTemplate", "https://xau.example/a.dotm"),
        "mẫu tải",
    ),
    "a template on a share": ("a.docx", lambda: pointing("attachedTemplate", "\\\\may\\a.dotm"), "mẫu tải"),
    "an object elsewhere": ("a.docx", lambda: pointing("oleObject", "file:///C:/a.xlsx"), "tệp khác"),
    "a page in a frame": ("a.docx", lambda: pointing("frame", "https://xau.example/"), "nối tới nơi khác"),
    "PDF of 2,000 pages": ("a.pdf", lambda: pdf(2000), "2000 trang"),
    "PDF of pictures": ("a.pdf", lambda: pdf(1), "--ocr"),
    "PDF with a password": ("a.pdf", lambda: pdf(1, "khoa"), "mật khẩu"),
    "half a PDF": ("a.pdf", lambda: pdf(1)[:300], "cắt ngang"),
    "only the head of a PDF": ("a.pdf", lambda: b"%PDF-1.7", "cắt ngang"),
    "a photo beyond measure": ("a.png", lambda: png(30_000, 30_000), "treo máy"),
    "SVG with a script": ("a.svg", lambda: b"<svg><script>x()</script></svg>", "SVG"),
    "half a photo": ("a.jpg", lambda: b"\xff\xd8\xff\xe0", "ảnh"),
}


def everything(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", list(CASES))
def test_it_is_refused_in_a_sentence_and_nothing_is_written(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, data, said = CASES[case]
    root = ward.write(tmp_path / "phuong")
    before = everything(root)
    (tmp_path / name).write_bytes(data())
    papers = [str(tmp_path / name)]
    if name.endswith((".png", ".svg", ".jpg")):
        papers.insert(0, str(PAPERS["thong-bao"]().save(tmp_path / "b.docx")))
    assert main(["import", *papers, "--root", str(root), "--today", "2026-11-22"]) == 1
    told = capsys.readouterr()
    assert said in told.err and told.err.count("\n") == 1 and told.err.strip().endswith(".")
    assert "Traceback" not in told.err and told.out == ""
    assert everything(root) == before and {path.name for path in root.iterdir()} == {"data", "docs"}


def test_a_folder_that_nobody_may_write_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def closed(**_: object) -> str:
        raise PermissionError(13, "Permission denied")

    root = ward.write(tmp_path / "phuong")
    paper = PAPERS["thong-bao"]().save(tmp_path / "a.docx")
    monkeypatch.setattr(placing.tempfile, "mkdtemp", closed)
    assert main(["import", str(paper), "--root", str(root), "--today", "2026-11-22"]) == 1
    assert "không ghi được vào" in capsys.readouterr().err


def test_a_paper_whose_file_is_called_like_it_has_a_title(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, paper = ward.write(tmp_path / "phuong"), Paper()
    paper.line("Ngày hội ở tổ dân phố 1", bold=True)
    paper.line("Sáng 15/11/2026, 171 hộ cử người đến nhà văn hóa.")
    file = paper.save(tmp_path / "Ngày hội ở tổ dân phố 1.docx")
    assert main(["import", str(file), "--root", str(root), "--today", "2026-11-22"]) == 0
    told = capsys.readouterr().out
    assert "tiêu đề: Ngày hội ở tổ dân phố 1" in told and "không thấy tiêu đề" not in told


def test_a_template_on_the_writers_own_disk_and_links_for_people_are_let_be(tmp_path: Path) -> None:
    root = ward.write(tmp_path / "phuong")
    for place, data in enumerate(
        (
            pointing("attachedTemplate", "file:///C:\\Users\\vt\\Normal.dotm"),
            pointing("hyperlink", "https://a.example/"),
        )
    ):
        (root / "docs/thong-bao").exists() and [
            one.unlink() for one in (root / "docs/thong-bao").rglob("*.md")
        ]
        (tmp_path / f"{place}.docx").write_bytes(data)
        assert (
            main(["import", str(tmp_path / f"{place}.docx"), "--root", str(root), "--today", "2026-11-22"])
            == 0
        )


def test_a_large_picture_within_a_paper_is_left_out_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ward.write(tmp_path / "phuong")
    paper = PAPERS["thong-bao-nfd"]()
    data = word(paper)
    with zipfile.ZipFile(BytesIO(data)) as parts:
        name = next(one for one in parts.namelist() if one.startswith("word/media/"))
    (tmp_path / "a.docx").write_bytes(changed(data, name, lambda _: png(30_000, 30_000)))
    main(["import", str(tmp_path / "a.docx"), "--root", str(root), "--today", "2026-11-22"])
    told = capsys.readouterr().out
    assert "Không mang sang được" in told and "ảnh 1: " in told and "treo máy" in told
    assert not (root / "docs/thong-bao/2026/anh").exists()


def test_on_a_terminal_the_words_of_a_picture_are_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = ward.write(tmp_path / "phuong")
    paper = PAPERS["thong-bao"]()
    paper.picture()
    paper.picture("Xe bồn đậu ở đầu hẻm")
    answers = iter(["Van nước [mới] ở đầu hẻm"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    words = ["import", str(paper.save(tmp_path / "a.docx")), "--root", str(root), "--today", "2026-11-22"]
    assert main(words) == 0
    text = next((root / "docs/thong-bao").rglob("*.md")).read_text("utf-8")
    assert "![Van nước (mới) ở đầu hẻm](anh/" in text and "![Xe bồn đậu ở đầu hẻm](anh/" in text
    assert "cho thấy gì?" in capsys.readouterr().err


@pytest.mark.parametrize("step", [3, 11])
def test_any_cut_or_changed_byte_gives_an_item_or_a_sentence(
    step: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = word()
    for place in range(0, len(data), len(data) // (5 * step)):
        root = ward.write(tmp_path / f"phuong-{place}")
        spoiled = data[:place] if step == 3 else data[:place] + b"\xff" + data[place + 1 :]
        (tmp_path / "a.docx").write_bytes(spoiled)
        status = main(["import", str(tmp_path / "a.docx"), "--root", str(root), "--today", "2026-11-22"])
        told = capsys.readouterr()
        assert status == 0 or told.err.strip().endswith("."), told.err
        assert not list(root.glob(".gandan-*"))


def test_an_item_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ward.write(tmp_path / "phuong")
    path = PAPERS["thong-bao-nfd"]().save(tmp_path / "a.docx")
    words = ["import", str(path), "--root", str(root), "--today", "2026-11-22"]
    assert main(words) == 0
    before = everything(root)
    capsys.readouterr()
    assert main(words) == 1
    assert "không ghi đè" in capsys.readouterr().err and everything(root) == before


def test_a_link_does_not_lead_the_writing_out_of_the_ward(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ward.write(tmp_path / "phuong")
    (tmp_path / "ngoai").mkdir()
    (root / "docs/thong-bao").symlink_to(tmp_path / "ngoai")
    path = PAPERS["thong-bao"]().save(tmp_path / "a.docx")
    assert main(["import", str(path), "--root", str(root), "--today", "2026-11-22"]) == 1
    assert "dẫn ra ngoài" in capsys.readouterr().err and not list((tmp_path / "ngoai").iterdir())


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["khong-co.docx"], 1, "không có tệp này"),
        (["."], 1, "là thư mục"),
        (["a.docx", "--kind", "thu"], 2, "không có loại bài «thu»"),
        (["a.jpg"], 2, "đúng một tệp Word"),
        (["a.docx", "b.docx", "a.jpg"], 2, "đúng một tệp Word"),
        (["a.docx", "--today", "hom nay"], 2, "hom nay"),
        ([], 2, "còn thiếu"),
    ],
)
def test_wrong_use_is_told(
    words: list[str],
    status: int,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ward.write(tmp_path))
    try:
        given = main(["import", *words])
    except SystemExit as ended:
        given = int(ended.code or 0)
    assert given == status and said in capsys.readouterr().err


def test_a_paper_whose_kind_nobody_can_be_sure_of_asks_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ward.write(tmp_path / "phuong")
    path = PAPERS["cong-van"]().save(tmp_path / "a.docx")
    assert main(["import", str(path), "--root", str(root), "--today", "2026-11-22"]) == 1
    assert "--kind thong-bao" in capsys.readouterr().err
    assert (
        main(["import", str(path), "--root", str(root), "--today", "2026-11-22", "--kind", "thong-bao"]) == 0
    )
