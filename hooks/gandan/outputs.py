"""A file beside the pages: where it stands, what names its content, how its bytes are made."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from gandan.cache import digest

Data: TypeAlias = bytes | memoryview


class Output(NamedTuple):
    """A file of the site. Equal keys at one address mean equal bytes while the software (`cache.SOFTWARE`)
    is the same: whoever has the file of that key never asks `data`, which makes the bytes."""

    address: str
    key: bytes
    data: Callable[[], Data]


def made(address: str, data: Data) -> Output:
    """A file whose bytes are there already; its key is their sum."""
    return Output(address, digest(data), lambda: data)
