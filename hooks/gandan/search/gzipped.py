"""Small files as a browser unpacks them: gzip (RFC 1952), without a name and a time."""

import zlib

LEVEL = 9
# 8 kB to look back (2 ** 13) instead of 32: files are smaller than that, and to prepare more takes as long as
# to pack. The 16 asks zlib for gzip's own head and sum.
WINDOW = 13 + 16


def of(data: bytes) -> bytes:
    """The bytes packed; equal ones give equal ones."""
    press = zlib.compressobj(LEVEL, zlib.DEFLATED, WINDOW)
    return press.compress(data) + press.flush()
