"""The bytes of pages under their keys: for a site that is gone, or was built elsewhere.

They lie in one pack a year of a section, so that a change rewrites a small part only: the few pages of a year
that are others since its pack was written lie in the common one, with those that belong to no year.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from gandan.cache import Store
from gandan.outputs import Data
from gandan.stock import Stock

COMMON = "trang"  # of the pack
FEW = 0.1  # of the pages of a year
YEAR = re.compile(r"^([a-z-]+)/(\d{4})/")


class Pages:
    """Pages of earlier builds; what is asked for is read when it is asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._packs: dict[str, Stock] = {}

    def get(self, address: str, key: bytes) -> Data | None:
        """The page of this key."""
        return self._pack(_pack(address)).known(key) or self._pack(COMMON).known(key)

    def save(self, keys: Mapping[str, bytes], stays: Set[str], made: Mapping[str, bytes]) -> None:
        """Keep the pages of `keys` (by address): those of `made`, and the others from where they lie. Those
        that stay as they were lie there already."""
        new: dict[str, list[str]] = defaultdict(list)
        for address in keys.keys() - stays:
            new[_pack(address)].append(address)
        common = new.pop(COMMON, [])
        years: dict[str, list[str]] = {}
        for name, pages in new.items():
            lasting = self._pack(name).lasting
            others = [address for address in pages if keys[address] not in lasting]
            if len(others) > len(lasting) * FEW:
                years[name] = []
            else:
                common += others
        for address in keys if years else ():
            years.get(_pack(address), []).append(address)
        lasting = self._pack(COMMON).lasting
        for name, pages in years.items():
            self._write(name, pages, keys, made)
        if new or common:
            common += (one for one, key in keys.items() if key in lasting and _pack(one) not in years)
            self._write(COMMON, common, keys, made)

    def _write(
        self, name: str, pages: Iterable[str], keys: Mapping[str, bytes], made: Mapping[str, bytes]
    ) -> None:
        pack, wanted = self._pack(name), {keys[address]: address for address in pages}
        for key, address in wanted.items():
            if data := made.get(address) or self.get(address, key):
                pack.keep(key, data)
        lying = ((key, bytes) for key in wanted if pack.known(key))  # so that none is made
        self._store.save(name, "", pack.parts(lying))

    def _pack(self, name: str) -> Stock:
        if name not in self._packs:
            self._packs[name] = Stock("pages", None, self._store.open(name, ""))
        return self._packs[name]


def _pack(address: str) -> str:
    """`tin-tuc/2026/ngay-hoi/` -> `trang-tin-tuc-2026`, a pack for each year; all others share one."""
    found = YEAR.match(address)
    return f"trang-{found[1]}-{found[2]}" if found else COMMON
