"""The finished site in a real browser, on a phone and on a desk, as people use it."""

from collections.abc import Iterator
from typing import NamedTuple

import built
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

# One address of each page type.
TYPES = {
    "home": "",
    "news list": "tin-tuc/",
    "year": "tin-tuc/2026/",
    "news item": "tin-tuc/2026/cai-tao-hem-27/",
    "news item with a table": "tin-tuc/2026/cong-khai-sau-thang/",
    "news item with a correction": "tin-tuc/2025/ngan-sach-chin-thang/",
    "notices": "thong-bao/",
    "notice": "thong-bao/2026/ngung-cap-nuoc-to-5-to-6/",
    "consultations": "lay-y-kien/",
    "consultation open": "lay-y-kien/2026/gio-len-hang-quanh-cho/",
    "consultation being summed up": "lay-y-kien/2026/gio-mo-nha-van-hoa/",
    "consultation decided": "lay-y-kien/2026/quy-che-dan-chu/",
    "publicity": "cong-khai/",
    "disclosure": "cong-khai/2026/ngan-sach-quy-3/",
    "registers by quarter": "cong-khai/so-theo-quy/",
    "register of a quarter": "cong-khai/so-theo-quy/2026-q4/",
    "plan of publicity": "cong-khai/ke-hoach/",
    "posting sheet": "cong-khai/2026/ngan-sach-quy-3/niem-yet/",
    "posting sheet of a notice": "thong-bao/2026/ngung-cap-nuoc-to-5-to-6/niem-yet/",
    "script and message": "cong-khai/2026/sua-nha/cac-dang/",
    "questions": "hoi-dap/",
    "question": "hoi-dap/2026/nguoi-thue-tro-bo-phieu/",
    "supervision": "giam-sat/2026/ho-tach-mo-cho/",
    "decisions": "bieu-quyet/",
    "decision reached": "bieu-quyet/2026/dong-gop-hem-27/",
    "decision refused": "bieu-quyet/2026/xe-hoi-hem-27/",
    "model": "mo-hinh/2026/vuon-hoa-hem-8/",
    "open data": "du-lieu/",
    "register": "van-ban/",
    "directive in force": "van-ban/10-2022-qh15/",
    "directive out of force": "van-ban/34-2007-pl-ubtvqh11/",
    "directive not known": "van-ban/quy-dinh-2083-tinh-uy-thua-thien-hue/",
    "topics": "chu-de/",
    "topic": "chu-de/dan-chu-co-so/",
    "groups": "to-dan-pho/",
    "group": "to-dan-pho/to-5/",
    "about": "gioi-thieu/",
    "telephones": "gioi-thieu/dien-thoai/",
    "search": "tim-kiem/",
    "removed": "tin-tuc/2025/danh-sach-ho-tro-mua-lon/",
    "not found": "khong-co/",
}
# Whatever the policy of a page forbids is remembered.
TELL = """
window.broken = [];
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
  broken.push(`${effectiveDirective} ${blockedURI} ${sample}`));
"""
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=PHONE)
    yield page
    page.close()


class Visit(NamedTuple):
    """What a page did while it was open on a narrow screen."""

    said: list[str]
    asked: list[str]
    broken: list[str]  # of its policy
    width: int
    styles: int
    lettered: bool


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    context.add_init_script(TELL)
    yield context
    context.close()


@pytest.fixture(scope="module", params=TYPES.values(), ids=TYPES.keys())
def visit(narrow: BrowserContext, host: str, request: pytest.FixtureRequest) -> Visit:
    """Each page is opened once, and asked everything."""
    page, said, asked = narrow.new_page(), list[str](), list[str]()
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda asks: asked.append(asks.url))
    page.goto(host + request.param, wait_until="load")
    width = page.evaluate("document.documentElement.scrollWidth")
    page.locator("#_tim").first.focus()  # fetches the search ahead
    page.wait_for_load_state("networkidle")
    styles = page.evaluate("document.styleSheets.length")
    lettered = page.evaluate("document.fonts.check('18px \"Noto Sans\"')")
    broken = page.evaluate("window.broken")
    page.close()
    return Visit(said, asked, broken, width, styles, lettered)


def test_a_page_is_quiet(visit: Visit) -> None:
    assert not [text for text in visit.said if "404" not in text]


def test_a_page_asks_nobody_else(visit: Visit, host: str) -> None:
    assert visit.asked and not [url for url in visit.asked if not url.startswith(host)]


def test_a_page_fits_a_narrow_screen(visit: Visit) -> None:
    assert visit.width <= 320


def test_no_page_breaks_its_policy(visit: Visit) -> None:
    assert visit.broken == []
    assert visit.styles >= 1 and visit.lettered


def test_the_menu_opens_and_closes_with_the_keyboard(phone: Page, host: str) -> None:
    phone.goto(host)
    button, menu = phone.get_by_role("button", name="Menu"), phone.locator("#_trinh-don")
    expect(menu).to_be_hidden()
    button.focus()
    phone.keyboard.press("Enter")
    expect(menu).to_be_visible()
    assert button.get_attribute("aria-expanded") == "true"
    phone.keyboard.press("Tab")
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("address", ["tin-tuc/2026/ngay-hoi/", ""])
def test_a_folded_menu_has_its_links_at_the_foot(phone: Page, host: str, address: str) -> None:
    phone.goto(host + address)
    names = [one.strip() for one in phone.locator("#_trinh-don a").all_text_contents()]
    foot = phone.locator(".footer .doors a")
    assert foot.all_text_contents()[: len(names)] == names and len(names) == 8
    expect(foot.first).to_be_visible()


def test_the_first_tab_stop_leads_past_the_menu(phone: Page, host: str) -> None:
    phone.goto(host)
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.activeElement.id") == "_noi-dung"


def test_the_register_is_filtered_without_accents_and_says_how_many(phone: Page, host: str) -> None:
    phone.goto(f"{host}van-ban/")
    rows, count = phone.locator("[data-register] > li:visible"), phone.locator("[data-count]")
    phone.get_by_label("Tìm theo số, ký hiệu hoặc trích yếu").fill("dan chu o")
    expect(rows.first).to_contain_text("dân chủ ở", ignore_case=True)
    expect(count).to_have_text(f"{rows.count()} văn bản")
    phone.get_by_text("Lọc theo hiệu lực").click()
    phone.get_by_label("Hiệu lực").select_option(label="Hết hiệu lực (3)")
    expect(rows).to_have_count(1)
    phone.get_by_label("Tìm theo số").fill("khong co van ban nay")
    phone.get_by_role("button", name="Bỏ các điều kiện lọc").click()
    expect(rows).to_have_count(len(list((built.ROOT / "data/van-ban").glob("*.yml"))))


def test_without_script_the_menu_lies_open_and_the_register_is_whole(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{host}van-ban/")
    expect(page.locator("#_trinh-don")).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_be_hidden()
    assert page.locator("[data-register] > li").count() == len(
        list((built.ROOT / "data/van-ban").glob("*.yml"))
    )
    expect(page.locator("[data-filter]")).to_be_hidden()
    context.close()


def test_an_old_address_leads_to_the_new_one(phone: Page, host: str) -> None:
    phone.goto(f"{host}tin-tuc/2025/bi-thu-tiep-dan-cu/")
    phone.wait_for_url("**/tin-tuc/2025/bi-thu-tiep-dan/")


def test_the_one_font_file_is_used_and_everything_fits_a_finger(phone: Page, host: str) -> None:
    phone.goto(host, wait_until="load")
    assert phone.evaluate("document.fonts.check('18px \"Noto Sans\"')")
    low = phone.evaluate(
        "[...document.querySelectorAll('button, .chips a, .menu a, .doors a, select, input')]"
        ".filter(one => one.offsetHeight && one.offsetHeight < 44).map(one => one.outerHTML)"
    )
    assert not low


@pytest.mark.parametrize("address", ["", "lich/", "cong-khai/", "to-dan-pho/to-5/", TYPES["disclosure"]])
def test_what_is_tapped_most_fits_a_finger(phone: Page, host: str, address: str) -> None:
    phone.goto(host + address)
    low = phone.evaluate(
        "[...document.querySelectorAll('.row a, .lines a, .slot a, .contents a, .kicker a, .byline a,"
        ' .downloads a, .alert a, a[href^="tel:"]\')]'
        ".filter(one => one.offsetHeight && one.offsetHeight < 44).map(one => one.outerHTML)"
    )
    assert not low
