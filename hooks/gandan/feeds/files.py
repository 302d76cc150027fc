"""The one door of the feeds: which texts stand at which addresses."""

from collections.abc import Collection, Iterator

from gandan import addresses, outputs, stock
from gandan.cache import EMPTY, Store, digest
from gandan.feeds import calendar, jsonfeed, rss, sitemap
from gandan.outputs import Output
from gandan.relate.portal import Portal
from gandan.views.site import Plan

ENTRIES = "lich"  # of the pack of the calendar's files


def of(portal: Portal, plans: Collection[Plan], root: str, store: Store = EMPTY) -> Iterator[Output]:
    """Each file; `root` is the full address of the site, `store` saves the work of an earlier build."""
    yield outputs.made(addresses.RSS, rss.feed(portal, root).encode("utf-8"))
    yield outputs.made(addresses.JSON_FEED, jsonfeed.feed(portal, root).encode("utf-8"))
    rows = sitemap.rows(plans)
    key = digest(f"{root}\n".encode(), sitemap.told(rows))
    yield Output(addresses.SITEMAP, key, lambda: sitemap.sitemap(rows, root).encode("utf-8"))
    yield outputs.made(addresses.ROBOTS, sitemap.robots(root).encode("utf-8"))
    yield from stock.kept(calendar.files(portal, root), store, ENTRIES)
