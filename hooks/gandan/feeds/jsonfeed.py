"""The newest news as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from typing import Any

from gandan import addresses
from gandan.feeds.rss import NEWEST
from gandan.model import News
from gandan.relate.portal import Article, Portal


def feed(portal: Portal, root: str) -> str:
    """The feed's JSON; `root` is the full address of the site."""
    topics = {topic.slug: topic.name for topic in portal.topics}
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"Tin tức {portal.ward.name}",
        "home_page_url": addresses.full(root, addresses.NEWS),
        "feed_url": addresses.full(root, addresses.JSON_FEED),
        "language": "vi",
        "items": [_item(article, topics, root) for article in portal.of(News)[:NEWEST]],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _item(article: Article[News], topics: dict[str, str], root: str) -> dict[str, Any]:
    news = article.item
    url = addresses.full(root, article.address)
    clock = "" if news.date.clock else "T00:00:00+07:00"
    item: dict[str, Any] = {
        "id": url,
        "url": url,
        "title": news.title,
        "content_text": news.description or news.title,
        "date_published": news.date.iso + clock,
        "tags": [topics[slug] for slug in news.topics],
    }
    if news.updated:
        item["date_modified"] = f"{news.updated.isoformat()}T00:00:00+07:00"
    if news.author:
        item["authors"] = [{"name": news.author}]
    return item
