"""The bytes of pages under their keys: for a site that is gone, or was built elsewhere.

They lie in one pack a year of a section, so that a change rewrites a small part only.
"""

import re
from collections import defaultdict
from collections.abc import Mapping

from gandan.cache import Store
from gandan.outputs import Data
from gandan.stock import Stock

YEAR = re.compile(r"^([a-z-]+)/(\d{4})/")


class Pages:
    """Pages of earlier builds; what is asked for is read when it is asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._packs: dict[str, Stock] = {}

    def get(self, address: str, key: bytes) -> Data | None:
        """The page of this key."""
        return self._pack(_pack(address)).known(key)

    def save(self, keys: Mapping[str, bytes], before: Mapping[str, bytes], made: Mapping[str, bytes]) -> None:
        """Keep the pages of `keys` (by address): those of `made`, and the others from where they lie.

        A pack is written anew only where its pages are not those of `before`.
        """
        packs: dict[str, dict[str, bytes]] = defaultdict(dict)
        for address, key in keys.items():
            packs[_pack(address)][address] = key
        for name, wanted in packs.items():
            if all(before.get(address) == key for address, key in wanted.items()):
                continue
            pack = self._pack(name)
            for address in wanted.keys() & made.keys():
                pack.keep(wanted[address], made[address])
            lying = ((key, bytes) for key in wanted.values() if pack.known(key))  # so that none is made
            self._store.save(name, "", pack.parts(lying))

    def _pack(self, name: str) -> Stock:
        if name not in self._packs:
            self._packs[name] = Stock("pages", None, self._store.open(name, ""))
        return self._packs[name]


def _pack(address: str) -> str:
    """`tin-tuc/2026/ngay-hoi/` -> `trang-tin-tuc-2026`, a pack for each year; all others share one."""
    found = YEAR.match(address)
    return f"trang-{found[1]}-{found[2]}" if found else "trang"
