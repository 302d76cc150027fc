"""The head of publicity: the 14 items with what stands in each, the registers, the plan, what is new."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gandan import addresses, dates, sections
from gandan.dates import Stamp
from gandan.model import Disclosure, Page
from gandan.relate import ledgers
from gandan.relate.portal import Portal
from gandan.views import blocks, contents, quarter, yearly
from gandan.views.grid import Grid
from gandan.views.parts import Link, Row, row
from gandan.views.yearly import YearView

LAST = 4  # quarters named on the head


class ContentView(NamedTuple):
    """One of the 14 items: its number and name, what the law wants, what stands in it."""

    item: int
    name: str
    also: tuple[str, ...]
    duties: str
    times: int
    newest: Row | None


class PublicityView(NamedTuple):
    """What the template `records/publicity.html` prints."""

    title: str
    description: str | None
    crumbs: tuple[Link, ...]
    contents: tuple[ContentView, ...]
    law: Link | None
    wording: str | None
    checked: Stamp | None
    rows: tuple[Row, ...]
    years: tuple[Link, ...]
    quarters: tuple[Link, ...]
    ledgers: Link
    plan: Link | None
    year: YearView | None
    today: Stamp


class PlanView(NamedTuple):
    """What the template `records/plan.html` prints."""

    title: str
    description: str
    crumbs: tuple[Link, ...]
    plan: Grid
    today: Stamp


def of(page: Page, portal: Portal, today: date) -> PublicityView:
    """The head on `today`."""
    catalogue = portal.catalogue
    law = portal.documents.get(catalogue.directive or "")
    return PublicityView(
        page.title,
        page.description,
        (),
        tuple(_contents(portal, today)),
        Link(law.address, law.directive.number or law.directive.title) if law else None,
        catalogue.wording,
        dates.short(catalogue.checked) if catalogue.checked else None,
        tuple(row(one, portal, today) for one in portal.of(Disclosure)[: blocks.NEWEST]),
        _years(portal),
        quarter.all_of(page, portal, today).quarters[:LAST],
        Link(addresses.LEDGERS, "Tất cả các quý ›"),
        Link(addresses.PLAN, "Kế hoạch công khai ›") if portal.plan else None,
        yearly.of(today.year, portal) if portal.of(Disclosure) else None,
        dates.short(today),
    )


def plan(page: Page, portal: Portal, today: date) -> PlanView:
    """The whole plan of publicity, by last days (Điều 14 khoản 1)."""
    return PlanView(
        page.title,
        page.description
        or "Việc gì, bằng hình thức nào, chậm nhất ngày nào, đơn vị nào làm, và đã làm đến đâu.",
        quarter.CRUMBS[:1],
        quarter.plan(ledgers.promises(portal), portal, today),
        dates.short(today),
    )


def _contents(portal: Portal, today: date) -> Iterator[ContentView]:
    shelf = portal.of(Disclosure)  # newest first
    counts = Counter(one.item.item for one in shelf)
    newest = {one.item.item: one for one in reversed(shelf)}
    also = {one.item: one.also for one in portal.catalogue.items}
    for item in ledgers.ITEMS:
        yield ContentView(
            item,
            contents.name(item, portal),
            also.get(item, ()),
            contents.duties(item, portal, today),
            counts[item],
            row(newest[item], portal, today) if item in newest else None,
        )


def _years(portal: Portal) -> tuple[Link, ...]:
    folder = sections.BY_KIND["disclosure"].folder
    heads = sorted((head for head in portal.by_year if head.startswith(folder)), reverse=True)
    return tuple(Link(head, head.split("/")[1], len(portal.by_year[head])) for head in heads)
