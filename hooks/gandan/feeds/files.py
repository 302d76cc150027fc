"""The one door of the feeds: which texts stand at which addresses."""

from collections.abc import Collection, Iterator

from gandan import addresses
from gandan.feeds import calendar, jsonfeed, rss, sitemap
from gandan.relate.portal import Portal
from gandan.views.site import Plan


def of(portal: Portal, plans: Collection[Plan], root: str) -> Iterator[tuple[str, str]]:
    """(address, text) of each file; `root` is the full address of the site."""
    yield addresses.RSS, rss.feed(portal, root)
    yield addresses.JSON_FEED, jsonfeed.feed(portal, root)
    yield addresses.SITEMAP, sitemap.sitemap(plans, root)
    yield addresses.ROBOTS, sitemap.robots(root)
    yield from calendar.files(portal, root)
