"""The field on each page and the search page, in a real browser; a few lines of script play the engine."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import built
import pytest
from axe_playwright_python.sync_playwright import Axe
from outline import Outline
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect
from test_browser import DESK, PHONE, TYPES

from gandan.views.lookup import KINDS

ENGINE = Path(__file__).parent / "cases/engine.js"
SCRIPTS = built.ROOT / "overrides/assets"
# Every state that the results were in, in order.
BUSY = """window.busy = [];
const results = document.querySelector("#search-results");
new MutationObserver(() => busy.push(results.getAttribute("aria-busy")))
  .observe(results, { attributes: true, attributeFilter: ["aria-busy"] });"""


def play(context: BrowserContext) -> None:
    """Serve the scripts of the page as they were written, with another engine."""

    def answer(route: Route, request: Request) -> None:
        name = request.url.rpartition("/")[2]
        path = ENGINE if name == ENGINE.name else SCRIPTS / "search" / name
        route.fulfill(body=path.read_text("utf-8"), content_type="text/javascript")

    context.route("**/assets/search/*.js", answer)
    context.route("**/chi-muc/goc.json", lambda route: route.fulfill(body="{}"))


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=request.param)
    play(context)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that must stay quiet."""
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    yield page
    assert not said


def results(page: Page) -> Any:
    return page.locator("#search-results")


def found(page: Page) -> Any:
    return page.locator("#search-results[aria-busy=false] a[data-result]")


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def field(page: Page) -> Any:
    return page.get_by_role("searchbox", name="Bạn cần tìm gì?")


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """A page of a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", TYPES.values(), ids=TYPES.keys())
def test_each_page_has_one_field_that_works_without_script(plain: Page, host: str, address: str) -> None:
    plain.goto(host + address)
    form = plain.get_by_role("search")
    expect(form).to_have_count(1)
    for part in (field(plain), form.get_by_role("button", name="Tìm", exact=True)):
        box = part.bounding_box()
        assert box and box["height"] >= 48 and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
    if address != "khong-co/":  # the host of these tests stands elsewhere than the ward's
        field(plain).fill("hoà giải")
        field(plain).press("Enter")
        plain.wait_for_url(f"{host}tim-kiem/?q=*")
        assert asked(plain) == {"q": ["hoà giải"]}


def test_the_field_costs_a_page_at_most_a_kilobyte() -> None:
    html = (built.site() / "van-ban/index.html").read_text("utf-8")
    form = re.search(r'<form class="search".*?</form>', html, re.S)
    script = (SCRIPTS / "portal/ahead.js").read_text("utf-8")
    loader = re.search(r"// The search is.*?once: true }\);\n", script, re.S)
    assert form and loader and len((form[0] + loader[0]).encode()) <= 1000


def test_the_search_is_fetched_ahead_when_its_field_is_touched_and_not_before(
    page: Page,
    host: str,
) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url.removeprefix(host)))
    page.goto(f"{host}van-ban/", wait_until="networkidle")
    assert not [url for url in requests if "search" in url or "tim-kiem" in url]
    field(page).focus()
    page.wait_for_load_state("networkidle")
    links = (
        "[...document.querySelectorAll('link[rel=modulepreload], link[rel=prefetch]')].map(one => one.href)"
    )
    assert {url.removeprefix(host) for url in page.evaluate(links)} == {
        "assets/search/page.js",
        "tim-kiem/chi-muc/goc.json",
    }
    assert "assets/search/page.js" in requests


def test_results_come_as_one_types_and_the_address_can_be_shared(page: Page, host: str) -> None:
    page.goto(f"{host}tim-kiem/")
    expect(page.get_by_role("heading", name="Theo chủ đề")).to_be_visible()
    expect(results(page)).to_have_attribute("aria-busy", "false")
    page.evaluate(BUSY)
    field(page).press_sequentially("dan chu", delay=20)
    page.wait_for_function("window.busy.includes('true')")  # it may be over when a slow machine asks
    expect(found(page)).to_have_count(10)
    assert [query for query, _ in page.evaluate("asked")] == ["dan chu"]
    assert asked(page) == {"q": ["dan chu"]}
    expect(page.get_by_role("status")).to_have_text("12 kết quả cho «dan chu»")
    expect(page.get_by_role("heading", name="Theo chủ đề")).to_be_hidden()
    assert page.title().startswith("dan chu – Tìm kiếm")
    page.goto(page.url)
    expect(found(page)).to_have_count(10)
    expect(field(page)).to_have_value("dan chu")


def test_a_result_tells_what_it_is_and_is_never_read_as_html(page: Page, host: str) -> None:
    page.goto(f"{host}tim-kiem/?q=dan+chu")
    first = results(page).get_by_role("listitem").first
    link = first.locator("a[data-result]")
    expect(link).to_have_text("Luật Thực hiện dân chủ ở cơ sở 0 <img src=x onerror=alert(1)>")
    expect(link.locator("mark")).to_have_text("dân chủ")
    expect(first.locator(".summary mark")).to_have_text("dân chủ")
    expect(first.locator("[data-state=con-hieu-luc]")).to_have_text("Còn hiệu lực")
    expect(first.locator("time[datetime='2022-11-10']")).to_have_text("10/11/2022")
    expect(first).to_contain_text("Luật · 10/2022/QH15")
    assert link.evaluate("one => one.href") == f"{host}van-ban/10-2022-qh15/"
    assert results(page).locator("img").count() == 0
    violations = Axe().run(page).response["violations"]
    assert not [f"{one['id']}: {one['nodes'][0]['html']}" for one in violations]


def test_more_results_are_asked_for_and_the_first_new_one_has_the_focus(page: Page, host: str) -> None:
    page.goto(f"{host}tim-kiem/?q=dan+chu")
    more = page.get_by_role("button", name="Xem thêm")
    more.click()
    expect(found(page)).to_have_count(12)
    expect(found(page).nth(10)).to_be_focused()
    expect(more).to_be_hidden()
    assert [one["offset"] for _, one in page.evaluate("asked")] == [0, 10]


def test_facets_narrow_the_results_and_stand_in_the_address(page: Page, host: str) -> None:
    page.goto(f"{host}tim-kiem/?q=dan+chu")
    kind = page.get_by_role("group", name="Loại nội dung")
    documents = kind.get_by_role("button", name="Văn bản 4")
    documents.click()
    expect(found(page)).to_have_count(4)
    expect(documents).to_have_attribute("aria-pressed", "true")
    expect(documents).to_be_focused()
    kind.get_by_role("button", name="Còn hiệu lực 4").click()
    page.get_by_label("Năm", exact=True).select_option(label="2022 (5)")
    page.get_by_label("Chủ đề", exact=True).select_option(label="Dân chủ ở cơ sở")
    page.get_by_label("Sắp xếp").select_option(label="Mới nhất trước")
    expect(results(page)).to_have_attribute("aria-busy", "false")
    wanted = {
        "kind": "directive",
        "force": "con-hieu-luc",
        "year": 2022,
        "topic": "dan-chu-co-so",
        "sort": "date",
    }
    _, options = page.evaluate("asked.at(-1)")
    assert {key: options[key] for key in wanted} == wanted
    assert options["base"] == f"{host}tim-kiem/chi-muc/" and options["limit"] == 10
    assert page.locator("[data-facet=kind], select[data-facet=year]").count() == len(KINDS) + 2
    assert page.get_by_label("Năm", exact=True).locator("option[value='2026']").is_enabled()
    page.reload()
    expect(found(page)).to_have_count(4)
    expect(page.get_by_label("Năm", exact=True)).to_have_value("2022")
    expect(documents).to_have_attribute("aria-pressed", "true")
    documents.click()
    expect(found(page)).to_have_count(10)
    assert "loai" not in asked(page)


def test_a_slow_answer_never_takes_the_place_of_a_newer_one(page: Page, host: str) -> None:
    page.goto(f"{host}tim-kiem/?q=cham")
    field(page).fill("dan chu")
    expect(page.get_by_role("status")).to_have_text("12 kết quả cho «dan chu»")
    page.wait_for_timeout(700)
    expect(page.get_by_role("status")).to_have_text("12 kết quả cho «dan chu»")
    assert asked(page) == {"q": ["dan chu"]}


def test_the_back_button_brings_back_words_facets_and_the_place(page: Page, host: str) -> None:
    page.goto(f"{host}tim-kiem/")
    field(page).fill("dan chu")
    field(page).press("Enter")
    expect(found(page)).to_have_count(10)
    page.get_by_role("button", name="Xem thêm").click()
    expect(found(page)).to_have_count(12)
    page.get_by_role("button", name="Văn bản 4").click()
    expect(found(page)).to_have_count(4)
    field(page).fill("khong co gi")
    expect(page.get_by_role("status")).to_have_text("Không tìm thấy gì cho «khong co gi».")
    field(page).press("Enter")
    page.go_back()
    expect(found(page)).to_have_count(4)
    assert asked(page) == {"q": ["dan chu"], "loai": ["directive"]}
    page.go_back()
    expect(found(page)).to_have_count(12)
    expect(field(page)).to_have_value("dan chu")
    found(page).nth(11).scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    assert place > 0
    found(page).nth(11).click()
    page.wait_for_url("**/van-ban/10-2022-qh15/")
    page.go_back()
    expect(found(page)).to_have_count(12)
    page.wait_for_function(f"Math.abs(scrollY - {place}) < 5")
    page.go_back()
    expect(field(page)).to_have_value("")
    expect(page.get_by_role("heading", name="Theo chủ đề")).to_be_visible()


def test_the_arrows_walk_the_results_and_escape_returns_to_the_field(page: Page, host: str) -> None:
    page.goto(f"{host}tim-kiem/?q=dan+chu")
    expect(found(page)).to_have_count(10)
    field(page).focus()
    for key, place in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        expect(found(page).nth(place)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(field(page)).to_be_focused()


def test_a_mended_key_is_told(page: Page, host: str) -> None:
    page.goto(f"{host}tim-kiem/?q=hoa+giao")
    told = page.get_by_text("Ý bạn là")
    expect(told).to_contain_text("Ý bạn là hòa giải?")
    expect(page.get_by_role("status")).to_have_text("12 kết quả cho «hòa giải»")
    page.get_by_role("link", name="hòa giải", exact=True).click()
    expect(field(page)).to_have_value("hòa giải")
    expect(told).to_be_hidden()


def test_nothing_found_leaves_ways_on(page: Page, host: str) -> None:
    page.goto(f"{host}tim-kiem/?q=khong+co&nam=2026")
    expect(page.get_by_role("status")).to_have_text("Không tìm thấy gì cho «khong co».")
    expect(results(page).get_by_role("link", name="0200 000 0001")).to_be_visible()
    expect(page.get_by_role("heading", name="Theo chủ đề")).to_be_visible()
    assert not Axe().run(page).response["violations"]
    page.get_by_role("button", name="Bỏ các điều kiện lọc").click()
    expect(page.get_by_role("button", name="Bỏ các điều kiện lọc")).to_be_hidden()
    assert asked(page) == {"q": ["khong co"]}


def test_a_lost_connection_is_told_and_can_be_tried_again(page: Page, host: str) -> None:
    page.goto(f"{host}tim-kiem/?q=mat+mang")
    expect(page.get_by_role("status")).to_have_text("Chưa tải được kết quả.")
    expect(results(page)).to_have_attribute("aria-busy", "false")
    assert not Axe().run(page).response["violations"]
    page.evaluate("window.reached = true")
    page.get_by_role("button", name="Thử lại").click()
    expect(found(page)).to_have_count(10)
    expect(page.get_by_role("button", name="Thử lại")).to_be_hidden()


def test_a_script_that_does_not_come_leaves_every_way_in(browser: Browser, host: str) -> None:
    context = browser.new_context(viewport=PHONE)
    context.route("**/assets/search/page.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{host}tim-kiem/?q=dan+chu")
    expect(page.get_by_role("heading", name="Theo chủ đề")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_visible()
    context.close()


def test_what_stands_first_stays_while_the_rest_comes(page: Page, host: str) -> None:
    page.goto(f"{host}tim-kiem/?q=tung+phan")
    expect(page.locator("a[data-result]")).to_have_count(4)
    assert results(page).get_attribute("aria-busy") == "true"
    place = "document.querySelectorAll('a[data-result]')[3].getBoundingClientRect().top"
    page.evaluate("() => { window.fourth = document.querySelectorAll('a[data-result]')[3]; }")
    page.evaluate("document.fonts.ready")
    before = page.evaluate(place)
    page.evaluate("window.go()")
    expect(found(page)).to_have_count(10)
    assert page.evaluate("document.querySelectorAll('a[data-result]')[3] === window.fourth")
    assert page.evaluate(place) == before


def test_results_that_stand_stay_when_the_rest_is_lost(page: Page, host: str) -> None:
    page.goto(f"{host}tim-kiem/?q=tung+phan+mat+mang")
    expect(page.locator("a[data-result]")).to_have_count(4)
    page.evaluate("window.go()")
    expect(page.get_by_role("status")).to_have_text("Chưa tải được kết quả.")
    expect(found(page)).to_have_count(4)
    page.evaluate("window.reached = true")
    page.get_by_role("button", name="Thử lại").click()
    expect(found(page)).to_have_count(12)


def test_words_that_are_complete_are_fetched_while_the_next_is_typed(page: Page, host: str) -> None:
    page.goto(f"{host}tim-kiem/")
    field(page).press_sequentially("dan chu co so", delay=5)
    expect(found(page)).to_have_count(10)
    assert page.evaluate("ahead") == ["", "dan", "dan chu", "dan chu co"]


ODD = {
    "signs": "?!… -- ///",
    "emoji": "😀🎉",
    "markup": "<script>alert(1)</script>",
    "half a letter": "dân \ud800 chủ",
    "percent": "100%41 %zz %",
    "very long": "dân chủ " * 1250,
    "another script": "民主 демократия",
    "names of objects": "__proto__ constructor",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_input_gets_a_sensible_answer(page: Page, host: str, text: str) -> None:
    page.goto(f"{host}tim-kiem/")
    typed = f"const one = document.querySelector('#_tim'); one.value = {json.dumps(text)};"
    page.evaluate(typed + "one.dispatchEvent(new Event('input')); one.form.requestSubmit()")
    expect(results(page)).to_have_attribute("aria-busy", "false")
    expect(page.get_by_role("status")).to_have_text(re.compile("kết quả cho|Hãy gõ ít nhất"))
    queries = [query for query, _ in page.evaluate("window.asked ?? []")]
    assert all(len(query) <= 200 for query in queries)
    page.reload()
    expect(results(page)).to_have_attribute("aria-busy", "false")


@pytest.mark.parametrize(
    "query", ["q=%", "q=%ff%fe", "q=%ED%A0%80dan", "q=" + "a" * 10_000, "q=a&nam=x&loai=%3Cb%3E"]
)
def test_odd_addresses_get_a_sensible_answer(page: Page, host: str, query: str) -> None:
    page.goto(f"{host}tim-kiem/?{query}")
    expect(results(page)).to_have_attribute("aria-busy", "false")
    expect(page.get_by_role("status")).to_have_text(re.compile("kết quả cho|Hãy gõ ít nhất"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_results_fit_a_narrow_screen(browser: Browser, host: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    play(context)
    page = context.new_page()
    page.goto(f"{host}tim-kiem/?q={'a' * 200}")
    expect(found(page)).to_have_count(10)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    heights = "[...document.querySelectorAll('main button, main select')].map(one => one.offsetHeight)"
    assert all(height == 0 or height >= 48 for height in page.evaluate(heights))
    context.close()


def test_without_script_the_page_gives_every_way_in(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{host}tim-kiem/?q=dan+chu")
    expect(page.locator("noscript p")).to_contain_text("0200 000 0001")
    expect(page.locator("noscript p")).to_be_visible()
    for heading in ("Các mục", "Theo chủ đề", "Tin theo năm", "Theo tổ dân phố", "Theo loại văn bản"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    expect(page.locator("[data-facet]:visible")).to_have_count(0)
    context.close()


def test_the_index_of_numbers_is_complete_and_in_order() -> None:
    html = (built.site() / "tim-kiem/index.html").read_text("utf-8")
    lists = re.findall(r'<h3 id="loai-([a-z-]+)">.*?<ul class="numbers">(.*?)</ul>', html, re.S)
    linked = re.findall(r'href="\.\./van-ban/([a-z0-9-]+)/">', "".join(items for _, items in lists))
    assert sorted(linked) == sorted(path.stem for path in (built.ROOT / "data/van-ban").glob("*.yml"))
    laws = [one.text for one in Outline.of(dict(lists)["luat"]).all("a")]
    assert laws == sorted(laws, key=lambda number: [int(part) for part in re.findall(r"\d+", number)])
    assert [kind for kind, _ in lists][:2] == ["luat", "phap-lenh"] and lists[-1][0] == "chua-ro"


def test_the_script_of_the_page_stays_small() -> None:
    assert len(gzip.compress((built.site() / "assets/search/page.js").read_bytes(), 9)) <= 8_000
