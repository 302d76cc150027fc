"""The smallest right file of every kind that may be attached, and some that only pretend."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

LIST = "[Content_Types].xml"
PAGE = b"<!doctype html><script>window.hacked = 1</script>"


def png(width: int = 1, height: int = 1, film: bool = False) -> bytes:
    """A PNG whose head tells these points; its body holds one. A `film` says that two pictures follow."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        *(((b"acTL", struct.pack(">II", 2, 0)),) if film else ()),
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


def wide_webp(width: int, height: int, film: bool = False) -> bytes:
    """The extended form, which alone tells more than 16 384 points, or that it is a film."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    more = b"ANIM" + struct.pack("<I", 6) + b"\0" * 6 if film else b""
    head = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0" * 4 + size + more
    return b"RIFF" + struct.pack("<I", len(head)) + head


def packed(*names: str, text: bytes = b"<a/>") -> bytes:
    """A ZIP with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def word(*lines: str, more: str = "") -> bytes:
    """A Word file of these paragraphs; tabs part the cells of a table's row, `more` is XML behind them."""
    written = "".join(
        f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" if "\t" not in line else _row(line) for line in lines
    )
    return packed(LIST, "word/document.xml", text=f"<w:document>{written}{more}</w:document>".encode())


def _row(line: str) -> str:
    cells = (f"<w:tc><w:p><w:r><w:t>{one}</w:t></w:r></w:p></w:tc>" for one in line.split("\t"))
    return f"<w:tr>{''.join(cells)}</w:tr>"


def sheet(*rows: str) -> bytes:
    """A spreadsheet of one sheet; tabs part the cells of a row, figures alone are a number."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(LIST, "<a/>")
        archive.writestr("xl/workbook.xml", '<sheets><sheet name="Tổ 1" sheetId="1"/></sheets>')
        archive.writestr("xl/worksheets/sheet1.xml", "".join(f"<row>{_cells(row)}</row>" for row in rows))
    return file.getvalue()


def _cells(row: str) -> str:
    return "".join(
        f"<c><v>{one}</v></c>" if one.isdigit() else f'<c t="inlineStr"><is><t>{one}</t></is></c>'
        for one in row.split("\t")
    )


def pdf(*lines: str, scan: bool = False) -> bytes:
    """A PDF of one page with these lines (ASCII), or with a picture instead of them."""
    shown = b"".join(
        f"BT /F 12 Tf 40 {800 - 20 * n} Td ({one}) Tj ET\n".encode() for n, one in enumerate(lines)
    )
    picture = b"/XObject << /I 6 0 R >>" if scan else b""
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /Font << /F 4 0 R >> " + picture + b" >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Length 1 >>\nstream\n0\nendstream",
    )
    written, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(written))
    return written + head + table + tail


def photograph(width: int = 1, height: int = 1, kind: str = ".jpg") -> bytes:
    """The head of a JPEG, or a WebP, that tells its camera and its place."""
    tags = struct.pack("<2sHIH", b"II", 42, 8, 2)
    tags += struct.pack("<HHI4s", 0x010F, 2, 4, b"Mau\0") + struct.pack("<HHII", 0x8825, 4, 1, 0)
    body = b"Exif\0\0" + tags
    if kind == ".webp":
        chunks = wide_webp(width, height)[12:] + b"EXIF" + struct.pack("<I", len(body)) + body
        return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks
    whole = jpeg(width, height)
    return whole[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + whole[2:]


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
    ".pdf": pdf("Mau"),
    ".docx": packed(LIST, "word/document.xml"),
    ".xlsx": packed(LIST, "xl/workbook.xml"),
    ".mp3": b"ID3\x04\0\0\0\0\0\0",
    ".ogg": b"OggS\0\x02",
}
