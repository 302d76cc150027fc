"""What a Word file holds that a page cannot: told to staff, for nothing may go missing in silence."""

import re
import zipfile
from collections.abc import Iterable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from gandan.importing.blocks import Document
from gandan.importing.ooxml import MATH, WORD

BESIDE = re.compile(r"^word/(header|footer)\d*\.xml$")
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
LOST = (
    (CHART, "{} biểu đồ: chụp thành ảnh rồi chèn vào Word"),
    (DIAGRAM, "{} sơ đồ SmartArt: chụp thành ảnh rồi chèn vào Word"),
    (WORD + "object", "{} bảng Excel hay tệp nhúng: chép ra thành bảng của Word"),
    (WORD + "altChunk", "{} phần chép nguyên từ tệp khác: mở bằng Word rồi lưu lại"),
)
STRUCK = "{} chỗ gạch ngang chữ: chữ vẫn giữ, dấu gạch không giữ; nếu là chữ bỏ đi thì xoá"


def tell(parts: zipfile.ZipFile, tree: Element, document: Document) -> None:
    """Adds to `lost`, `unsure` and `done` what the parts hold besides plain words."""
    for tag, words in LOST:
        if count := sum(1 for _ in tree.iter(tag)):
            document.lost.append(words.format(count))
    kept = sum(1 for tag in ("ins", "moveTo") for one in tree.iter(WORD + tag) if len(one))
    dropped = sum(1 for tag in ("del", "moveFrom") for one in tree.iter(WORD + tag) if len(one))
    if kept or dropped:
        words = f"tệp còn vết sửa (Track Changes): giữ {kept} chỗ thêm, bỏ {dropped} chỗ đã xoá"
        document.unsure.append(words)
    if sum(1 for _ in tree.iter(WORD + "strike")):
        document.unsure.append(STRUCK.format(sum(1 for _ in tree.iter(WORD + "strike"))))
    if sum(1 for _ in tree.iter(MATH + "oMath")):
        document.unsure.append("công thức toán được chép thành chữ thường: xem lại từng công thức")
    _comments(parts, document)
    _margins(parts, document)


def _comments(parts: zipfile.ZipFile, document: Document) -> None:
    if "word/comments.xml" in parts.namelist():
        count = sum(1 for _ in ElementTree.fromstring(parts.read("word/comments.xml")).iter(WORD + "comment"))
        if count:
            document.lost.append(f"{count} lời góp ý bên lề (Comment): không đưa lên trang")


def _margins(parts: zipfile.ZipFile, document: Document) -> None:
    """Words at the head or foot of every sheet; numbers of pages are none."""
    said: dict[str, None] = {}
    for name in sorted(parts.namelist()):
        if BESIDE.match(name):
            tree = ElementTree.fromstring(parts.read(name))
            words = " ".join("".join(text.text or "" for text in tree.iter(WORD + "t")).split())
            if re.search(r"[^\W\d]{2}", re.sub(r"(?i)\btrang\b|\bpage\b", "", words)):
                said[words[:200]] = None
    if said:
        document.lost.append("chữ ở đầu, cuối mỗi tờ: «" + "», «".join(said) + "»")


def messages(found: Iterable[str], document: Document) -> None:
    """What the reader of Word files says itself, where it means that something is missing."""
    signs = sum("w:sym" in message for message in found)
    if signs:
        document.lost.append(f"{signs} ký hiệu của phông chữ riêng (Wingdings): gõ lại bằng ký tự thường")
