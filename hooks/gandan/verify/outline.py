"""A page's HTML -> what it says of itself and what a browser would load for it."""

from html.parser import HTMLParser

LOADED = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"}  # of <link rel>
SOURCES = {"script", "img", "source", "iframe", "audio", "video", "embed", "track", "object"}


class Outline(HTMLParser):
    """Fed once; then `canonical`, `links` (of <a>), `loads` (what a browser fetches by itself), and marks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.canonical: str | None = None
        self.policy = False  # a Content-Security-Policy within the page
        self.links: list[str] = []
        self.loads: list[str] = []
        self.tags: set[str] = set()
        self.closed: set[str] = set()
        self.feed(html)
        self.close()

    @property
    def whole(self) -> bool:
        """Whether the page has its main part and did not break off before its end."""
        return "main" in self.tags and {"main", "html"} <= self.closed

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link":
            self._linked(set(given.get("rel", "").lower().split()), given.get("href", ""))
        elif tag == "meta" and given.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = True
        elif tag in SOURCES:
            self.loads += [one for name in ("src", "data", "poster") if (one := given.get(name))]
            self.loads += [one.split()[0] for one in given.get("srcset", "").split(",") if one.split()]

    def _linked(self, kinds: set[str], target: str) -> None:
        if "canonical" in kinds:
            self.canonical = target
        elif kinds & LOADED and target:
            self.loads.append(target)

    def handle_endtag(self, tag: str) -> None:
        self.closed.add(tag)
