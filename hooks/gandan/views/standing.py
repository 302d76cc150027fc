"""Standing pages: indexes of topics and groups, about the ward, what is gone."""

from datetime import date
from typing import NamedTuple

from gandan import addresses, dates
from gandan.dates import Stamp
from gandan.model import OldAddress, Page
from gandan.relate.portal import Portal, Standing
from gandan.views import recording
from gandan.views.parts import Link
from gandan.views.recording import Recording


class IndexView(NamedTuple):
    """What the template `records/index.html` prints: a list of places with one line each."""

    title: str
    description: str | None
    crumbs: tuple[Link, ...]
    places: tuple[tuple[Link, str | None], ...]
    today: Stamp


class PageView(NamedTuple):
    """What the template `records/page.html` prints."""

    title: str
    description: str | None
    crumbs: tuple[Link, ...]
    updated: Stamp | None
    unit: str | None
    siblings: tuple[Link, ...]
    recording: Recording | None = None


class GoneView(NamedTuple):
    """What the template `records/gone.html` prints at an old address."""

    title: str
    description: str | None
    crumbs: tuple[Link, ...]
    moved: str | None
    removed: Stamp | None
    reason: str | None
    unit: str | None


def topics(page: Page, portal: Portal, today: date) -> IndexView:
    """All topics, by the Vietnamese alphabet."""
    names = {one.slug: one.description for one in portal.topics}
    places = tuple(
        (link, names[topic.slug]) for link, topic in zip(by_topic(portal), portal.topics, strict=True)
    )
    return IndexView(page.title, page.description, (), places, dates.short(today))


def groups(page: Page, portal: Portal, today: date) -> IndexView:
    """All tổ dân phố, in the ward's order."""
    places = tuple((link, one.description) for link, one in zip(by_group(portal), portal.groups, strict=True))
    return IndexView(page.title, page.description, (), places, dates.short(today))


def plain(standing: Standing, portal: Portal) -> PageView:
    """A page of words; those of one folder name each other."""
    page = standing.page
    folder = standing.address.split("/")[0] + "/" if standing.address else ""
    family = [one for one in portal.pages.values() if folder and one.address.startswith(folder)]
    head = portal.pages.get(folder)
    inner = standing.address != folder
    crumbs = (Link(folder, head.page.title),) if head and inner else ()
    return PageView(
        page.title,
        page.description,
        crumbs,
        dates.short(page.updated) if page.updated else None,
        page.unit,
        tuple(Link(one.address, one.page.title) for one in family if one.address != standing.address),
        recording.of(page, standing.file.removeprefix("docs/").rpartition("/")[0], portal),
    )


def about(page: Page, portal: Portal, _: date) -> PageView:
    """The head of the pages about the ward, written or not."""
    return plain(Standing(addresses.ABOUT, f"docs/{addresses.ABOUT}index.md", page), portal)


def gone(old: OldAddress) -> GoneView:
    """What stands at an address whose page moved or was taken down."""
    removal = old.removal
    return GoneView(
        (removal.title if removal and removal.title else None)
        or ("Trang này đã được gỡ" if removal else "Trang này đã chuyển"),
        None,
        (),
        old.moved.lstrip("/") if old.moved else None,
        dates.short(removal.removed) if removal else None,
        removal.reason if removal else None,
        removal.unit if removal else None,
    )


def by_topic(portal: Portal) -> tuple[Link, ...]:
    """Every topic with the number of its items and documents."""
    documents = [document.directive.topics for document in portal.documents.values()]
    return tuple(
        Link(
            addresses.of_topic(one.slug),
            one.name,
            len(portal.by_topic.get(one.slug, ())) + sum(one.slug in slugs for slugs in documents),
        )
        for one in portal.topics
    )


def by_group(portal: Portal) -> tuple[Link, ...]:
    """Every tổ dân phố with the number of items that concern it."""
    return tuple(
        Link(addresses.of_group(one.slug), one.name, len(portal.by_group.get(one.slug, ())))
        for one in portal.groups
    )
