"""Every page of the site: its address, its template, its Markdown file if it has one, its view.

The one door of the views: an adapter asks for `plans` and needs to know nothing else.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple

from gandan import addresses, sections
from gandan.model import Item, News, Page
from gandan.relate import agenda, ledgers, shelves
from gandan.relate.portal import Article, Portal, Standing
from gandan.relate.shelves import Slice
from gandan.views import (
    calendar,
    datasets,
    event,
    home,
    item,
    listing,
    lookup,
    sheet,
    standing,
    telephones,
    tellings,
)


class Plan(NamedTuple):
    """One page to be made. `view` is made only when it is asked for; `lastmod` is for the sitemap.

    `shows` is the news or the part of a list that the page shows if it shows, with `beside`, nothing else of
    the portal that could change, but for the newest part of a list, where records stand beside the news:
    then it can be told whether the page has changed without making its view.
    So it can where `drawn` tells all that the view draws on besides the ward, its rules and short forms.
    """

    address: str
    template: str
    title: str
    file: str | None
    view: Callable[[], Any]
    lastmod: date | None = None
    listed: bool = True  # in the sitemap
    shows: Article[Item] | Slice | None = None
    beside: str = ""
    drawn: str = ""

    @property
    def page(self) -> str:
        """The path of its page in the site."""
        return f"{self.address}index.html"

    @property
    def source(self) -> str:
        """The path of its Markdown below `docs/`, whether anybody wrote it or not."""
        return self.file.removeprefix("docs/") if self.file else f"{self.address}index.md"


def _opened(room: str, name: str = "of") -> Callable[..., Any]:
    """What makes a view in a room that is opened with the first: most builds make none of these."""
    return lambda *told: getattr(import_module(f"gandan.views.{room}"), name)(*told)


def plans(portal: Portal, today: date) -> Iterator[Plan]:
    """All pages of the portal on `today`; every address once."""
    yield from _heads(portal, today)
    yield from (_article(article, portal, today) for article in portal.articles)
    for document in portal.documents.values():
        view = partial(_opened("directive"), document, portal, today)
        title = document.directive.title
        changed = document.directive.checked
        yield Plan(document.address, "directive", title, None, view, changed)
    yield from _calendar(portal, today)
    yield from _publicity(portal, today)
    for head, shelf in portal.by_year.items():
        folder, year, _ = head.split("/")
        section = sections.BY_FOLDER[f"{folder}/"]
        make = partial(listing.of_year, section, year)
        beside = f"{len(shelf)} {listing.years(section, portal)}"
        yield from _pages(head, f"{section.name} năm {year}", shelf, make, portal, today, beside=beside)
    for topic in portal.topics:
        shelf, make = portal.by_topic.get(topic.slug, ()), partial(listing.of_topic, topic)
        yield from _pages(addresses.of_topic(topic.slug), topic.name, shelf, make, portal, today)
    for one in portal.groups:
        shelf, make = portal.by_group.get(one.slug, ()), partial(_opened("group"), one)
        yield from _pages(addresses.of_group(one.slug), one.name, shelf, make, portal, today, "group")
    for old in portal.old_addresses:
        address, gone = old.address.strip("/") + "/", partial(standing.gone, old)
        yield Plan(address, "gone", "Địa chỉ cũ", None, gone, listed=False)


# Section heads that need no file of their own: address -> what they are called, template, view.
HEADS: dict[str, tuple[str, str, Callable[[Page, Portal, date], Any]]] = {
    addresses.HOME: ("Trang chủ", "home", home.of),
    **{one.folder: (one.name, "listing", partial(listing.of_section, one)) for one in sections.SECTIONS},
    addresses.DISCLOSURES: ("Công khai", "publicity", _opened("publicity")),
    addresses.LEDGERS: ("Sổ công khai theo quý", "quarters", _opened("quarter", "all_of")),
    addresses.PLAN: ("Kế hoạch công khai", "plan", _opened("publicity", "plan")),
    addresses.CALENDAR: (calendar.NAME, "calendar", calendar.of),
    addresses.REGISTER: ("Văn bản", "register", _opened("register")),
    addresses.TOPICS: ("Chủ đề", "index", standing.topics),
    addresses.GROUPS: ("Tổ dân phố", "index", standing.groups),
    addresses.ABOUT: ("Giới thiệu", "page", standing.about),
    addresses.TELEPHONES: (telephones.NAME, "telephones", telephones.of),
    addresses.OPEN_DATA: ("Dữ liệu mở", "datasets", datasets.of),
    addresses.LOOKUP: ("Tìm kiếm", "lookup", lookup.of),
}


def _calendar(portal: Portal, today: date) -> Iterator[Plan]:
    for one in portal.appointments:
        told = [one.event.announced, one.event.changed.date if one.event.changed else None]
        lastmod = max((day for day in told if day and day <= today), default=None)
        view = partial(event.of, one, portal, today)
        yield Plan(one.address, "event", one.event.title, None, view, lastmod)
    months = agenda.by_month(agenda.of(portal))
    for month in months:
        make = partial(calendar.of_month, month, months, portal, today)
        yield Plan(addresses.of_month(*month), "calendar", calendar.name(month), None, make)


def _publicity(portal: Portal, today: date) -> Iterator[Plan]:
    all_ = ledgers.Ledgers(portal, today)
    for one in all_.quarters:
        make = partial(_opened("quarter"), one, all_)
        yield Plan(addresses.of_ledger(one.name), "quarter", f"Sổ công khai {one.words}", None, make)
    for article in (one for one in portal.articles if isinstance(one.item, ledgers.TOLD)):
        yield from _channels(article, portal, today)


def _channels(article: Article[Item], portal: Portal, today: date) -> Iterator[Plan]:
    """The pages that an item has for the board and for those who tell it."""
    for address, template, room in (
        (addresses.of_sheet(article.address), "sheet", sheet),
        (addresses.of_tellings(article.address), "tellings", tellings),
    ):
        view, told = partial(room.of, article, portal, today), room.told(article, portal, today)
        title, changed = article.item.title, _changed(article.item)
        yield Plan(address, template, title, None, view, changed, listed=False, drawn=told)


def _heads(portal: Portal, today: date) -> Iterator[Plan]:
    for address, (title, template, make) in HEADS.items():
        written = portal.pages.get(address)
        page = written.page if written else Page(title=title)
        view, file = partial(make, page, portal, today), written.file if written else None
        told = datasets.told(page, portal, today) if make is datasets.of else ""
        yield Plan(address, template, page.title, file, view, drawn=told)
    for one in portal.pages.values():
        if one.address not in HEADS:
            yield _page(one, portal)


def _page(one: Standing, portal: Portal) -> Plan:
    view = partial(standing.plain, one, portal)
    return Plan(one.address, "page", one.page.title, one.file, view, one.page.updated)


def _article(article: Article[Item], portal: Portal, today: date) -> Plan:
    changed = _changed(article.item)
    view = partial(item.of, article, portal, today)
    kind = sections.of(article.item).kind
    shows = article if isinstance(article.item, News) else None
    return Plan(article.address, kind, article.item.title, article.file, view, changed, shows=shows)


def _changed(one: Item) -> date:
    return one.updated or one.date.day


def _pages(
    head: str,
    title: str,
    shelf: tuple[Article[Item], ...],
    make: Callable[[Slice, Portal, date], Any],
    portal: Portal,
    today: date,
    template: str = "listing",
    beside: str = "",
) -> Iterator[Plan]:
    for piece in shelves.pages(shelf):
        address = listing.address(head, piece)
        changed = piece.articles[0].item.date.day if piece.articles else None
        view = partial(make, piece, portal, today)
        yield Plan(address, template, title, None, view, changed, shows=piece, beside=beside)
