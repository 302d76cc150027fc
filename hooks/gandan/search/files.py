"""The one door of the search: Portal and a day -> the files of its index.

`goc.json` has a name that stays; it knows the names of the shards, which tell their contents.
A card bears the id of its document, which seldom changes.
"""

import gzip
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

import numpy as np

from gandan import outputs
from gandan.cache import Store, digest
from gandan.model import Abbreviation
from gandan.outputs import Output
from gandan.relate.portal import Portal
from gandan.search import documents, kept, manifest, shards
from gandan.search.abbreviations import Shortener
from gandan.search.counting import HALF, LOW
from gandan.search.documents import Found
from gandan.search.index import Index
from gandan.search.normalise import Speller
from gandan.search.reading import Reader, json_
from gandan.views.lookup import KINDS

FOLDER = "tim-kiem/chi-muc/"
COMMON_WORDS = 3000  # syllables that a mended key is chosen from
EMPTY = Store(None)
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def of(portal: Portal, today: date, store: Store = EMPTY) -> Iterator[Output]:
    """Each file of the index; `store` saves the work of an earlier build."""
    yield from archive(documents.numbered(documents.of(portal, today)), portal.abbreviations, store)


def archive(
    found: Sequence[tuple[int, Found]], abbreviations: tuple[Abbreviation, ...], store: Store = EMPTY
) -> Iterator[Output]:
    """The files for documents that have their ids already."""
    speller = Speller()
    shortener = Shortener(abbreviations, speller)
    key = f"{np.__version__} {digest(repr(abbreviations).encode('utf-8')).hex()}"
    before = kept.load(store, key)
    reader = Reader(dict(found), speller, shortener, before.cards)
    now = kept.updated(before, reader.digests, reader.words, speller.plain)
    yield from _files(found, now, reader, {"documents": len(found), "short": shortener.listed})
    kept.save(store, key, before, now)


def _files(
    found: Sequence[tuple[int, Found]], now: kept.Kept, reader: Reader, root: dict[str, object]
) -> Iterator[Output]:
    root["kinds"] = kinds = _kinds(found)
    named = []
    for shard in shards.cut(now.entries, now.shards):
        named.append((shard.first, shard.name))
        yield outputs.made(FOLDER + shard.name, shard.data)
    sets = json_(_sets(found, [code for code, _ in kinds[1:]]))
    for name, data in (("words", _vocabulary(now.index)), ("sets", sets)):
        listed = _file(gzip.compress(data, 9, mtime=0))
        root[name] = listed.address.removeprefix(FOLDER)
        yield listed
    for identity, _ in found:
        yield Output(
            f"{FOLDER}bai/{base36(identity)}", reader.digests[identity], partial(reader.card, identity)
        )
    yield outputs.made(f"{FOLDER}goc.json", json_(root | manifest.listed(named)))


def base36(number: int) -> str:
    """35 -> `z`, 36 -> `10`, as JavaScript's toString(36)."""
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits


def _file(data: bytes) -> Output:
    return outputs.made(FOLDER + hashlib.sha256(data).hexdigest()[:10], data)


def _vocabulary(index: Index) -> bytes:
    """The most frequent syllables without accents, most frequent first."""
    counts: dict[str, int] = defaultdict(int)
    single = index.terms & LOW == 0
    words = (index.terms[single] >> HALF).tolist()
    for word, frequency in zip(words, index.lengths[single].tolist(), strict=True):
        counts[index.plain[word]] += frequency
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    return " ".join(
        word for word in ordered[:COMMON_WORDS] if word.isalpha() and word.isascii() and len(word) > 1
    ).encode("utf-8")


def _kinds(found: Iterable[tuple[int, Found]]) -> list[tuple[str, str]]:
    """Codes and words of the kinds that there are, the most frequent first: it needs no set of its own."""
    counts = Counter(one.kind for _, one in found)
    return sorted(((code, words) for code, words in KINDS if counts[code]), key=lambda kind: -counts[kind[0]])


def _sets(found: Iterable[tuple[int, Found]], kinds: Sequence[str]) -> dict[str, list[int]]:
    """Ids of each of these kinds, of each topic and of what is in force, as steps from one to the next."""
    sets: dict[str, list[int]] = defaultdict(list)
    for identity, one in found:
        names = [f"topic:{topic}" for topic in one.topics] + ["force:con-hieu-luc"] * one.in_force
        for name in [f"kind:{one.kind}"] * (one.kind in kinds) + names:
            sets[name].append(identity)
    return {
        name: [later - earlier for earlier, later in zip([0, *ids], ids, strict=False)]
        for name, ids in sets.items()
    }
