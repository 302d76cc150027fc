"""The front page: what needs people now, then what is new."""

from dataclasses import dataclass
from datetime import date
from itertools import islice

from gandan import addresses, dates, sections, states
from gandan.dates import Stamp
from gandan.model import Consultation, Disclosure, News, Notice, Page
from gandan.relate.portal import Article, Portal
from gandan.states import State
from gandan.views import blocks, calendar
from gandan.views.blocks import Block
from gandan.views.parts import Line, Link, Row, line, row
from gandan.views.slots import Slot

FEW = 3  # of each kind


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the template `records/home.html` prints.

    `alert` is the one notice above everything, which `alert_until` (ISO) takes away; `alerts` counts all
    notices that apply today.
    """

    title: str
    description: str | None
    crumbs: tuple[Link, ...]
    alert: Row | None
    alert_until: str | None
    alerts: int
    consultations: Block
    coming: tuple[Slot, ...]
    news: tuple[Row, ...]
    disclosures: Block
    documents: tuple[Line, ...]
    ways: tuple[Link, ...]
    today: Stamp


def of(page: Page, portal: Portal, today: date) -> HomeView:
    """The front page on `today`."""
    alerts = _alerts(portal, today)
    first = alerts[0] if alerts else None
    consulting = blocks.of(sections.of(Consultation), portal, today)[0]
    return HomeView(
        page.title,
        page.description,
        (),
        row(first, portal, today) if first else None,
        first.item.until.isoformat() if first and first.item.until else None,
        len(alerts),
        consulting,
        calendar.coming(portal, today, FEW),
        tuple(row(one, portal, today) for one in portal.of(News)[:FEW]),
        _disclosures(portal, today),
        tuple(line(one, portal, today) for one in list(portal.documents.values())[:FEW]),
        ways(portal),
        dates.short(today),
    )


def ways(portal: Portal) -> tuple[Link, ...]:
    """The sections that the menu leaves out, with how much stands in each."""
    apart = (
        addresses.QUESTIONS, addresses.SUPERVISION, addresses.DECISIONS, addresses.EXEMPLARS,
    )  # fmt: skip
    named = [sections.BY_FOLDER[folder] for folder in apart]
    return (
        *(Link(one.folder, one.name, len(portal.of(one.model))) for one in named),
        Link(addresses.TOPICS, "Chủ đề", len(portal.topics)),
        Link(addresses.GROUPS, "Tổ dân phố", len(portal.groups)),
        Link(addresses.OPEN_DATA, "Dữ liệu mở"),
    )


def _alerts(portal: Portal, today: date) -> list[Article[Notice]]:
    """The notices that apply today, those that end soonest first."""
    placed = ((one, states.of_item(one.item, portal.rulebook, today)) for one in portal.of(Notice))
    now = [one for one, standing in placed if standing and standing.state is State.APPLIES]
    return sorted(now, key=lambda one: (one.item.until or date.max, one.address))


def _disclosures(portal: Portal, today: date) -> Block:
    """The newest disclosures; one whose posting has ended leaves by itself."""
    rows = (row(one, portal, today) for one in portal.of(Disclosure))
    standing = (one for one in rows if one.badge is None or one.badge.id == State.POSTED.id)
    empty = "Hiện không có nội dung nào đang niêm yết."
    return Block("cong-khai-moi", "Công khai mới", tuple(islice(standing, FEW)), State.POSTED.id, empty)
