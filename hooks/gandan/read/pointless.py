"""A picture's file -> the same file without its points: some kilobytes, whatever the picture weighs.

What a picture tells besides stands before, between and behind its points; for that no megabytes are read.
Sources: as in `segments.py`, which reads what is made here.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO

KEPT = 1024 * 1024  # bytes of remarks; more are left out
PIECES = 10_000  # of one file
_POINTS = frozenset({b"IDAT", b"fdAT", b"VP8 ", b"VP8L", b"ALPH", b"ANMF"})


def head(file: BinaryIO) -> bytes:
    """The file with its points left out; empty for what is no picture, or not whole."""
    file.seek(0)
    start = file.read(12)
    if start.startswith(b"\xff\xd8\xff"):
        return _jpeg(file)
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return start[:8] + b"".join(_chunks(file, 8, ">", 4))
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        body = b"".join(_chunks(file, 12, "<", 0))
        return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body
    return b""


def _jpeg(file: BinaryIO) -> bytes:
    """Everything up to the first scan, and an end."""
    found = b"\xff\xd8"
    file.seek(2)
    for _ in range(PIECES):
        mark = file.read(2)
        if len(mark) < 2 or mark[0] != 0xFF or len(found) > KEPT:
            return b""
        if mark[1] == 0xFF:  # padding
            file.seek(-1, 1)
        elif mark[1] in (0xDA, 0xD9):
            return found + b"\xff\xd9"
        elif mark[1] == 0x01 or 0xD0 <= mark[1] <= 0xD7:
            continue
        else:
            size = file.read(2)
            found += mark + size + file.read(max(int.from_bytes(size, "big") - 2, 0))
    return b""


def _chunks(file: BinaryIO, place: int, order: str, tail: int) -> Iterator[bytes]:
    """The chunks of a PNG (`tail`: four bytes of check sum) or WebP, those of points with nothing in them."""
    kept = 0
    for _ in range(PIECES):
        file.seek(place)
        begun = file.read(8)
        if len(begun) < 8:
            return
        name, size = (begun[4:], begun[:4]) if tail else (begun[:4], begun[4:])
        (length,) = struct.unpack(f"{order}I", size)
        place += 8 + length + tail + (0 if tail else length % 2)
        empty = name in _POINTS or kept + length > KEPT
        if empty:
            yield (b"\0\0\0\0" + name + b"\0\0\0\0") if tail else (name + b"\0\0\0\0")
        else:
            kept += length
            yield begun + file.read(place - file.tell())
        if name == b"IEND":
            return
