"""Each room of what is spoken looks first whether a text has anything for it, and passes over what has not.

Here a look says yes, whatever the text: the words must be those of a look that may say no.
"""

import random

import pytest

from gandan.spoken import addresses, amounts, days, fractions, letters, lines, signs, speech, units

LOOKS = (
    (amounts, "JOINED"), (days, "DASHED"), (days, "MARKED"), (days, "STROKE"), (days, "WEEK"),
    (fractions, "PARTED"), (letters, "LONE"), (letters, "SHOUTED"), (lines, "DOTTED"),
    (signs, "MARKED"), (units, "SEEN"),
)  # fmt: skip
PIECES = """
thứ 2|thứ hai - thứ sáu|THỨ 4|T2-T6|T2, 20/11|CN 22/11|thứ 2, 4 và 6|tháng 4|Tháng 04|chiều 8-4
20/11/2026|2026-11-20|31/02|21/9–14/10/2026|9-12/2026|tháng 9/2026|11-2026|đợt 2/2026|quý IV/2026
24/7|2/3 số hộ|hơn 1/2|nhà 12A/5|1/500|(BHYT)|bảo hiểm y tế (BHYT)|v.v.|V.V|v.v…|chờ…|chờ..|....
. . . .|______|-----|- một|# hai|a) ba|1. Thời gian|II. Nội dung|điểm a khoản 1|Điểm Đ|lô b|lô B
giá mỗi m2|km/h|20.000 đ/tháng|5 kWh|30°C|3–5 hộ|5-3|3 x 4|2:1|-5|hộ 3 - hộ 7|1.234.567,8
https://benmau.example/tin?a=1.|www.benmau.example|a@b.example|123/UBND-VP|41/KH-UBND|NĐ-CP|CT-XH
UBND|Bếp|ĐÔNG|ASEAN|TP. Huế|người dân|họp bàn|và|đến|từ|tại|½|7:30–11:00|7h30|0905 123 456|gọi 113
— hết —|\u201cdân chủ\u201d|[1]|a|Ế
"""
WORDS = [one for line in PIECES.strip().split("\n") for one in line.split("|")]
BETWEEN = (" ", " ", " ", ", ", ". ", "; ", "\n", "", " - ", "/")


class Always:
    """A look that says yes, asked as a pattern or by its name."""

    def search(self, text: str) -> bool:
        return True

    __call__ = search


def texts(count: int) -> list[str]:
    dice = random.Random(8)
    return [
        "".join(dice.choice(WORDS) + dice.choice(BETWEEN) for _ in range(dice.randint(1, 7)))
        for _ in range(count)
    ]


@pytest.mark.parametrize(("room", "look"), LOOKS, ids=[f"{one.__name__}.{two}" for one, two in LOOKS])
def test_what_a_look_passes_over_has_nothing_to_be_said(
    room: object, look: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = WORDS + texts(400)
    short = [speech.of(one) for one in read]
    monkeypatch.setattr(room, look, Always())
    assert [speech.of(one) for one in read] == short


def test_what_leads_to_a_page_has_a_scheme_or_its_first_letters() -> None:
    for one in WORDS + texts(400):
        found = addresses.PAGE.search(one)
        assert not found or "://" in one or "www." in one.lower()
