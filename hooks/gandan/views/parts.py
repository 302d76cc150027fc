"""The pieces that pages share: links, badges, rows, lines about a document."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from gandan import addresses, dates, sections, states
from gandan.dates import Stamp
from gandan.model import Directive, Item
from gandan.relate import issuers
from gandan.relate.portal import Article, Document, Portal
from gandan.views import notes, pictures
from gandan.views.notes import Note
from gandan.views.pictures import Picture


class Link(NamedTuple):
    """An address of the site (or a full URL) and its words; `things` tells how many stand there."""

    url: str
    text: str
    things: int | None = None


class Badge(NamedTuple):
    """A state as it is shown: words, tone for the eye, and the days it holds for scripts.

    `then` tells a script what follows by itself: `id|words|tone|until`, more of them parted by `;`.
    """

    id: str
    words: str
    tone: str
    since: str | None
    until: str | None
    then: str = ""


class Row(NamedTuple):
    """An item in a list; `kind` is told where items of several kinds stand together."""

    url: str
    kind: str
    title: str
    day: Stamp
    badge: Badge | None
    note: Note | None
    topics: tuple[str, ...]
    summary: str | None
    picture: Picture | None


class Line(NamedTuple):
    """A document in a list: enough to tell it from any other of the same number."""

    id: str
    url: str
    name: str  # "Chỉ thị 14-CT/TU", or the type alone when there is no number
    title: str
    issuer: str
    issued: Stamp | None
    badge: Badge
    apart: str | None  # issuer and day, when another record bears the same number


def badge(standing: states.Standing) -> Badge:
    since, until = standing.since, standing.until
    return Badge(
        standing.state.id,
        standing.state.words,
        standing.state.tone,
        since.isoformat() if since else None,
        until.isoformat() if until else None,
        ";".join(map(_step, standing.then)),
    )


def _step(one: states.Standing) -> str:
    until = one.until.isoformat() if one.until else ""
    return "|".join((one.state.id, one.state.words, one.state.tone, until))


def paragraphs(text: str | None) -> tuple[str, ...]:
    """The paragraphs of a field that staff wrote over several lines; nothing for None."""
    return tuple(part for part in map(str.strip, re.split(r"\n\s*\n", text or "")) if part)


def standing(document: Document, today: date) -> states.Standing:
    """The force of a document, those that replace or repeal it taken into account."""
    return states.of_directive(document.directive, today, document.superseded)


def name(one: Directive) -> str:
    """`Nghị định 59/2023/NĐ-CP`; the type alone when the number is not known."""
    kind = "Văn bản" if one.type == "Chưa rõ" else one.type
    return f"{kind} {one.number}" if one.number else kind


def issuer_name(one: Directive, portal: Portal) -> str:
    """The body as it was called on the day it issued the document."""
    issuer = portal.issuers.get(one.issuer)
    if issuer is None:
        return one.issuer
    return issuers.on(dates.exact(one.issued) if one.issued else None, issuer, portal.issuers).name


def line(document: Document, portal: Portal, today: date) -> Line:
    one = document.directive
    issued = dates.rough(one.issued) if one.issued else None
    issuer = issuer_name(one, portal)
    apart = f"{issuer}, {issued.words if issued else 'chưa rõ ngày'}" if document.collides else None
    return Line(
        document.id,
        document.address,
        name(one),
        one.title,
        issuer,
        issued,
        badge(standing(document, today)),
        apart,
    )


def item_badge(item: Item, portal: Portal, today: date) -> Badge | None:
    """Where an item stands on `today`, for kinds that have states."""
    found = states.of_item(item, portal.rulebook, today)
    return badge(found) if found else None


def row(article: Article[Item], portal: Portal, today: date) -> Row:
    item = article.item
    standing = states.of_item(item, portal.rulebook, today)
    names = {topic.slug: topic.name for topic in portal.topics} if item.topics else {}
    return Row(
        article.address,
        sections.of(item).name,
        item.title,
        dates.short(item.date.day),
        badge(standing) if standing else None,
        notes.of(item, standing, portal.rulebook),
        tuple(names[slug] for slug in item.topics if slug in names),
        item.description,
        pictures.in_row(article, portal) if item.image else None,
    )


def topic_links(slugs: Iterable[str], portal: Portal) -> tuple[Link, ...]:
    """Links to topics, in the order of the Vietnamese alphabet."""
    wanted = set(slugs)
    return tuple(
        Link(addresses.of_topic(topic.slug), topic.name) for topic in portal.topics if topic.slug in wanted
    )


def group_links(slugs: Iterable[str], portal: Portal) -> tuple[Link, ...]:
    """Links to tổ dân phố, in the ward's own order."""
    wanted = set(slugs)
    return tuple(
        Link(addresses.of_group(group.slug), group.name) for group in portal.groups if group.slug in wanted
    )
