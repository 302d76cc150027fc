"""Lists of news: all, of a year, of a topic, of a tổ dân phố."""

from dataclasses import dataclass
from datetime import date

from gandan import addresses, dates
from gandan.dates import Stamp
from gandan.model import Group, Page, Topic
from gandan.relate.portal import Portal
from gandan.relate.shelves import Slice
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
    feeds: bool
    today: Stamp


def of_news(page: Page, portal: Portal, today: date) -> ListingView:
    """The head of the news section: the newest, and the ways to the rest."""
    newest = portal.articles[:NEWEST]
    rows = tuple(row(article, portal) for article in newest)
    facets = (("Năm", _years(portal, None)), ("Chủ đề", _topics(portal)))
    empty = "Chưa có tin nào."
    return ListingView(
        page.title, page.description, (), facets, rows, None, _rest(portal), (), empty,
        feeds=True, today=dates.short(today),
    )  # fmt: skip


def of_year(year: str, piece: Slice, portal: Portal, today: date) -> ListingView:
    """One page of a year."""
    head = addresses.of_year(year)
    total = len(portal.by_year[year])
    return ListingView(
        f"Tin tức năm {year}",
        f"{total} tin phường đăng trong năm {year}.",
        (Link(addresses.NEWS, "Tin tức"),),
        (("Năm", _years(portal, year)),),
        _rows(piece, portal),
        _pager(head, piece),
        None,
        (),
        "",
        feeds=True,
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
        _rows(piece, portal),
        _pager(addresses.of_topic(topic.slug), piece),
        None,
        documents,
        "Chưa có tin nào về chủ đề này.",
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
        _rows(piece, portal),
        _pager(addresses.of_group(group.slug), piece),
        None,
        (),
        "Chưa có tin nào của tổ này.",
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


def _rest(portal: Portal) -> Link | None:
    if len(portal.articles) <= NEWEST:
        return None
    year = portal.articles[NEWEST].address.split("/")[1]
    return Link(addresses.of_year(year), f"Tin cũ hơn, năm {year} ›")


def _rows(piece: Slice, portal: Portal) -> tuple[Row, ...]:
    return tuple(row(article, portal) for article in piece.articles)


def _years(portal: Portal, chosen: str | None) -> tuple[Link, ...]:
    return tuple(
        Link("" if year == chosen else addresses.of_year(year), year, len(portal.by_year[year]))
        for year in sorted(portal.by_year, reverse=True)
    )


def _topics(portal: Portal) -> tuple[Link, ...]:
    return tuple(
        Link(addresses.of_topic(topic.slug), topic.name, len(portal.by_topic[topic.slug]))
        for topic in portal.topics
        if topic.slug in portal.by_topic
    )
