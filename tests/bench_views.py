"""What a reader's browser fetches: for the first page it sees, for the next, and from whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import looks
from playwright.sync_api import Browser, CDPSession

SETTLED = 500  # milliseconds without a request, after which a page has all it wants


@dataclass
class Wire:
    """Bytes that came over the wire, headers included, by type of file; who else was asked."""

    host: str
    kinds: dict[str, str] = field(default_factory=dict)
    bytes: dict[str, int] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)

    def listen(self, session: CDPSession) -> "Wire":
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)
        return self

    def _asked(self, event: dict[str, Any]) -> None:
        url = event["request"]["url"]
        self.kinds[event["requestId"]] = event.get("type", "Other")
        if url.startswith("http") and not url.startswith(self.host):
            self.others.add(urlsplit(url).netloc)

    def _came(self, event: dict[str, Any]) -> None:
        kind = self.kinds.get(event["requestId"], "Other")
        self.bytes[kind] = self.bytes.get(kind, 0) + int(event["encodedDataLength"])

    def take(self) -> dict[str, int]:
        """What came since it was last asked."""
        came, self.bytes = self.bytes, {}
        return came


def views(browser: Browser, host: str, pages: Mapping[str, str]) -> dict[str, Any]:
    """Name -> address of the pages -> bytes of a first view of each, and of a view after another page."""
    first, following, others = {}, {}, set[str]()
    names = list(pages)
    for before, name in zip((names[-1], *names), names, strict=False):
        context = browser.new_context(viewport=looks.PHONE)  # type: ignore[arg-type]
        page = context.new_page()
        wire = Wire(host).listen(context.new_cdp_session(page))
        for shelf, wanted in ((first, before), (following, name)):
            page.goto(host + pages[wanted], wait_until="load")
            page.wait_for_timeout(SETTLED)
            shelf[wanted] = wire.take()
        others |= wire.others
        context.close()
    return {"first": first, "next": following, "others": sorted(others)}


def without_pictures(view: Mapping[str, int]) -> int:
    return sum(size for kind, size in view.items() if kind != "Image")
