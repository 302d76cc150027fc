"""Every address of the site with the day of its last change (https://www.sitemaps.org/protocol.html)."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from gandan import addresses
from gandan.views.site import Plan


def sitemap(plans: Iterable[Plan], root: str) -> str:
    """The sitemap's XML, in the order of addresses; `root` is the full address of the site."""
    rows = []
    for plan in sorted(plans, key=lambda plan: plan.address):
        if plan.listed:
            changed = f"<lastmod>{plan.lastmod.isoformat()}</lastmod>" if plan.lastmod else ""
            rows.append(f"<url><loc>{escape(addresses.full(root, plan.address))}</loc>{changed}</url>")
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    space = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join([head, space, *rows, "</urlset>", ""])


def robots(root: str) -> str:
    """Everyone may read everything."""
    return f"User-agent: *\nAllow: /\nSitemap: {addresses.full(root, addresses.SITEMAP)}\n"
