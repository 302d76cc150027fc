"""The policy of the pages, proved in a browser; and nothing of the repository that is no content goes out."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import built
import pytest
import samples
from attached import SMALLEST
from outline import Outline
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_browser import PHONE, TELL

STRICT = {
    "default-src": "'self' 'unsafe-eval'",
    "object-src": "'none'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
ITEM = "tin-tuc/2026/cai-tao-hem-27/"


def policy(path: Path) -> dict[str, str]:
    first, *_ = [
        one for one in Outline.of(path.read_text("utf-8")).all("meta") if one["http-equiv"] != "refresh"
    ][1:]
    assert first["http-equiv"] == "Content-Security-Policy", path
    parts = (part.strip().partition(" ") for part in first["content"].split(";"))
    return {name: value for name, _, value in parts}


@pytest.mark.parametrize("site", [built.site, samples.site], ids=["demonstration", "samples"])
def test_every_page_bears_the_strict_policy_before_all_that_it_governs(site: Any) -> None:
    for path in sorted(site().rglob("*.html")):
        assert policy(path) == STRICT, path
        page = Outline.of(path.read_text("utf-8"))
        assert [one["content"] for one in page.all("meta", "name") if one["name"] == "referrer"]
        assert page.elements[3].attributes.keys() == {"http-equiv", "content"}  # html, head, charset, policy


@pytest.mark.parametrize("site", [built.site, samples.site], ids=["demonstration", "samples"])
def test_no_page_holds_a_script_or_a_style_of_its_own(site: Any) -> None:
    for path in sorted(site().rglob("*.html")):
        page = Outline.of(path.read_text("utf-8"))
        inline = [one for one in page.all("script") if not one["src"]]
        assert {one["type"] for one in inline} <= {"application/ld+json"}, path
        assert not page.all("style") and not page.all("base"), path
        named = {name for one in page.elements for name in one.attributes}
        assert not {name for name in named if name == "style" or name.startswith("on")}, path


@pytest.fixture
def watched(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE)
    context.add_init_script(TELL)
    yield context
    context.close()


def violations(page: Page) -> list[str]:
    return list(page.evaluate("window.broken"))


def test_search_menu_badges_filter_copy_and_print_work_under_the_policy(
    watched: BrowserContext, host: str
) -> None:
    watched.grant_permissions(["clipboard-read", "clipboard-write"], origin=host.rstrip("/"))
    page = watched.new_page()
    page.goto(f"{host}tim-kiem/?q=hem+27")
    expect(page.locator("#search-results[aria-busy=false] a[data-result]").first).to_be_visible()
    assert violations(page) == []
    page.goto(f"{host}van-ban/10-2022-qh15/")
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#_trinh-don")).to_be_visible()
    page.locator("[data-copy]:visible").first.click()
    expect(page.get_by_text("Đã sao chép").first).to_be_visible()
    page.evaluate("window.print = () => (window.printed = true)")
    page.locator("[data-print]").first.click()
    assert page.evaluate("window.printed") and violations(page) == []
    page.goto(f"{host}van-ban/")
    page.locator("[data-words]").fill("dan chu")
    expect(page.locator("[data-count]")).not_to_have_text("")
    assert violations(page) == []


def test_columns_of_figures_stand_to_the_right_without_a_style_of_their_own(page_of: Any) -> None:
    page = page_of("tin-tuc/2026/cong-khai-sau-thang/")
    assert page.locator("td.right").first.evaluate("one => getComputedStyle(one).textAlign") == "right"


@pytest.fixture
def page_of(watched: BrowserContext, host: str) -> Any:
    def opened(address: str) -> Page:
        page = watched.new_page()
        page.goto(host + address)
        return page

    return opened


# What an intruder would write into a page that is served: none may run or leave.
INTRUSIONS = {
    "a script": "<script>window.hacked = 1</script>",
    "a script of another host": "<script src='http://127.0.0.1:9/x.js'></script>",
    "a script in an address": "<script src='data:text/javascript,window.hacked=1'></script>",
    "a module": "<script type='module'>window.hacked = 1</script>",
    "a handler": "<img src='x' onerror='window.hacked = 1'>",
    "a handler of a picture that is drawn": "<svg onload='window.hacked = 1'></svg>",
    "a frame": "<iframe srcdoc='<script>parent.hacked = 1</script>'></iframe>",
    "a frame of a script": "<iframe src='javascript:parent.hacked=1'></iframe>",
    "an object": "<object data='data:text/html,<script>parent.hacked=1</script>'></object>",
    "a style": "<style>body { display: none }</style>",
    "a style of an element": "<p style='position: fixed'>x</p>",
    "a picture of another host": "<img src='http://127.0.0.1:9/x.png'>",
    "another base": "<base href='http://127.0.0.1:9/'><script src='assets/portal.js'></script>",
}


@pytest.mark.parametrize("text", INTRUSIONS.values(), ids=INTRUSIONS.keys())
def test_what_is_smuggled_into_a_page_does_not_run(watched: BrowserContext, host: str, text: str) -> None:
    page = watched.new_page()
    asked: list[str] = []
    page.on("response", lambda response: asked.append(response.url))
    source = (built.site() / ITEM / "index.html").read_text("utf-8").replace("</main>", f"{text}</main>")
    page.route(host + ITEM, lambda route: route.fulfill(body=source, content_type="text/html"))
    with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
        page.goto(host + ITEM, wait_until="load")
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("getComputedStyle(document.body).display") != "none"
    assert not [url for url in asked if not url.startswith(host)]


def test_what_becomes_part_of_a_page_late_does_not_run(page_of: Any) -> None:
    page = page_of(ITEM)
    page.evaluate("document.body.innerHTML = '<img src=x onerror=window.hacked=1>'")
    page.evaluate("location.href = 'javascript:window.hacked=1'")
    page.wait_for_timeout(100)
    assert page.evaluate("window.hacked") is None


def test_a_form_sends_nothing_to_another_host(page_of: Any) -> None:
    page = page_of(ITEM)
    page.evaluate("document.forms[0].action = 'http://127.0.0.1:9/'")
    page.evaluate("document.forms[0].requestSubmit()")
    page.wait_for_function("window.broken.length")
    assert ITEM in page.url


# --------------------------------------------------------------------------------------------- canaries

CANARY = "CHIM-HOANG-YEN-8841"
DRAFT = f"---\ntitle: {CANARY}\ndate: 2026-11-20\ndraft: true\n---\n{CANARY} [a](nhap-{CANARY.lower()}.pdf)\n"
HIDDEN = (
    "bi-mat.txt",
    ".env",
    ".git/config",
    ".github/workflows/a.yml",
    "site-cu/index.html",
    "tests/test_a.py",
    "hooks/bi-mat.txt",
    "hooks/gandan/bi_mat.py",
    "hooks/gandan/bi-mat.html",
    "data/bi-mat.txt",
    "data/.bi-mat.yml",
    "data/van-ban/bi-mat.txt",
    "data/anh.webp",
    "data/a.pdf",
    "overrides/bi-mat.html",
    "overrides/bi-mat.txt",
    "overrides/bi-mat.js",
    "overrides/records/bi-mat.txt",
    "overrides/.bi-mat",
    "overrides/assets/.bi-mat.css",
    "docs/.bi-mat/a.pdf",
    "docs/.bi-mat.pdf",
    "docs/tin-tuc/2026/.an.pdf",
    "docs/tin-tuc/2026/bi-mat.txt",
    "docs/tin-tuc/2026/bi-mat.html",
    "docs/tin-tuc/2026/bi-mat.js",
    "docs/tin-tuc/2026/bi-mat.svg",
    "docs/tin-tuc/2026/bi-mat.yml",
    "docs/tin-tuc/2026/bi-mat.doc",
    "docs/tin-tuc/2026/bi-mat.docm",
    "docs/tin-tuc/2026/bi-mat.zip",
    "docs/tin-tuc/2026/bi-mat.pdf.html",
    "docs/tin-tuc/2026/bi-mat",
    "docs/tin-tuc/2026/bi-mat.md~",
    "docs/tin-tuc/2026/.bi-mat.md.swp",
    "docs/tin-tuc/2026/Thumbs.db",
    "docs/assets/bi-mat.css",
    "docs/assets/bi-mat.pdf",
    "docs/robots.txt",
    "docs/CNAME",
    "docs/_headers",
    "docs/404.html",
)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the demonstration ward with a canary in every place that is none of the public's."""
    root = built.copy(tmp_path_factory.mktemp("canary") / "ward")
    kind = {"pdf": SMALLEST[".pdf"], "webp": SMALLEST[".webp"]}
    for name in HIDDEN:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(kind.get(path.suffix[1:], b"") + CANARY.encode())
    (root / "docs/tin-tuc/2026/nhap.md").write_text(DRAFT, "utf-8")
    (root / f"docs/tin-tuc/2026/nhap-{CANARY.lower()}.pdf").write_bytes(SMALLEST[".pdf"] + CANARY.encode())
    with (root / "data/chu-de.yml").open("a", encoding="utf-8") as file:
        file.write(f"# {CANARY}\n")
    with (root / "overrides/records/news.html").open("a", encoding="utf-8") as file:
        file.write(f"{{# {CANARY} #}}\n")
    done = built.mkdocs(root, root / "site")
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_nothing_of_the_repository_that_is_no_content_reaches_the_site(planted: Path) -> None:
    sung = [path for path in planted.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
    assert sung == []
    assert not [path for path in planted.rglob("*") if re.search(rf"bi-mat|{CANARY}", str(path), re.I)]


def test_the_site_with_canaries_has_the_files_that_it_has_without(planted: Path) -> None:
    def files(site: Path) -> set[str]:
        found = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
        return {name for name in found if not name.startswith("tim-kiem/chi-muc/")}

    assert files(planted) == files(built.site())
