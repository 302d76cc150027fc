"""The order in which a live site is read. The one door of this room for a whole reading."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gandan import addresses
from gandan.publishing.stamp import Stamp
from gandan.verify import feeds, hosting, pages, search, sitemap
from gandan.verify import stamp as stamps
from gandan.verify.finding import Finding
from gandan.verify.outline import Outline
from gandan.verify.site import Site, given


@dataclass
class Survey:
    """`most` pages of `site` are read; `commit` is the source it should have been built of, or empty."""

    site: Site
    most: int = 30
    commit: str = ""
    patience: float = 0  # seconds that the wanted commit is waited for
    stamp: Stamp | None = None
    listed: int = 0
    read: int = 0
    assets: set[str] = field(default_factory=set)

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong, as it is found; an unreachable site is told once."""
        self.stamp = stamps.awaited(self.site, self.commit, self.patience)
        front = self.site.get("")
        whole, found = given("", front)
        if not whole:
            yield from found
            return
        places, found = sitemap.read(self.site)
        self.listed = len(places)
        yield from stamps.judged(self.stamp, self.commit, self.listed)
        yield from found
        named = sitemap.base(places) if places else self.site.root
        outlines: dict[str, Outline | None] = {}
        yield from self._pages(sitemap.sample(places or [named], self.most), named, outlines)
        wrong_address, found = hosting.missing(self.site)
        yield from found
        yield from self._assets(wrong_address)
        yield from self._machines(named, places)
        yield from hosting.of(self.site, front, outlines.get(""))

    def _pages(self, chosen: list[str], named: str, outlines: dict[str, Outline | None]) -> Iterator[Finding]:
        for place in chosen:
            address = place.removeprefix(named)
            outline, found = pages.page(self.site, address, place)
            yield from found
            outlines[address] = outline
            self.read += 1
            if outline:
                self.assets |= pages.loads(self.site, address, outline)

    def _assets(self, more: set[str]) -> Iterator[Finding]:
        for address in sorted(self.assets | more):
            yield from pages.asset(self.site, address)

    def _machines(self, named: str, places: list[str]) -> Iterator[Finding]:
        yield from search.of(self.site)
        yield from feeds.of(self.site, named)
        if f"{named}{addresses.OPEN_DATA}" in places:
            outline, _ = pages.page(self.site, addresses.OPEN_DATA, f"{named}{addresses.OPEN_DATA}")
            yield from feeds.open_data(self.site, outline) if outline else ()
