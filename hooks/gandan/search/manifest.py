"""Where each key stands: the names of all shards, spelled so briefly that `goc.json` holds them.

A name is the first key that its shard may hold and a mark of its contents, so that a browser never takes a
shard of another build for this one, and a host sends only what changed.
"""

import hashlib
from collections.abc import Iterable
from urllib.parse import quote

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
MARK = 3  # letters of a mark; one change in 46,656 keeps the old one


def name(first: str, data: bytes | memoryview) -> str:
    """`dan c` and the bytes of its shard -> `dan_20c-x7q`: letters, digits and signs that any host keeps."""
    number = int.from_bytes(hashlib.sha256(data).digest()[:8])
    mark = "".join(LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(MARK))
    return f"{quote(first, safe='!').replace('%', '_')}-{mark}"


def listed(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """(first key, name) of all shards in order -> `keys`, each without what it shares with the one before
    (a digit of base 36 tells how much, then the rest), and their `marks`."""
    before, keys, marks = "", [], []
    for first, each in named:
        shared, most = 0, min(len(before), len(first), len(LETTERS) - 1)
        while shared < most and before[shared] == first[shared]:
            shared += 1
        keys.append(LETTERS[shared] + first[shared:])
        marks.append(each[-MARK:])
        before = first
    return {"keys": ",".join(keys), "marks": "".join(marks)}
