"""A picture's bytes -> the pieces that draw it; what tells of place, camera and hour is named, and left out.

Sources: JPEG (ITU-T T.81, B.1), Exif 2.32 (4.5.4 for its own header), PNG (W3C, chunks), WebP (RFC 9649).
Nothing is drawn here and nothing outside the standard library is needed, so that a check may ask it often.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

EXIF, XMP = b"Exif\0\0", b"http://ns.adobe.com/"
PLACE = 0x8825  # the tag of Exif that leads to GPS
CAMERA = (0x010F, 0x0110)  # maker and model
HOUR = (0x0132, 0x9003)
UPRIGHT = 0x0112  # which side is up: 5 to 8 stand for a picture that lies on its side
MOVING = (b"acTL", b"ANIM")  # the chunks of PNG and WebP that make a film of pictures
ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers of JPEG without a length
DRAWS_PNG = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD",
     b"pHYs", b"cICP", b"acTL", b"fcTL", b"fdAT"}
)  # fmt: skip
DRAWS_WEBP = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})


class Piece(NamedTuple):
    """A part of a file as it stands there (`data`), whether it draws, and what it tells where it does not."""

    data: bytes
    draws: bool
    told: bytes = b""


def bare(data: bytes) -> bytes:
    """The same picture, point for point, without what does not draw.

    Other kinds of files come back as they are. Raises ValueError when the file ends before its picture does.
    """
    kept = b"".join(piece.data for piece in _pieces(data) if piece.draws)
    if data.startswith(b"RIFF") and kept[8:12] == b"WEBP":
        return _webp_head(kept)
    return kept


def tells(data: bytes) -> tuple[str, ...]:
    """What a file says besides its picture: `("nơi chụp (GPS)", "máy chụp")`; ValueError when it is cut."""
    rest = [piece for piece in _pieces(data) if not piece.draws]
    found = [name for piece in rest for name in _named(piece.told)]
    if rest and not found:
        found = ["ghi chú ẩn"]
    return tuple(dict.fromkeys(found))


def moves(data: bytes) -> bool:
    """Whether a file shows one picture after another by itself; ValueError when it is cut."""
    return any(mark in piece.data[:8] for piece in _pieces(data) for mark in MOVING if piece.draws)


def lies(data: bytes) -> bool:
    """Whether a file asks to be turned by a quarter before it is shown; ValueError when it is cut."""
    told = (piece.told[len(EXIF) :] for piece in _pieces(data) if piece.told.startswith(EXIF))
    return any(tag == UPRIGHT and 5 <= side <= 8 for one in told for tag, side in _tags(one))


def _pieces(data: bytes) -> Iterator[Piece]:
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    return iter((Piece(data, True),))


def _jpeg(data: bytes) -> Iterator[Piece]:
    yield Piece(data[:2], True)
    place = 2
    while True:
        mark = data[place + 1 : place + 2]
        if data[place : place + 1] != b"\xff" or not mark:
            raise ValueError("cut")
        if mark == b"\xff":  # padding
            place += 1
        elif mark[0] == 0xD9:
            yield Piece(data[place : place + 2], True)
            break
        elif mark[0] in ALONE:
            yield Piece(data[place : place + 2], True)
            place += 2
        else:
            end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
            if mark[0] == 0xDA:
                end = _scanned(data, end)
            yield _segment(mark[0], data[place:end])
            place = end
    if data[place + 2 :].strip(b"\0"):  # telephones put a film, or a second picture with its own place, here
        yield Piece(data[place + 2 :], False)


def _scanned(data: bytes, place: int) -> int:
    """Where the points of a scan end: the next marker that is neither a stuffed zero nor a restart."""
    while (place := data.find(b"\xff", place)) >= 0:
        if data[place + 1 : place + 2] not in (b"\0", b"\xff", *(bytes([one]) for one in range(0xD0, 0xD8))):
            return place
        place += 1
    raise ValueError("cut")


def _segment(mark: int, data: bytes) -> Piece:
    body = data[4:]
    if mark == 0xE1:
        return Piece(data, False, body)
    if mark == 0xE2:  # colours stay; the list of further pictures (MPF) goes
        return Piece(data, body.startswith(b"ICC_PROFILE\0"))
    return Piece(data, mark in (0xE0, 0xEE) or not (0xE0 <= mark <= 0xEF or mark == 0xFE), body)


def _png(data: bytes) -> Iterator[Piece]:
    yield Piece(data[:8], True)
    place = 8
    name = b""
    while name != b"IEND":
        name = data[place + 4 : place + 8]
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        if len(name) < 4 or end > len(data):
            raise ValueError("cut")
        told = EXIF + data[place + 8 : end - 4] if name == b"eXIf" else data[place + 8 : end - 4]
        yield Piece(data[place:end], name in DRAWS_PNG, told)
        place = end
    if data[place:]:
        yield Piece(data[place:], False)


def _webp(data: bytes) -> Iterator[Piece]:
    yield Piece(data[:12], True)
    place, stop = 12, 8 + int.from_bytes(data[4:8], "little")
    if stop > len(data) + 1:
        raise ValueError("cut")
    while place + 8 <= min(stop, len(data)):
        name = data[place : place + 4]
        size = int.from_bytes(data[place + 4 : place + 8], "little")
        end = place + 8 + size + size % 2
        told = data[place + 8 : end]
        told = told if told.startswith(EXIF) or name != b"EXIF" else EXIF + told
        yield Piece(data[place:end], name in DRAWS_WEBP, told)
        place = end
    if data[stop + stop % 2 :]:
        yield Piece(data[stop + stop % 2 :], False)


def _webp_head(kept: bytes) -> bytes:
    """The length as it is now, and no flag (RFC 9649, 2.7.1) for Exif and XMP."""
    head = kept[:4] + struct.pack("<I", len(kept) - 8) + kept[8:20]
    if kept[12:16] != b"VP8X":
        return head + kept[20:]
    return head + bytes([kept[20] & ~0b1100]) + kept[21:]


def _named(told: bytes) -> Iterator[str]:
    if told.startswith(XMP):
        yield from _within(told.lower(), (b"exif:gps", b"tiff:make", b"createdate"))
    elif told.startswith(EXIF):
        tags = frozenset(tag for tag, _ in _tags(told[len(EXIF) :]))
        yield from _of(PLACE in tags, any(one in tags for one in CAMERA), any(one in tags for one in HOUR))


def _within(text: bytes, words: tuple[bytes, bytes, bytes]) -> Iterator[str]:
    yield from _of(*(word in text for word in words))


def _of(place: bool, camera: bool, hour: bool) -> Iterator[str]:
    if place:
        yield "nơi chụp (GPS)"
    if camera:
        yield "máy chụp"
    if hour:
        yield "ngày giờ chụp"


def _tags(tiff: bytes) -> Iterator[tuple[int, int]]:
    """The tags of Exif's first directory with their short values; one of a broken file may be missing."""
    order = "<" if tiff.startswith(b"II") else ">"
    if len(tiff) < 8:
        return
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    if start + 2 > len(tiff):
        return
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for entry in range(start + 2, min(start + 2 + 12 * count, len(tiff) - 1), 12):
        tag, value = struct.unpack_from(f"{order}H6xH", tiff.ljust(entry + 10, b"\0"), entry)
        yield tag, value
