"""An item in the words of other channels: the loudspeaker, the group of the tổ trưởng."""

from datetime import date
from importlib import import_module
from typing import Any, NamedTuple

from gandan import addresses
from gandan.model import Disclosure, Item, Notice
from gandan.relate.portal import Article, Portal
from gandan.views import contents, paper
from gandan.views.parts import Link

LIMIT = 500  # characters of a message, its link included
REST = "…"


class Message(NamedTuple):
    """A message without its link, which only the site's own address makes whole."""

    opening: str
    title: str
    term: str
    summary: str

    def whole(self, url: str) -> str:
        """At most `LIMIT` characters with `url`: the summary gives way first, then the title."""
        tail = f"\nXem đầy đủ: {url}"
        term = f"\n{self.term}" if self.term else ""
        title = shortened(self.title, LIMIT - len(self.opening) - len(term) - len(tail))
        head = f"{self.opening}{title}"
        left = LIMIT - len(head) - len(term) - len(tail) - 1
        summary = shortened(self.summary, left)
        return head + (f"\n{summary}" if summary else "") + term + tail


class TellingsView(NamedTuple):
    """What the template `records/tellings.html` prints; `lines` are read one by one."""

    title: str
    name: str
    description: str
    crumbs: tuple[Link, ...]
    lines: tuple[str, ...]
    minutes: int
    wanted: str | None
    message: Message
    item: str
    sheet: str


def of(article: Article[Item], portal: Portal, today: date) -> TellingsView:
    """The channels of a disclosure or notice."""
    one = article.item
    lines = script(article, portal, today)
    wanted = (
        contents.rule(one.item, "loudspeaker", portal, one.decided) if isinstance(one, Disclosure) else None
    )
    return TellingsView(
        f"Bản phát thanh và tin nhắn: {one.title}",
        one.title,
        "Lời đọc trên loa và tin nhắn gửi nhóm của tổ dân phố, lấy từ chính bài này.",
        (Link(article.address, one.title),),
        lines,
        _spoken().minutes("\n".join(lines)),
        f"{wanted.what} ({wanted.basis})" if wanted else None,
        message(one, portal),
        article.address,
        addresses.of_sheet(article.address),
    )


def script(article: Article[Item], portal: Portal, today: date) -> tuple[str, ...]:
    """The lines of the loudspeaker: a greeting, the words of the item as they are spoken, a closing."""
    ward, one = portal.ward, article.item
    kind = "công khai nội dung sau đây" if isinstance(one, Disclosure) else "thông báo như sau"
    told = [
        f"Kính thưa bà con {ward.name[:1].lower()}{ward.name[1:]}.",
        f"{ward.authority} xin {kind}.",
        ended(one.title),
        *([ended(one.description)] if one.description else []),
        paper.words(article),
        *_closing(article, portal, today),
    ]
    return tuple(_spoken().script("\n".join(told), portal.abbreviations))


def _spoken() -> Any:
    """Twenty rooms, which most builds need not: they make no such page."""
    return import_module("gandan.spoken")


def _closing(article: Article[Item], portal: Portal, today: date) -> tuple[str, ...]:
    places = boards(article.item, today)
    table = "Bảng số liệu" if paper.has_table(article) else "Nội dung đầy đủ"
    return (
        f"{table} có trên trang thông tin điện tử của phường.",
        *([f"Bản niêm yết ở: {places}."] if places else []),
        f"Bà con cần hỏi thêm, xin gọi số {portal.ward.telephones[0].number}.",
        "Xin cảm ơn bà con đã lắng nghe.",
    )


def boards(one: Item, today: date) -> str:
    """The places of the boards that nobody has cleared by `today`: who hears it goes there."""
    rows = one.posted if isinstance(one, Disclosure) else ()
    board = [row.place for row in rows if row.form == "a" and (row.until or today) >= today]
    return "; ".join(dict.fromkeys(place for place in board if place))


def told(article: Article[Item], portal: Portal, today: date) -> str:
    """All that its tellings draw on besides the ward, its rules and its short forms."""
    return f"{article.digest.hex()} {article.address} {boards(article.item, today)}"


def message(one: Item, portal: Portal) -> Message:
    """The parts of a message; its link comes later."""
    kind = "Công khai" if isinstance(one, Disclosure) else "Thông báo"
    return Message(f"{portal.ward.name}. {kind}: ", ended(one.title), _term(one), one.description or "")


def _term(one: Item) -> str:
    if isinstance(one, Notice) and one.until:
        first = one.from_ or one.date.day
        days = f"Từ {first:%d/%m/%Y} đến hết {one.until:%d/%m/%Y}."
        return f"Trong ngày {first:%d/%m/%Y}." if first == one.until else days
    board = [row for row in one.posted if row.form == "a"] if isinstance(one, Disclosure) else []
    if not board:
        return ""
    places = "; ".join(dict.fromkeys(row.place for row in board if row.place))
    return f"Niêm yết từ {min(row.from_ for row in board):%d/%m/%Y}" + (f": {places}." if places else ".")


def ended(text: str) -> str:
    """A sentence that ends: a title gets its full stop."""
    return text if text.endswith((".", "?", "!", "…", ":")) else f"{text}."


def shortened(text: str, room: int) -> str:
    """A text of at most `room` characters, cut between words; nothing where no word fits."""
    if len(text) <= room:
        return text
    cut = text[: max(room - len(REST), 0)].rpartition(" ")[0].rstrip(" ,;:.–-")
    return f"{cut}{REST}" if cut else ""
