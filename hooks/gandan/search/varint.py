"""Whole numbers as bytes: seven bits a byte, lowest first, the eighth says that more follow (LEB128)."""

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int64] | npt.NDArray[np.int32]


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


def many(values: Numbers) -> tuple[bytes, Ints]:
    """All numbers (0 <= n < 2**35) one after another, and where each begins; its end at the very end."""
    lengths = np.ones(len(values), dtype=np.uint8)
    for bits in (7, 14, 21, 28):
        lengths += values >= 1 << bits
    offsets = np.append(0, np.cumsum(lengths, dtype=np.int64))
    out = np.empty(int(offsets[-1]), dtype=np.uint8)
    firsts, here = offsets[:-1], np.flatnonzero(lengths > 1)  # the others are written at once
    out[firsts] = _digits(values, 0, lengths > 1)
    for place in range(1, int(lengths.max(initial=1))):
        more = lengths[here] > place + 1
        out[firsts[here] + place] = _digits(values[here], place, more)
        here = here[more]
    return out.tobytes(), offsets


def _digits(values: Numbers, place: int, more: npt.NDArray[np.bool_]) -> npt.NDArray[np.uint8]:
    """Seven bits of each number, and whether more follow."""
    return (values >> 7 * place & 127).astype(np.uint8) | more * np.uint8(128)
