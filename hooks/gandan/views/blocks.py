"""How the head of a section is arranged: what still asks something of people goes first."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from gandan import states
from gandan.relate.portal import Article, Portal
from gandan.sections import Section
from gandan.states import Standing, State
from gandan.views.parts import Link, Row, row

NEWEST = 12  # items of what is over, or of a section without states
Placed = tuple[Article[Any], Standing | None]


class Block(NamedTuple):
    """Rows under one heading; `name` is None where a list stands alone.

    `holds` are the ids of the states that belong here, by which a script moves a row whose day has come.
    `empty` is said when there is none, with a link to the last one; a block without it is then not shown.
    """

    id: str
    name: str | None
    rows: tuple[Row, ...]
    holds: str = ""
    empty: str = ""
    last: Link | None = None


class _Wanted(NamedTuple):
    """A block of a section: its states (None for items that have none), and its order."""

    id: str
    name: str
    states: tuple[State | None, ...]
    order: Callable[[Any], Any] | None = None  # None keeps the newest first
    empty: str = ""


LAYOUT: dict[str, tuple[_Wanted, ...]] = {
    "consultation": (
        _Wanted(
            "dang", "Đang lấy ý kiến", (State.CONSULTING,), lambda one: one.closes,
            "Hiện không có nội dung nào đang lấy ý kiến.",
        ),
        _Wanted("sap", "Sắp lấy ý kiến", (State.TO_BE_CONSULTED,), lambda one: one.opens),
        _Wanted("tong-hop", "Đang tổng hợp ý kiến", (State.SUMMING_UP,)),
        _Wanted("ket-qua", "Đã có kết quả", (State.DECIDED,)),
    ),
    "notice": (
        _Wanted(
            "dang", "Đang và sắp áp dụng", (State.APPLIES, State.TO_APPLY), lambda one: one.until,
            "Hiện không có thông báo nào đang áp dụng.",
        ),
        _Wanted("khac", "Thông báo khác", (State.OVER, None)),
    ),
    "question": (
        _Wanted("cho", "Đang chờ trả lời", (State.AWAITS_ANSWER, State.ANSWER_LATE)),
        _Wanted("roi", "Đã trả lời", (State.ANSWERED,), None, "Chưa có câu hỏi nào được trả lời."),
    ),
    "supervision": (
        _Wanted("cho", "Đang chờ trả lời", (State.AWAITS_ANSWER, State.ANSWER_LATE)),
        _Wanted("roi", "Đã trả lời", (State.ANSWERED,), None, "Chưa có kiến nghị nào được trả lời."),
    ),
}  # fmt: skip


def of(section: Section, portal: Portal, today: date) -> tuple[Block, ...]:
    """The blocks of a section on `today`; the last one holds at most `NEWEST` items."""
    shelf = portal.of(section.model)
    wanted = LAYOUT.get(section.kind)
    if wanted is None or not shelf:
        rows = tuple(row(one, portal, today) for one in shelf[:NEWEST])
        return (Block("danh-sach", None, rows, empty=f"Chưa có {section.noun} nào."),)
    placed = [(one, states.of_item(one.item, portal.rulebook, today)) for one in shelf]
    return tuple(_blocks(wanted, placed, portal, today))


def _blocks(
    wanted: tuple[_Wanted, ...], placed: list[Placed], portal: Portal, today: date
) -> Iterator[Block]:
    for one in wanted:
        chosen = [article for article, standing in placed if (standing and standing.state) in one.states]
        if order := one.order:
            chosen.sort(key=lambda article: order(article.item))
        if one is wanted[-1]:
            chosen = chosen[:NEWEST]
        holds = " ".join(state.id for state in one.states if state)
        rows = tuple(row(article, portal, today) for article in chosen)
        yield Block(one.id, one.name, rows, holds, one.empty, _last(placed, chosen))


def _last(placed: Iterable[Placed], chosen: list[Article[Any]]) -> Link | None:
    newest = next((article for article, _ in placed), None)
    return Link(newest.address, newest.item.title) if newest and not chosen else None
