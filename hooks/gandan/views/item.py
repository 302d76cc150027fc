"""An item of any kind: what every item's page says, and beside it what only its kind says."""

from datetime import date
from typing import Any, NamedTuple

from gandan import addresses, dates, sections
from gandan.dates import Stamp
from gandan.model import Item
from gandan.relate import ledgers
from gandan.relate.portal import Article, Portal
from gandan.views import downloads, own, pictures, recording
from gandan.views.downloads import Download
from gandan.views.parts import (
    Badge,
    Line,
    Link,
    Row,
    group_links,
    item_badge,
    line,
    row,
    topic_links,
)
from gandan.views.pictures import Picture
from gandan.views.recording import Recording


class ItemView(NamedTuple):
    """What the template `records/item.html` prints; the body itself comes from the Markdown.

    `own` is the part that the template of the kind prints, None for a kind without one; `ways` are the same
    item in other forms, for staff to print and send. `today` is None where nothing is told as of a day: such
    a page is the same tomorrow.
    """

    kind: str
    title: str
    description: str | None
    crumbs: tuple[Link, ...]
    badge: Badge | None
    topics: tuple[Link, ...]
    groups: tuple[Link, ...]
    published: Stamp
    updated: Stamp | None
    corrections: tuple[tuple[Stamp, str], ...]
    picture: Picture | None
    recording: Recording | None
    author: str | None
    source: str | None
    unit: str | None
    downloads: tuple[Download, ...]
    documents: tuple[Line, ...]
    related: tuple[Row, ...]
    own: Any
    ways: tuple[Link, ...]
    today: Stamp | None


def of(article: Article[Item], portal: Portal, today: date) -> ItemView:
    """The view of one item on `today`."""
    item, crumbs = article.item, _crumbs(article)
    standing = item_badge(item, portal, today)
    documents = [portal.documents[one] for one in article.cites if one in portal.documents]
    return ItemView(
        sections.of(item).kind,
        item.title,
        item.description,
        crumbs,
        standing,
        topic_links(item.topics, portal),
        group_links(item.groups, portal),
        dates.full(item.date),
        dates.short(item.updated) if item.updated else None,
        tuple((dates.short(one.date), one.text) for one in item.corrections),
        pictures.opening(article, portal),
        recording.of(item, crumbs[-1].url.rstrip("/"), portal),
        item.author, item.source, item.unit,
        downloads.of(item.attachments, crumbs[-1].url.rstrip("/"), portal, today),
        tuple(line(one, portal, today) for one in documents),
        tuple(row(one, portal, today) for one in portal.related.get(article.address, ())),
        own.of(article, portal, today),
        _ways(article),
        dates.short(today) if standing or documents else None,
    )  # fmt: skip


def _crumbs(article: Article[Item]) -> tuple[Link, ...]:
    section = sections.of(article.item)
    year = _year(article)
    return (Link(section.folder, section.name), Link(addresses.of_year(section.folder, year), f"Năm {year}"))


def _year(article: Article[Item]) -> str:
    """The year of the folder: a corrected date never moves a page."""
    return article.address.split("/")[1]


def _ways(article: Article[Item]) -> tuple[Link, ...]:
    if not isinstance(article.item, ledgers.TOLD):
        return ()
    return (
        Link(addresses.of_sheet(article.address), "Tờ niêm yết để in"),
        Link(addresses.of_tellings(article.address), "Bản phát thanh và tin nhắn"),
    )
