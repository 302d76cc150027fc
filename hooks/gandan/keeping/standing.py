"""What stands in the site's folder, and how it becomes what should stand there.

A file that is as it should be is not touched: it keeps its bytes and its time. One that changes is replaced
in one step, so that nobody ever reads half of it. What the build before wrote is known by size and time;
where these differ, the bytes are compared.
"""

from array import array
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from gandan.cache import DIGEST, Store, digest
from gandan.keeping import disk
from gandan.keeping.disk import Told
from gandan.outputs import Output
from gandan.stock import digests

NAME = "da-dung"  # of the pack
NONE = bytes(DIGEST)  # the key of what is to be made again


class File(NamedTuple):
    """A file as it was written: what names its content, the digest of its bytes, its size and time."""

    key: bytes
    digest: bytes
    told: Told


class Standing:
    """The folder of the site; `inputs` names everything that the build before was made from."""

    def __init__(self, store: Store, folder: Path, name: str) -> None:
        self._store, self._folder, self._name = store, folder, f"{NAME}-{digest(name.encode()).hex()[:8]}"
        self.inputs, self._written, times = _read(store, self._name)
        found = disk.known(folder, self._written, times)
        self._times = {} if found is None else times  # of folders that hold what they held
        self._found = disk.all_of(folder) if found is None else found

    @property
    def whole(self) -> bool:
        """Whether everything stands there as it was written, and nothing else."""
        written = {address: one.told for address, one in self._written.items()}
        return bool(written) and self._found == written

    @property
    def keys(self) -> dict[str, bytes]:
        """The keys of what the build before wrote, by address."""
        return {address: one.key for address, one in self._written.items()}

    def has(self, address: str, key: bytes) -> bool:
        """Whether the file of this key stands at an address as it was written."""
        one = self._written.get(address)
        return one is not None and one.key == key and self._found.get(address) == one.told

    def read(self, address: str) -> bytes:
        """The bytes of a file that stands in the folder."""
        return (self._folder / address).read_bytes()

    def bring(self, outputs: Iterable[Output], inputs: str) -> int:
        """Let the folder hold these files and no others, in this order; how many had to be written.

        Raises OSError where the disk refuses: what was not reached is as it was before.
        """
        now: dict[str, File] = {}
        made = None if self._found else disk.mould(self._store.folder)
        with disk.cleared(made):
            wrote = sum(self._put(made or self._folder, one, now, made is not None) for one in outputs)
            if made:
                disk.take(made, self._folder)
        for path in self._found.keys() - now.keys():
            self._touch(path)
            disk.remove(self._folder, path)
        self._save(inputs, now)
        return wrote

    def _save(self, inputs: str, now: dict[str, File]) -> None:
        times = disk.folders(self._folder, now, self._times)
        told = array("q", chain.from_iterable(one.told for one in now.values()))
        parts = {
            "inputs": inputs.encode(),
            "paths": _joined(now),
            "keys": b"".join(one.key or NONE for one in now.values()),
            "digests": b"".join(one.digest for one in now.values()),
            "told": told.tobytes(),
            "folders": _joined(times),
            "times": array("q", times.values()).tobytes(),
        }
        self._store.save(self._name, "", parts)

    def _touch(self, address: str) -> None:
        """What is known of the folders above an address holds no longer."""
        while address:
            address = address.rpartition("/")[0]
            self._times.pop(address, None)

    def _put(self, folder: Path, output: Output, now: dict[str, File], unseen: bool) -> bool:
        address, key = output.address, output.key
        if self.has(address, key):
            now[address] = self._written[address]
            return False
        data = output.data()
        sum_, path, told = digest(data), f"{folder}/{address}", self._found.get(address)
        if told and told != disk.LINK and (self._is(address, sum_, told) or disk.same(path, data)):
            now[address] = File(key, sum_, told)
            return False
        self._touch(address)
        self._make_way(address)
        now[address] = File(key, sum_, disk.write(path, data, unseen))
        return True

    def _make_way(self, address: str) -> None:
        """Files and links that stand where a folder on the way to an address must be."""
        for place, letter in enumerate(address if self._found else ""):
            if letter == "/" and address[:place] in self._found:
                disk.remove(self._folder, address[:place])
                del self._found[address[:place]]

    def _is(self, address: str, sum_: bytes, told: Told) -> bool:
        one = self._written.get(address)
        return one is not None and one.digest == sum_ and one.told == told


def _read(store: Store, name: str) -> tuple[str, dict[str, File], dict[str, int]]:
    parts = store.load(name, "")
    if parts is None:
        return "", {}, {}
    try:
        told = iter(parts["told"].cast("q").tolist())
        files = map(File, digests(parts["keys"]), digests(parts["digests"]), zip(told, told, strict=True))
        written = dict(zip(_parted(parts["paths"]), files, strict=True))
        times = zip(_parted(parts["folders"]), parts["times"].cast("q").tolist(), strict=True)
        return str(parts["inputs"], "ascii"), written, dict(times)
    except (ValueError, TypeError, KeyError):
        store.throw(name)
        return "", {}, {}


def _joined(paths: Iterable[str]) -> bytes:
    return "".join(f"{path}\0" for path in paths).encode()


def _parted(part: memoryview) -> list[str]:
    return str(part, "utf-8").split("\0")[:-1]
