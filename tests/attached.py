"""The smallest right file of every kind that may be attached, and some that only pretend."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

LIST = "[Content_Types].xml"
PAGE = b"<!doctype html><script>window.hacked = 1</script>"


def png(width: int = 1, height: int = 1) -> bytes:
    """A PNG whose head tells these points; its body holds one."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (
            b"IDAT",
            zlib.compress(b"\0\0"),
        ),
    )
    written = b"\x89PNG\r\n\x1a\n"
    for name, data in (*parts, (b"IEND", b"")):
        written += struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return written


def jpeg(width: int = 1, height: int = 1, before: int = 0) -> bytes:
    """The head of a JPEG: `before` segments of a camera's remarks, then its frame."""
    remark = b"\xff\xe1" + struct.pack(">H", 60_002) + b"x" * 60_000
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\0"
    return b"\xff\xd8" + remark * before + frame + b"\xff\xd9"


def webp(width: int = 1, height: int = 1) -> bytes:
    """A lossless WebP's head."""
    bits = (width - 1) | (height - 1) << 14
    data = b"\x2f" + struct.pack("<I", bits) + b"\0" * 7
    chunk = b"VP8L" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def wide_webp(width: int, height: int) -> bytes:
    """The extended form, which alone tells more than 16 384 points."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", 22) + b"WEBPVP8X" + struct.pack("<I", 10) + b"\0" * 4 + size


def packed(*names: str, text: bytes = b"<a/>") -> bytes:
    """A ZIP with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def bomb(name: str) -> bytes:
    """An Office file that says of one member that it is 4 GB."""
    written = packed(LIST, name)
    place = written.rindex(b"PK\x01\x02")
    return written[: place + 24] + struct.pack("<I", 0xFFFFFFF0) + written[place + 28 :]


SMALLEST: Mapping[str, bytes] = {
    ".jpg": jpeg(),
    ".jpeg": jpeg(),
    ".png": png(),
    ".webp": webp(),
    ".pdf": b"%PDF-1.4\n%%EOF\n",
    ".docx": packed(LIST, "word/document.xml"),
    ".xlsx": packed(LIST, "xl/workbook.xml"),
    ".mp3": b"ID3\x04\0\0\0\0\0\0",
    ".ogg": b"OggS\0\x02",
}
