"""Everybody can read every page: axe-core, the keyboard alone, the order of a screen reader, no script.

WCAG 2.2; all rules of axe-core are asked, the best practices and the experimental ones, too.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import built
import looks
import pytest
from axe_playwright_python.sync_playwright import Axe
from looks import DESK, PHONE, Look
from outline import Outline
from playwright.sync_api import Browser, Page, expect
from test_browser import TYPES

HERE = "https://ward.example/"
LOOKED_AT = list(zip(TYPES, looks.spread(len(TYPES)), strict=True))
ALL_RULES = "(() => Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }])))()"
SHIFTS = """window.moved = 0;
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) moved += each.hadRecentInput ? 0 : each.value;
}).observe({ type: "layout-shift", buffered: true });"""
PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
# The element that has the focus: what can be seen of it.
FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const there = document.elementFromPoint(box.x + box.width / 2, y);
  return {
    html: one.outerHTML.slice(0, 120),
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    seen: Boolean(there) && (one.contains(there) || there.contains(one)),
  };
}"""
# What flows in columns as a newspaper does; lists may.
COLUMNS = """[...document.querySelectorAll("main, main *:not(ul, svg *)")]
  .filter((one) => getComputedStyle(one).columnWidth !== "auto").map((one) => one.outerHTML.slice(0, 100))"""
# Neighbours of which the later stands wholly above the earlier, or left of it in the same row.
ASTRAY = """() => {
  const found = [];
  const flows = (one) => one.checkVisibility() && one.getClientRects().length === 1 && one.innerText?.trim()
    && getComputedStyle(one).position !== "absolute";
  for (const parent of document.querySelectorAll("body, body *:not(svg, svg *)")) {
    const inside = [...parent.children].filter(flows);
    const boxes = inside.map((one) => one.getBoundingClientRect());
    inside.slice(1).forEach((one, place) => {
      const [before, after] = [boxes[place], boxes[place + 1]];
      const above = after.bottom <= before.top + 1;
      const beside = !above && after.top < before.bottom - 1;
      if ((above && after.left < before.right - 1) || (beside && after.right <= before.left + 1))
        found.push(one.outerHTML.slice(0, 100));
    });
  }
  return found;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(reduced_motion="reduce")
    yield page
    page.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=PHONE)
    yield page
    page.close()


def test_any_two_ways_to_read_meet_on_some_page() -> None:
    def pairs(seen: list[Look]) -> set[object]:
        return {pair for look in seen for pair in combinations(enumerate(look), 2)}

    assert pairs([look for _, look in LOOKED_AT]) == pairs(list(looks.EVERY))


@pytest.mark.parametrize(("name", "look"), LOOKED_AT, ids=lambda one: str(one))
def test_axe_finds_nothing(page: Page, host: str, name: str, look: Look) -> None:
    look.take(page)
    page.goto(host + TYPES[name])
    look.settle(page)
    axe = Axe()
    page.evaluate(axe.axe_script)
    found = axe.run(page, options={"rules": page.evaluate(ALL_RULES)}).response["violations"]
    assert not [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(
    "name", ["home", "news item with a table", "consultation open", "register", "search"]
)
def test_the_focus_is_seen_wherever_the_keyboard_leads(
    page: Page, host: str, name: str, viewport: dict[str, int]
) -> None:
    page.set_viewport_size(viewport)  # type: ignore[arg-type]
    page.goto(host + TYPES[name])
    page.evaluate(PAINTED)
    stops: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop["html"])
        assert stop["outlined"] and stop["seen"], stop["html"]
    assert len(stops) > 10


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(
    "name", ["home", "news item", "consultation decided", "directive in force", "group", "telephones"]
)
def test_what_is_read_first_stands_first(page: Page, host: str, name: str, viewport: dict[str, int]) -> None:
    page.set_viewport_size(viewport)  # type: ignore[arg-type]
    page.goto(host + TYPES[name])
    assert page.evaluate(ASTRAY) == []
    assert page.evaluate(COLUMNS) == []


@pytest.mark.parametrize("name", ["home", "news item", "register", "consultation open"])
def test_nothing_moves_when_a_script_comes_late(phone: Page, host: str, name: str) -> None:
    phone.add_init_script(SHIFTS)
    phone.route("**/portal.js", lambda route: (phone.wait_for_timeout(200), route.continue_()))
    phone.goto(host + TYPES[name], wait_until="load")
    phone.wait_for_function("document.querySelector('.menu-button')")
    assert phone.evaluate("moved") < 0.05


def test_nothing_moves_when_results_and_letters_come_late(phone: Page, host: str) -> None:
    phone.add_init_script(SHIFTS)
    for late in ("**/goc.json", "**/*.woff2"):
        phone.route(late, lambda route: (phone.wait_for_timeout(300), route.continue_()))
    phone.goto(f"{host}tim-kiem/?q=h%C3%B2a+gi%E1%BA%A3i")
    phone.wait_for_selector("#search-results[aria-busy=false] a[data-result]")
    phone.evaluate("document.fonts.ready")
    phone.evaluate(PAINTED)
    assert phone.evaluate("moved") < 0.01


def test_if_the_script_never_comes_the_menu_shows_itself(phone: Page, host: str) -> None:
    phone.clock.install()
    phone.route("**/portal.js", lambda route: route.abort())
    phone.goto(host)
    menu = phone.locator("#_trinh-don")
    expect(menu).to_be_hidden()
    phone.evaluate("document.getAnimations().forEach((one) => one.finish())")
    expect(menu).to_be_visible()


def test_with_the_keyboard_alone_from_the_front_page_to_a_result_and_back(phone: Page, host: str) -> None:
    phone.goto(host)
    reach(phone, "document.activeElement.id === '_tim'")
    phone.keyboard.type("hòa giải")
    phone.keyboard.press("Enter")
    phone.wait_for_selector("#search-results[aria-busy=false]", state="attached")
    reach(phone, "document.activeElement.matches('a[data-result]')")
    wanted = phone.evaluate("document.activeElement.href")
    phone.keyboard.press("Enter")
    phone.wait_for_url(wanted)
    phone.go_back()
    expect(phone.locator("a[data-result]").first).to_be_visible()
    expect(phone.locator("#_tim")).to_have_value("hòa giải")


def test_with_the_keyboard_alone_through_the_register(phone: Page, host: str) -> None:
    phone.goto(f"{host}van-ban/")
    reach(phone, "document.activeElement.matches('[data-words]')")
    phone.keyboard.type("hoa giai")
    rows = phone.locator("[data-register] > li:visible")
    expect(rows).not_to_have_count(len(list((built.ROOT / "data/van-ban").glob("*.yml"))))
    reach(phone, "document.activeElement.matches('[data-register] a')")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/van-ban/*/")


def reach(page: Page, where: str) -> None:
    """Press Tab until the focus stands where it is wanted."""
    for _ in range(60):
        if page.evaluate(where):
            return
        page.keyboard.press("Tab")
    raise AssertionError(where)


def test_where_the_system_chooses_the_colours_states_and_buttons_keep_their_edges(
    phone: Page, host: str
) -> None:
    phone.emulate_media(forced_colors="active")
    phone.goto(host + TYPES["consultation open"])
    for place in (".badge", ".menu-button"):
        widths = phone.locator(place).evaluate_all(
            "all => all.map(one => parseFloat(getComputedStyle(one).borderTopWidth))"
        )
        assert widths and min(widths) >= 1, place


# What can be told without a browser is asked of every page.


@cache
def outline(path: Path) -> Outline:
    return Outline.of(path.read_text("utf-8"))


def name(path: Path) -> str:
    return path.relative_to(built.site()).as_posix()


every_page = pytest.mark.parametrize("path", built.pages(), ids=name)


@every_page
def test_landmarks_are_one_of_a_kind_or_bear_names_of_their_own(path: Path) -> None:
    page = outline(path)
    assert [len(page.all(tag)) for tag in ("main", "h1")] == [1, 1]
    assert len(page.all("header")) <= 1
    named = [one["aria-label"] for one in page.all("nav")]
    assert all(named) and len(named) == len(set(named))
    regions = [one["aria-label"] for one in page.elements if one["role"] == "region"]
    assert all(regions) and len(regions) == len(set(regions))
    ids = {one["id"] for one in page.elements}
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        for one in page.elements:
            assert set(one[attribute].split()) <= ids, one


@every_page
def test_links_and_buttons_say_what_they_do(path: Path) -> None:
    page = outline(path)
    for one in (*page.all("a", "href"), *page.all("button")):
        assert (one.text + one.pictures + one["aria-label"]).strip() or one["hidden"], one
    labelled = {one["for"] for one in page.all("label")}
    for one in (each for tag in ("input", "select", "textarea") for each in page.all(tag)):
        assert one["type"] == "hidden" or one["id"] in labelled or one["aria-label"], one


@every_page
def test_tables_have_heads_and_languages_are_real(path: Path) -> None:
    page = outline(path)
    heads = [one for one in page.all("th") if not one.text.strip()]
    assert not heads
    assert {one["lang"] for one in page.elements if one["lang"]} <= {"vi", "en"}


def test_every_page_is_reached_from_the_front_page_without_a_script() -> None:
    reached, waiting = set[str](), [""]
    while waiting:
        address = waiting.pop()
        if address in reached:
            continue
        reached.add(address)
        waiting += links(built.site() / address / "index.html", address)
    named = {name(path).removesuffix("index.html") for path in built.pages()} - {"404.html"}
    assert named - reached <= left_behind()


def links(path: Path, address: str) -> Iterator[str]:
    """The addresses of pages of the site that a page leads to, by a link or a form."""
    for one in (*outline(path).all("a", "href"), *outline(path).all("form", "action")):
        target = urlsplit(urljoin(HERE + address, one["href"] or one["action"]))
        if target.netloc == urlsplit(HERE).netloc and target.path.endswith("/"):
            yield unquote(target.path).lstrip("/")


def left_behind() -> set[str]:
    """Addresses that something once had: they lead on, or tell why there is nothing any more."""
    return set(re.findall(r"^/(\S+/):", (built.ROOT / "data/dia-chi-cu.yml").read_text("utf-8"), re.M))


def test_files_to_take_home_are_reached_without_a_script() -> None:
    linked = {
        urlsplit(urljoin(HERE + name(path).removesuffix("index.html"), one["href"])).path.lstrip("/")
        for path in built.pages()
        for one in outline(path).all("a", "href")
    }
    files = {
        path.relative_to(built.site()).as_posix()
        for path in built.site().rglob("*")
        if path.suffix in {".csv", ".ics", ".pdf", ".docx", ".xlsx"}
    }
    assert files <= linked, files - linked
