"""Every address of the site with the day of its last change (https://www.sitemaps.org/protocol.html)."""

from array import array
from collections.abc import Iterable
from datetime import date
from html import escape
from operator import itemgetter
from typing import TypeAlias

from gandan import addresses
from gandan.views.site import Plan

Row: TypeAlias = tuple[str, date | None]  # an address, and the day of its last change


def rows(plans: Iterable[Plan]) -> list[Row]:
    """What the sitemap tells."""
    return [(plan.address, plan.lastmod) for plan in plans if plan.listed]


def told(rows: Iterable[Row]) -> bytes:
    """The same as bytes: equal ones make equal sitemaps."""
    paths, days = zip(*rows, strict=True)
    return "\n".join(paths).encode() + array("l", [day.toordinal() if day else 0 for day in days]).tobytes()


def sitemap(rows: Iterable[Row], root: str) -> str:
    """The sitemap's XML, in the order of addresses; `root` is the full address of the site."""
    lines = []
    for address, day in sorted(rows, key=itemgetter(0)):
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(addresses.full(root, address), quote=False)}</loc>{changed}</url>")
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    space = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join([head, space, *lines, "</urlset>", ""])


def robots(root: str) -> str:
    """Everyone may read everything."""
    return f"User-agent: *\nAllow: /\nSitemap: {addresses.full(root, addresses.SITEMAP)}\n"
