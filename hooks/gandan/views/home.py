"""The front page: what needs people now, then what is new."""

from datetime import date
from itertools import islice
from typing import NamedTuple

from gandan import addresses, dates, sections
from gandan.dates import Stamp
from gandan.model import Consultation, Disclosure, News, Notice, Page
from gandan.relate.portal import Article, Portal
from gandan.states import State
from gandan.views import blocks, week
from gandan.views.blocks import Block
from gandan.views.parts import Line, Link, Row, line, row
from gandan.views.week import Week

CONSULTING = State.CONSULTING.words
FEW = 3  # of each kind, but consultations: each of them has an end that people must not miss


class HomeView(NamedTuple):
    """What the template `records/home.html` prints.

    `alert` is the one urgent notice above everything, which `alert_until` (ISO) takes away; `alerts` counts
    the urgent ones of today.
    """

    title: str
    description: str | None
    crumbs: tuple[Link, ...]
    alert: Row | None
    alert_until: str | None
    alerts: int
    consultations: Block
    week: Week
    notices: Block
    news: tuple[Row, ...]
    disclosures: Block
    documents: tuple[Line, ...]
    ways: tuple[Link, ...]
    today: Stamp


def of(page: Page, portal: Portal, today: date) -> HomeView:
    """The front page on `today`."""
    alerts = _alerts(portal, today)
    first = alerts[0] if alerts else None
    open_ = blocks.of(sections.of(Consultation), portal, today)[0]
    consulting = open_._replace(id="dang", name=CONSULTING)
    return HomeView(
        page.title,
        page.description,
        (),
        row(first, portal, today) if first else None,
        first.item.until.isoformat() if first and first.item.until else None,
        len(alerts),
        consulting,
        week.of(portal, today),
        _notices(portal, today, first),
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
    """The urgent notices from the day they are published to the end of their term, the soonest end first."""
    urgent = (one for one in portal.of(Notice) if one.item.urgent and one.item.until)
    now = [one for one in urgent if one.item.date.day <= today <= (one.item.until or today)]
    return sorted(now, key=lambda one: (one.item.until or today, one.address))


def _notices(portal: Portal, today: date, above: Article[Notice] | None) -> Block:
    """What applies or soon will, the soonest end first; the one that stands above is not said twice."""
    whole = blocks.of(sections.of(Notice), portal, today)[0]
    rows = tuple(one for one in whole.rows if above is None or one.url != above.address)
    empty = "Ngoài thông báo trên, hiện không có thông báo nào." if above else whole.empty
    return Block("thong-bao", "Thông báo đang và sắp áp dụng", rows[:FEW], whole.holds, empty, whole.last)


def _disclosures(portal: Portal, today: date) -> Block:
    """The newest disclosures; one whose posting has ended leaves by itself."""
    shelf = portal.of(Disclosure)
    rows = (row(one, portal, today) for one in shelf)
    standing = (one for one in rows if one.badge is None or one.badge.id == State.POSTED.id)
    empty = "Hiện không có nội dung nào đang niêm yết."
    few = tuple(islice(standing, FEW))
    last = Link(shelf[0].address, shelf[0].item.title) if shelf and not few else None
    return Block("cong-khai-moi", "Công khai mới", few, State.POSTED.id, empty, last)
