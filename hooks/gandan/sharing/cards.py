"""Which picture a page is shown with where it is sent (og:image of https://ogp.me), and what stands on it.

Each section has one, and each record its own, but of news only the newest; all other pages show that of
their section. An item with a picture shows that. On none of them stands what days alone change.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from gandan import addresses, dates, sections
from gandan.model import Consultation, Directive, Item, News
from gandan.relate.portal import Appointment, Article, Portal
from gandan.renditions import Size
from gandan.views import calendar
from gandan.views.parts import name

WIDE, HIGH = 1200, 630  # pixels, the measure that every network cuts to
NEWEST = 24  # news with a picture of their own: an archive has thousands
# Sections that are no kinds of items, by address.
NAMES = {
    addresses.CALENDAR: calendar.NAME,
    addresses.REGISTER: "Văn bản",
    addresses.TOPICS: "Chủ đề",
    addresses.GROUPS: "Tổ dân phố",
    addresses.ABOUT: "Giới thiệu",
    addresses.OPEN_DATA: "Dữ liệu mở",
    addresses.LOOKUP: "Tìm kiếm",
}


class Card(NamedTuple):
    """What is drawn for the page at `page`: what it is, its title, a day of its own."""

    page: str
    kind: str
    title: str
    day: str = ""

    @property
    def address(self) -> str:
        return addresses.of_card(self.page)


class Shown(NamedTuple):
    """The picture that a page names: its address, its words, its width and height in points where they are
    known: a network shows a picture at once of which it need not ask."""

    address: str
    words: str
    size: Size | None = (WIDE, HIGH)


class Cards:
    """The pictures of a portal."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._newest = {one.address for one in portal.of(News)[:NEWEST]}

    @cached_property
    def sections(self) -> Mapping[str, Card]:
        """By address: the front page and the heads of sections."""
        ward = self._portal.ward
        names = {one.folder: one.name for one in sections.SECTIONS} | NAMES
        heads = {address: Card(address, ward.authority, name) for address, name in names.items()}
        return {addresses.HOME: Card(addresses.HOME, ward.authority, ward.name)} | heads

    def all(self) -> Iterator[Card]:
        """Every picture that has to be there."""
        yield from self.sections.values()
        portal = self._portal
        yield from (_article(one) for one in portal.articles if self.own(one))
        yield from (_document(one.address, one.directive) for one in portal.documents.values())
        yield from map(_appointment, portal.appointments)

    def own(self, article: Article[Item]) -> bool:
        """Whether a picture is drawn for this item."""
        item = article.item
        return not item.image and (not isinstance(item, News) or article.address in self._newest)

    def of(self, address: str, subject: object, title: str) -> Shown:
        """What the page at `address`, about a record or about none, is shown with."""
        if isinstance(subject, Article) and subject.item.image:
            picture = addresses.of_picture(subject.address, subject.item.image)
            size = self._portal.pictures.get(subject.pictures[0])
            return Shown(picture, subject.item.image_alt or title, size)
        if subject is not None and (not isinstance(subject, Article) or self.own(subject)):
            return Shown(addresses.of_card(address), title)
        head = self.sections.get(address.partition("/")[0] + "/") or self.sections[addresses.HOME]
        return Shown(head.address, head.title)


def _article(article: Article[Item]) -> Card:
    item = article.item
    day = dates.short(item.date.day).words
    if isinstance(item, Consultation):
        day = f"Góp ý đến hết ngày {dates.short(item.closes).words}"
    return Card(article.address, sections.of(item).name, item.title, day)


def _document(address: str, one: Directive) -> Card:
    issued = dates.exact(one.issued) if one.issued else None
    return Card(address, name(one), one.title, f"Ban hành {dates.short(issued).words}" if issued else "")


def _appointment(one: Appointment) -> Card:
    event = one.event
    day = "" if event.repeats else dates.long(event.starts.day).words
    return Card(one.address, calendar.NAME, event.title, day)
