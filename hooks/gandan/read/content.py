"""An attachment -> what it is by its own bytes, whatever its name says; only its head, or its list, is read.

Sources: PNG (W3C), JPEG (ITU-T T.81, B.1), WebP (RFC 9649), PDF (ISO 32000-1, 7.5.2), Ogg (RFC 3533),
MPEG audio (ISO 11172-3, 2.4.2.3), ZIP (APPNOTE 4.3), Office Open XML (ISO 29500-2).
"""

import struct
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

from gandan import segments
from gandan.read import archive, pointless

HEAD = 64  # bytes
SEGMENTS = 500  # of a JPEG before its frame; cameras write some dozens
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
ALONE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a length
_PARTS: Mapping[str, str] = MappingProxyType({"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx"})
# What runs when a document is opened: Visual Basic, the macro sheets before it, controls.
_RUNS = ("vbaproject.bin", "/macrosheets/", "/activex/")


class Content(NamedTuple):
    """`kind` is the suffix that fits, None when no kind is known; `points` a picture's width and height as it
    is seen; `unpacked` the bytes an Office file says it holds; `runs` whether it carries macros; `told` what
    a picture says besides itself, in Vietnamese; `moves` whether it is a film."""

    kind: str | None = None
    points: tuple[int, int] | None = None
    unpacked: int = 0
    runs: bool = False
    told: tuple[str, ...] = ()
    moves: bool = False


def look(path: Path) -> Content:
    """What the file is. Raises OSError when it cannot be opened."""
    with path.open("rb") as file:
        head = file.read(HEAD)
        if head.startswith(b"\xff\xd8\xff"):
            return _picture(".jpg", _jpeg(file), file)
        if head.startswith(b"PK\x03\x04"):
            return _office(file)
        if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
            return _picture(".png", _whole(">II", head, 16), file)
        if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
            return _picture(".webp", _webp(head), file)
    if head.lstrip(b"\xef\xbb\xbf\r\n ").startswith(b"%PDF-"):
        return Content(".pdf")
    if head.startswith(b"OggS"):
        return Content(".ogg")
    return Content(".mp3" if head.startswith(b"ID3") or _mpeg(head) else None)


def _picture(kind: str, points: tuple[int, int] | None, file: BinaryIO) -> Content:
    if not points or min(points) <= 0:
        return Content()
    try:
        head = pointless.head(file)
        seen = points[::-1] if segments.lies(head) else points
        return Content(kind, seen, told=segments.tells(head), moves=segments.moves(head))
    except ValueError:  # cut: whoever opens it will see half a picture, and nothing besides is read from it
        return Content(kind, points)


def _whole(form: str, data: bytes, place: int) -> tuple[int, int] | None:
    """Two numbers at a place, or None where the data ends before."""
    if len(data) < place + struct.calcsize(form):
        return None
    one, other = struct.unpack_from(form, data, place)
    return one, other


def _jpeg(file: BinaryIO) -> tuple[int, int] | None:
    file.seek(2)
    for _ in range(SEGMENTS):
        mark = file.read(2)
        if len(mark) < 2 or mark[0] != 0xFF:
            return None
        if mark[1] in FRAMES:
            size = _whole(">HH", file.read(7), 3)
            return size and (size[1], size[0])
        if mark[1] == 0xFF:  # padding
            file.seek(-1, 1)
        elif mark[1] not in ALONE:
            length = int.from_bytes(file.read(2), "big")
            if length < 2 or mark[1] == 0xDA:
                return None
            file.seek(length - 2, 1)
    return None


def _webp(head: bytes) -> tuple[int, int] | None:
    form = head[12:16]
    if form == b"VP8X" and len(head) >= 30:
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if form == b"VP8L" and len(head) >= 25 and head[20] == 0x2F:
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    size = _whole("<HH", head, 26) if form == b"VP8 " and head[23:26] == b"\x9d\x01\x2a" else None
    return size and (size[0] & 0x3FFF, size[1] & 0x3FFF)


def _mpeg(head: bytes) -> bool:
    # Eleven bits of synchronisation, then a version, then layer III.
    return len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2


def _office(file: BinaryIO) -> Content:
    members = archive.members(file)
    kind = next((kind for part, kind in _PARTS.items() if part in members), None)
    runs = any(one in f"/{name.lower()}" for name in members for one in _RUNS)
    return Content(kind, None, sum(members.values()), runs)
