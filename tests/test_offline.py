"""Pages kept on a reader's device: switched on, without a network, switched off again; below a base path."""

import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import built
import pytest
from conftest import Quiet
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_browser import PHONE

from gandan import addresses, offline

BASE = "ben-mau/"
ITEM, OTHER = "tin-tuc/2026/ngay-hoi/", "thong-bao/2026/ngung-cap-nuoc-to-5-to-6/"
KEPT = re.compile(r"^Bản lưu ngày \d\d/\d\d/\d{4}, \d{1,2}:\d\d – đang không có mạng\.")
COUNTED = """(count) => caches.keys()
  .then((names) => caches.open(names.find((one) => one.endsWith(" trang"))))
  .then((pages) => pages.keys()).then((kept) => kept.length === count)"""
READY = "navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a host shows: the ward below a base path, with the worker switched on."""
    root = built.copy(tmp_path_factory.mktemp("offline") / "ward")
    settings = root / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}\nextra:\n  offline: true\n", "utf-8")
    ward = root / "data/phuong.yml"
    told = ward.read_text("utf-8").replace("minhhoa.example/\n", f"minhhoa.example/{BASE}\n")
    ward.write_text(told, "utf-8")
    host = root.parent / "host"
    done = built.mkdocs(root, host / BASE)
    assert done.returncode == 0, done.stdout + done.stderr
    return host


@pytest.fixture
def place(folder: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of the site and its folder, which a test may change."""
    own = shutil.copytree(folder, tmp_path / "host")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(own)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{BASE}", own / BASE
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, place: tuple[str, Path]) -> Page:
    """A reader who has opened the front page and an item, with the worker at work."""
    page = context.new_page()
    page.goto(place[0])
    assert page.evaluate(READY) in (True, False)
    page.wait_for_function("Boolean(navigator.serviceWorker.controller)")
    page.goto(place[0] + ITEM)
    return page


def kept(page: Page) -> list[str]:
    """The addresses of the pages that are kept, the one read last at the end."""
    asked = """async () => {
      const name = (await caches.keys()).find((one) => one.endsWith(" trang"));
      return name ? (await (await caches.open(name)).keys()).map((one) => one.url) : [];
    }"""
    return [str(one).partition(BASE)[2] for one in page.evaluate(asked)]


def holds(page: Page, address: str) -> None:
    page.wait_for_function(
        """async (address) => {
          const name = (await caches.keys()).find((one) => one.endsWith(" trang"));
          const kept = name ? await (await caches.open(name)).keys() : [];
          return kept.some((one) => one.url.endsWith(address));
        }""",
        arg=f"/{address}",
    )


def test_a_page_that_was_read_opens_without_a_network_and_says_from_when_it_is(
    context: BrowserContext, page: Page, place: tuple[str, Path]
) -> None:
    holds(page, ITEM)
    title = page.locator("h1").text_content()
    expect(page.get_by_text("Bản lưu ngày")).to_have_count(0)
    context.set_offline(True)
    page.reload()
    expect(page.locator("main > [role=status]")).to_have_text(KEPT)
    assert page.locator("h1").text_content() == title
    assert page.evaluate("document.fonts.check('18px \"Noto Sans\"')") and page.locator(".tools").is_visible()
    context.set_offline(False)
    page.get_by_role("link", name="Thử tải lại").click()
    expect(page.get_by_text("Bản lưu ngày")).to_have_count(0)


def test_for_a_page_that_was_not_read_the_telephone_numbers_come(
    context: BrowserContext, page: Page, place: tuple[str, Path]
) -> None:
    context.set_offline(True)
    page.goto(place[0] + OTHER)
    assert addresses.TELEPHONES in page.url
    expect(page.locator("main > [role=status]")).to_contain_text("trang vừa mở chưa được lưu trên máy này")
    expect(page.get_by_role("link", name="0200 000 0004").first).to_be_visible()
    page.goto(f"{place[0]}tim-kiem/?q=hem")
    assert addresses.TELEPHONES in page.url


def test_the_network_comes_first_and_what_is_gone_there_goes_here(
    context: BrowserContext, page: Page, place: tuple[str, Path]
) -> None:
    holds(page, ITEM)
    path = place[1] / ITEM / "index.html"
    path.write_text(path.read_text("utf-8").replace("</h1>", " (đã sửa)</h1>"), "utf-8")
    page.reload()
    expect(page.locator("h1")).to_contain_text("(đã sửa)")
    page.wait_for_function(
        "caches.match(location).then((one) => one?.text()).then((one) => /đã sửa/.test(one))"
    )
    shutil.rmtree(path.parent)
    page.reload()
    page.wait_for_function("caches.match(location).then((one) => !one)")


def test_thirty_pages_are_kept_and_no_search(page: Page, place: tuple[str, Path]) -> None:
    holds(page, ITEM)
    page.evaluate(
        """async () => {
          const pages = await caches.open((await caches.keys()).find((one) => one.endsWith(" trang")));
          for (let at = 0; at < 40; at++) await pages.put(`trang-${at}/`, new Response("x"));
        }"""
    )
    page.goto(f"{place[0]}tim-kiem/?q=hem+27")
    page.goto(place[0] + OTHER)
    page.wait_for_function(COUNTED, arg=30)
    assert kept(page)[-1] == OTHER and not [one for one in kept(page) if "tim-kiem" in one]


def test_switched_off_it_takes_away_what_it_kept_and_itself(page: Page, place: tuple[str, Path]) -> None:
    holds(page, ITEM)
    (place[1] / addresses.WORKER).write_bytes((built.site() / addresses.WORKER).read_bytes())
    page.evaluate("() => void navigator.serviceWorker.getRegistration().then((one) => one.update())")
    page.wait_for_function("async () => !(await navigator.serviceWorker.getRegistrations()).length")
    page.wait_for_function("async () => !(await caches.keys()).length")


def test_a_site_that_has_it_off_registers_nothing(browser: Browser, host: str) -> None:
    page = browser.new_page()
    page.goto(host, wait_until="networkidle")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    page.close()


def test_what_is_kept_for_ever_is_named_by_its_content(folder: Path) -> None:
    worker = (folder / BASE / addresses.WORKER).read_text("utf-8")
    assert all(part in worker for part in (*offline.PARTS, addresses.TELEPHONES))
    assert re.search(r'version"?:"[0-9a-f]{32}"', worker)
    assert all((folder / BASE / part).is_file() for part in offline.PARTS)


def test_below_a_base_path_every_page_names_its_icon(folder: Path) -> None:
    page = (folder / BASE / ITEM / "index.html").read_text("utf-8")
    assert '<link rel="icon" href="../../../assets/favicon.svg">' in page


@pytest.mark.parametrize("value", ["có", 1.5, ["true"]])
def test_a_setting_that_says_nothing_usable_is_told(value: object) -> None:
    with pytest.raises(offline.Wrong, match="ghi true hoặc false"):
        offline.switched(value)
    assert offline.switched(True) and not offline.switched(None)
