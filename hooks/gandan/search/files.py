"""The one door of the search: Portal and a day -> the files of its index.

`goc.json` has a name that stays; it knows the names of the shards, which tell their contents.
A card bears the id of its document, which seldom changes.
"""

import gzip
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from gandan.model import Abbreviation
from gandan.relate.portal import Portal
from gandan.search import documents, index, manifest, shards
from gandan.search.abbreviations import Shortener
from gandan.search.documents import Found
from gandan.search.index import Words
from gandan.search.normalise import Speller
from gandan.views.lookup import KINDS

FOLDER = "tim-kiem/chi-muc/"
COMMON_WORDS = 3000  # syllables that a mended key is chosen from
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def of(portal: Portal, today: date) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of each file of the index."""
    yield from archive(documents.numbered(documents.of(portal, today)), portal.abbreviations)


def archive(
    found: Sequence[tuple[int, Found]], abbreviations: tuple[Abbreviation, ...]
) -> Iterator[tuple[str, bytes]]:
    """The files for documents that have their ids already."""
    speller = Speller()
    shortener = Shortener(abbreviations, speller)
    made = index.build(_words(found, speller, shortener))
    kinds = _kinds(found)
    root: dict[str, object] = {"documents": len(found), "short": shortener.listed, "kinds": kinds}
    named = []
    for shard in shards.cut(made, speller.plain):
        named.append((shard.first, shard.name))
        yield FOLDER + shard.name, shard.data
    sets = json_(_sets(found, [code for code, _ in kinds[1:]]))
    for name, data in (("words", _vocabulary(made, speller)), ("sets", sets)):
        listed = _file(gzip.compress(data, 9, mtime=0))
        root[name] = listed[0].removeprefix(FOLDER)
        yield listed
    for identity, one in found:
        yield f"{FOLDER}bai/{base36(identity)}", gzip.compress(json_(one.card), 9, mtime=0)
    yield f"{FOLDER}goc.json", json_(root | manifest.listed(named))


def json_(content: object) -> bytes:
    """JSON as short as it can be, letters as letters."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def base36(number: int) -> str:
    """35 -> `z`, 36 -> `10`, as JavaScript's toString(36)."""
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits


def _words(found: Iterable[tuple[int, Found]], speller: Speller, shortener: Shortener) -> Iterator[Words]:
    for identity, one in found:
        title = speller.tokens(one.title)
        for name in one.names:
            title += ["", *speller.tokens(name)]
        text = speller.tokens(one.text)
        yield Words(identity, title + shortener.added(title), text + shortener.added(text))


def _file(data: bytes) -> tuple[str, bytes]:
    return FOLDER + hashlib.sha256(data).hexdigest()[:10], data


def _vocabulary(made: index.Index, speller: Speller) -> bytes:
    """The most frequent syllables without accents, most frequent first."""
    counts: dict[str, int] = defaultdict(int)
    single = made.second == index.BREAK
    for word, frequency in zip(made.first[single].tolist(), made.frequency[single].tolist(), strict=True):
        counts[speller.plain(made.vocabulary[word])] += frequency
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
