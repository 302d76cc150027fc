"""The search page without a script: every way into the site, and the index of document numbers."""

import re
from datetime import date
from typing import NamedTuple, get_args

from gandan import addresses, dates, sections
from gandan.dates import Stamp
from gandan.model import Page
from gandan.model.directive import DirectiveType
from gandan.relate.portal import Document, Portal
from gandan.states import State
from gandan.vietnamese import collate, slug
from gandan.views.parts import Link, issuer_name
from gandan.views.standing import by_group, by_topic

RANK = {kind: place for place, kind in enumerate(get_args(DirectiveType))}  # laws first, `Chưa rõ` last
NUMBERS = re.compile(r"\d+")


class Shelf(NamedTuple):
    """All documents of one type: those with a number in its order, then the others by their titles."""

    id: str
    name: str
    documents: tuple[Link, ...]


class LookupView(NamedTuple):
    """What the template `records/lookup.html` prints."""

    title: str
    description: str
    crumbs: tuple[Link, ...]
    ways: tuple[tuple[str, tuple[Link, ...]], ...]  # heading -> links, never empty
    shelves: tuple[Shelf, ...]
    kinds: tuple[tuple[str, str], ...]  # what a script may narrow by: values and words
    topics: tuple[tuple[str, str], ...]
    years: tuple[int, ...]
    in_force: State
    today: Stamp


KINDS = (
    *((one.kind, one.name) for one in sections.SECTIONS),
    ("event", "Lịch"),
    ("directive", "Văn bản"),
    ("page", "Giới thiệu"),
)  # as the search index names them
DESCRIPTION = "Tìm tin và văn bản của phường; gõ có dấu hay không dấu đều được."


def of(page: Page, portal: Portal, today: date) -> LookupView:
    """The ways in: sections, topics, years, tổ dân phố with counts, and the documents by type and number."""
    shelves = _shelves(portal)
    ways = (
        ("Các mục", _sections(portal)),
        ("Theo chủ đề", by_topic(portal)),
        ("Tin theo năm", _years(portal)),
        ("Theo tổ dân phố", by_group(portal)),
        ("Theo loại văn bản", tuple(Link(f"#{one.id}", one.name, len(one.documents)) for one in shelves)),
    )
    return LookupView(
        page.title,
        page.description or DESCRIPTION,
        (),
        tuple((name, links) for name, links in ways if links),
        shelves,
        KINDS,
        tuple((topic.slug, topic.name) for topic in portal.topics),
        _all_years(portal),
        State.IN_FORCE,
        dates.short(today),
    )


def _sections(portal: Portal) -> tuple[Link, ...]:
    about = portal.pages.get(addresses.ABOUT)
    kinds = ((one, portal.of(one.model)) for one in sections.SECTIONS)
    return (
        *(Link(one.folder, one.name, len(shelf)) for one, shelf in kinds if shelf),
        *((Link(addresses.CALENDAR, "Lịch", len(portal.appointments)),) if portal.appointments else ()),
        Link(addresses.REGISTER, "Văn bản", len(portal.documents)),
        *((Link(about.address, about.page.title),) if about else ()),
    )


def _years(portal: Portal) -> tuple[Link, ...]:
    heads = sorted((head for head in portal.by_year if head.startswith(addresses.NEWS)), reverse=True)
    return tuple(Link(head, head.split("/")[1], len(portal.by_year[head])) for head in heads)


def _all_years(portal: Portal) -> tuple[int, ...]:
    """Every year of news or of a document, newest first."""
    issued = {one.directive.issued.year for one in portal.documents.values() if one.directive.issued}
    return tuple(sorted(issued | {one.item.date.day.year for one in portal.articles}, reverse=True))


def _shelves(portal: Portal) -> tuple[Shelf, ...]:
    kinds = sorted({one.directive.type for one in portal.documents.values()}, key=RANK.__getitem__)
    return tuple(_shelf(kind, portal) for kind in kinds)


def _shelf(kind: str, portal: Portal) -> Shelf:
    documents = [one for one in portal.documents.values() if one.directive.type == kind]
    links = tuple(_entry(one, portal) for one in sorted(documents, key=_order))
    return Shelf(f"loai-{slug(kind)}", "Chưa rõ loại" if kind == "Chưa rõ" else kind, links)


def _order(document: Document) -> tuple[bool, list[int], object, str]:
    """`9/2020` before `10/2019`: a number counts as a number, not as letters."""
    number, title = document.directive.number, document.directive.title
    counted = [int(digits) for digits in NUMBERS.findall(number or "")]
    return number is None, counted, collate(number or title), document.id


def _entry(document: Document, portal: Portal) -> Link:
    one = document.directive
    if one.number is None:
        return Link(document.address, one.title)
    if not document.collides:
        return Link(document.address, one.number)
    day = dates.rough(one.issued).words if one.issued else "chưa rõ ngày"
    return Link(document.address, f"{one.number} ({issuer_name(one, portal)}, {day})")
