"""A PDF with a text layer -> its blocks: pypdf tells where each line stands, `sheets` makes paragraphs."""

import logging
import unicodedata
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from gandan.importing import fonts, sheets
from gandan.importing.blocks import Document
from gandan.importing.refusal import Refused

FILE = 60 * 1024 * 1024  # bytes
PAGES = 200
LETTERS = 2_000_000  # of the whole text
STREAM = 16 * 1024 * 1024  # bytes of what one page draws, once unpacked
FEWEST = 20  # letters per page below which it is a picture
# pypdf lets what it meets in a spoiled file come through as it is.
BROKEN = (PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError,
          RecursionError, TypeError, ValueError)  # fmt: skip
TABLES = "bảng trong PDF thành các dòng chữ: có bản Word thì nhập bản Word"


def read(path: Path) -> Document:
    """The text of a PDF. Raises `Refused` for what is locked, broken, too long, or only pictures of paper."""
    if path.stat().st_size > FILE:
        raise Refused(f"tệp lớn hơn {FILE // 1024**2} MB. Chia nhỏ, hoặc lưu lại bản nhẹ hơn.")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks are for engineers
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("PDF đặt mật khẩu. Bỏ mật khẩu rồi lưu lại.")
        pages = _pages(reader)
    except BROKEN:
        raise Refused("PDF hỏng hoặc bị cắt ngang. Xin lại bản gốc.") from None
    if sum(len(page) for page in pages) < FEWEST * len(pages):
        raise Refused("PDF chỉ có ảnh chụp, không có chữ. Chạy lại, thêm --ocr để máy nhận dạng chữ.")
    document = sheets.document(pages)
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
        found.append(unicodedata.normalize("NFC", page.extract_text(extraction_mode="layout")))
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
