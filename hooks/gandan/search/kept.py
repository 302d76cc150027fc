"""What the search keeps from one build to the next, and how it is brought to the documents of today."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gandan.cache import DIGEST, Memo, Store
from gandan.search import entries, index, lists
from gandan.search.counting import Words
from gandan.search.entries import Entries
from gandan.search.index import Index

NAME = "tim-kiem"


@dataclass(frozen=True, slots=True)
class Kept:
    """The documents of a build, each by its id and the digest of all that is said of it, and their index."""

    documents: dict[int, bytes]
    index: Index
    entries: Entries
    shards: Memo
    cards: Memo


def load(store: Store, key: str) -> Kept:
    """What the store has from a build with the same key; an empty one if it has nothing."""
    parts = store.load(NAME, key)
    shards, cards = Memo(parts, "shards"), Memo(parts, "cards")
    if parts is None:
        return Kept({}, index.empty(), entries.EMPTY, shards, cards)
    ids, digests = _numbers(parts["ids"]).tolist(), bytes(parts["digests"])
    documents = {id_: digests[at * DIGEST : (at + 1) * DIGEST] for at, id_ in enumerate(ids)}
    held = Index(
        len(ids),
        _texts(parts["vocabulary"]),
        _texts(parts["plain"]),
        _numbers(parts["terms"]),
        _numbers(parts["lengths"]),
        np.frombuffer(parts["holders"], dtype=np.int32),
    )
    made = Entries(_texts(parts["keys"]), _numbers(parts["ends"]), parts["entries"])
    return Kept(documents, held, made, shards, cards)


def updated(
    kept: Kept,
    documents: dict[int, bytes],
    words: Callable[[Sequence[int]], Iterable[Words]],
    fold: Callable[[str], str],
) -> Kept:
    """As `kept`, for these documents (id -> digest, ids rising); `words` reads the documents of some ids."""
    gone = [id_ for id_, digest in kept.documents.items() if documents.get(id_) != digest]
    come = [id_ for id_, digest in documents.items() if kept.documents.get(id_) != digest]
    if not gone and not come:
        return kept
    before = kept.index.documents
    held, touched = index.updated(kept.index, gone, words(come), fold)
    if kept.documents and lists.alike(before, held.documents):
        touched = np.union1d(touched, lists.turned(held, before))
        made = entries.updated(kept.entries, held, touched)
    else:
        made = entries.built(held)
    return Kept(documents, held, made, kept.shards, kept.cards)


def save(store: Store, key: str, before: Kept, kept: Kept) -> None:
    """Keep it for the next build, if it is not what was kept before."""
    if kept is before and not kept.shards.changed and not kept.cards.changed:
        return
    held, made = kept.index, kept.entries
    parts: dict[str, bytes | memoryview] = {
        "ids": _bytes(np.array(list(kept.documents), dtype=np.int64)),
        "digests": b"".join(kept.documents.values()),
        "vocabulary": "\n".join(held.vocabulary).encode("utf-8"),
        "plain": "\n".join(held.plain).encode("utf-8"),
        "terms": _bytes(held.terms),
        "lengths": _bytes(held.lengths),
        "holders": _bytes(held.holders),
        "keys": "\n".join(made.keys).encode("utf-8"),
        "ends": _bytes(made.ends),
        "entries": made.data,
    }
    store.save(NAME, key, parts | kept.shards.parts() | kept.cards.parts())


def _bytes(numbers: npt.NDArray[np.int64] | npt.NDArray[np.int32]) -> memoryview:
    return np.ascontiguousarray(numbers).view(np.uint8).data


def _numbers(part: memoryview) -> npt.NDArray[np.int64]:
    return np.frombuffer(part, dtype=np.int64)


def _texts(part: memoryview) -> list[str]:
    """Words hold no line breaks."""
    return str(part, "utf-8").split("\n") if len(part) else []
