"""An item as a sheet of A4 for the board: heading, words, days, who put it up and who took it down."""

from datetime import date
from typing import NamedTuple

from gandan import dates, states
from gandan.dates import Stamp
from gandan.model import Disclosure, Item, Notice
from gandan.relate.portal import Article, Portal
from gandan.views import contents, forms, paper
from gandan.views.forms import Piece, Shown
from gandan.views.parts import Link


class Heading(NamedTuple):
    """The head of an official paper: who issues it, its number, where and when."""

    authority: tuple[str, ...]
    number: str | None
    place: str
    day: Stamp


class SheetView(NamedTuple):
    """What the template `records/sheet.html` prints.

    `item` is the address of the page, which a QR code and words name; `boards` are the places where it hangs,
    as far as they are written down; `wanted` is what the law wants of the board; `files` are left at home.
    """

    title: str
    heading: Heading
    name: str
    kicker: str
    description: str | None
    crumbs: tuple[Link, ...]
    term: tuple[Piece, ...]
    body: str
    boards: tuple[Shown, ...]
    wanted: str | None
    unit: str | None
    item: str
    files: int


def of(article: Article[Item], portal: Portal, today: date) -> SheetView:
    """The sheet of a disclosure or notice."""
    one = article.item
    told = one if isinstance(one, Disclosure) else None
    return SheetView(
        f"Tờ niêm yết: {one.title}",
        heading(portal, told.decided if told else one.date.day, told.number if told else None),
        one.title,
        f"Niêm yết công khai · {contents.named(told.item, portal)}" if told else "Thông báo",
        one.description,
        (Link(article.address, one.title),),
        _term(one) if isinstance(one, Notice) else (),
        paper.html(article, portal.pictures),
        _boards(told, portal) if told else (),
        contents.board(told.item, portal, told.decided) if told else None,
        one.unit,
        article.address,
        files(one, today),
    )


def told(article: Article[Item], portal: Portal, today: date) -> str:
    """All that a sheet draws on besides the ward, its rules and its short forms."""
    drawn = [portal.pictures.get(one) for one in article.pictures]
    return f"{article.digest.hex()} {article.address} {files(article.item, today)} {drawn}"


def files(one: Item, today: date) -> int:
    """How many files are shown beside an item on a day."""
    return sum(states.is_shown(file, today) for file in one.attachments)


def heading(portal: Portal, day: date, number: str | None = None) -> Heading:
    """The head of a paper of the ward; the body's name stands on two lines: Ủy ban nhân dân / phường …."""
    words = portal.ward.authority
    cut = max(words.find(f" {kind} ") for kind in ("phường", "xã", "đặc khu"))
    authority = (words[:cut], words[cut + 1 :]) if cut > 0 else (words,)
    place = portal.ward.name.removeprefix("Phường ").removeprefix("Xã ").removeprefix("Đặc khu ")
    return Heading(authority, number, place, dates.formal(day))


def _boards(one: Disclosure, portal: Portal) -> tuple[Shown, ...]:
    shown = forms.of(one, contents.rule(one.item, "permanent", portal, one.decided))
    return tuple(row for row in shown if row.form == "a")


def _term(one: Notice) -> tuple[Piece, ...]:
    """When a notice holds, in a line; nothing where it has no term."""
    first = one.from_ or one.date.day
    if one.until is None:
        return ("Từ ", dates.long(first)) if one.from_ else ()
    if first == one.until:
        return ("Trong ngày ", dates.long(first))
    return ("Từ ", dates.long(first), " đến hết ", dates.long(one.until))
