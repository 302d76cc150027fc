"""What stands in the site's folder, and how it becomes what should stand there.

A file that is as it should be is not touched: it keeps its bytes and its time. One that changes is replaced
in one step, so that nobody ever reads half of it. What the build before wrote is known by size and time;
where these differ, or what it was made from, the bytes are compared.
"""

from array import array
from collections.abc import Iterable
from functools import cache, cached_property, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from gandan.cache import DIGEST, Store, digest
from gandan.keeping import beside, disk
from gandan.keeping.apart import Work
from gandan.keeping.disk import Told
from gandan.outputs import Output, Outputs
from gandan.stock import digests

NAME = "da-dung"  # of the pack
FOLDERS = 8  # of which is known what stands there: a build into a new one each time leaves no heap behind
NONE = bytes(DIGEST)  # the key of what is to be made again


class Written(NamedTuple):
    """The files as they were written, by address: what names their content, their sizes and times. There are
    tens of thousands, which all come and go together."""

    keys: dict[str, bytes]
    told: dict[str, Told]

    def put(self, address: str, key: bytes, told: Told) -> None:
        self.keys[address], self.told[address] = key or NONE, told

    def forget(self, address: str) -> None:
        for column in self:
            del column[address]


class Standing:
    """The folder of the site; `inputs` names everything that the build before was made from.

    What stands there the disk is asked when somebody wants to know; `ask` may be set to what asks it earlier.
    """

    def __init__(self, store: Store, folder: Path, name: str) -> None:
        self._store, self._folder, self._name = store, folder, f"{NAME}-{digest(name.encode()).hex()[:8]}"
        self.inputs, self._files, self._numbers, self._before = _read(store, self._name)
        self.ask: Work = cache(partial(disk.known, folder, self._files.told, self._before))

    @cached_property
    def _found(self) -> dict[str, Told]:
        """What the disk says of each file in the folder."""
        numbers, told = self.ask(), self._files.told
        if not numbers:
            return disk.all_of(self._folder)
        return dict(told) if numbers == self._numbers else _paired(told, memoryview(numbers))

    @cached_property
    def _times(self) -> dict[str, int]:
        """The times of folders that hold what they held."""
        return self._before if self.ask() else {}

    @cached_property
    def whole(self) -> bool:
        """Whether everything stands as it was written, and nothing else."""
        return bool(self._found) and self._found == self._files.told

    @cached_property
    def keys(self) -> dict[str, bytes]:
        """The keys of the files that stand there as they were written, by address."""
        keys, told = self._files
        if self.whole:
            return dict(keys)
        return {one: key for one, key in keys.items() if self._found.get(one) == told[one]}

    def read(self, address: str) -> bytes:
        """The bytes of a file that stands in the folder."""
        return (self._folder / address).read_bytes()

    def bring(self, stays: Iterable[str], outputs: Iterable[Output | Outputs], inputs: str) -> int:
        """Let the folder hold the files at `stays`, some of `keys`, and `outputs`, in this order, and no
        others; how many files had to be written.

        Raises OSError where the disk refuses: what was not reached is as it was before.
        """
        wanted, wrote = set(stays), 0
        with beside.mould(None if self._found else self._store.folder) as made:
            for one in outputs:
                wanted.update(one.addresses)
                for other in one.others(self.keys):
                    wrote += self._put(other, made)
            if made:
                made.take(self._folder)
        for path in self._found.keys() - wanted:
            self._touch(path)
            disk.remove(self._folder, path)
        for address in self._files.told.keys() - wanted:
            self._files.forget(address)
        self._save(inputs)
        return wrote

    def _save(self, inputs: str) -> None:
        keys, told = self._files
        times = disk.timed(self._folder, self._times or disk.folders(told))
        parts = {
            "inputs": inputs.encode(),
            "paths": _joined(told),
            "keys": b"".join(keys.values()),
            "told": array("q", chain.from_iterable(told.values())).tobytes(),
            "folders": _joined(times),
            "times": array("q", times.values()).tobytes(),
        }
        self._store.save(self._name, "", parts)
        if not self._before:  # a folder that was not known
            self._store.clear(f"{NAME}-", self._name, FOLDERS)

    def _touch(self, address: str) -> None:
        """What is known of the folders above an address holds no longer."""
        while address and self._times:
            address = address.rpartition("/")[0]
            self._times[address] = 0

    def _put(self, output: Output, mould: beside.Mould | None) -> bool:
        """Whether the file had to be written."""
        address, key, data = output.address, output.key, output.data()
        if mould:
            self._files.put(address, key, mould.write(address, data))
            return True
        path, told = f"{self._folder}/{address}", self._found.get(address)
        if told and told != disk.LINK and disk.same(path, data):
            self._files.put(address, key, told)
            return False
        self._touch(address)
        self._make_way(address)
        self._files.put(address, key, disk.replace(path, data))
        return True

    def _make_way(self, address: str) -> None:
        """Files and links that stand where a folder on the way to an address must be."""
        for place, letter in enumerate(address if self._found else ""):
            if letter == "/" and address[:place] in self._found:
                disk.remove(self._folder, address[:place])
                del self._found[address[:place]]


def _read(store: Store, name: str) -> tuple[str, Written, memoryview, dict[str, int]]:
    """What the last build was made from, what it wrote, the same as numbers, and the times of folders."""
    parts = store.load(name, "")
    try:
        if parts:
            paths, numbers = _parted(parts["paths"]), parts["told"]
            written = Written(dict(zip(paths, digests(parts["keys"]), strict=True)), _paired(paths, numbers))
            times = zip(_parted(parts["folders"]), parts["times"].cast("q").tolist(), strict=True)
            return str(parts["inputs"], "ascii"), written, numbers, dict(times)
    except (ValueError, TypeError, KeyError):
        store.throw(name)
    return "", Written({}, {}), memoryview(b""), {}


def _paired(paths: Iterable[str], numbers: memoryview) -> dict[str, Told]:
    """Size and time of each path, two numbers of 8 bytes."""
    each = iter(numbers.cast("q").tolist())
    return dict(zip(paths, zip(each, each, strict=True), strict=True))


def _joined(paths: Iterable[str]) -> bytes:
    return "\0".join([*paths, ""]).encode()


def _parted(part: memoryview) -> list[str]:
    return str(part, "utf-8").split("\0")[:-1]
