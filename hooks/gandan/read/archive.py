"""A ZIP file's list of contents, never its contents: nothing is unpacked. Source: APPNOTE 4.3.12, 4.3.16."""

import struct
from collections.abc import Mapping
from typing import BinaryIO

LIST_LIMIT = 1024 * 1024  # bytes of the list; an Office file has some kilobytes
_TAIL = 22 + 65535  # the record at the end, and the longest remark behind it
_ENTRY = struct.Struct("<4s6H3I5H2I")


def members(file: BinaryIO) -> Mapping[str, int]:
    """Name -> bytes once unpacked, as the list says; empty for no ZIP, or a list beyond measure."""
    end = file.seek(0, 2)
    file.seek(max(end - _TAIL, 0))
    tail = file.read(_TAIL)
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) < place + 20:
        return {}
    size, start = struct.unpack_from("<II", tail, place + 12)
    if size > LIST_LIMIT or start > end:
        return {}
    file.seek(start)
    return _listed(file.read(size))


def _listed(data: bytes) -> Mapping[str, int]:
    found: dict[str, int] = {}
    place = 0
    while place + _ENTRY.size <= len(data):
        entry = _ENTRY.unpack_from(data, place)
        if entry[0] != b"PK\x01\x02":
            return {}
        unpacked, name, extra, remark = entry[9:13]
        place += _ENTRY.size
        written = data[place : place + name].decode("utf-8", "replace")
        found[written] = found.get(written, 0) + unpacked
        place += name + extra + remark
    return found
