"""Lists of items: of a section, of a year, of a topic."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from gandan import addresses, dates
from gandan.dates import Stamp
from gandan.model import Consultation, Disclosure, News, Page, Topic
from gandan.relate.portal import Portal
from gandan.relate.shelves import Slice
from gandan.sections import Section
from gandan.views import blocks, yearly
from gandan.views.blocks import Block
from gandan.views.parts import Line, Link, line, row
from gandan.views.yearly import YearView

FEEDS = {
    News: (Link(addresses.RSS, "RSS"), Link(addresses.JSON_FEED, "JSON")),
    Consultation: (Link(addresses.DEADLINES, "hạn góp ý vào lịch điện thoại"),),
}


class Pager(NamedTuple):
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
    blocks: tuple[Block, ...]
    pager: Pager | None
    more: Link | None
    documents: tuple[Line, ...]
    mixed: bool  # items of several kinds stand together
    feeds: tuple[Link, ...]  # files that tell of what is new
    today: Stamp | None  # where something is told as of a day
    # On the first page of a year of disclosures.
    year: YearView | None = field(default=None, kw_only=True)


def of_section(section: Section, page: Page, portal: Portal, today: date) -> ListingView:
    """The head of a section: what asks something of people, its newest items, the ways to the rest."""
    shown = blocks.of(section, portal, today)
    years = _years(section, portal, None)
    facets = [("Năm", years)] if years else []
    if section.model is News:
        facets.append(("Chủ đề", _topics(portal)))
    return ListingView(
        page.title, page.description, (), tuple(facets), shown, None, _rest(section, shown, portal), (),
        mixed=False, feeds=FEEDS.get(section.model, ()), today=dates.short(today),
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
        listed(piece, "", portal, today),
        pager(head, piece),
        None,
        (),
        mixed=False,
        feeds=FEEDS.get(section.model, ()),
        today=None,
        year=yearly.of(int(year), portal)
        if section.model is Disclosure and piece.number == piece.total
        else None,
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
        listed(piece, "Chưa có gì về chủ đề này.", portal, today),
        pager(addresses.of_topic(topic.slug), piece),
        None,
        documents,
        mixed=True,
        feeds=(),
        today=dates.short(today) if documents else None,
    )


def address(head: str, piece: Slice) -> str:
    """The head of a list keeps the list's own address; older pages bear their number."""
    return head if piece.number == piece.total else addresses.of_older(head, piece.number)


def pager(head: str, piece: Slice) -> Pager | None:
    """The ways from one page of a list to the next."""
    if piece.total == 1:
        return None
    number, total = piece.number, piece.total
    newer = None if number == total else addresses.of_older(head, number + 1)
    if number == total - 1:
        newer = head
    older = addresses.of_older(head, number - 1) if number > 1 else None
    return Pager(total - number + 1, total, newer, older)


def listed(
    piece: Slice, empty: str, portal: Portal, today: date, name: str | None = None
) -> tuple[Block, ...]:
    """One page of a list, in one block."""
    rows = tuple(row(article, portal, today) for article in piece.articles)
    return (Block("danh-sach", name, rows, empty=empty),)


def _rest(section: Section, shown: tuple[Block, ...], portal: Portal) -> Link | None:
    there = {one.url for block in shown for one in block.rows}
    year = next(
        (one.address.split("/")[1] for one in portal.of(section.model) if one.address not in there), None
    )
    return Link(addresses.of_year(section.folder, year), f"Cũ hơn, năm {year} ›") if year else None


def years(section: Section, portal: Portal) -> tuple[str, ...]:
    """The years of a section that have something, newest first."""
    heads = (head for head in portal.by_year if head.startswith(section.folder))
    return tuple(sorted((head.removeprefix(section.folder).rstrip("/") for head in heads), reverse=True))


def _years(section: Section, portal: Portal, chosen: str | None) -> tuple[Link, ...]:
    """The ways to the years. How much each holds is told at the head of the section alone, so that what comes
    this year leaves the pages of all others as they are."""
    links = ((year, addresses.of_year(section.folder, year)) for year in years(section, portal))
    if chosen:
        return tuple(Link("" if year == chosen else head, year) for year, head in links)
    return tuple(Link(head, year, len(portal.by_year[head])) for year, head in links)


def _topics(portal: Portal) -> tuple[Link, ...]:
    return tuple(
        Link(addresses.of_topic(topic.slug), topic.name, len(portal.by_topic[topic.slug]))
        for topic in portal.topics
        if topic.slug in portal.by_topic
    )
