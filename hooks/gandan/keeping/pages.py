"""The bytes of pages under their keys: for a site that is gone, or was built elsewhere.

They lie in one pack a year of a section, so that a change rewrites a small part only.
"""

import re
from collections.abc import Mapping, Set

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

    def save(self, keys: Mapping[str, bytes], stays: Set[str], made: Mapping[str, bytes]) -> None:
        """Keep the pages of `keys` (by address): those of `made`, and the others from where they lie.

        A pack all of whose pages stay as they were is not written anew.
        """
        packs: dict[str, dict[str, bytes]] = {_pack(address): {} for address in keys.keys() - stays}
        for address, key in keys.items() if packs else ():
            if (name := _pack(address)) in packs:
                packs[name][address] = key
        for name, wanted in packs.items():
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
