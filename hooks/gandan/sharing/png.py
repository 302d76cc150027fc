"""Strips of pictures -> PNG of 16 colours (https://www.w3.org/TR/png-3/), two points a byte.

Pillow would make the rows of the strips that many pictures begin with for each of them again, and pack them
with zlib in five times the time.
"""

import struct
from collections.abc import Iterable

from deflate import crc32, zlib_compress
from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
DEPTH, INDEXED = 4, 3  # bits a point; each the number of a colour of the palette
UNFILTERED = 0  # a row as it is: what is found again, in few colours, is whole letters
LEVEL = 5  # of libdeflate: from 6 on a twentieth smaller in half as much time again


def rows(strip: Image.Image) -> bytes:
    """The rows of a strip of numbers of colours, each with its filter before it; the width is even."""
    wide, high = strip.width // 2, strip.height
    made = Image.new("L", (wide + 1, high), UNFILTERED)
    made.paste(Image.frombytes("L", (wide, high), strip.convert("P").tobytes("raw", "P;4")), (1, 0))
    return made.tobytes()


def png(strips: Iterable[bytes], palette: bytes, size: tuple[int, int]) -> bytes:
    """The picture of the `rows` of some strips, one below the other; `size` of the whole in points."""
    head = struct.pack(">IIBBBBB", *size, DEPTH, INDEXED, 0, 0, 0)
    data = bytes(zlib_compress(b"".join(strips), LEVEL))
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", data), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(*one) for one in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data))
