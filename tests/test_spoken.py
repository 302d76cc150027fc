"""What an announcer says: written Vietnamese in, spoken Vietnamese out, and where the breath comes."""

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gandan import spoken
from gandan.model import Abbreviation
from gandan.spoken import numerals, roman

CASES = yaml.load(
    (Path(__file__).parent / "cases" / "spoken.yml").read_text("utf-8"),
    Loader=yaml.BaseLoader,
)
PAIRS = [pytest.param(*pair, id=f"{sort}: {pair[0]}") for sort, pairs in CASES.items() for pair in pairs]


def ward(**short_forms: str) -> tuple[Abbreviation, ...]:
    return tuple(Abbreviation(short=short, long=long) for short, long in short_forms.items())


@pytest.mark.parametrize(("written", "said"), PAIRS)
def test_what_is_written_is_said_so(written: str, said: str) -> None:
    assert spoken.of(written) == said


@pytest.mark.parametrize(("written", "said"), PAIRS)
def test_what_is_spoken_already_stays(written: str, said: str) -> None:
    assert spoken.of(said) == said


def test_there_are_pairs_enough_and_none_twice() -> None:
    written = [pair[0] for pairs in CASES.values() for pair in pairs]
    assert len(written) >= 170
    assert len(set(written)) == len(written)


def test_the_ward_knows_its_own_short_forms_best() -> None:
    own = ward(TU="Thành ủy", TDP="tổ dân phố", TTVH="trung tâm văn hóa - thể thao")
    assert spoken.of("Chỉ thị 14-CT/TU", own) == "Chỉ thị số mười bốn của Thành ủy"
    assert spoken.of("TTVH", own) == "trung tâm văn hóa thể thao"
    assert spoken.of("TTVH") == "tê tê vê hát"
    assert spoken.of("UBND, TDP 2", own) == "Ủy ban nhân dân, tổ dân phố hai"


def test_short_forms_with_blanks_and_signs_are_words_of_the_ward() -> None:
    own = (
        Abbreviation(short="TP BM", long="thành phố Bến Mẫu"),
        Abbreviation(short="NN&PTNT", long="nông nghiệp"),
    )
    assert spoken.of("TP BM, Phòng NN&PTNT", own) == "thành phố Bến Mẫu, Phòng nông nghiệp"


def test_split_accents_and_strange_letters_are_read_as_the_common_ones() -> None:
    written = unicodedata.normalize("NFD", "Nghị định 59/2023/NĐ-CP của Chính phủ")
    eth = "Ngh\u1ecb \u0111\u1ecbnh 59/2023/N\u00d0\u2011CP của Chính phủ"
    assert spoken.of(written) == spoken.of(eth) == spoken.of(unicodedata.normalize("NFC", written))


NOTICE = """\
THÔNG BÁO
Về việc tạm ngừng cấp nước tại TDP số 3 và số 4

UBND phường Bến Mẫu thông báo: để đấu nối ống D110, nước tạm ngừng từ 22:00 ngày 27/11/2026 \
đến 5:30 ngày 28/11/2026.

1. Phạm vi: hẻm 12/5 và hẻm 27 đường Thí Dụ (58/64 hộ của TDP số 3).
2. Chi phí: 12.600.000 đồng, lấy từ dự toán quý IV/2026, theo Kế hoạch số 41/KH-UBND.
- Xe bồn 5 m³ đỗ ở nhà văn hóa, mỗi hộ nhận không quá 40 lít/ngày.
- Cần hỏi, bà con gọi 0200 000 0001 hoặc xem https://benmau.example/thong-bao/.
"""
SAID = """\
THÔNG BÁO
Về việc tạm ngừng cấp nước tại tổ dân phố số ba và số bốn
Ủy ban nhân dân phường Bến Mẫu thông báo: để đấu nối ống dê một trăm mười, nước tạm ngừng từ hai mươi \
hai giờ ngày hai mươi bảy tháng mười một năm hai nghìn không trăm hai mươi sáu đến năm giờ ba mươi phút \
ngày hai mươi tám tháng mười một năm hai nghìn không trăm hai mươi sáu.
một, Phạm vi: hẻm mười hai trên năm và hẻm hai mươi bảy đường Thí Dụ, năm mươi tám trên sáu mươi tư hộ \
của tổ dân phố số ba.
hai, Chi phí: mười hai triệu sáu trăm nghìn đồng, lấy từ dự toán quý bốn năm hai nghìn không trăm hai \
mươi sáu, theo Kế hoạch số bốn mươi mốt của Ủy ban nhân dân.
Xe bồn năm mét khối đỗ ở nhà văn hóa, mỗi hộ nhận không quá bốn mươi lít một ngày.
Cần hỏi, bà con gọi không hai không không, không không không, không không không một hoặc xem trang \
benmau chấm example."""


def test_a_whole_notice_is_read_as_an_announcer_reads_it() -> None:
    assert spoken.of(NOTICE) == SAID


def test_the_script_of_a_notice_is_lines_of_one_breath() -> None:
    lines = spoken.script(NOTICE)
    assert lines[:3] == (
        "THÔNG BÁO",
        "Về việc tạm ngừng cấp nước tại tổ dân phố số ba và số bốn",
        "Ủy ban nhân dân phường Bến Mẫu thông báo: để đấu nối ống dê một trăm mười,",
    )
    assert all(spoken.syllables(line) <= spoken.BREATH for line in lines)
    assert " ".join(lines).lower() == SAID.replace("\n", " ").lower()
    assert {"Một, Phạm vi:", "Hai, Chi phí:"} <= {line[:13] for line in lines}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Họp lúc 7:30. Mời bà con.", ("Họp lúc 7:30.", "Mời bà con.")),
        ("Họp ở TP. Minh Họa. Mời.", ("Họp ở TP. Minh Họa.", "Mời.")),
        ("ThS. Mẫu nói 1.200 hộ, 2.1 và 20.11.2026.", ("ThS. Mẫu nói 1.200 hộ, 2.1 và 20.11.2026.",)),
        ("Gạo, mì, v.v. và nước. Hết!", ("Gạo, mì, v.v. và nước.", "Hết!")),
        ("Thật không? “Thật.” Vậy thì…", ("Thật không?", "“Thật.”", "Vậy thì…")),
        ("1. Thời gian: sáng. 2. Địa điểm: chợ", ("1. Thời gian: sáng.", "2. Địa điểm: chợ")),
        ("THÔNG BÁO\n\nMời họp", ("THÔNG BÁO", "Mời họp")),
        ("", ()),
    ],
)
def test_a_point_that_belongs_to_a_word_ends_no_sentence(text: str, parts: tuple[str, ...]) -> None:
    assert spoken.sentences(text, None) == parts


def test_a_long_sentence_is_cut_where_it_pauses_and_a_short_one_is_not() -> None:
    clause = "bà con trong tổ cùng nhau dọn kênh"  # eight syllables
    assert spoken.sentences(f"{clause}, {clause}, {clause}.") == (f"{clause}, {clause}, {clause}.",)
    assert spoken.sentences(f"{clause}, {clause}; {clause}, {clause}.") == (
        f"{clause}, {clause}; {clause},",
        f"{clause}.",
    )


def test_without_a_comma_a_joining_word_gives_the_breath() -> None:
    half = "bà con trong tổ cùng nhau dọn kênh và trồng cây dọc bờ từ sáng sớm"
    assert spoken.sentences(f"{half} để {half}.") == (f"{half}", f"để {half}.")


def test_where_nothing_pauses_the_sentence_stays_whole() -> None:
    long = " ".join(["dân"] * 40)
    assert spoken.sentences(long) == (long,)


@pytest.mark.parametrize(
    ("count", "minutes"),
    [(0, 0), (1, 1), (spoken.SYLLABLES_A_MINUTE, 1), (spoken.SYLLABLES_A_MINUTE + 1, 2), (450, 3)],
)
def test_minutes_are_whole_and_rounded_up(count: int, minutes: int) -> None:
    assert spoken.minutes(" ".join(["dân"] * count)) == minutes


@given(st.integers(0, 10**15))
def test_every_number_has_a_reading_of_its_own(number: int) -> None:
    assert heard(numerals.cardinal(number)) == number


WORTH = {word: value for value, word in enumerate(numerals.DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5}
SIZES = {"nghìn": 10**3, "triệu": 10**6}


def heard(words: str) -> int:
    """The number that a listener understands: written without looking at how numbers are spoken."""
    total = billions = group = digit = 0
    for word in words.split():
        if word in WORTH:
            digit = WORTH[word]
        elif word == "trăm":
            group, digit = group + digit * 100, 0
        elif word in ("mươi", "mười"):
            group, digit = group + (digit * 10 if word == "mươi" else 10), 0
        elif word in SIZES:
            total, group, digit = total + (group + digit) * SIZES[word], 0, 0
        elif word == "tỷ":
            billions, total, group, digit = total + group + digit, 0, 0, 0
    return billions * 10**9 + total + group + digit


def test_roman_numerals_are_read_up_to_thirty_nine() -> None:
    assert [roman.value(one) for one in ("I", "IV", "IX", "XIV", "XXXIX")] == [1, 4, 9, 14, 39]
    assert [roman.value(one) for one in ("", "IIII", "VX", "IC", "XXXX")] == [None] * 5


PIECES = [
    "20/11", "/2026", "2/3", " số hộ", "7:30", "–", "-", " - ", "h", "đ", "1.200", "000", ",5", "%", "m²",
    "½", "٣", "①", "UBND", "14-CT/TU", "59/2023/NĐ-CP", "/", "Điều ", "ngày ", "thứ ", "tháng ", "quý ",
    "IV", "VI", "TP.", "P.", "(", ")", "“", "…", "...", "v.v.", "\n", "- ", "a) ", "1. ",
    "https://a.example/1", "b2@c3.example", "0200 000 0001", "gọi ", "số ", "QH15", "x", " ", ", ", ". ",
    "bà con", "\u0301", "\u200b", "²", "KT-XH", "T2", "&", "+84", "1900 0000",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_figure_is_left_in_what_is_said(text: str) -> None:
    said = spoken.of(text)
    assert not any(letter.isdigit() for letter in said)
    assert said == unicodedata.normalize("NFC", said)


@given(st.text(max_size=200))
def test_any_text_can_be_said_cut_and_timed(text: str) -> None:
    said = spoken.of(text)
    assert not any(letter.isdigit() for letter in said)
    assert spoken.minutes(said) >= 0
    assert "".join("".join(spoken.sentences(text)).split()) == "".join(text.split())
    assert all(line.strip() for line in spoken.script(text))


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1.",
        "1,",
        "1/",
        "1-",
        "- ",
        " ",
        ".",
        "…",
        "I",
        "A",
        "(",
        "@",
        "a@",
        "ngày 1",
        "1:",
        "0 ",
        "Đ-",
        "_",
        "a b",
    ],
)
def test_a_wall_of_one_sign_is_read_to_its_end(piece: str) -> None:
    assert isinstance(spoken.script(piece * 20_000), tuple)
