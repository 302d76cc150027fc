"""A directive: its properties under the names people know from vbpl.vn, its relations, who cites it."""

from datetime import date
from typing import NamedTuple

from gandan import addresses, dates, prose, states
from gandan.dates import Stamp
from gandan.model import Directive
from gandan.relate.portal import Document, Portal
from gandan.views import downloads, facts, outward, relations
from gandan.views.downloads import Download
from gandan.views.facts import Fact
from gandan.views.parts import (
    Badge,
    Line,
    Link,
    Row,
    badge,
    issuer_name,
    line,
    name,
    row,
    standing,
    topic_links,
)
from gandan.views.relations import Scheme

EXPIRED = states.State.EXPIRED.id


class DirectiveView(NamedTuple):
    """What the template `records/directive.html` prints."""

    id: str
    title: str
    name: str
    number: str | None
    heading: str  # tells it from any other page, for the browser's title
    description: str
    crumbs: tuple[Link, ...]
    badge: Badge
    today: Stamp
    amended: bool
    successors: tuple[Line, ...]
    facts: tuple[Fact, ...]
    summary: str | None  # HTML, citations linked
    downloads: tuple[Download, ...]
    relations: Scheme | None
    articles: tuple[Row, ...]
    cited_by: tuple[Line, ...]
    topics: tuple[Link, ...]
    sources: tuple[Link, ...]


def of(document: Document, portal: Portal, today: date) -> DirectiveView:
    """The view of one document on `today`."""
    one = document.directive
    now = badge(standing(document, today))
    return DirectiveView(
        document.id,
        one.title,
        name(one),
        one.number,
        _heading(document, portal),
        f"{name(one)}, {issuer_name(one, portal)}: {one.title}. {now.words}.",
        (Link(addresses.REGISTER, "Văn bản"),),
        now,
        dates.short(today),
        any(tie.kind == "amended_by" for tie in document.ties),
        _successors(document, portal, today) if now.id == EXPIRED else (),
        facts.of(one, portal, today),
        _summary(one, portal),
        downloads.of(one.files, addresses.REGISTER.rstrip("/"), portal, today),
        relations.of(document, portal, today),
        tuple(row(article, portal, today) for article in document.articles),
        _cited_by(document, portal, today),
        topic_links(one.topics, portal),
        tuple(outward.link(text) for text in one.sources),
    )


def _heading(document: Document, portal: Portal) -> str:
    one = document.directive
    issued = f", {dates.rough(one.issued).words}" if one.issued else ""
    apart = f" ({issuer_name(one, portal)}{issued})" if document.collides else ""
    return f"{name(one)}{apart}: {one.title}"


def _successors(document: Document, portal: Portal, today: date) -> tuple[Line, ...]:
    return tuple(
        line(portal.documents[tie.target], portal, today)
        for tie in document.ties
        if tie.kind in ("replaced_by", "repealed_by") and tie.target and not tie.articles
    )


def _summary(one: Directive, portal: Portal) -> str | None:
    if not one.summary:
        return None
    return prose.finish(prose.html(one.summary), portal.register, addresses.from_register)


def _cited_by(document: Document, portal: Portal, today: date) -> tuple[Line, ...]:
    # A document that stands under a relation already is not named a second time.
    related = {tie.target for tie in document.ties}
    others = (other for other in document.cited_by if other not in related)
    return tuple(line(portal.documents[other], portal, today) for other in others)
