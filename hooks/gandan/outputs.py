"""A file beside the pages: where it stands, what names its content, how its bytes are made."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import NamedTuple, TypeAlias

from gandan.cache import digest

Data: TypeAlias = bytes | memoryview


class Output(NamedTuple):
    """A file of the site. Equal keys at one address mean equal bytes while the software (`cache.SOFTWARE`)
    is the same: whoever has the file of that key never asks `data`, which makes the bytes."""

    address: str
    key: bytes
    data: Callable[[], Data]

    @property
    def addresses(self) -> Collection[str]:
        """Where it stands, as `Outputs` tell it."""
        return (self.address,)

    def others(self, stands: Mapping[str, bytes]) -> Iterator["Output"]:
        """Itself, unless it stands under its key among what `stands` by address."""
        if stands.get(self.address) != self.key:
            yield self


class Outputs(NamedTuple):
    """Files of one kind, thousands of which stay as they are: the key of each by address, and what makes the
    bytes of the one at an address."""

    keys: Mapping[str, bytes]
    data: Callable[[str], Data]

    @property
    def addresses(self) -> Collection[str]:
        """Where they stand."""
        return self.keys.keys()

    def others(self, stands: Mapping[str, bytes]) -> Iterator[Output]:
        """Those that do not stand under their keys among what `stands` by address."""
        for address in [one for one, key in self.keys.items() if stands.get(one) != key]:
            yield Output(address, self.keys[address], partial(self.data, address))


def made(address: str, data: Data) -> Output:
    """A file whose bytes are there already; its key is their sum."""
    return Output(address, digest(data), lambda: data)
