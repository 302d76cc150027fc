"""Files made by earlier builds, each under the digest of what it was made from, and those of this one.

Most lie in the large pack, which is read only when one of them is asked for.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from itertools import accumulate
from typing import TypeAlias

from gandan.cache import DIGEST, Store
from gandan.outputs import Data, Output
from gandan.packs import Pack, rows

Made: TypeAlias = tuple[bytes, Callable[[], Data]]  # the digest of a file, and what makes it


class Stock:
    """`small` are the parts of the pack that each build writes, `large` is the pack that seldom changes."""

    def __init__(self, name: str, small: Mapping[str, memoryview] | None, large: Pack | None) -> None:
        self._name, self._large = name, large
        self._near = _files(name, small.get) if small else {}

    @cached_property
    def _far(self) -> dict[bytes, Data]:
        return _files(self._name, self._large.part) if self._large else {}

    @cached_property
    def lasting(self) -> frozenset[bytes]:
        """The digests of what lies in the large pack."""
        names = self._large.part(f"{self._name}.names") if self._large else None
        return frozenset(digests(names)) if names else frozenset()

    def get(self, name: bytes, make: Callable[[], Data]) -> Data:
        """What is kept under a digest, else what `make` makes."""
        found = self.known(name)
        if found is None:
            self._near[name] = found = make()
        return found

    def known(self, name: bytes) -> Data | None:
        """What is kept under a digest, if anything is."""
        return self._near.get(name) or (self._far.get(name) if name in self.lasting else None)

    def keep(self, name: bytes, made: Data) -> None:
        """What was made under a digest already."""
        self._near[name] = made

    def parts(self, wanted: Iterable[Made]) -> dict[str, bytes]:
        """What to keep for the next build of these, each with what makes it."""
        held = {name: self.get(name, make) for name, make in wanted}
        return {
            f"{self._name}.names": b"".join(held),
            f"{self._name}.ends": array("q", accumulate(map(len, held.values()))).tobytes(),
            f"{self._name}.data": b"".join(held.values()),
        }


def kept(files: Iterable[Output], store: Store, name: str) -> Iterator[Output]:
    """Files that are dear to make, each made once for this build and those that follow: equal keys of one
    `name` mean equal bytes."""
    stock, made = Stock("files", None, store.open(name, "")), dict[bytes, Callable[[], Data]]()
    for one in files:
        made[one.key] = one.data
        yield one._replace(data=partial(stock.get, one.key, one.data))
    if made.keys() != stock.lasting:
        store.save(name, "", stock.parts(made.items()))


def digests(names: bytes | memoryview) -> list[bytes]:
    """One digest after another -> all of them. Raises ValueError where a part of one is left."""
    return rows(names, DIGEST)


def _files(name: str, part: Callable[[str], memoryview | None]) -> dict[bytes, Data]:
    """Digest -> file; nothing where a part is not what was written."""
    names, ends, data = (part(f"{name}.{each}") for each in ("names", "ends", "data"))
    if names is None or ends is None or data is None:
        return {}
    places = ends.cast("q").tolist()
    spans = zip(digests(names), [0, *places], places, strict=False)
    return {each: data[start:end] for each, start, end in spans}
