"""What the search keeps from one build to the next, and how it is brought to the documents of today.

Two packs: the large one holds an index and the files made of it as they were some builds ago; the small one,
written whenever something changed, what came and went since. When it has grown, both become one large pack.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from gandan.cache import Store, digest
from gandan.outputs import Data
from gandan.packs import Pack, Parts
from gandan.search import layers
from gandan.search.columns import counted, joined, numbers, texts
from gandan.search.ids import NONE, Ids
from gandan.search.index import Index
from gandan.search.layers import Layers
from gandan.search.shards import Shard, Span
from gandan.search.table import Table
from gandan.stock import Stock, digests

NAME = "tim-kiem"
LARGE = f"{NAME}-"
SHARE = 4  # what came since may grow to this part of the large pack
INDEX = ("terms", "lengths", "holders")
KEYS = ("key.lows", "key.counts", "key.ends", "keys", "sizes")
LATER = ("gone", "out", "vocabulary", "plain", *(f"later.{each}" for each in INDEX))


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of the documents of a build: their ids; by id the digests of their words and of their
    cards, and what cards show beside the words; the files of their index, and the index itself and its keys
    where they were needed (None where not)."""

    ids: Ids
    words: dict[int, bytes]
    cards: dict[int, bytes]
    shown: dict[int, str]
    layers: Layers | None
    table: Table | None
    shards: tuple[Shard, ...]
    frequent: bytes


class Held(NamedTuple):
    """What a store has; nothing where `small` is None."""

    kept: Kept
    shards: Stock
    cards: Stock
    small: Mapping[str, memoryview] | None
    large: Pack | None


def load(store: Store, key: str) -> Held:
    """What the store has from a build with the same key; nothing if either pack is not there."""
    small = store.load(NAME, key)
    large = store.open(LARGE + bytes(small["large"]).hex(), key) if small else None
    if small is None or large is None:
        nothing = Kept(NONE, {}, {}, {}, None, None, (), b"")
        return Held(nothing, Stock("shards", None, None), Stock("cards", None, None), None, None)
    ids = Ids(bytes(small["told"]), numbers(small["ids"]))
    columns = map(texts, (small["firsts"], small["lows"], small["highs"], small["names"]))
    firsts, lows, highs, names = columns
    spans = map(Span, firsts, lows, highs, numbers(small["counts"]))
    shards = tuple(map(Shard, spans, names, digests(small["held"])))
    rising = sorted(ids.given)
    words, cards = (dict(zip(rising, digests(small[each]), strict=True)) for each in ("words", "faces"))
    shown = dict(zip(rising, texts(small["shown"]), strict=True))
    kept = Kept(ids, words, cards, shown, None, None, shards, bytes(small["frequent"]))
    return Held(kept, Stock("shards", small, large), Stock("cards", small, large), small, large)


def table(held: Held) -> Table:
    """The keys that are kept."""
    if held.small is None:
        return Table()
    lows, counts, ends, keys, sizes = map(held.small.__getitem__, KEYS)
    places = numbers(ends)
    blocks = [keys[start:end] for start, end in zip([0, *places], places, strict=False)]
    return Table(texts(lows), numbers(counts), blocks, np.frombuffer(sizes, dtype=np.int64))


def read(held: Held) -> Layers | None:
    """The index that is kept; None where there is none, or none any more."""
    if held.small is None or held.large is None:
        return None
    base, later = _index(held.large.part, "base"), _index(held.small.get, "later")
    if base is None or later is None:
        return None
    words, plain = texts(held.small["vocabulary"]), texts(held.small["plain"])
    gone = frozenset(numbers(held.small["gone"]))
    out = np.frombuffer(held.small["out"], dtype=np.int64)
    return Layers(len(held.kept.words), words, plain, base, gone, out, later)


def save(
    store: Store,
    key: str,
    held: Held,
    now: Kept,
    shard: Callable[[Shard], Data],
    card: Callable[[int], Data],
) -> None:
    """Keep it for the next build, if it is not what was kept before; `shard` and `card` give each file."""
    if held.small and now.layers is None and now.cards == held.kept.cards:
        return
    near: dict[str, Data] = {name: held.small[name] for name in (*LATER, *KEYS) if held.small}
    if now.layers and now.table:
        near |= {**_later(now.layers), **_keys(now.table)}
    files = partial(_files, held, now, shard, card)
    near |= files(held.shards.lasting, held.cards.lasting) if held.large else {}
    large = bytes(held.small["large"]) if held.small else b""
    if now.layers and (held.large is None or _size(near) * SHARE > held.large.size):
        one = layers.flat(now.layers)
        whole: dict[str, Data] = {**_parts(one.base, "base"), **files((), ())}
        large = digest(*map(digest, whole.values()))  # for one of all of them they would be joined
        if not store.save(LARGE + large.hex(), key, whole):
            return
        near |= {**_later(one), **held.shards.parts(()), **held.cards.parts(())}
    if store.save(NAME, key, {**_head(now), **near, "large": large}):
        store.clear(LARGE, but=LARGE + large.hex())


def _files(
    held: Held,
    now: Kept,
    shard: Callable[[Shard], Data],
    card: Callable[[int], Data],
    *far: Collection[bytes],
) -> dict[str, bytes]:
    """All shards and cards but those with the sums of `far`."""
    shards = ((one.held, partial(shard, one)) for one in now.shards if one.held not in far[0])
    cards = ((sum_, partial(card, id_)) for id_, sum_ in now.cards.items() if sum_ not in far[1])
    return held.shards.parts(shards) | held.cards.parts(cards)


def _size(near: Parts) -> int:
    """Bytes of what grows from build to build."""
    return sum(len(part) for name, part in near.items() if name not in (*LATER[:4], *KEYS))


def _head(now: Kept) -> dict[str, Data]:
    spans = [one.span for one in now.shards]
    return {
        "firsts": joined(one.first for one in spans),
        "lows": joined(one.low for one in spans),
        "highs": joined(one.high for one in spans),
        "counts": counted(one.size for one in spans),
        "names": joined(one.name for one in now.shards),
        "held": b"".join(one.held for one in now.shards),
        "told": now.ids.told,
        "ids": counted(now.ids.given),
        "words": b"".join(now.words.values()),
        "faces": b"".join(now.cards.values()),
        "shown": joined(now.shown.values()),
        "frequent": now.frequent,
    }


def _keys(one: Table) -> dict[str, Data]:
    ends = counted(accumulate(map(len, one.texts)))
    counts, keys = counted(one.counts), b"".join(one.texts)
    return dict(zip(KEYS, (joined(one.lows), counts, ends, keys, one.sizes.tobytes()), strict=True))


def _later(one: Layers) -> dict[str, Data]:
    words: dict[str, Data] = {"vocabulary": joined(one.vocabulary), "plain": joined(one.plain)}
    return words | {"gone": counted(sorted(one.gone)), "out": one.out.tobytes()} | _parts(one.later, "later")


def _parts(one: Index, name: str) -> dict[str, Data]:
    arrays = zip(INDEX, (one.terms, one.lengths, one.holders), strict=True)
    return {f"{name}.{each}": np.ascontiguousarray(array_).view(np.uint8).data for each, array_ in arrays}


def _index(part: Callable[[str], memoryview | None], name: str) -> Index | None:
    terms, lengths, holders = (part(f"{name}.{each}") for each in INDEX)
    if terms is None or lengths is None or holders is None:
        return None
    counts = np.frombuffer(lengths, dtype=np.int64)
    return Index(np.frombuffer(terms, dtype=np.int64), counts, np.frombuffer(holders, dtype=np.int32))
