"""Lists of items: of a section, of a year, of a topic, of a tổ dân phố."""

from dataclasses import dataclass
from datetime import date

from gandan import addresses, dates
from gandan.dates import Stamp
from gandan.model import Group, Item, News, Page, Topic
from gandan.relate.portal import Article, Portal
from gandan.relate.shelves import Slice
from gandan.sections import Section
from gandan.views.parts import Line, Link, Row, line, row

NEWEST = 12  # items on the head of the section


@dataclass(frozen=True, slots=True)
class Pager:
    """Where this page stands among its sisters; None when it is alone."""

    number: int
    total: int
    newer: str | None
    older: str | None


@dataclass(frozen=True, slots=True)
class ListingView:
    """What the template `records/listing.html` prints."""

    title: str
    description: str | None
    crumbs: tuple[Link, ...]
    facets: tuple[tuple[str, tuple[Link, ...]], ...]  # an empty url marks the one chosen
    rows: tuple[Row, ...]
    pager: Pager | None
    more: Link | None
    documents: tuple[Line, ...]
    empty: str
    mixed: bool  # items of several kinds stand together
    feeds: bool
    today: Stamp


def of_section(section: Section, page: Page, portal: Portal, today: date) -> ListingView:
    """The head of a section: its newest items, and the ways to the rest."""
    shelf = portal.of(section.model)
    rows = tuple(row(article, portal, today) for article in shelf[:NEWEST])
    years = _years(section, portal, None)
    facets = [("Năm", years)] if years else []
    if section.model is News:
        facets.append(("Chủ đề", _topics(portal)))
    return ListingView(
        page.title, page.description, (), tuple(facets), rows, None, _rest(section, shelf), (),
        f"Chưa có {section.noun} nào.", mixed=False, feeds=section.model is News, today=dates.short(today),
    )  # fmt: skip


def of_year(section: Section, year: str, piece: Slice, portal: Portal, today: date) -> ListingView:
    """One page of a year of a section."""
    head = addresses.of_year(section.folder, year)
    total = len(portal.by_year[head])
    return ListingView(
        f"{section.name} năm {year}",
        f"{total} {section.noun} phường đăng trong năm {year}.",
        (Link(section.folder, section.name),),
        (("Năm", _years(section, portal, year)),),
        _rows(piece, portal, today),
        _pager(head, piece),
        None,
        (),
        "",
        mixed=False,
        feeds=section.model is News,
        today=dates.short(today),
    )


def of_topic(topic: Topic, piece: Slice, portal: Portal, today: date) -> ListingView:
    """One page of a topic: its news, and on the head its documents."""
    documents = tuple(
        line(document, portal, today)
        for document in (portal.documents.values() if piece.number == piece.total else ())
        if topic.slug in document.directive.topics
    )
    return ListingView(
        topic.name,
        topic.description,
        (Link(addresses.TOPICS, "Chủ đề"),),
        (),
        _rows(piece, portal, today),
        _pager(addresses.of_topic(topic.slug), piece),
        None,
        documents,
        "Chưa có gì về chủ đề này.",
        mixed=True,
        feeds=False,
        today=dates.short(today),
    )


def of_group(group: Group, piece: Slice, portal: Portal, today: date) -> ListingView:
    """One page of what concerns a tổ dân phố."""
    return ListingView(
        group.name,
        group.description,
        (Link(addresses.GROUPS, "Tổ dân phố"),),
        (),
        _rows(piece, portal, today),
        _pager(addresses.of_group(group.slug), piece),
        None,
        (),
        "Chưa có gì của riêng tổ này.",
        mixed=True,
        feeds=False,
        today=dates.short(today),
    )


def address(head: str, piece: Slice) -> str:
    """The head of a list keeps the list's own address; older pages bear their number."""
    return head if piece.number == piece.total else addresses.of_older(head, piece.number)


def _pager(head: str, piece: Slice) -> Pager | None:
    if piece.total == 1:
        return None
    number, total = piece.number, piece.total
    newer = None if number == total else addresses.of_older(head, number + 1)
    if number == total - 1:
        newer = head
    older = addresses.of_older(head, number - 1) if number > 1 else None
    return Pager(total - number + 1, total, newer, older)


def _rest(section: Section, shelf: tuple[Article[Item], ...]) -> Link | None:
    if len(shelf) <= NEWEST:
        return None
    year = shelf[NEWEST].address.split("/")[1]
    return Link(addresses.of_year(section.folder, year), f"Cũ hơn, năm {year} ›")


def _rows(piece: Slice, portal: Portal, today: date) -> tuple[Row, ...]:
    return tuple(row(article, portal, today) for article in piece.articles)


def _years(section: Section, portal: Portal, chosen: str | None) -> tuple[Link, ...]:
    heads = sorted((head for head in portal.by_year if head.startswith(section.folder)), reverse=True)
    years = [(head, head.removeprefix(section.folder).rstrip("/")) for head in heads]
    return tuple(
        Link("" if year == chosen else head, year, len(portal.by_year[head])) for head, year in years
    )


def _topics(portal: Portal) -> tuple[Link, ...]:
    return tuple(
        Link(addresses.of_topic(topic.slug), topic.name, len(portal.by_topic[topic.slug]))
        for topic in portal.topics
        if topic.slug in portal.by_topic
    )
