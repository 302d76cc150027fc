"""What was kept -> the index of today: read what changed, and write the shards that it touches."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from gandan.outputs import Data
from gandan.search import entries, kept, layers, lists, shards, table
from gandan.search.index import HALF, Ints, distinct
from gandan.search.kept import Held, Kept
from gandan.search.keys import Keys
from gandan.search.layers import Layers
from gandan.search.reading import Reader
from gandan.search.shards import Cut, Shard, Span
from gandan.search.table import Table

COMMON_WORDS = 3000  # syllables that a mended key is chosen from
MANY = 4  # when so large a part of the keys is touched, all are written


def renewed(held: Held, reader: Reader) -> Kept:
    """As it was kept, for the documents of today."""
    old, words = held.kept, reader.sums
    gone = [id_ for id_, sum_ in old.words.items() if words.get(id_) != sum_]
    come = [id_ for id_, sum_ in words.items() if old.words.get(id_) != sum_]
    if held.small and not gone and not come:
        return replace(old, ids=reader.ids, cards=reader.cards, shown=reader.shown)
    before = kept.read(held)
    if before is None:
        now, touched = whole(reader), None
    else:
        now, touched = layers.updated(before, len(words), gone, reader.words(come), reader)
        alike = lists.alike(before.documents, now.documents)
        touched = np.append(touched, lists.turned(now, before.documents)) if alike else None
    keys = Keys(now)
    keyed, files = _files(held, now, keys, touched)
    return Kept(reader.ids, words, reader.cards, reader.shown, now, keyed, files, _frequent(now, keys))


def whole(reader: Reader) -> Layers:
    """The index of all documents, read anew."""
    return layers.built(len(reader.sums), reader.words(reader.sums), reader)


def remade(now: Kept, held: Held, reader: Reader, shard: Shard) -> Data:
    """The bytes of a shard, made again where they were kept and are lost."""
    return held.shards.get(shard.held, lambda: _again(now, held, reader, shard))


def _again(now: Kept, held: Held, reader: Reader, shard: Shard) -> bytes:
    there = now.layers or kept.read(held) or whole(reader)
    keys, names = Keys(there), _within(now.table or kept.table(held), shard.span)
    return shards.packed(names, entries.of(there, keys, keys.numbers(names)))


def _files(held: Held, now: Layers, keys: Keys, touched: Ints | None) -> tuple[Table, tuple[Shard, ...]]:
    """All shards; where only some terms are touched (None: all may be), those that hold none of them stay."""
    keyed = kept.table(held)
    wanted = distinct(keys.of(touched)) if touched is not None else None
    if wanted is None or len(wanted) * MANY > len(keyed.sizes):
        written, known = entries.all_of(now, keys), {}
        keyed = table.of({key: len(entry) for key, entry in written.items()})
        spans = Cut(keyed).spans()
    else:
        names = keys.spelled(wanted)
        known = {one.span: one for one in held.kept.shards if not _touched(one.span, names)}
        spans = [one.span for one in held.kept.shards]
        near = [key for span in spans if span not in known for key in _within(keyed, span)]
        written = entries.of(now, keys, distinct(np.append(wanted, keys.numbers(near))))
        keyed = keyed.changed({name: len(written.get(name, b"")) for name in names})
        spans = Cut(keyed, spans, names).spans()
        wider = chain.from_iterable(_within(keyed, span) for span in spans if span not in known)
        missing = [key for key in wider if key not in written]
        written |= entries.of(now, keys, keys.numbers(missing)) if missing else {}
    return keyed, tuple(known.get(span) or _made(held, span, keyed, written) for span in spans)


def _touched(span: Span, names: Sequence[str]) -> bool:
    place = bisect_left(names, span.low)
    return place < len(names) and names[place] <= span.high


def _within(keyed: Table, span: Span) -> list[str]:
    start = keyed.place(span.low)
    return keyed.keys(start, start + span.size)


def _made(held: Held, span: Span, keyed: Table, written: dict[str, bytes]) -> Shard:
    shard, data = shards.made(span, _within(keyed, span), written)
    held.shards.keep(shard.held, data)
    return shard


def _frequent(now: Layers, keys: Keys) -> bytes:
    """The most frequent syllables without accents, most frequent first."""
    syllables = np.arange(len(now.vocabulary)) << HALF
    counts = np.bincount(keys.plain, now.lengths(syllables), len(keys.words))
    held = np.flatnonzero(counts)
    ordered = held[np.argsort(-counts[held], kind="stable")][:COMMON_WORDS]
    words = map(keys.words.__getitem__, ordered.tolist())
    return " ".join(word for word in words if word.isalpha() and word.isascii() and len(word) > 1).encode(
        "utf-8"
    )
