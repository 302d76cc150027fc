"""Sending a page on: buttons, the code drawn in a browser."""

import json
from base64 import b64decode
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
import segno
from playwright.sync_api import Browser, Page, expect
from test_browser import PHONE

from gandan import addresses

ITEM = "tin-tuc/2026/ngay-hoi/"
FULL = f"https://benmau.minhhoa.example/{ITEM}"
# The code is there to be drawn some time after the page.
PRINTED = "() => dispatchEvent(new Event('beforeprint')) && document.querySelector('.on-paper svg')"
MOST = 213  # bytes in the largest code that browsers draw


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Every address that a page of these tests asked for."""
    return []


@pytest.fixture
def page(browser: Browser, host: str, asked: list[str]) -> Iterator[Page]:
    page = browser.new_page(viewport=PHONE)
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script("navigator.share = async (told) => { window.shared = told; };")
    page.goto(host + ITEM)
    yield page
    page.close()


def code(text: str) -> list[str]:
    """The code of the build's own library, a row a line; corrected no better than M."""
    rows = segno.make_qr(text, error="m", boost_error=False, mode="byte").matrix
    return ["".join(map(str, row)) for row in rows]


def test_a_browser_draws_the_codes_that_the_build_draws(page: Page) -> None:
    real = [addresses.full("https://benmau.minhhoa.example/ben-mau/", one) for one in addresses.HEADS]
    long = f"{FULL}{'/de-an-so-7' * 20}"
    texts = [*real, *(long[:size] for size in range(1, MOST + 1, 5)), long[:MOST], "https://x.vn/Đường-số-8"]
    drawn = page.evaluate(
        """async (texts) => {
          const { matrix } = await import("/assets/qr.js");
          return texts.map((text) => matrix(text).map((row) => row.join("")));
        }""",
        texts,
    )
    assert [text for text, rows in zip(texts, drawn, strict=True) if rows != code(text)] == []
    assert {len(rows) for rows in drawn} == set(range(21, 58, 4))  # versions 1 to 10


def test_a_text_that_fits_no_code_has_none(page: Page) -> None:
    long = "x" * (MOST + 1)
    assert page.evaluate("text => import('/assets/qr.js').then(({ matrix }) => matrix(text))", long) is None


def test_a_telephone_shares_title_and_full_address(page: Page) -> None:
    page.get_by_role("button", name="Chia sẻ").click()
    told = page.evaluate("window.shared")
    assert told["url"] == FULL and told["title"] == page.locator("h1").text_content()


def test_zalo_is_a_plain_link_that_tells_the_full_address_and_nothing_of_the_reader(page: Page) -> None:
    door = page.get_by_role("link", name="Gửi qua Zalo")
    href = urlsplit(door.get_attribute("href") or "")
    told = json.loads(b64decode(parse_qs(href.query)["d"][0]))
    assert (href.hostname, told) == ("button-share.zalo.me", {"url": FULL})
    assert (door.get_attribute("rel") or "").split() == ["noopener", "noreferrer", "nofollow"]


def test_the_code_opens_in_a_window_that_escape_shuts(page: Page) -> None:
    opener = page.get_by_role("button", name="Mã QR")
    opener.click()
    window = page.get_by_role("dialog", name="Quét để mở trang này")
    expect(window.get_by_role("img", name=f"Mã QR dẫn đến {FULL}")).to_be_visible()
    expect(window.get_by_text(FULL)).to_be_visible()
    page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    expect(opener).to_be_focused()
    opener.click()
    window.get_by_role("button", name="Đóng").click()
    expect(window).to_have_count(0)


def test_without_the_code_the_button_says_so(page: Page) -> None:
    page.route("**/assets/qr.js", lambda route: route.abort())
    page.reload()
    page.get_by_role("button", name="Mã QR").click()
    expect(page.get_by_role("button", name="Chưa tải được mã QR")).to_be_visible()


@pytest.mark.parametrize("address", [ITEM, "van-ban/10-2022-qh15/", "lich/2026/bi-thu-tiep-cong-dan/"])
def test_on_paper_stands_the_address_in_words_and_as_a_code(page: Page, host: str, address: str) -> None:
    page.goto(host + address)
    foot = page.locator(".on-paper")
    expect(foot).to_be_hidden()
    page.wait_for_function(PRINTED)
    page.emulate_media(media="print")
    expect(foot).to_contain_text(f"https://benmau.minhhoa.example/{address}")
    expect(foot.get_by_role("img")).to_be_visible()


def test_a_sheet_for_the_board_has_one_code(page: Page, host: str) -> None:
    page.goto(f"{host}cong-khai/2026/ngan-sach-quy-3/niem-yet/", wait_until="networkidle")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("svg.qr")).to_have_count(1)
    expect(page.locator("svg.code")).to_have_count(0)


def test_nobody_else_is_asked_before_a_reader_presses(page: Page, host: str, asked: list[str]) -> None:
    page.get_by_role("button", name="Mã QR").click()
    page.wait_for_load_state("networkidle")
    assert asked and [one for one in asked if not one.startswith(host)] == []
