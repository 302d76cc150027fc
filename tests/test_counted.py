"""The terms of many texts, found with whole arrays, are those that a plain count of each text finds."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gandan.model import Abbreviation
from gandan.search import counting, index, normalise, reading, varint
from gandan.search.abbreviations import Shortener
from gandan.search.counting import Words
from gandan.search.index import HALF, LOW
from gandan.search.normalise import Speller
from gandan.search.numbering import Numbering

LONG = {"UBND": "Ủy ban nhân dân", "UBP": "Ủy ban nhân dân phường", "ND": "nhân dân", "DP": "dân phường"}
SHORT = tuple(Abbreviation(short=short, long=long) for short, long in LONG.items())
SPELLED = {tuple(normalise.tokens(one.long)): normalise.tokens(one.short) for one in SHORT}
PIECES = [
    *" ".join(LONG.values()).split(),
    "chỉ",
    "thị",
    "số",
    "14",
    "so",
    "Kế",
    "hoạch",
    "07/2026",
    "UBND",
    "-",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
DOCUMENTS = st.lists(st.tuples(st.lists(TEXTS, max_size=3), TEXTS), max_size=7)


def counted(names: list[str], text: str) -> dict[tuple[str, ...], int]:
    """Words and pairs of one document -> what an index keeps of each."""
    times: Counter[tuple[str, ...]] = Counter()
    titles = set()
    for place, one in enumerate([text, *names]):
        for run in runs(normalise.tokens(one)):
            found = [(word,) for word in run] + list(pairwise(run))
            times.update(found)
            titles.update(found if place else ())
    return {term: 2 * (term in titles) + (count > 1) for term, count in times.items()}


def runs(words: list[str]) -> Iterator[list[str]]:
    """The words of a text, and each short form of a long name in it between the neighbours of the name."""
    yield words
    place = 0
    while place < len(words):
        fits = [long for long in SPELLED if tuple(words[place : place + len(long)]) == long]
        best = max(fits, key=len, default=())
        end = place + max(1, len(best))
        if best:
            yield [*words[max(place - 1, 0) : place], *SPELLED[best], *words[end : end + 1]]
        place = end


def read(found: index.Index, vocabulary: list[str]) -> dict[int, dict[tuple[str, ...], int]]:
    """An index as documents with their terms."""
    told: defaultdict[int, dict[tuple[str, ...], int]] = defaultdict(dict)
    owners = np.repeat(found.terms, found.lengths).tolist()
    for term, holder in zip(owners, found.holders.tolist(), strict=True):
        second = [vocabulary[(term & LOW) - 1]] if term & LOW else []
        told[holder >> 2][(vocabulary[term >> HALF], *second)] = holder & 3
    return dict(told)


def by_arrays(documents: list[tuple[list[str], str]]) -> tuple[index.Index, list[str]]:
    speller = Speller()
    numbering = Numbering([], speller, Shortener(SHORT, speller))
    words = (
        Words(3 * place, list(map(str.encode, names)), text.encode())
        for place, (names, text) in enumerate(documents)
    )
    return counting.of(words, numbering), numbering.vocabulary


@given(DOCUMENTS)
def test_every_word_and_pair_is_counted_as_in_each_text_alone(documents: list[tuple[list[str], str]]) -> None:
    found, vocabulary = by_arrays(documents)
    alone = {3 * place: counted(names, text) for place, (names, text) in enumerate(documents)}
    assert read(found, vocabulary) == {place: terms for place, terms in alone.items() if terms}
    assert (np.diff(found.terms) > 0).all()


@given(st.lists(st.integers(0, 2**35 - 1) | st.integers(0, 300)))
def test_many_numbers_are_written_as_each_alone(numbers: list[int]) -> None:
    data, offsets = varint.many(np.array(numbers, dtype=np.int64))
    alone = [varint.one(number) for number in numbers]
    assert data == b"".join(alone)
    assert offsets.tolist() == [0, *accumulate(map(len, alone))]


@given(st.text())
def test_a_text_is_quoted_as_json_has_it(text: str) -> None:
    assert reading.quoted(text.encode()) == json.dumps(text, ensure_ascii=False).encode()


def test_more_words_than_16_bits_can_number_are_told_apart() -> None:
    many = " ".join(f"a{chr(code)}" for code in range(0x4E00, 0x4E00 + 20_000))
    documents: list[tuple[list[str], str]] = [([], many.replace("a", first)) for first in "abcd"]
    found, vocabulary = by_arrays(documents)
    assert len(vocabulary) == 80_000
    alone = {3 * place: counted([], text) for place, (_, text) in enumerate(documents)}
    assert read(found, vocabulary) == alone


@given(st.lists(st.integers(0, 90)), st.sets(st.integers(0, 90), max_size=2 * index.FEW))
def test_the_holders_that_are_one_of_some_documents_are_found_however_many_these_are(
    held: list[int], ids: set[int]
) -> None:
    places = index.among(np.array(held, dtype=np.int32) << 2 | 3, ids)
    assert places.tolist() == [place for place, one in enumerate(held) if one in ids]
