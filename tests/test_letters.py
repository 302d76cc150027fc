"""Letters at the door: cleaned, and told where they were not clean."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.read.letters import LOOKS, SUSPECT, UNSEEN, settle, settled
from gandan.vietnamese import clean


@pytest.mark.parametrize(
    ("written", "settled", "codes"),
    [
        ("Dân vận khéo", "Dân vận khéo", []),
        ("a\r\nb\rc\n", "a\nb\nc\n", []),
        ("\ufeffDân", "Dân", []),
        ("Da\u0302n va\u0323\u0302n", "Dân vận", ["C101"]),
        ("\u00d0ảng, \u0189ảng, \u00f0ảng, \u0256ảng", "Đảng, Đảng, đảng, đảng", ["C102"]),
        ("Dân\u200b\u200c\u200d\u2060\ufeff vận", "Dân vận", ["C103"]),
        ("Dân\u200e\u202e\u2066 vận", "Dân vận", ["C103"]),
        ("Dân\x00\x07\x7f\x9d vận\ufffe", "Dân vận", ["C103"]),
        ("Dân\x0bvận\u2028khéo\x85", "Dân vận khéo ", ["C103"]),
        ("D\u00d0\u200bo\u0302", "DĐô", ["C101", "C102", "C103"]),
        ("a\u200b\u0301", "á", ["C103"]),
        ("Tab\tvà\u00a0dấu cách cứng", "Tab\tvà\u00a0dấu cách cứng", []),
        ("👍 ☎ ½", "👍 ☎ ½", []),
    ],
)
def test_letters_are_cleaned_and_told(written: str, settled: str, codes: list[str]) -> None:
    text, problems = settle(written, "docs/a.md")
    assert (text, [one.code for one in problems]) == (settled, codes)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("\u00d0", 1, 1), ("một\nhai \u00d0 ba \u00d0", 2, 5), ("\r\n\r\n \u00f0", 3, 2)],
)
def test_the_first_of_a_kind_is_shown(text: str, line: int, column: int) -> None:
    (problem,) = settle(text, "docs/a.md")[1]
    assert (problem.place.line, problem.place.column) == (line, column)


def test_how_many_there_are_is_told_once() -> None:
    (problem,) = settle("\u200b" * 3 + "a\u200d", "docs/a.md")[1]
    assert "4 ký tự" in problem.message and "U+200B" in problem.message


@given(st.text())
def test_settled_text_is_nfc_has_nothing_unseen_and_stays_so(text: str) -> None:
    settled, _ = settle(text, "docs/a.md")
    assert unicodedata.is_normalized("NFC", settled) and not UNSEEN.search(settled) and "\r" not in settled
    assert settle(settled, "docs/a.md") == (settled, [])


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_no_line_is_lost_or_won(text: str) -> None:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert settle(text, "docs/a.md")[0].count("\n") == lines


EVERY = "".join(map(chr, range(0x10000)))


def test_the_one_look_knows_every_letter_that_is_told() -> None:
    told = {letter for letter in EVERY if UNSEEN.search(letter) or LOOKS.search(letter)}
    assert told <= set(SUSPECT.findall(EVERY))


@given(st.text(alphabet=st.sampled_from("aĐ1 \n\u00ad\u0301\u0323\u200b\u00d0\u2028\x00\u1ea1\u212b")))
def test_what_is_settled_at_a_look_would_stay_as_it_is(text: str) -> None:
    if settled(text):
        assert clean(UNSEEN.sub("", text)) == text and not LOOKS.search(text)
