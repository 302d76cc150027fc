"""The search of a live site: its head, some of its files and a card are there, whole and of one build."""

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from gandan.search import manifest
from gandan.search.files import FOLDER, base36
from gandan.verify.finding import Finding
from gandan.verify.site import Site, given

HEAD = f"{FOLDER}goc.json"
SHARDS = 4  # of the shards, evenly spread, the first and the last among them
PACKED = b"\x1f\x8b"


def of(site: Site) -> Iterator[Finding]:
    """What a browser would ask for a query: the head, shards, words, sets, and a card of what was found."""
    answer = site.get(HEAD)
    whole, found = given(HEAD, answer)
    yield from found
    if not whole:
        return
    try:
        head = json.loads(answer.body)
        named = shards(head["keys"], head["marks"])
        words, sets = str(head["words"]), str(head["sets"])
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        yield Finding(HEAD, "phần đầu của chỉ mục tìm kiếm hỏng: không phải JSON như phải có.")
        return
    for first, name in named[:: max(1, len(named) // SHARDS)] + named[-1:]:
        yield from _shard(site, first, name)
    yield from _file(site, FOLDER + words)[1]
    data, found = _file(site, FOLDER + sets)
    yield from found
    yield from _card(site, data) if data else ()


def shards(keys: str, marks: str) -> list[tuple[str, str]]:
    """(first key, name) of each shard: the reverse of `manifest.listed`."""
    key, found = "", []
    for place, each in enumerate(keys.split(",")):
        key = key[: manifest.LETTERS.index(each[0])] + each[1:]
        mark = marks[manifest.MARK * place :][: manifest.MARK]
        found.append((key, f"{quote(key, safe='!').replace('%', '_')}-{mark}"))
    return found


def _shard(site: Site, first: str, name: str) -> Iterator[Finding]:
    answer = site.get(FOLDER + name)
    whole, found = given(FOLDER + name, answer)
    yield from found
    if whole and _unpacked(answer.body) is None:
        yield Finding(FOLDER + name, "tệp của chỉ mục tìm kiếm hỏng hoặc bị cắt.")
    elif whole and answer.body.startswith(PACKED) and manifest.name(first, answer.body) != name:
        yield Finding(FOLDER + name, "tệp của chỉ mục tìm kiếm là của một bản dựng khác.")


def _file(site: Site, address: str) -> tuple[bytes | None, list[Finding]]:
    answer = site.get(address)
    whole, found = given(address, answer)
    data = _unpacked(answer.body) if whole else None
    if whole and data is None:
        found.append(Finding(address, "tệp của chỉ mục tìm kiếm hỏng hoặc bị cắt."))
    return data, found


def _unpacked(data: bytes) -> bytes | None:
    """As the browser does it: a host may have unpacked the file already. None for what is broken."""
    if data.lstrip()[:1] == b"<":
        return None  # a page of the host in place of the file
    try:
        return gzip.decompress(data) if data.startswith(PACKED) else data
    except (OSError, EOFError, zlib.error):
        return None


def _card(site: Site, sets: bytes) -> Iterator[Finding]:
    """The card of the first document of the largest set."""
    try:
        steps: list[int] = max(json.loads(sets).values(), key=len, default=[])
        address = f"{FOLDER}bai/{base36(max(0, int(steps[0])))}" if steps else None
    except (ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError):
        yield Finding(FOLDER, "danh sách các loại nội dung của tìm kiếm hỏng.")
        return
    if address is None:
        return
    data, found = _file(site, address)
    yield from found
    if data is not None and not _is_json(data):
        yield Finding(address, "thẻ kết quả của tìm kiếm hỏng.")


def _is_json(data: bytes) -> bool:
    try:
        card: Any = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return bool(card)
