"""Citations of documents in a text: where they stand and what is written with them.

Text goes in, spans of that same text come out. Which document is meant is for `resolve` to say.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from gandan.citations import context, kinds, stems, symbols, titles
from gandan.citations.aliases import Aliases
from gandan.citations.fold import LOOK, Folded, fold
from gandan.model.fields import PartialDay
from gandan.patterns import late, look

# Addresses hold numbers that cite nothing.
ADDRESS = late(r"(?:https?://|www\.)[^\s<>]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
addressed = look(r"(?i)://|www\.")  # whether addresses of pages may stand in a text
DIGIT = late(r"\d")


class Citation(NamedTuple):
    """Words that name a document. `start` and `end` are a half-open span of the text as given.

    For a number with its symbol the span is the number alone (`14-CT/TU`, `217` in
    `217, 218-QĐ/TW`); for a stem it takes in the type word (`Nghị định 29`); for an alias it is
    the alias. `number` is canonical (`217-QĐ/TW` for `217/QĐ-TW`), bare for a stem, None for a
    name without a number. `type` is the type word right before, `day` and `issuer` stand after it.
    `title` is the name of a law before its number (Luật Khiếu nại số 02/2011/QH13).
    """

    start: int
    end: int
    written: str
    number: str | None
    stem: bool
    type: str | None
    day: PartialDay | None
    issuer: str | None
    alias: str | None = None
    title: str | None = None

    @property
    def told(self) -> tuple[object, ...]:
        """All that it tells of the document: what it is beside its place and its letters."""
        return self[3:]


class Hit(NamedTuple):
    """A find in the folded text. `context` is where date and issuer would follow."""

    start: int
    end: int
    context: int
    number: str | None = None
    stem: bool = False
    type: str | None = None
    alias: str | None = None
    title: str | None = None

    @property
    def weight(self) -> tuple[bool, int, bool]:
        """Of two hits at one place the heavier stays: no stem, the longer, one with a number."""
        sure = self.alias is not None or not self.stem
        return sure, self.end - self.start, self.number is not None


def find(text: str, aliases: Aliases | None = None) -> tuple[Citation, ...]:
    """All citations of a text, in order and without overlap."""
    if not _cites(aliases.look if aliases else "")(text):
        return ()
    folded = fold(text)
    hits = [*_names(folded.text, aliases)]
    if DIGIT.search(folded.text):
        hits += [*_symbols(folded.text), *_stems(folded.text)]
    kept = _outside_addresses(folded.text, _settle(hits))
    return tuple(_citation(hit, folded, text) for hit in kept)


@lru_cache(maxsize=4)
def _cites(names: str) -> Callable[[str], bool]:
    """Whether there may be something in a text; where there is not, it need not even be folded."""
    return look("|".join(filter(None, (LOOK, symbols.LOOK, stems.LOOK, names))))


def _symbols(text: str) -> Iterator[Hit]:
    for found in symbols.search(text):
        word = kinds.before(text, found.head)
        number = found.number
        yield Hit(
            found.start,
            found.end,
            found.context,
            number.written,
            type=kinds.meant(word, number.kind),
            title=titles.before(text, found.head) if number.parliamentary and not word else None,
        )


def _stems(text: str) -> Iterator[Hit]:
    for stem in stems.search(text):
        yield Hit(stem.start, stem.end, stem.end, stem.number, stem=True, type=stem.type)


def _names(text: str, aliases: Aliases | None) -> Iterator[Hit]:
    for start, end, alias in aliases.search(text) if aliases else ():
        yield Hit(start, end, end, alias=alias)


def _settle(hits: list[Hit]) -> list[Hit]:
    """Keeps the heavier of hits that overlap; an alias learns the number that it holds."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.end)):
        while kept and kept[-1].end > hit.start:
            last = kept.pop()
            hit = _heavier(last, hit)
        kept.append(hit)
    return kept


def _heavier(one: Hit, other: Hit) -> Hit:
    best, rest = (one, other) if one.weight >= other.weight else (other, one)
    if best.alias and not best.number and best.start <= rest.start and rest.end <= best.end:
        return best._replace(number=rest.number, stem=rest.stem, type=rest.type)
    if (best.start, best.end) == (rest.start, rest.end):
        return best._replace(alias=best.alias or rest.alias)
    return best


def _outside_addresses(text: str, hits: list[Hit]) -> list[Hit]:
    if not hits or not ("@" in text or addressed(text)):
        return hits
    addresses = [match.span() for match in ADDRESS.finditer(text)]
    kept, place = [], 0
    for hit in hits:
        while place < len(addresses) and addresses[place][1] <= hit.start:
            place += 1
        if place == len(addresses) or addresses[place][0] >= hit.end:
            kept.append(hit)
    return kept


def _citation(hit: Hit, folded: Folded, text: str) -> Citation:
    start, end = folded.span(hit.start, hit.end)
    near = context.after(folded.text, hit.context)
    issuer = folded.span(*near.issuer) if near.issuer else None
    return Citation(
        start,
        end,
        text[start:end],
        hit.number,
        hit.stem,
        hit.type,
        near.day,
        text[slice(*issuer)] if issuer else None,
        hit.alias,
        hit.title,
    )
