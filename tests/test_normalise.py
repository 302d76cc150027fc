"""One word, one spelling: the same in Python and in the browser, held together by search-vectors.json."""

import json
import random
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import built
import chromium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import sync_playwright

from gandan.search.normalise import SMALL, Speller, Syllable, canonical, fold, syllables, tokens

VECTORS = json.loads((built.ROOT / "tests/search-vectors.json").read_text(encoding="utf-8"))
SCRIPT = built.ROOT / "overrides/assets/search/normalise.js"
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐHQƯ" + "àáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵấậềộởứ"
MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
SIGNS = MARKS + "0123456789 ./-,_\u00ad\u200b\u00a0\u00d0\ufb01²½Ａ４👍民\ud800"
WORDS = [
    "hoà",
    "uỷ",
    "quý",
    "qúy",
    "số",
    "so",
    "chỉ thị",
    "luật",
    "nghị định",
    "QH15",
    "07",
    "2282A",
    "NĐ-CP",
]
SPELLED = st.lists(
    st.sampled_from([*WORDS, *(unicodedata.normalize("NFD", word) for word in WORDS)])
    | st.text(alphabet=LETTERS + SIGNS, max_size=6)
).map(" ".join)

Browser = Callable[[str, Any], Any]


@pytest.fixture(scope="module")
def in_browser() -> Iterator[Browser]:
    """`in_browser("syllables", texts)`: what that function of the script makes of each text."""
    run = """async ([script, name, texts]) => {
      const module = await import("data:text/javascript;charset=utf-8," + encodeURIComponent(script));
      return JSON.stringify(JSON.parse(texts).map((text) => module[name](text)));
    }"""
    script = SCRIPT.read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.installed(), args=chromium.SWITCHES, timeout=60_000
        )
        page = browser.new_page()
        yield lambda name, texts: json.loads(page.evaluate(run, [script, name, json.dumps(texts)]))
        browser.close()


def units(text: str) -> int:
    """The length of a text as JavaScript counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def as_in_browser(text: str, found: list[Syllable]) -> list[dict[str, Any]]:
    return [
        one._asdict() | {"start": units(text[: one.start]), "end": units(text[: one.end])} for one in found
    ]


@pytest.mark.parametrize("vector", VECTORS, ids=[f"{one['rule']}: {one['input']!a}" for one in VECTORS])
def test_python_spells_as_written_down(vector: dict[str, Any]) -> None:
    found = syllables(vector["input"])
    assert [[one.plain, one.accented] for one in found] == vector["syllables"]
    assert tokens(vector["input"]) == [accented for _, accented in vector["syllables"]]


def test_the_browser_spells_as_written_down(in_browser: Browser) -> None:
    texts = [vector["input"] for vector in VECTORS]
    for vector, found in zip(VECTORS, in_browser("syllables", texts), strict=True):
        assert [[one["plain"], one["accented"]] for one in found] == vector["syllables"], vector
        assert found == as_in_browser(vector["input"], syllables(vector["input"])), vector


def test_the_browser_spells_300_texts_nobody_wrote_as_python_does(in_browser: Browser) -> None:
    chance = random.Random(2026)
    pieces = [*WORDS, *map(unicodedata.normalize, ["NFD"] * len(WORDS), WORDS), *(LETTERS + SIGNS) * 2]
    texts = ["".join(chance.choices([*pieces, " ", " ", " "], k=chance.randint(0, 40))) for _ in range(300)]
    for text, found in zip(texts, in_browser("syllables", texts), strict=True):
        assert found == as_in_browser(text, syllables(text)), ascii(text)


def test_one_word_is_spelled_and_folded_alike(in_browser: Browser) -> None:
    words = ["HOÀ", "Uỷ", "quý", "\u00d0ất", "07", "000", "", "ﬁ", "e\u0323\u0302", "\u00adĐ", "\ud800"]
    assert in_browser("canonical", words) == [canonical(word) for word in words]
    assert in_browser("fold", words) == [fold(word) for word in words]
    assert [canonical("HOÀ"), fold("HOÀ"), canonical("07"), fold("Đất")] == ["hòa", "hoa", "7", "dat"]


@given(SPELLED | st.text(alphabet=st.characters()))
def test_what_is_spelled_stays_so(text: str) -> None:
    words = [one.accented for one in syllables(text)]
    assert [one.accented for one in syllables(" ".join(words))] == words
    assert all(canonical(word) == word and unicodedata.is_normalized("NFC", word) for word in words)


@given(SPELLED | st.text())
def test_folding_loses_accents_only_and_once(text: str) -> None:
    for one in syllables(text):
        assert one.plain == fold(one.accented) == fold(one.plain)


@given(SPELLED | st.text())
def test_places_are_those_of_the_written_word(text: str) -> None:
    found = syllables(text)
    assert found == sorted(found, key=lambda one: (one.start, one.end))
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.accented in tokens(text[one.start : one.end])


@given(SPELLED | st.text(), SPELLED)
def test_the_fast_way_finds_the_same_words(text: str, before: str) -> None:
    speller = Speller()
    speller.tokens(before)
    assert speller.tokens(text) == [one.accented for one in speller.syllables(text)] == tokens(text)
    assert [speller.plain(word) for word in speller.tokens(text)] == [one.plain for one in syllables(text)]


@given(SPELLED | st.text() | st.text(st.characters(codec="ascii")))
def test_the_parts_of_a_text_hold_its_words(text: str) -> None:
    speller, data = Speller(), text.encode("utf-8", "ignore")
    found = [word for part in data.translate(SMALL).split() for word in speller.words(part.decode("utf-8"))]
    assert found == speller.words(data.decode("utf-8"))


@given(SPELLED)
def test_composed_decomposed_and_capital_letters_are_one(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert tokens(text) == tokens(unicodedata.normalize("NFD", text)) == tokens(text.upper().lower())


def test_long_texts_of_one_kind_take_no_long_time() -> None:
    for text in ("a1" * 50_000, "1" * 100_000, "a\u0301" * 50_000, "số " * 30_000, "_" * 100_000):
        assert len(tokens(text)) <= 100_000
