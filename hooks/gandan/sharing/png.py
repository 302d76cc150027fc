"""Strips of pictures -> PNG of 16 colours (https://www.w3.org/TR/png-3/), two points a byte.

Pillow would pack the strips that many pictures begin with for each of them again.
"""

import struct
import zlib
from collections.abc import Iterable
from functools import partial

from PIL import Image, ImageChops

SIGNATURE = b"\x89PNG\r\n\x1a\n"
DEPTH, INDEXED = 4, 3  # bits a point; each the number of a colour of the palette
FIRST, UP = 0, 2  # filters: a row as it is, a row as its difference from the one above
WINDOW, MEMORY = 15, 9  # zlib's largest


class Begun:
    """The upper strips of pictures, packed once; `above` are those that still more pictures begin with."""

    def __init__(self, strips: Iterable[Image.Image], above: "Begun | None" = None) -> None:
        # runs alone: as small as with all that zlib can do, in half the time
        new = partial(zlib.compressobj, zlib.Z_BEST_SPEED, zlib.DEFLATED, WINDOW, MEMORY, zlib.Z_RLE)
        self._packer: zlib._Compress = above._packer.copy() if above else new()
        packed = map(self._packer.compress, map(_rows, strips))
        self._packed: bytes = b"".join([above._packed if above else b"", *packed])

    def png(self, strips: Iterable[Image.Image], palette: bytes, size: tuple[int, int]) -> bytes:
        """The picture that ends with these `strips`; `size` in points is that of the whole."""
        packer = self._packer.copy()
        rest = b"".join(map(packer.compress, map(_rows, strips)))
        head = struct.pack(">IIBBBBB", *size, DEPTH, INDEXED, 0, 0, 0)
        chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", self._packed + rest + packer.flush()))
        return SIGNATURE + b"".join(_chunk(*one) for one in (*chunks, (b"IEND", b"")))


def _rows(strip: Image.Image) -> bytes:
    """The rows of a strip of numbers of colours, each with its filter before it; the width is even."""
    wide, high = strip.width // 2, strip.height
    packed = Image.frombytes("L", (wide, high), strip.convert("P").tobytes("raw", "P;4"))
    above = Image.new("L", (wide, high))
    above.paste(packed, (0, 1))
    rows = Image.new("L", (wide + 1, high), UP)
    rows.putpixel((0, 0), FIRST)
    rows.paste(ImageChops.subtract_modulo(packed, above), (1, 0))
    return rows.tobytes()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
