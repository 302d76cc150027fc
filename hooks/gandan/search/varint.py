"""Whole numbers as bytes: seven bits a byte, lowest first, the eighth says that more follow (LEB128)."""

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


class _Written(dict[int, bytes]):
    """Single numbers as bytes; the same few come millions of times."""

    def __missing__(self, value: int) -> bytes:
        parts = bytearray()
        rest = value
        while rest > 127:
            parts.append(rest & 127 | 128)
            rest >>= 7
        parts.append(rest)
        self[value] = written = bytes(parts)
        return written


one = _Written().__getitem__  # a single number >= 0


def many(values: Ints) -> tuple[bytes, Ints]:
    """All numbers (0 <= n < 2**35) one after another, and where each begins; its end at the very end."""
    lengths = np.ones(len(values), dtype=np.int64)
    for bits in (7, 14, 21, 28):
        lengths += values >= 1 << bits
    offsets = np.append(0, np.cumsum(lengths))
    out = np.empty(int(offsets[-1]), dtype=np.uint8)
    for place in range(int(lengths.max()) if len(values) else 0):
        here = lengths > place
        more = (lengths[here] > place + 1).astype(np.int64) << 7
        out[offsets[:-1][here] + place] = (values[here] >> (7 * place)) & 127 | more
    return out.tobytes(), offsets
