"""Small files as a browser unpacks them: gzip (RFC 1952), without a name and a time."""

import deflate

LEVEL = 6  # of libdeflate: smaller than zlib's best in half its time; 8 saves a thousandth more


def of(data: bytes) -> bytes:
    """The bytes packed; equal ones give equal ones on every machine, for libdeflate comes with its wheel."""
    return bytes(deflate.gzip_compress(data, LEVEL))
