"""A page read aloud: what is said of it, what stands on it meanwhile, and how people steer the voice.

No machine that tests has a voice: `voices.js` stands in for one, and says in `said` what it was told.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import built
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from gandan import spoken
from gandan.aloud import page as aloud

ASSETS = built.ROOT / "overrides/assets/aloud"
VOICES = built.ROOT / "tests/voices.js"
VECTORS = json.loads((built.ROOT / "tests/sentence-vectors.json").read_text("utf-8"))
NEWS, VOTE = "tin-tuc/2026/ngay-hoi/", "bieu-quyet/2026/dong-gop-hem-27/"
COUNTED = re.compile(r"^(?:Còn )?\d{1,2}(?=:| ngày$)")  # a point of a list, days left: counted in the browser
OPENER, PLAYER = "Đọc bài viết", "section.aloud"

Open = Callable[[str], Page]


@pytest.fixture
def telephone(browser: Browser, host: str) -> Iterator[Open]:
    """`telephone(address)`: that page on a telephone with a Vietnamese voice, its clock in our hand."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script(path=VOICES)

    def goto(address: str) -> Page:
        page = context.new_page()
        page.clock.install()
        page.goto(host + address)
        return page

    yield goto
    context.close()


def read(page: Page) -> Page:
    """The player, open and saying the first sentence."""
    page.get_by_role("button", name=OPENER).click()
    expect(page.locator(".aloud-place")).to_contain_text("Câu 1/")
    page.clock.run_for(100)
    return page


def on(page: Page, times: int = 1) -> None:
    """The voice comes to the end of what it is saying."""
    for _ in range(times):
        page.evaluate("finish()")
        page.clock.run_for(100)


def said(page: Page) -> list[str]:
    return [one["text"] for one in page.evaluate("said")]


def press(page: Page, name: str) -> None:
    page.locator(PLAYER).get_by_role("button", name=name).click()
    page.clock.run_for(100)


def marked(page: Page) -> str:
    """The words on the page that are marked as being said."""
    text: str = page.evaluate("[...(CSS.highlights.get('dang-doc') ?? [])].map(String).join('|')")
    return " ".join(text.split())


@pytest.mark.parametrize(("text", "sentences"), VECTORS)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, sentences: list[str]) -> None:
    assert list(spoken.sentences(text, None)) == sentences


def test_the_browser_ends_a_sentence_at_the_same_place(browser: Browser) -> None:
    run = """async ([script, texts]) => {
      const { sentences } = await import("data:text/javascript;charset=utf-8," + encodeURIComponent(script));
      return texts.map((text) => sentences(text).map(([from, to]) => text.slice(from, to)));
    }"""
    page = browser.new_page()
    script = (ASSETS / "sentences.js").read_text("utf-8")
    assert page.evaluate(run, [script, [text for text, _ in VECTORS]]) == [each for _, each in VECTORS]
    page.close()


PAGES = [
    pytest.param(NEWS, id="news"),
    pytest.param(VOTE, id="a vote with tables"),
    pytest.param("cong-khai/2026/ngan-sach-quy-3/", id="a disclosure with a budget"),
    pytest.param("van-ban/10-2022-qh15/", id="a directive"),
    pytest.param("lay-y-kien/2026/gio-len-hang-quanh-cho/", id="a consultation"),
    pytest.param("gioi-thieu/", id="a standing page"),
]


@pytest.mark.parametrize("address", PAGES)
def test_of_a_whole_page_no_figure_reaches_the_voice(telephone: Open, address: str) -> None:
    page = read(telephone(address))
    for _ in range(200):
        if page.locator("[role=status]:visible").count():
            break
        on(page)
    texts = said(page)
    assert len(texts) > 5
    assert [text for text in texts if any(map(str.isdigit, COUNTED.sub("", text)))] == []
    assert [text for text in texts if len(text) > 160] == []
    assert texts[0].startswith(spoken.of(page.locator("h1").inner_text())[:40])
    expect(page.locator("[role=status]")).to_have_text("Đã đọc hết bài.")


def test_a_table_is_read_row_by_row_each_cell_after_the_head_of_its_column(telephone: Open) -> None:
    page = read(telephone(VOTE))
    on(page, 13)
    assert said(page)[10:14] == [
        "Tổng số hộ", "Số hộ: hai trăm bốn mươi sáu", "Tỷ lệ: một trăm phần trăm", "Nộp phiếu",
    ]  # fmt: skip
    assert "Trạng thái: Đã được công nhận tính đến ngày hai mươi ba tháng mười một" in said(page)[1]
    assert not any("Dân chủ ở cơ sở" in text for text in said(page))


def test_the_sentence_that_is_said_is_marked_and_brought_into_sight(telephone: Open) -> None:
    page = read(telephone(NEWS))
    assert marked(page) == page.locator("h1").inner_text()
    links = page.locator("article a").count()
    on(page, 12)
    page.clock.run_for(1000)
    assert marked(page).startswith("Ba việc xong một phần:")
    expect(page.get_by_role("link", name="nước thải khu chợ vẫn còn")).to_be_in_viewport()
    assert page.locator("article a").count() == links
    press(page, "Thôi đọc")
    assert marked(page) == ""


def test_a_browser_that_colours_no_range_gets_boxes_beside_the_page(browser: Browser, host: str) -> None:
    page = browser.new_page()
    page.add_init_script(path=VOICES)
    page.add_init_script("delete window.Highlight")
    page.goto(host + NEWS)
    before = page.locator("article").inner_html()
    page.get_by_role("button", name=OPENER).click()
    expect(page.locator(".aloud-boxes i").first).to_be_attached()
    box, head = page.locator(".aloud-boxes i").first.bounding_box(), page.locator("h1").bounding_box()
    assert box and head and abs(box["y"] - head["y"]) < 12 and box["width"] > 100
    assert page.locator("article").inner_html() == before
    press(page, "Thôi đọc")
    expect(page.locator(".aloud-boxes")).to_have_count(0)
    page.close()


def test_people_pause_go_on_step_and_stop(telephone: Open) -> None:
    page = read(telephone(NEWS))
    assert page.evaluate("speechSynthesis.speaking")
    first, second = page.locator("h1").inner_text(), page.locator(".dates time").inner_text()
    press(page, "Tạm dừng")
    assert not page.evaluate("speechSynthesis.speaking")
    page.clock.run_for(60_000)
    assert len(said(page)) == 1
    press(page, "Đọc tiếp")
    assert said(page)[1] == said(page)[0]
    press(page, "Câu sau")
    assert marked(page) == second and len(said(page)) == 3
    press(page, "Câu trước")
    press(page, "Câu trước")
    assert marked(page) == first
    press(page, "Thôi đọc")
    assert not page.evaluate("speechSynthesis.speaking")
    expect(page.locator(PLAYER)).to_have_count(0)
    expect(page.get_by_role("button", name=OPENER)).to_be_focused()
    page.keyboard.press("Enter")
    page.clock.run_for(100)
    expect(page.locator(PLAYER)).to_be_visible()


def test_the_keys_of_the_player_work_in_the_player_only(telephone: Open) -> None:
    page = read(telephone(NEWS))
    expect(page.get_by_role("button", name="Tạm dừng")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".aloud-place")).to_contain_text("Câu 2/")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".aloud-place")).to_contain_text("Câu 1/")
    page.locator("#_tim").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator(".aloud-place")).to_contain_text("Câu 1/")
    page.get_by_role("button", name="Câu sau").focus()
    page.keyboard.press("Escape")
    expect(page.locator(PLAYER)).to_have_count(0)


def test_the_speed_is_kept_on_the_device(telephone: Open) -> None:
    page = read(telephone(NEWS))
    page.get_by_label("Tốc độ").select_option("Nhanh")
    page.clock.run_for(100)
    assert [one["rate"] for one in page.evaluate("said")] == [1, 1.25]
    again = read(telephone(VOTE))
    assert again.evaluate("said")[0]["rate"] == 1.25


def test_a_voice_that_fails_or_never_ends_is_told_or_left(telephone: Open) -> None:
    page = read(telephone(NEWS))
    page.evaluate("lose()")
    page.clock.run_for(60_000)
    assert len(said(page)) == 2
    page.evaluate("fail()")
    expect(page.locator("[role=status]")).to_contain_text("Máy này chưa đọc được.")
    expect(page.get_by_role("button", name="Đọc tiếp")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_moves_when_the_voices_are_told_late(browser: Browser, host: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.add_init_script("window.lateVoices = true")
    page.add_init_script(path=VOICES)
    for address in (NEWS, VOTE, "van-ban/10-2022-qh15/", "gioi-thieu/"):
        page.goto(host + address)
        height = page.evaluate("document.documentElement.scrollHeight")
        page.evaluate("tell([{ lang: 'vi-VN', name: 'Linh' }])")
        button = page.get_by_role("button", name=OPENER)
        expect(button).to_be_visible()
        assert page.evaluate("document.documentElement.scrollHeight") == height
        box, words = button.bounding_box(), page.locator(".item > h1").bounding_box()
        assert box and words and box["y"] >= words["y"] + words["height"]
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


@pytest.mark.parametrize("late", [[], [{"lang": "en-US"}]])
def test_without_a_vietnamese_voice_there_is_no_button(browser: Browser, host: str, late: list[Any]) -> None:
    page = browser.new_page()
    page.add_init_script("window.lateVoices = true")
    page.add_init_script(path=VOICES)
    page.goto(host + NEWS)
    page.evaluate("tell", late)
    expect(page.get_by_role("button", name=OPENER)).to_have_count(0)
    page.evaluate("tell([{ lang: 'vi_VN', name: 'Linh' }])")
    expect(page.get_by_role("button", name=OPENER)).to_be_visible()
    page.evaluate("tell([{ lang: 'en-US' }])")
    expect(page.get_by_role("button", name=OPENER)).to_have_count(0)
    page.close()


def test_where_the_words_to_be_said_are_missing_the_page_is_read_as_written(telephone: Open) -> None:
    page = telephone(NEWS)
    page.route("**/loi-doc-11.json", lambda route: route.fulfill(status=404))
    read(page)
    assert said(page) == [page.locator("h1").inner_text()]


def test_the_player_is_right_for_everybody(telephone: Open) -> None:
    page = read(telephone(NEWS))
    violations = Axe().run(page).response["violations"]
    assert [one["id"] for one in violations] == []
    for control in page.locator(f"{PLAYER} :is(button, select)").all():
        box = control.bounding_box()
        assert box and box["height"] >= 48 and box["width"] >= 48
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_sentences_of_a_page_are_those_of_its_article() -> None:
    html = """<nav>Không 1.</nav><article class="item" data-kind="news"><h1>Tiêu đề &amp; 2</h1>
      <p>Câu <a href="/x">một</a>
      của bài. Câu<br>hai.</p><p>Có <button>Sao chép</button><svg><title>Không</title></svg>nút.</p>
      <figure><img src="a" alt="Ảnh 3 người. Đẹp."><figcaption>Lời</figcaption></figure>
      <p>Bước <b>hai</b> <span data-shown-from="2026-12-01">Ở <i>đây</i></span> <i>từ</i> 3/12</p>
      <table><tr><th>Số</th><td>1.200</td></tr></table></article><aside>Không 4.</aside>"""
    assert "|".join(aloud.said(html)) == (
        "Tiêu đề & 2|Câu một của bài.|Câu|hai.|Có nút.|Ảnh 3 người.|Đẹp.|Lời|Bước hai|Ở đây|từ 3/12|Số|1.200"
    )
    assert list(aloud.said("<p>Trang không có bài</p>")) == []


def test_only_what_a_voice_reads_wrongly_is_in_the_dictionary() -> None:
    texts = ["Bà con họp tối nay.", "Chi 1.200 đồng.", "ĐẢNG BỘ", "“Xong” (rồi)…", "Theo vd. này"]
    assert spoken.dictionary(texts) == {
        "Chi 1.200 đồng.": "Chi một nghìn hai trăm đồng.",
        "Theo vd. này": "Theo ví dụ. này",
    }
