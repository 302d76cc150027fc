"""A news item: what its page says."""

from dataclasses import dataclass
from datetime import date

from gandan import addresses, dates
from gandan.dates import Stamp
from gandan.model import News
from gandan.relate.portal import Article, Portal
from gandan.views.parts import (
    Download,
    Line,
    Link,
    Row,
    downloads,
    group_links,
    line,
    row,
    topic_links,
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its words."""

    url: str
    alt: str
    caption: str | None


@dataclass(frozen=True, slots=True)
class NewsView:
    """What the template `records/news.html` prints; the body itself comes from the Markdown."""

    title: str
    description: str | None
    crumbs: tuple[Link, ...]
    topics: tuple[Link, ...]
    groups: tuple[Link, ...]
    published: Stamp
    updated: Stamp | None
    corrections: tuple[tuple[Stamp, str], ...]
    picture: Picture | None
    author: str | None
    source: str | None
    unit: str | None
    downloads: tuple[Download, ...]
    documents: tuple[Line, ...]
    related: tuple[Row, ...]
    today: Stamp


def of(article: Article, portal: Portal, today: date) -> NewsView:
    """The view of one item on `today`."""
    news = article.news
    year = article.address.split("/")[1]
    folder = addresses.of_year(year)
    return NewsView(
        news.title,
        news.description,
        (Link(addresses.NEWS, "Tin tức"), Link(folder, f"Năm {year}")),
        topic_links(news.topics, portal),
        group_links(news.groups, portal),
        dates.full(news.date),
        dates.short(news.updated) if news.updated else None,
        tuple((dates.short(one.date), one.text) for one in news.corrections),
        _picture(article.address, news),
        news.author,
        news.source,
        news.unit,
        downloads(news.attachments, folder.rstrip("/"), portal),
        tuple(line(portal.documents[one], portal, today) for one in article.cites if one in portal.documents),
        tuple(row(one, portal) for one in portal.related.get(article.address, ())),
        dates.short(today),
    )


def _picture(address: str, news: News) -> Picture | None:
    if not news.image:
        return None
    url = addresses.of_picture(address, news.image)
    return Picture(url, news.image_alt or "", news.image_caption)
