"""Letters, colours and targets: what a reader may choose, and that all can be read whatever is chosen."""

import re
from collections.abc import Iterator
from itertools import product

import built
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

FACES = built.ROOT / "overrides/assets"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
KEPT = "localStorage.getItem('cach-doc')"

PAGES = {
    "home": "",
    "news list": "tin-tuc/",
    "news item with a table": "tin-tuc/2026/cong-khai-sau-thang/",
    "news item": "tin-tuc/2026/ngay-hoi/",
    "consultation": "lay-y-kien/2026/gio-len-hang-quanh-cho/",
    "decision": "bieu-quyet/2026/xe-hoi-hem-27/",
    "publicity": "cong-khai/",
    "disclosure": "cong-khai/2026/ngan-sach-quy-3/",
    "register of a quarter": "cong-khai/so-theo-quy/2026-q4/",
    "posting sheet": "cong-khai/2026/ngan-sach-quy-3/niem-yet/",
    "directives": "van-ban/",
    "directive": "van-ban/34-2007-pl-ubtvqh11/",
    "calendar": "lich/",
    "event": "lich/2026/hop-to-1/",
    "group": "to-dan-pho/to-5/",
    "open data": "du-lieu/",
    "search": "tim-kiem/?q=dan+chu",
    "not found": "khong-co/",
}
GROUNDS, CONTRASTS, LETTERS = ("light", "dark"), ("usual", "more"), ("l125", "l150", "l200")


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """One page for all questions that leave nothing behind."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.add_init_script(path=built.ROOT / "tests/reading.js")
    yield page
    context.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A device of its own, with what it keeps."""
    context = browser.new_context(viewport=PHONE)
    yield context
    context.close()


def opened(page: Page, url: str) -> None:
    """A page with all that can be unfolded."""
    page.set_viewport_size(PHONE)
    page.goto(url)
    if "?q=" in url:
        page.locator("#search-results[aria-busy=false]").wait_for()
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def choose(page: Page, words: str) -> None:
    page.evaluate("words => { document.documentElement.dataset.reading = words }", words)


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_every_page_can_be_read_in_all_colours_and_letters_and_pressed_with_a_thumb(
    reader: Page, host: str, address: str
) -> None:
    opened(reader, host + address)
    if not address:
        reader.get_by_role("button", name="Cách đọc").click()
        reader.get_by_role("button", name="Menu").click()
    wrong = {"thumb": reader.evaluate("small()")}
    for ground, contrast in product(GROUNDS, CONTRASTS):
        choose(reader, f"{ground} {contrast}")
        wrong[f"{ground} {contrast}"] = reader.evaluate("pale()")
    for letters, width in product(LETTERS, (320, 1280)):
        reader.set_viewport_size({"width": width, "height": 800})
        choose(reader, letters)
        wrong[f"{letters} {width}"] = reader.evaluate("[...cut(), ...overlapping()]")
    reader.set_viewport_size({"width": 320, "height": 800})
    choose(reader, "")
    wrong["words apart"] = reader.evaluate("(space(true), [...cut(), ...overlapping()])")
    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.parametrize("address", ["", "tin-tuc/2026/ngay-hoi/", "van-ban/", "lich/", "tim-kiem/"])
def test_a_mouse_finds_targets_as_large_as_a_thumb_does(reader: Page, host: str, address: str) -> None:
    opened(reader, host + address)
    reader.set_viewport_size(DESK)
    assert reader.evaluate("small()") == []


def test_the_panel_is_opened_used_and_closed_with_the_keyboard(context: BrowserContext, host: str) -> None:
    page = context.new_page()
    page.goto(host)
    button = page.get_by_role("button", name="Cách đọc")
    panel = page.get_by_role("group", name="Cách đọc")
    expect(panel).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    expect(panel).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Thường").first).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()


def test_on_the_desk_the_panel_covers_nothing_that_has_the_focus(context: BrowserContext, host: str) -> None:
    page = context.new_page()
    page.set_viewport_size(DESK)
    page.goto(host)
    page.get_by_role("button", name="Cách đọc").click()
    page.get_by_role("button", name="Đóng").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("group", name="Cách đọc")).to_be_hidden()
    assert page.evaluate("document.activeElement !== document.body")


def test_a_choice_is_kept_on_the_device_and_stands_before_the_page_is_drawn(
    context: BrowserContext, host: str
) -> None:
    other, page = context.new_page(), context.new_page()
    other.goto(host + "lich/")
    page.goto(host)
    page.get_by_role("button", name="Cách đọc").click()
    for name in ("Gấp đôi, 200%", "Nền tối", "Tương phản cao"):
        page.get_by_role("radio", name=name).check()
    assert page.evaluate(KEPT) == "l200 dark more"
    expect(other.locator("html")).to_have_attribute("data-reading", "l200 dark more")
    page.add_init_script(
        "new MutationObserver((_, watch) => {"
        "  if (!document.body) return;"
        "  window.early = document.documentElement.dataset.reading; watch.disconnect();"
        "}).observe(document, { childList: true, subtree: true })"
    )
    page.goto(host + "van-ban/")
    assert page.evaluate("window.early") == "l200 dark more"
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    page.get_by_role("button", name="Cách đọc").click()
    expect(page.get_by_role("radio", name="Nền tối")).to_be_checked()
    for name in ("Thường", "Theo máy"):
        page.get_by_role("radio", name=name).first.check()
    assert page.evaluate(KEPT) == "more"


@pytest.mark.parametrize(
    ("system", "chosen", "ground"),
    [
        ({"color_scheme": "dark"}, "", "rgb(22, 25, 28)"),
        ({"color_scheme": "dark", "contrast": "more"}, "", "rgb(0, 0, 0)"),
        ({"color_scheme": "dark", "contrast": "more"}, "usual", "rgb(22, 25, 28)"),
        ({"color_scheme": "dark"}, "light", "rgb(255, 255, 255)"),
        ({"color_scheme": "light"}, "dark", "rgb(22, 25, 28)"),
        ({"color_scheme": "light"}, "dark more", "rgb(0, 0, 0)"),
        ({"color_scheme": "dark", "media": "print"}, "dark more l200", "rgb(255, 255, 255)"),
    ],
    ids=str,
)
def test_the_system_chooses_the_ground_until_the_reader_does_and_paper_is_white(
    reader: Page, host: str, system: dict[str, str], chosen: str, ground: str
) -> None:
    reader.emulate_media(**system)  # type: ignore[arg-type]
    opened(reader, host)
    choose(reader, chosen)
    got = reader.evaluate(
        "[getComputedStyle(document.documentElement).backgroundColor,"
        " getComputedStyle(document.documentElement).fontSize]"
    )
    reader.emulate_media(color_scheme="null", contrast="null", media="null")
    assert got == [ground, "16px"]


def test_without_script_the_colours_are_the_systems(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark", viewport=PHONE)
    page = context.new_page()
    page.goto(host)
    expect(page.locator("html")).to_have_css("background-color", "rgb(22, 25, 28)")
    expect(page.get_by_role("button", name="Cách đọc")).to_have_count(0)
    context.close()


def test_the_bar_of_the_browser_has_the_colour_of_the_masthead(context: BrowserContext, host: str) -> None:
    page = context.new_page()
    page.goto(host)
    bar = page.locator("meta[name=theme-color]")
    expect(bar).to_have_attribute("content", "rgb(156, 22, 32)")
    page.get_by_role("button", name="Cách đọc").click()
    page.get_by_role("radio", name="Nền tối").check()
    expect(bar).to_have_attribute("content", "rgb(92, 13, 20)")


def test_a_device_that_keeps_nothing_lets_choose_for_the_page(context: BrowserContext, host: str) -> None:
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })"
    )
    page.goto(host)
    page.get_by_role("button", name="Cách đọc").click()
    page.get_by_role("radio", name="Nền tối").check()
    expect(page.locator("html")).to_have_css("background-color", "rgb(22, 25, 28)")
    assert said == []


# What a page at rest does not show: words under the focus, the spoken sentence; and edges, which need 3:1.
WORDS = [
    ("on-gold", "gold"),
    ("ink", "spoken"),
    ("on-link", "link"),
    ("on-banner", "banner-deep"),
    ("muted", "sand"),
]
EDGES = [
    *product(("muted", "red", "link", "ink"), ("paper", "sand", "field")),
    *product(("on-banner", "gold"), ("banner", "banner-deep")),
]
TOKEN = re.compile(r"^  --([a-z-]+): (.*);$", re.MULTILINE)
SWITCH = re.compile(r"--(light|dark|usual|more), ((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")


def token(name: str, *on: str) -> str:
    """The colour of a name when these switches are on."""
    words = dict(TOKEN.findall((FACES / "portal/schemes.css").read_text("utf-8")))[name]
    while found := re.search(r"var\(" + SWITCH.pattern, words):
        words = words.replace(found[0], found[2] if found[1] in on else "").strip()
    return str(words)


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 defines it, of two colours written #rgb or #rrggbb."""

    def luminance(colour: str) -> float:
        digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
        shares = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        parts = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", list(product(GROUNDS, CONTRASTS)), ids=" ".join)
def test_words_keep_seven_to_one_and_edges_three_to_one(scheme: tuple[str, str]) -> None:
    pairs = [(pair, 7) for pair in WORDS] + [(pair, 3) for pair in EDGES]
    got = [(pair, contrast(token(pair[0], *scheme), token(pair[1], *scheme)), least) for pair, least in pairs]
    assert [(pair, round(ratio, 2)) for pair, ratio, least in got if ratio < least] == []


def test_colours_are_named_once() -> None:
    bare = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(", re.IGNORECASE)
    found = []
    for path in sorted(set(FACES.rglob("*.css")) - {FACES / "portal/schemes.css"}):
        screen = path.read_text("utf-8").partition("@media print")[0]
        found += [f"{path.name}: {line}" for line in screen.splitlines() if bare.search(line)]
    assert found == []


@pytest.mark.parametrize(("width", "letters"), [(360, ""), (390, "l200"), (1280, ""), (1280, "l150")])
def test_the_head_of_a_page_is_as_high_before_its_script_as_after(
    reader: Page, host: str, width: int, letters: str
) -> None:
    reader.set_viewport_size({"width": width, "height": 800})
    heights = []
    for late in (True, False):
        if late:
            reader.route("**/portal.js", lambda route: route.abort())
        else:
            reader.unroute("**/portal.js")
        reader.goto(host + "tin-tuc/2026/ngay-hoi/")
        choose(reader, letters)
        heights.append(reader.locator(".masthead").evaluate("one => one.offsetHeight"))
    assert abs(heights[0] - heights[1]) <= 2
