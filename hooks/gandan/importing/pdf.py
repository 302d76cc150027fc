"""A PDF with a text layer -> its blocks, by pypdf: lines joined to paragraphs, numbers of pages left out.

A PDF knows no paragraphs, no headings and no tables: what ends a line, and what begins the next, decides.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from gandan.importing import fonts, marks, words
from gandan.importing.blocks import Document, Line
from gandan.importing.letterhead import RULE
from gandan.importing.refusal import Refused

FILE = 60 * 1024 * 1024  # bytes
PAGES = 200
LETTERS = 2_000_000  # of the whole text
STREAM = 16 * 1024 * 1024  # bytes of what one page draws, once unpacked
FEWEST = 20  # letters per page below which it is a picture
PAGE = re.compile(r"^(?:trang\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*/\s*\d{1,4})?$", re.I)
STARTS = re.compile(
    r"^(?:[-–+•*\uf0b7]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s|[IVXL]+\.\s|Điều \d|"
    r"Kính gửi|Nơi nhận|Căn cứ)"
)
ENDS = re.compile(r"[.;:!?…)\]”»/]$")
# pypdf lets what it meets in a spoiled file come through as it is.
BROKEN = (PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError,
          RecursionError, TypeError, ValueError)  # fmt: skip
TABLES = "bảng trong PDF thành các dòng chữ: có bản Word thì nhập bản Word"


def read(path: Path) -> Document:
    """The text of a PDF. Raises `Refused` for what is locked, broken, too long, or only pictures of paper."""
    if path.stat().st_size > FILE:
        raise Refused(f"tệp lớn hơn {FILE // 1024**2} MB. Chia nhỏ, hoặc lưu lại bản nhẹ hơn.")
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("PDF đặt mật khẩu. Bỏ mật khẩu rồi lưu lại.")
        pages = _pages(reader)
    except BROKEN:
        raise Refused("PDF hỏng hoặc bị cắt ngang. Xin lại bản gốc.") from None
    if sum(len(page) for page in pages) < FEWEST * len(pages):
        raise Refused("PDF chỉ có ảnh chụp, không có chữ. Chạy lại, thêm --ocr để máy nhận dạng chữ.")
    document = document_of(pages)
    document.unsure.append(TABLES)
    if legacy := _legacy(reader):
        document.unsure.append(f"PDF dùng phông cũ ({', '.join(legacy)}): chữ có thể sai, nên nhập tệp Word")
    return document


def _pages(reader: PdfReader) -> list[str]:
    count = len(reader.pages)
    if count > PAGES:
        raise Refused(f"PDF có {count} trang, quá dài cho một bài (tối đa {PAGES}). Để làm tệp đính kèm.")
    found: list[str] = []
    for page in reader.pages:
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > STREAM:
            raise Refused("PDF có trang quá nặng, không mở. Lưu lại bản nhẹ hơn.")
        found.append(unicodedata.normalize("NFC", page.extract_text()))
        if sum(map(len, found)) > LETTERS:
            raise Refused("PDF quá nhiều chữ cho một trang tin. Để làm tệp đính kèm.")
    return found


def _legacy(reader: PdfReader) -> list[str]:
    named: set[str] = set()
    for page in reader.pages[:3]:
        resources = page.get("/Resources")
        known = resources.get_object().get("/Font") if resources is not None else None
        for one in (known.get_object() if known is not None else {}).values():
            named.add(str(one.get_object().get("/BaseFont", "")).removeprefix("/").rpartition("+")[2])
    return sorted(name for name in named if fonts.family(name))


def document_of(pages: Sequence[str]) -> Document:
    """Pages of text as paragraphs; the same line at the head or foot of most pages is left out."""
    split = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    running = _running(split)
    lines = [line for page in split for line in _inner(page) if line not in running]
    width = sorted(map(len, lines))[len(lines) * 9 // 10] if lines else 0
    document = Document(lost=[f"dòng lặp ở mọi trang: «{line}»" for line in sorted(running)])
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        if paragraphs and _goes_on(before, line, width):
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
        before = line
    document.blocks += [Line(_marked(one)) for one in paragraphs if not RULE.match(one)]
    return document


def _marked(paragraph: str) -> str:
    """Capitals and Roman numbers stand out in a paper; in a PDF nothing else tells what is bold."""
    stands = words.capital(paragraph) and len(paragraph) < 160
    return f"{marks.BOLD}{paragraph}{marks.BOLD_END}" if stands else marks.ALL.sub("", paragraph)


def _inner(page: Sequence[str]) -> list[str]:
    """The lines of a page without its number."""
    lines = list(page)
    if lines and PAGE.match(lines[0]):
        lines = lines[1:]
    if lines and PAGE.match(lines[-1]):
        lines = lines[:-1]
    return lines


def _running(pages: Sequence[Sequence[str]]) -> set[str]:
    counts = Counter(line for page in pages for line in {*_inner(page)[:1], *_inner(page)[-1:]})
    return {line for line, count in counts.items() if count > 2 and count * 2 > len(pages)}


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line goes on in the next: it fills its width, and the next begins nothing new."""
    if STARTS.match(line) or words.capital(before) != words.capital(line):
        return False
    if words.capital(line):
        return False
    full = len(before) >= width * 0.75
    return (full and not (ENDS.search(before) and line[:1].isupper())) or (
        line[:1].islower() and not ENDS.search(before)
    )
