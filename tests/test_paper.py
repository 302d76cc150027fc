"""Each kind of page on A4, read back from the PDF: what it says, its state, its day, its address, no menu."""

import io
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import built
import pypdf
import pytest
from outline import Outline
from playwright.sync_api import Browser, Page
from test_browser import TYPES

HOST = "https://benmau.minhhoa.example/"
KINDS = (
    "home",
    "news list",
    "news item with a table",
    "notice",
    "consultation open",
    "consultation decided",
    "disclosure",
    "question",
    "decision reached",
    "register",
    "directive out of force",
    "group",
    "removed",
)
SHEETS = ("posting sheet", "register of a quarter")  # papers of their own, with their own head
# What leads elsewhere, and what only a screen can do.
MENUS = (
    "Menu",
    "Cách đọc",
    "Bỏ qua đến nội dung",
    "In trang",
    "Sao chép đường dẫn",
    "Chia sẻ",
    "Đọc bài viết",
    "Cùng chủ đề",
    "Tất cả tin tức",
    "Cũ hơn",
)


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.clock.set_fixed_time(f"{built.TODAY}T09:00:00+07:00")
    yield page
    page.close()


@cache
def pages(desk: Page, url: str) -> list[str]:
    """The words of each sheet, without the spaces that a PDF is free with."""
    desk.goto(url)
    data = desk.pdf(format="A4", prefer_css_page_size=True)
    return [bare(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def bare(text: str) -> str:
    return unicodedata.normalize("NFC", re.sub(r"\s", "", text))


@pytest.mark.parametrize("name", [*KINDS, *SHEETS])
def test_paper_tells_what_is_said_its_state_and_its_address_and_no_menu(
    desk: Page, host: str, name: str
) -> None:
    outline = Outline.of((built.site() / TYPES[name] / "index.html").read_text("utf-8"))
    told = "".join(pages(desk, host + TYPES[name]))
    wanted = [outline.all("h1")[0].text, *(one.text for one in outline.all("span", "data-state"))]
    wanted += [HOST + TYPES[name].removesuffix("niem-yet/")] if name != "register of a quarter" else []
    for words in wanted:
        assert bare(words).lower() in told.lower(), words
    assert not [words for words in MENUS if bare(words) in told]


@pytest.mark.parametrize("name", ["consultation open", "home", "directive out of force", "group"])
def test_paper_tells_the_day_of_its_states(desk: Page, host: str, name: str) -> None:
    assert "23/11/2026" in "".join(pages(desk, host + TYPES[name]))


def test_a_table_tells_its_heads_on_every_sheet(desk: Page, host: str) -> None:
    first, second, *_ = pages(desk, host + TYPES["register of a quarter"])
    head = bare("Hình thức")
    assert head in first and head in second


def test_links_to_other_sites_tell_where_they_lead(desk: Page, host: str) -> None:
    told = "".join(pages(desk, host + TYPES["directive out of force"]))
    assert "(http://lyluanchinhtri.vn/" in told


def test_what_is_folded_on_the_screen_lies_open_on_paper(desk: Page, host: str) -> None:
    html = (built.site() / "lich/2026/11/index.html").read_text("utf-8")
    folded = re.search(r"<details.*?<h4[^>]*>(.*?)</h4>|<details.*?<h3[^>]*>(.*?)</h3>", html, re.S)
    assert folded
    words = bare(re.sub(r"<[^>]+>", "", folded[1] or folded[2]))
    assert words in "".join(pages(desk, f"{host}lich/2026/11/"))
