"""What stands in the site's folder, and how it becomes what should stand there.

A file that is as it should be is not touched: it keeps its bytes and its time. One that changes is replaced
in one step, so that nobody ever reads half of it. What the build before wrote is known by size and time;
where these differ, or what it was made from, the bytes are compared.
"""

from array import array
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from gandan.cache import DIGEST, Store, digest
from gandan.keeping import beside, disk
from gandan.keeping.disk import Told
from gandan.outputs import Output, Outputs
from gandan.stock import digests

NAME = "da-dung"  # of the pack
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
    """The folder of the site; `inputs` names everything that the build before was made from, `keys` are those
    of the files that stand there as it wrote them, by address."""

    def __init__(self, store: Store, folder: Path, name: str) -> None:
        self._store, self._folder, self._name = store, folder, f"{NAME}-{digest(name.encode()).hex()[:8]}"
        self.inputs, self._files, times = _read(store, self._name)
        told, keys = self._files.told, self._files.keys
        found = disk.known(folder, told, times)
        self._times = {} if found is None else times  # of folders that hold what they held
        self._found = disk.all_of(folder) if found is None else found
        same = self._found == told
        # Whether everything stands as it was written, and nothing else.
        self.whole = bool(told) and same
        stands = keys if same else (one for one in keys if self._found.get(one) == told[one])
        self.keys = {address: keys[address] for address in stands}

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


def _read(store: Store, name: str) -> tuple[str, Written, dict[str, int]]:
    parts = store.load(name, "")
    if parts is None:
        return "", Written({}, {}), {}
    try:
        paths, numbers = _parted(parts["paths"]), iter(parts["told"].cast("q").tolist())
        written = Written(
            dict(zip(paths, digests(parts["keys"]), strict=True)),
            dict(zip(paths, zip(numbers, numbers, strict=True), strict=True)),
        )
        times = zip(_parted(parts["folders"]), parts["times"].cast("q").tolist(), strict=True)
        return str(parts["inputs"], "ascii"), written, dict(times)
    except (ValueError, TypeError, KeyError):
        store.throw(name)
        return "", Written({}, {}), {}


def _joined(paths: Iterable[str]) -> bytes:
    return "\0".join([*paths, ""]).encode()


def _parted(part: memoryview) -> list[str]:
    return str(part, "utf-8").split("\0")[:-1]
