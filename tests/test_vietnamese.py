"""Vietnamese letters: cleaned, folded, ordered, made into addresses."""

import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.vietnamese import clean, collate, fold, slug

ALPHABET = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
TONES = ["a", "à", "ả", "ã", "á", "ạ"]
VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ "
WORDS = st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + "bcdghklmnpqrstvx0123-")


@pytest.mark.parametrize(
    ("written", "slugged"),
    [
        ("Tổ dân phố số 3", "to-dan-pho-so-3"),
        ("Đối thoại, tiếp công dân", "doi-thoai-tiep-cong-dan"),
        ("ĐẢNG ỦY", "dang-uy"),
        ("\u00d0ảng", "dang"),
        ("Nghị định 59/2023/NĐ-CP", "nghi-dinh-59-2023-nd-cp"),
        ("  --  ", ""),
        ("☎ 中文", ""),
        ("ưỡn ẹo", "uon-eo"),
    ],
)
def test_an_address_has_small_letters_without_accents(written: str, slugged: str) -> None:
    assert slug(written) == slug(unicodedata.normalize("NFD", written)) == slugged


@given(st.text())
def test_any_text_makes_an_address_or_none(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))
    assert slug(slug(text)) == slug(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(WORDS)
def test_folded_vietnamese_is_ascii(text: str) -> None:
    assert fold(text).isascii() and len(fold(text)) == len(text)


@given(st.text())
def test_clean_text_is_nfc_and_stays_so(text: str) -> None:
    assert unicodedata.is_normalized("NFC", clean(text)) and clean(clean(text)) == clean(text)


@given(WORDS)
def test_split_letters_are_read_like_whole_ones(text: str) -> None:
    split = unicodedata.normalize("NFD", text)
    assert clean(split) == text and fold(split) == fold(text)
    assert collate(split)[:2] == collate(text)[:2]


@pytest.mark.parametrize("seed", range(5))
def test_letters_sort_by_the_alphabet(seed: int) -> None:
    shuffled = random.Random(seed).sample(ALPHABET, len(ALPHABET))
    assert sorted(shuffled, key=collate) == ALPHABET


def test_tones_sort_as_in_dictionaries() -> None:
    assert sorted(reversed(TONES), key=collate) == TONES


@pytest.mark.parametrize(
    "words",
    [
        ["an sinh", "ăn uống", "ân cần", "bầu cử", "dân vận", "đê điều", "em", "êm"],
        ["ba", "bà", "bá", "bạc", "bài"],  # tones count only when all letters are equal
        ["Chủ đề 1", "Chủ đề 2", "Chủ tịch"],
        ["1", "a", "á b", "ă"],
    ],
)
def test_words_sort_letter_by_letter_before_tones(words: list[str]) -> None:
    assert sorted(reversed(words), key=collate) == words


@given(st.text(), st.text())
def test_any_two_texts_can_be_ordered(one: str, other: str) -> None:
    assert (collate(one) < collate(other)) or (collate(other) <= collate(one))
