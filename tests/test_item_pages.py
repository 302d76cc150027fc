"""The page of each kind in each state, the heads of sections, the front page, the page of a tổ dân phố.

The ward is the small one with `samples.py`, as built on 22/11/2026.
"""

import re
from functools import cache

import pytest
import samples
from outline import Outline

from gandan import prose


@cache
def page(address: str) -> str:
    return (samples.site() / address / "index.html").read_text("utf-8")


def seen(address: str) -> str:
    """What a reader without a script sees on a page, its head and foot aside."""
    main = page(address).partition("<main")[2].partition("</main>")[0]
    shown = re.sub(r"<(section|ul|p|span)\b[^>]* hidden>.*?</\1>", " ", main, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", shown.partition(">")[2]))


def order(address: str, *words: str) -> list[str]:
    """The words that stand on a page, in the order of the page."""
    text = seen(address)
    return sorted((one for one in words if one in text), key=text.index)


@pytest.mark.parametrize(
    ("address", "state", "since", "until", "then"),
    [
        # before, within and after a term; what follows stands in the page
        (
            "lay-y-kien/2026/sap",
            "sap-lay-y-kien",
            "",
            "2026-11-30",
            "dang-lay-y-kien|Đang lấy ý kiến|open|2026-12-21;dang-tong-hop|Đang tổng hợp ý kiến|pending|",
        ),
        (
            "lay-y-kien/2026/dang",
            "dang-lay-y-kien",
            "2026-11-02",
            "2026-11-30",
            "dang-tong-hop|Đang tổng hợp ý kiến|pending|",
        ),
        ("lay-y-kien/2026/tong-hop", "dang-tong-hop", "2026-11-11", "", ""),
        # an outcome of a day to come is none yet
        (
            "lay-y-kien/2026/hua",
            "dang-tong-hop",
            "2026-11-12",
            "2026-11-23",
            "da-co-ket-qua|Đã có kết quả|ended|",
        ),
        ("lay-y-kien/2026/ket-qua", "da-co-ket-qua", "2026-11-05", "", ""),
        (
            "thong-bao/2026/sap",
            "sap-ap-dung",
            "",
            "2026-11-30",
            "dang-ap-dung|Đang áp dụng|open|2026-12-02;het-thoi-han|Hết thời hạn|ended|",
        ),
        ("thong-bao/2026/het", "het-thoi-han", "2026-11-22", "", ""),
        (
            "hoi-dap/2026/cho",
            "cho-tra-loi",
            "",
            "2026-12-07",
            "qua-han-tra-loi|Quá hạn trả lời|expired|",
        ),
        ("hoi-dap/2026/tre", "qua-han-tra-loi", "2026-10-23", "", ""),
        ("hoi-dap/2026/roi", "da-tra-loi", "2026-10-30", "", ""),
        ("giam-sat/2026/roi", "da-tra-loi", "2026-10-10", "", ""),
        ("bieu-quyet/2026/khong-dat", "khong-dat", "2026-11-01", "", ""),
        ("bieu-quyet/2026/dat", "cho-cong-nhan", "2026-11-01", "", ""),
        ("bieu-quyet/2026/cong-nhan", "da-cong-nhan", "2026-11-06", "", ""),
        ("bieu-quyet/2026/tu-choi", "khong-cong-nhan", "2026-11-06", "", ""),
        (
            "cong-khai/2026/dang",
            "dang-niem-yet",
            "2026-10-25",
            "2026-11-24",
            "da-het-han-niem-yet|Đã hết hạn niêm yết|ended|",
        ),
    ],
)
def test_a_badge_carries_its_days_and_what_follows_them(
    address: str, state: str, since: str, until: str, then: str
) -> None:
    badge = Outline.of(page(address)).all("span", "data-state")[0]
    assert (badge["data-state"], badge["data-from"], badge["data-until"]) == (state, since, until)
    assert badge["data-then"] == then


@pytest.mark.parametrize(("folder", "kind"), list(zip(samples.FOLDERS, samples.KINDS, strict=True)))
def test_each_kind_names_itself_and_every_day_can_be_read_by_machines(folder: str, kind: str) -> None:
    for name in samples.FOLDERS[folder]:
        html = page(f"{folder}/2026/{name}")
        assert f'<article class="item" data-kind="{kind}"' in html
        outside = re.sub(
            r"<time.*?</time>|<p class=\"(?:lead|said-so)\".*?</p>|<script.*?</script>", "", html
        )
        main = outside.partition("<main")[2].partition("<aside")[0]
        assert not re.findall(r"\d{1,2}/\d{1,2}/\d{4}", main.partition('<div class="prose">')[0])


def test_an_open_consultation_tells_the_day_who_and_how() -> None:
    text = seen("lay-y-kien/2026/dang")
    assert "Hạn góp ý Hết Thứ Hai, 30/11/2026" in text
    assert "Các hộ ở hẻm 12" in text and "Điều 25 khoản 5" in text
    assert "Kết quả hẹn công bố Thứ Ba, 15/12/2026" in text
    assert order("lay-y-kien/2026/dang", "Hạn góp ý", "Lời của bài", "Cách góp ý", "Sau khi kết thúc") == [
        "Hạn góp ý",
        "Lời của bài",
        "Cách góp ý",
        "Sau khi kết thúc",
    ]


def test_without_a_script_no_page_counts_days() -> None:
    pages = [path.read_text("utf-8") for path in samples.site().rglob("*.html")]
    assert not [html for html in pages if re.search(r"Còn \d+ ngày|ngày cuối", html)]


def test_the_ways_to_answer_are_gone_once_it_is_closed() -> None:
    for name in ("tong-hop", "hua", "ket-qua"):
        assert "Gọi Tổ trưởng" not in page(f"lay-y-kien/2026/{name}"), name
    assert "Gọi Tổ trưởng" not in seen("lay-y-kien/2026/sap")
    assert "Gọi Tổ trưởng" in seen("lay-y-kien/2026/hom-nay")


def test_what_is_being_summed_up_tells_when_it_closed_and_what_is_promised() -> None:
    text = seen("lay-y-kien/2026/tong-hop")
    assert "Đã hết hạn góp ý Nhận ý kiến đến hết Thứ Ba, 10/11/2026" in text
    assert "Kết quả hẹn công bố Thứ Ba, 01/12/2026" in text
    assert "1.086" in text


def test_an_outcome_goes_first_with_figures_response_and_decision() -> None:
    parts = (
        "Kết quả",
        "Tiếp thu, giải trình",
        "Quyết định, công bố",
        "Nội dung đã lấy ý kiến",
        "Lời của bài",
    )
    assert order("lay-y-kien/2026/ket-qua", *reversed(parts)) == list(parts)


def test_an_outcome_of_a_day_to_come_is_not_in_the_page() -> None:
    html = page("lay-y-kien/2026/hua")
    assert "Điều chưa ai được biết" not in html and "Lời giải trình chưa tới ngày" not in html
    assert "hẹn công bố Thứ Ba, 24/11/2026" in seen("lay-y-kien/2026/hua")


def test_fields_are_words_in_paragraphs_with_their_citations_as_links() -> None:
    html = page("lay-y-kien/2026/ket-qua")
    assert "Đoạn một &lt;script&gt;alert(1)&lt;/script&gt;.</p>" in html
    assert '<p class="said-so">Đoạn hai.</p>' in html
    assert (
        'data-directive="quy-che-moi"' in html.partition("Quyết định, công bố")[2].partition("</section>")[0]
    )
    assert "&lt;b&gt;trước&lt;/b&gt;" in page("lay-y-kien/2026/dang")


@pytest.mark.parametrize(
    ("name", "heading", "line"),
    [
        ("khong-dat", "Không đạt tỷ lệ", "53/80 hộ tán thành, bằng 66,25%"),
        ("dat", "Đạt tỷ lệ, chờ công nhận", "54/80 hộ tán thành, bằng 67,5%"),
        ("cong-nhan", "Đạt tỷ lệ, đã được công nhận", "41/80 hộ tán thành, bằng 51,25%"),
        ("tu-choi", "Đạt tỷ lệ, không được công nhận", "60/80 hộ tán thành, bằng 75%"),
        ("toan-phuong", "Đạt tỷ lệ, chờ công nhận", "4/6 tổ dân phố tán thành, bằng 66,67%"),
    ],
)
def test_a_vote_is_measured_on_all_households(name: str, heading: str, line: str) -> None:
    text = seen(f"bieu-quyet/2026/{name}")
    assert f"{heading} {line}" in text


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("khong-dat", "ít nhất 2/3 tổng số hộ: từ 54/80 hộ"),
        ("cong-nhan", "trên 50% tổng số hộ: từ 41/80 hộ"),
        ("toan-phuong", "ít nhất 2/3 tổng số tổ dân phố: từ 4/6 tổ dân phố"),
    ],
)
def test_the_threshold_stands_beside_with_its_basis(name: str, needed: str) -> None:
    text = seen(f"bieu-quyet/2026/{name}")
    assert needed in text and "Điều 21 khoản 1" in text


def test_the_count_of_a_vote_leaves_nobody_out() -> None:
    rows = re.findall(
        r"<tr[^>]*><th scope=\"row\">([^<]*)</th><td>([^<]*)</td>", page("bieu-quyet/2026/khong-dat")
    )
    assert dict(rows) == {
        "Tổng số hộ": "80",
        "Dự họp": "70",
        "Vắng mặt": "10",
        "Tán thành": "53",
        "Không tán thành": "15",
        "Ý kiến khác, phiếu không hợp lệ": "2",
    }


def test_a_refusal_gives_its_reason_and_a_recognition_its_document() -> None:
    assert "Trái quy định về phí" in seen("bieu-quyet/2026/tu-choi")
    assert "06/11/2026 , văn bản 08/2023/QĐ-UBND" in seen("bieu-quyet/2026/cong-nhan")


def test_an_answer_that_came_late_says_by_how_many_days() -> None:
    assert "15/10/2026 (sau hạn 6 ngày)" in seen("hoi-dap/2026/roi-muon")
    assert "sau hạn" not in seen("hoi-dap/2026/roi")
    assert "Ngày trả lời Chưa trả lời" in seen("hoi-dap/2026/cho")


def test_supervision_tells_who_asks_whom_for_what_until_when() -> None:
    text = seen("giam-sat/2026/cho")
    for words in ("Ban Thanh tra nhân dân", "Chủ tịch phường", "12/11/2026", "27/11/2026", "Nạo vét cống"):
        assert words in text
    assert "Đã dán ngày 9/10." in seen("giam-sat/2026/roi")


def test_a_model_shows_its_figures_and_who_honoured_it() -> None:
    text = seen("mo-hinh/2026/kenh")
    assert "Rác vớt được 1,2 tấn" in text and "Tổ dân vận tổ 1" in text
    assert "10/11/2026 , Đảng ủy phường Bến Mẫu, 08/2023/QĐ-UBND" in text


@pytest.mark.parametrize(
    ("section", "titles"),
    [
        (
            "lay-y-kien",
            # open by the last day, planned by the first, then what is closed, newest first
            [
                "Vườn hoa tổ 6",
                "Cải tạo hẻm 12",
                "Giờ mở nhà văn hóa",
                "Kế hoạch năm 2027",
                "Giờ lên hàng quanh chợ",
                "Quy chế dân chủ",
            ],
        ),
        (
            "thong-bao",
            [
                "Ngừng cấp nước",
                "Phun thuốc muỗi",
                "Rào đường trước chợ",
                "Cuộc gọi giả danh",
                "Thu rác cồng kềnh",
            ],
        ),
        (
            "hoi-dap",
            ["Bao giờ sửa đèn?", "Ai quét hẻm 4?", "Thuê trọ có được bỏ phiếu?", "Mở cửa thư viện khi nào?"],
        ),
        ("giam-sat", ["Cống đường Mẫu Đơn", "Bảng thu chi hẻm 27"]),
    ],
)
def test_a_section_puts_first_what_asks_something_of_people(section: str, titles: list[str]) -> None:
    found = re.findall(r"<h[23]><a href=\"2026/[^\"]+\">([^<]+)</a></h[23]>", page(section))
    assert set(found) == set(titles)
    if section == "lay-y-kien":
        assert found[:3] == titles[:3] and found[-1] == titles[-1]
    else:
        assert found == titles


@pytest.mark.parametrize(
    ("section", "line"),
    [
        ("lay-y-kien", "Hạn góp ý: Thứ Hai, 30/11/2026"),
        ("lay-y-kien", "Nhận ý kiến từ Thứ Ba, 01/12/2026 đến hết 21/12/2026"),
        ("lay-y-kien", "Hết hạn góp ý ngày 10/11/2026 , hẹn công bố kết quả ngày 01/12/2026"),
        ("lay-y-kien", "Công bố kết quả ngày 05/11/2026"),
        ("thong-bao", "Từ 22/11/2026 đến hết Thứ Hai, 23/11/2026"),
        ("hoi-dap", "Hỏi ngày 16/11/2026 ; hạn trả lời 07/12/2026"),
        ("giam-sat", "Ban Thanh tra nhân dân, ngày 12/11/2026 ; hạn trả lời 27/11/2026"),
        ("bieu-quyet", "53/80 hộ tán thành (66,25%), biểu quyết ngày 01/11/2026"),
        ("bieu-quyet", "4/6 tổ tán thành (66,67%)"),
        ("mo-hinh", "Tổ dân vận tổ 1, đăng ký năm 2026; được công nhận"),
    ],
)
def test_a_row_says_the_day_that_counts(section: str, line: str) -> None:
    assert line in seen(section)


def test_the_front_page_shows_one_urgent_notice_the_one_that_ends_soonest() -> None:
    main = page("").partition("<main")[2]
    alert = main.partition("<section")[2].partition("</section>")[0]
    assert "Ngừng cấp nước" in alert and "Cả 2 thông báo khẩn" in alert
    assert 'data-shown-until="2026-11-23"' in alert
    assert main.count('class="notice alert"') == 1
    told = ["Ngừng cấp nước", "Phun thuốc muỗi", "Rào đường trước chợ"]
    assert order("", *told) == told
    assert seen("").count("Ngừng cấp nước") == 1


def test_what_has_ended_leaves_the_front_page_and_stays_readable() -> None:
    front = seen("")
    for ended in ("Thu rác cồng kềnh", "Phí vệ sinh", "Quy chế dân chủ"):
        assert ended not in front
    for kept in ("thong-bao/2026/het", "cong-khai/2026/het", "lay-y-kien/2026/ket-qua"):
        assert "Lời của bài" in seen(kept)
    assert "Ngân sách quý III" in front and "Vườn hoa tổ 6" in front


def test_every_page_reaches_every_section_from_its_menu_or_its_foot() -> None:
    menu, _, foot = page("hoi-dap/2026/cho").partition('<footer class="footer">')
    menu = menu.partition('id="_trinh-don"')[2].partition("</nav>")[0]
    for section in (*samples.FOLDERS, "tin-tuc", "lich", "van-ban", "chu-de", "to-dan-pho", "gioi-thieu"):
        assert (menu + foot).count(f'href="../../../{section}/"') == 1, section


def test_a_group_tells_who_leads_it_and_all_that_concerns_it() -> None:
    text = seen("to-dan-pho/to-1")
    for words in ("Ông Hoàng Văn Ước Lệ", "0200 000 0011", "1.214", "Bí thư chi bộ"):
        assert words in text
    assert "Đến hết 30/06/2025 : tổ dân phố 11 phường Hồ Sen Mẫu" in text
    assert "Cải tạo hẻm 12" in text and "Ngừng cấp nước" in text and "Ngày hội của tổ 1" in text


def test_lists_of_several_kinds_tell_the_kind() -> None:
    for address in ("to-dan-pho/to-1", "chu-de/dan-chu"):
        text = seen(address)
        assert "Thông báo · 21/11/2026" in text and "Tin tức · 20/11/2026" in text
    assert "Thông báo · 21/11/2026" in page_words("tin-tuc/2026/ngay-hoi")
    assert "Tin tức · 07/05/2026" in page_words("van-ban/quy-che-moi")


def page_words(address: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page(address)))


def test_below_a_corner_without_words_the_words_at_the_left_head_their_rows() -> None:
    html = prose.html("| | A |\n|---|---|\n| x | y |\n| | z |")
    assert re.findall(r"<(t[hd]\b[^>]*)>", html) == ["td", "th", 'th scope="row"', "td", "td", "td"]


def test_a_head_without_words_elsewhere_heads_nothing() -> None:
    html = prose.html("| A | |\n|---|---|\n| x | y |")
    assert re.findall(r"<(t[hd])>", html) == ["th", "td", "td", "td"]
