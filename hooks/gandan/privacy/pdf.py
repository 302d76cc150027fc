"""A PDF -> the text of its pages; opened only where a PDF lies among the files, for its library is large."""

import io
import logging
from typing import Any

import pypdf

from gandan.privacy.office import Broken
from gandan.privacy.paper import Paper, Part
from gandan.vietnamese import clean

PAGES = 300  # of one file that are read
LENGTH = 200_000  # characters of one page


def read(data: bytes) -> Paper:
    """The text of a file. Raises Broken."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks are for engineers
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Broken("tệp có mật khẩu, máy không đọc được chữ.")
        parts, scanned = [], []
        for number in range(min(len(reader.pages), PAGES)):
            page = reader.pages[number]
            words = page.extract_text()[:LENGTH]
            parts.append(Part(f"trang {number + 1}", clean(words)))
            if not words.strip() and _pictures(page):
                scanned.append(number + 1)
        return Paper(tuple(parts), 0, (), _unread(len(reader.pages), scanned))
    except Broken:
        raise
    except Exception:  # what a spoiled PDF raises is as various as its spoilings
        raise Broken("tệp hỏng, máy không đọc được chữ.") from None


def _pictures(page: Any) -> bool:
    """Whether a page shows pictures; one that holds no words besides is a scan."""
    held = page.get("/Resources", {}).get_object().get("/XObject", {}).get_object()
    return any(one.get_object().get("/Subtype") == "/Image" for one in held.values())


def _unread(count: int, scanned: list[int]) -> str:
    if count > PAGES:
        return f"tệp dài {count} trang, máy chỉ đọc {PAGES} trang đầu."
    if scanned:
        shown = ", ".join(map(str, scanned[:5])) + (", …" if len(scanned) > 5 else "")
        return f"trang {shown} là ảnh quét, máy không đọc được chữ."
    return ""
