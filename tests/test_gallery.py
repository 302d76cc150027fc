"""A gallery in a real browser: links to files without a script, one picture after another large with it."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

ITEM = "tin-tuc/2026/ngay-hoi/"
CAPTIONS = ["Dọn kênh Ví Dụ", "Hẻm 27 sau khi nâng nền", "Lớp học điện thoại"]


@pytest.fixture
def page(browser: Browser, host: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(host + ITEM)
    page.locator(".large-picture").wait_for(state="attached")  # the script is fetched after the page
    yield page
    page.close()


def test_a_picture_opens_large_and_the_keyboard_leads_through_all_of_them(page: Page) -> None:
    links, large = page.locator(".gallery a"), page.get_by_role("dialog", name="Ảnh lớn")
    caption, place = large.locator("figcaption"), large.get_by_text("Ảnh ")
    links.nth(1).focus()
    page.keyboard.press("Enter")
    for key, number in (
        ("", 2),
        ("ArrowRight", 3),
        ("ArrowRight", 1),
        ("ArrowLeft", 3),
        ("Home", 1),
        ("End", 3),
    ):
        page.keyboard.press(key) if key else None
        expect(caption).to_have_text(CAPTIONS[number - 1])
        expect(place).to_have_text(f"Ảnh {number}/3")
    picture = large.locator("img")
    assert picture.get_attribute("alt") == links.nth(2).locator("img").get_attribute("alt")
    expect(large.get_by_text(str(picture.get_attribute("alt")))).to_be_visible()
    page.keyboard.press("Escape")
    expect(large).to_be_hidden()
    expect(links.nth(2)).to_be_focused()


def test_buttons_are_large_have_words_and_stay_on_the_screen(page: Page) -> None:
    page.locator(".gallery a").first.click()
    large = page.get_by_role("dialog", name="Ảnh lớn")
    for words in ("‹ Trước", "Sau ›", "Đóng"):
        box = large.get_by_role("button", name=words).bounding_box()
        assert box and box["height"] >= 48 and box["width"] >= 48 and box["y"] + box["height"] <= 844
    picture = large.locator("img")
    assert page.evaluate("one => one.decode().then(() => one.clientWidth)", picture.element_handle()) <= 390
    assert not Axe().run(page).response["violations"]
    large.get_by_role("button", name="Sau ›").click()
    expect(large.locator("figcaption")).to_have_text(CAPTIONS[1])
    large.get_by_role("button", name="Đóng").click()
    expect(large).to_be_hidden()


def test_without_a_script_each_picture_leads_to_its_file(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host + ITEM)
    links = page.locator(".gallery a")
    assert links.count() == len(CAPTIONS)
    for link in links.all():
        answer = page.request.get(host + "tin-tuc/2026/anh/" + str(link.get_attribute("href")).split("/")[-1])
        assert answer.ok and answer.headers["content-type"] == "image/webp"
    context.close()


def test_the_script_is_fetched_where_there_is_a_gallery_only(browser: Browser, host: str) -> None:
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(host + "tin-tuc/2026/giu-kenh-vi-du/", wait_until="load")
    assert not [url for url in asked if url.endswith("gallery.js")]
    page.goto(host + ITEM)
    page.locator(".large-picture").wait_for(state="attached")
    page.close()
    assert [url for url in asked if url.endswith("gallery.js")]
