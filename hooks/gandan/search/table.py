"""The keys of an index with the sizes of their entries: hundreds of thousands, of which a build reads few."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain, islice
from typing import NamedTuple

import numpy as np

from gandan.outputs import Data
from gandan.search import columns
from gandan.search.index import NONE, Ints

BLOCK = 100  # keys that are written as one text, at the most


class Block(NamedTuple):
    """Its first key, how many there are, all of them joined."""

    low: str
    held: int
    text: Data


@dataclass(frozen=True)
class Table:
    """Rising keys, and the sizes of their entries in bytes. The keys lie in blocks: `lows` are the first of
    each, `texts` all of it, joined, and read only when somebody looks there."""

    lows: Sequence[str] = ()
    counts: Sequence[int] = ()
    texts: Sequence[Data] = ()
    sizes: Ints = field(default_factory=lambda: NONE)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each entry would begin if all stood one behind another, and the end of the last."""
        starts = np.zeros(len(self.sizes) + 1, dtype=np.int64)
        np.cumsum(self.sizes, out=starts[1:])
        return starts.data

    @cached_property
    def _firsts(self) -> list[int]:
        """The places of the first keys of all blocks, and how many keys there are."""
        return [0, *accumulate(self.counts)]

    @cached_property
    def _read(self) -> dict[int, list[str]]:
        return {}

    def _block(self, block: int) -> list[str]:
        if block not in self._read:
            self._read[block] = columns.texts(self.texts[block])
        return self._read[block]

    def place(self, key: str) -> int:
        """The place of a key, or where it would stand."""
        block = bisect_right(self.lows, key) - 1
        return self._firsts[block] + bisect_left(self._block(block), key) if block >= 0 else 0

    def key(self, place: int) -> str:
        """The key at a place."""
        block = bisect_right(self._firsts, place) - 1
        return self._block(block)[place - self._firsts[block]]

    def keys(self, start: int, stop: int) -> list[str]:
        """The keys from one place up to another."""
        first, last = bisect_right(self._firsts, start) - 1, bisect_left(self._firsts, stop)
        done = self._firsts[first]
        rows = chain.from_iterable(map(self._block, range(first, last)))
        return list(islice(rows, start - done, stop - done))

    def changed(self, sizes: Mapping[str, int]) -> "Table":
        """The table with these sizes; a key whose entry has none goes."""
        new: dict[int, dict[str, int]] = defaultdict(dict)
        for key, size in sizes.items():
            new[max(bisect_right(self.lows, key) - 1, 0)][key] = size
        blocks = [[Block(*one)] for one in zip(self.lows, self.counts, self.texts, strict=True)]
        left, done = [], 0
        for block, rows in sorted(new.items()):
            start, stop = self._firsts[block : block + 2]
            known = zip(self._block(block), self.sizes[start:stop].tolist(), strict=True)
            rows = {key: size for key, size in sorted((dict(known) | rows).items()) if size}
            blocks[block] = _blocks(rows)
            left += [self.sizes[done:start], np.fromiter(rows.values(), dtype=np.int64)]
            done = stop
        return _table(chain.from_iterable(blocks), np.concatenate([*left, self.sizes[done:]]))


def of(sizes: Mapping[str, int]) -> Table:
    """The table of these keys, which rise."""
    return _table(_blocks(sizes), np.fromiter(sizes.values(), dtype=np.int64))


def _blocks(keys: Iterable[str]) -> list[Block]:
    rising = list(keys)
    runs = (rising[start : start + BLOCK] for start in range(0, len(rising), BLOCK))
    return [Block(run[0], len(run), columns.joined(run)) for run in runs]


def _table(blocks: Iterable[Block], sizes: Ints) -> Table:
    rows = list(blocks)
    return Table([one.low for one in rows], [one.held for one in rows], [one.text for one in rows], sizes)
