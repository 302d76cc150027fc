"""A Word file's envelope: opened only when it is whole, bearable, asks for nothing outside and runs nothing.

Sources: ZIP (APPNOTE 4.3), Open Packaging Conventions (ISO 29500-2), compound files of old Office (MS-CFB).
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from gandan.importing.refusal import Refused
from gandan.read.content import look

FILE = 60 * 1024 * 1024  # bytes of the file
UNPACKED = 300 * 1024 * 1024  # bytes of all its parts
PART = 4 * 1024 * 1024  # bytes of one part of words: some 200 printed pages
PARTS = 5000
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
LOCAL = re.compile(r"^(?:file:/{2,3})?(?:[A-Za-z]:|/(?!/)|[^:/\\]+$)")  # a template on the writer's own disk
OUTSIDE: Mapping[str, str] = {
    "image": "ảnh chỉ nối tới nơi khác, không nằm trong tệp",
    "oleObject": "bảng hay hình nối tới tệp khác",
    "attachedTemplate": "mẫu tải từ nơi khác về",
    "subDocument": "văn bản con nằm ở tệp khác",
}


def opened(path: Path) -> zipfile.ZipFile:
    """The file's parts, to be read. Raises `Refused` with a sentence for what must not be opened."""
    if path.stat().st_size > FILE:
        raise Refused(
            f"tệp lớn hơn {FILE // 1024**2} MB. Thu nhỏ ảnh trong Word (Compress Pictures), lưu lại."
        )
    data = path.read_bytes()
    _known(data)
    seen = look(path)
    if seen.runs:
        raise Refused(
            "tệp có macro, lệnh chạy trên máy người mở. Trong Word, lưu lại kiểu .docx (không macro)."
        )
    if seen.kind == ".xlsx":
        raise Refused("đây là bảng tính Excel. Chép bảng sang Word rồi lưu thành .docx.")
    try:
        package = zipfile.ZipFile(BytesIO(data))
        _bearable(package)
        _whole(package)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, KeyError):
        raise Refused("tệp hỏng hoặc bị cắt ngang. Mở bằng Word, lưu lại, hoặc xin lại bản gốc.") from None
    return package


def _known(data: bytes) -> None:
    if data.startswith(OLD) and LOCKED in data:
        raise Refused("tệp đặt mật khẩu. Mở bằng Word, bỏ mật khẩu (File, Info, Protect Document), lưu lại.")
    if data.startswith(OLD):
        raise Refused("đây là tệp Word đời cũ (.doc). Mở bằng Word hay LibreOffice, lưu lại kiểu .docx.")
    if data.startswith(b"{\\rtf"):
        raise Refused("đây là tệp RTF. Mở bằng Word hay LibreOffice, lưu lại kiểu .docx.")
    if not data.startswith(b"PK\x03\x04"):
        raise Refused("không phải tệp Word. Mở bằng phần mềm đã làm ra nó, lưu lại kiểu .docx.")


def _bearable(package: zipfile.ZipFile) -> None:
    """What the list of parts says, before any of them is unpacked; zipfile unpacks no more than that."""
    parts = package.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("tệp đặt mật khẩu. Bỏ mật khẩu rồi lưu lại.")
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise Refused(f"tệp nén, mở ra quá lớn (trên {UNPACKED // 1024**2} MB), không mở. Xin lại bản gốc.")
    if "word/document.xml" not in package.namelist():
        raise Refused("trong tệp không có văn bản Word. Mở bằng phần mềm đã làm ra nó, lưu lại kiểu .docx.")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")) and part.file_size > PART:
            raise Refused("văn bản quá dài (trên 200 trang). Chia thành nhiều tệp.")


def _whole(package: zipfile.ZipFile) -> None:
    if package.testzip():
        raise zipfile.BadZipFile
    for name in package.namelist():
        if not name.endswith((".xml", ".rels")):
            continue
        data = package.read(name)
        # Word declares no entities; with them a few bytes become gigabytes.
        if DECLARES.search(data) or b"\0" in data[:200]:
            raise Refused("trong tệp có khai báo lạ (DOCTYPE), không mở. Mở bằng Word, lưu lại.")
        if name.endswith(".rels"):
            _inside(data)


def _inside(relations: bytes) -> None:
    """Refuses what would be fetched from elsewhere; links for people and local templates are none."""
    for kind, target in _external(relations):
        if kind == "hyperlink" or (kind == "attachedTemplate" and LOCAL.match(target)):
            continue
        what = OUTSIDE.get(kind, "phần nối tới nơi khác")
        raise Refused(
            f"trong tệp có {what} («{target[:60]}»). Trong Word, vào File, Info, Edit Links to Files, "
            "chọn Break Link, rồi lưu lại."
        )


def _external(relations: bytes) -> Iterator[tuple[str, str]]:
    try:
        root = ElementTree.fromstring(relations)
    except ElementTree.ParseError:
        raise zipfile.BadZipFile from None
    for one in root.iter(RELATION):
        if one.get("TargetMode") == "External":
            yield one.get("Type", "").rpartition("/")[2], one.get("Target", "")
