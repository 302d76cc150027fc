"""The one door of the search: Portal and a day -> the files of its index.

`goc.json` has a name that stays; it knows the names of the shards, which tell their contents.
A card bears the id of its document, which seldom changes.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, partial

import deflate
import numpy as np

from gandan import outputs
from gandan.cache import EMPTY, Store, digest
from gandan.model import Abbreviation
from gandan.outputs import Output, Outputs
from gandan.relate.portal import Portal
from gandan.search import documents, gzipped, kept, manifest, renewal
from gandan.search.abbreviations import Shortener
from gandan.search.documents import Found
from gandan.search.kept import Kept
from gandan.search.normalise import Speller
from gandan.search.reading import Reader, json_
from gandan.views.lookup import KINDS

FOLDER = "tim-kiem/chi-muc/"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
TWO = [one + other for one in DIGITS for other in DIGITS]


def of(portal: Portal, today: date, store: Store = EMPTY) -> Iterator[Output | Outputs]:
    """Each file of the index; `store` saves the work of an earlier build."""
    yield from archive([*documents.of(portal, today)], portal.abbreviations, store)


def archive(
    found: Sequence[Found], abbreviations: tuple[Abbreviation, ...], store: Store = EMPTY
) -> Iterator[Output | Outputs]:
    """The files for these documents."""
    speller = Speller()
    shortener = Shortener(abbreviations, speller)
    key = f"{np.__version__} {deflate.__version__} {digest(repr(abbreviations).encode('utf-8')).hex()}"
    held = kept.load(store, key)
    reader = Reader(found, speller, shortener, held)
    now = renewal.renewed(held, reader)
    remade = partial(renewal.remade, now, held, reader)
    shards = {FOLDER + one.name: one for one in now.shards}
    cards = {f"{FOLDER}bai/{base36(id_)}": id_ for id_ in now.cards}
    yield Outputs({one: shard.held for one, shard in shards.items()}, lambda one: remade(shards[one]))
    yield Outputs(dict(zip(cards, now.cards.values(), strict=True)), lambda one: reader.card(cards[one]))
    yield from _heads(reader.found.items(), now, {"documents": len(found), "short": shortener.listed})
    kept.save(store, key, held, now, remade, reader.card)


def _heads(found: Collection[tuple[int, Found]], now: Kept, root: dict[str, object]) -> Iterator[Output]:
    """What a browser asks for first: words, sets, and `goc.json` which names everything."""
    root["kinds"] = kinds = _kinds(found)
    sets = json_(_sets(found, [code for code, _ in kinds[1:]]))
    for name, data in (("words", now.frequent), ("sets", sets)):
        listed = _file(gzipped.of(data))
        root[name] = listed.address.removeprefix(FOLDER)
        yield listed
    named = manifest.listed((one.span.first, one.name) for one in now.shards)
    yield outputs.made(f"{FOLDER}goc.json", json_(root | named))


def base36(number: int) -> str:
    """35 -> `z`, 36 -> `10`, as JavaScript's toString(36)."""
    above, two = divmod(number, len(TWO))
    return _above(above) + TWO[two] if above else TWO[two].lstrip("0") or "0"


_above = cache(base36)  # the ids of some twenty days share it


def _file(data: bytes) -> Output:
    return outputs.made(FOLDER + hashlib.sha256(data).hexdigest()[:10], data)


def _kinds(found: Iterable[tuple[int, Found]]) -> list[tuple[str, str]]:
    """Codes and words of the kinds that there are, the most frequent first: it needs no set of its own."""
    counts = Counter([one.kind for _, one in found])
    return sorted(((code, words) for code, words in KINDS if counts[code]), key=lambda kind: -counts[kind[0]])


def _sets(found: Iterable[tuple[int, Found]], kinds: Sequence[str]) -> dict[str, list[int]]:
    """Ids of each of these kinds, of each topic and of what is in force, as steps from one to the next."""
    sets: dict[str, list[int]] = defaultdict(list)
    for identity, one in found:
        if one.kind in kinds:
            sets[f"kind:{one.kind}"].append(identity)
        for topic in one.topics:
            sets[f"topic:{topic}"].append(identity)
        if one.in_force:
            sets["force:con-hieu-luc"].append(identity)
    return {
        name: [later - earlier for earlier, later in zip([0, *ids], ids, strict=False)]
        for name, ids in sets.items()
    }
