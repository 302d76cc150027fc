"""What a page weighs beyond its own text."""

from html.parser import HTMLParser
from pathlib import Path
from statistics import median

from bench_ward import Ward

PAGES = 500  # of the archive, evenly
BODY = "prose"  # the class of what holds the text of an item


class Finder(HTMLParser):
    """Where the element with the text begins and ends, as line and column of the page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._depth = 0
        self.begin = self.end = (0, 0)
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "div":
            return
        if self._depth or (not self.end[0] and BODY in (dict(attrs).get("class") or "").split()):
            self._depth += 1
            self.begin = self.getpos() if self._depth == 1 else self.begin

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._depth:
            self._depth -= 1
            self.end = self.end if self._depth else self.getpos()


def beyond(page: str) -> int:
    """Bytes of a page less those of its text; all of them where no text is found."""
    found = Finder(page)
    lines = page.split("\n")

    def upto(place: tuple[int, int]) -> int:
        line, column = place
        return len("\n".join([*lines[: line - 1], lines[line - 1][:column]]).encode()) if line else 0

    return len(page.encode()) - (upto(found.end) - upto(found.begin))


def measure(ward: Ward) -> dict[str, float]:
    """Medians over news pages: bytes of the whole page, and beyond its own text."""
    pages = [
        ward.site / ward.address(one) / "index.html" for one in ward.items[:: max(1, ward.size // PAGES)]
    ]
    return weigh([page for page in pages if page.is_file()])


def weigh(pages: list[Path]) -> dict[str, float]:
    texts = [page.read_text("utf-8") for page in pages]
    return {
        "pages": len(texts),
        "bytes": median(len(text.encode()) for text in texts),
        "beyond_bytes": median(map(beyond, texts)),
    }
