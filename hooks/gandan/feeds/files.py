"""The one door of the feeds: which texts stand at which addresses."""

from collections.abc import Collection, Iterator

from gandan import addresses, outputs
from gandan.feeds import calendar, jsonfeed, rss, sitemap
from gandan.outputs import Output
from gandan.relate.portal import Portal
from gandan.views.site import Plan


def of(portal: Portal, plans: Collection[Plan], root: str) -> Iterator[Output]:
    """Each file; `root` is the full address of the site."""
    for address, text in _texts(portal, plans, root):
        yield outputs.made(address, text.encode("utf-8"))


def _texts(portal: Portal, plans: Collection[Plan], root: str) -> Iterator[tuple[str, str]]:
    yield addresses.RSS, rss.feed(portal, root)
    yield addresses.JSON_FEED, jsonfeed.feed(portal, root)
    yield addresses.SITEMAP, sitemap.sitemap(plans, root)
    yield addresses.ROBOTS, sitemap.robots(root)
    yield from calendar.files(portal, root)
