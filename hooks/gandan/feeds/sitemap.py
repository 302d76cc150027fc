"""Every address of the site with the day of its last change (https://www.sitemaps.org/protocol.html)."""

from collections.abc import Iterable
from html import escape
from typing import TypeAlias

from gandan import addresses
from gandan.views.site import Plan

Row: TypeAlias = tuple[str, str | None]  # an address, and the day of its last change


def rows(plans: Iterable[Plan]) -> list[Row]:
    """What the sitemap tells, in the order of addresses."""
    return sorted(
        (plan.address, plan.lastmod.isoformat() if plan.lastmod else None) for plan in plans if plan.listed
    )


def sitemap(rows: Iterable[Row], root: str) -> str:
    """The sitemap's XML; `root` is the full address of the site."""
    lines = []
    for address, day in rows:
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(addresses.full(root, address), quote=False)}</loc>{changed}</url>")
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    space = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join([head, space, *lines, "</urlset>", ""])


def robots(root: str) -> str:
    """Everyone may read everything."""
    return f"User-agent: *\nAllow: /\nSitemap: {addresses.full(root, addresses.SITEMAP)}\n"
