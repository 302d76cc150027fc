"""Searches in a real browser, bytes counted by the DevTools protocol, time by the page."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import bench_host
import built
from playwright.sync_api import Browser, CDPSession, Page

SEARCH = ("assets/search/", bench_host.INDEX, "pagefind/")  # what below a host belongs to the search
COMPLETE = "#search-results[aria-busy=false]"
# A slow phone: 4 times slower, 150 ms to the first byte, 200 kB/s.
SLOWER = 4
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
# Notes when the first result stands on the page, in milliseconds since the navigation began.
WATCH = """new MutationObserver(() => {
  if (document.querySelector("a[data-result]")) window.first ??= performance.now();
}).observe(document, { childList: true, subtree: true });"""
FIRST_OR_NONE = "complete => window.first || document.querySelector(complete)"
SUBMIT = """query => {
  const field = document.querySelector("#_tim");
  field.value = query;
  window.asked = performance.now();
  field.form.requestSubmit();
}"""


@dataclass
class Wire:
    """What a page fetched of the search: how many bytes, headers included."""

    host: str
    bytes: int = 0
    requests: int = 0
    under_way: set[str] = field(default_factory=set)

    def listen(self, session: CDPSession) -> "Wire":
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.loadingFailed", lambda event: self.under_way.discard(event["requestId"]))
        return self

    def _sent(self, event: dict[str, Any]) -> None:
        if event["request"]["url"].removeprefix(self.host).startswith(SEARCH):
            self.under_way.add(event["requestId"])

    def _finished(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.under_way:
            self.under_way.discard(event["requestId"])
            self.requests += 1
            self.bytes += int(event["encodedDataLength"])

    def settle(self, page: Page) -> None:
        """Wait for what is under way; the counts of a small file may come after its contents."""
        for _ in range(100):
            if not self.under_way:
                break
            page.wait_for_timeout(10)


@contextmanager
def cold(browser: Browser, host: str, slow: bool = False) -> Iterator[tuple[Page, Wire]]:
    """A page that has seen nothing yet, on a slow phone or not, and what it fetches of the search."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    wire = Wire(host).listen(session)
    if slow:
        session.send("Network.emulateNetworkConditions", NETWORK)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page, wire
    context.close()


def search(browser: Browser, host: str, query: str) -> tuple[list[str], int, int]:
    """One cold query -> the addresses of its results in order, bytes and requests."""
    with cold(browser, host) as (page, wire):
        page.goto(f"{host}tim-kiem/?q={quote(query)}", wait_until="commit")
        page.wait_for_selector(COMPLETE, state="attached")
        found = page.eval_on_selector_all("a[data-result]", "all => all.map(one => one.href)")
        wire.settle(page)
        return [url.removeprefix(host) for url in found], wire.bytes, wire.requests


def view(browser: Browser, host: str, address: str) -> int:
    """Bytes that a page view without a search costs for it."""
    with cold(browser, host) as (page, wire):
        page.goto(host + address, wait_until="networkidle")
        return wire.bytes + inline(address)


def inline(address: str) -> int:
    """Bytes of the field and of the script that waits for it, which every page bears."""
    html = (built.site() / address / "index.html").read_text("utf-8")
    code = (built.ROOT / "overrides/assets/portal/ahead.js").read_text("utf-8")
    form = re.search(r'<form class="search.*?</form>', html, re.S)
    loader = re.search(r'one\("#\w+"\)\.addEventListener\("focus".*?once: true }\);\n', code, re.S)
    assert form and loader
    return len(form[0].encode()) + len(loader[0].encode())


def from_address(browser: Browser, host: str, query: str) -> float | None:
    """Seconds from opening `/tim-kiem/?q=…` on a slow phone to the first result; None when there is none."""
    with cold(browser, host, slow=True) as (page, _):
        page.goto(f"{host}tim-kiem/?q={quote(query)}", wait_until="commit")
        page.wait_for_function(FIRST_OR_NONE, arg=COMPLETE, timeout=60_000)
        first = page.evaluate("window.first")
        return first / 1000 if first else None


def from_field(browser: Browser, host: str, query: str) -> float:
    """Seconds from sending the form of the open `/tim-kiem/` on a slow phone to the first result."""
    with cold(browser, host, slow=True) as (page, _):
        page.goto(f"{host}tim-kiem/", wait_until="networkidle")
        page.evaluate(SUBMIT, query)
        page.wait_for_function("window.first", timeout=60_000)
        return float(page.evaluate("(first - asked) / 1000"))
