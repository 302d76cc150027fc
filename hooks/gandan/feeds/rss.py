"""The newest news as RSS 2.0 (https://www.rssboard.org/rss-specification)."""

from datetime import datetime, time
from email.utils import format_datetime
from functools import partial
from html import escape as escape_html

from gandan import addresses
from gandan.model import News
from gandan.relate.portal import Article, Portal
from gandan.zone import VIETNAM

NEWEST = 20
escape = partial(escape_html, quote=False)  # as xml.sax.saxutils, which loads the whole of urllib


def feed(portal: Portal, root: str) -> str:
    """The feed's XML; `root` is the full address of the site. No clock: only the items' own days."""
    ward = portal.ward
    own = escape(addresses.full(root, addresses.RSS))
    head = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
        f"<title>{escape(f'Tin tức {ward.name}')}</title>",
        f"<link>{escape(addresses.full(root, addresses.NEWS))}</link>",
        f"<description>{escape(f'Tin mới của {ward.name}, {ward.city}')}</description>",
        "<language>vi</language>",
        f'<atom:link href="{own}" rel="self" type="application/rss+xml"/>',
    ]
    items = [_item(article, portal, root) for article in portal.of(News)[:NEWEST]]
    return "\n".join([*head, *items, "</channel></rss>", ""])


def _item(article: Article[News], portal: Portal, root: str) -> str:
    url = escape(addresses.full(root, article.address))
    topics = {topic.slug: topic.name for topic in portal.topics}
    moment = article.item.date
    published = datetime.combine(moment.day, moment.clock or time.min, VIETNAM)
    lines = [
        f"<item><title>{escape(article.item.title)}</title>",
        f'<link>{url}</link><guid isPermaLink="true">{url}</guid>',
        f"<pubDate>{format_datetime(published)}</pubDate>",
        *(f"<category>{escape(topics[slug])}</category>" for slug in article.item.topics),
    ]
    if article.item.description:
        lines.append(f"<description>{escape(article.item.description)}</description>")
    return "\n".join([*lines, "</item>"])
