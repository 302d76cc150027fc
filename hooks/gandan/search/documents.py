"""Portal -> what can be found: each item and directive with its words and the card that a result shows."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from gandan import addresses, dates, markup, prose, sections, states
from gandan.cache import digest
from gandan.model import Disclosure, Group, Item, News, Ward
from gandan.relate.portal import Appointment, Article, Document, Portal, Standing
from gandan.views import event, parts

LONG = 1500  # letters of an item from which on a result leads to the section
FULL = "Tổ dân phố"

# Where a search begins; and the head of the pages about the ward, which stands there as whom to call.
NOT_FOUND = frozenset({addresses.HOME, addresses.LOOKUP, addresses.ABOUT})


NOTHING: Mapping[str, object] = {}


class Wording(NamedTuple):
    """What is indexed of one thing."""

    title: str
    lead: str = ""  # before the body
    names: tuple[str, ...] = ()  # numbers and other names, found like titles
    body: str = ""  # Markdown


class Found(NamedTuple):
    """One thing that can be found: its day decides its id, its words are indexed, its card is shown."""

    address: str
    kind: str
    day: date | None
    topics: tuple[str, ...]
    in_force: bool
    card: Mapping[str, object]  # what a result shows beside its words, address, title, kind and day
    told: Wording | Article[Item]  # of an article that has not changed nobody asks for them
    source: bytes = b""  # the digest of the one file that all its words come from; of others there is none

    @property
    def wording(self) -> Wording:
        """Its words."""
        return self.told if isinstance(self.told, Wording) else _told(self.told)

    def opened(self) -> "Found":
        """The same with its words at hand, for who asks for them more than once."""
        return self._replace(told=self.wording)

    def sum(self) -> bytes:
        """The name of all that its words are made from."""
        return self.source or digest(repr(self.wording).encode("utf-8"))

    def shown(self) -> str:
        """What its card shows that `sum` does not name: of one file, where it stands, and its state."""
        if self.source:
            return f"{self.address} {self.card}" if self.card else self.address
        return repr(self.face())

    def face(self) -> dict[str, object]:
        """What a result shows of it beside its words."""
        day = {"d": self.day.isoformat()} if self.day else {}
        return {"u": self.address, "t": self.wording.title, "k": self.kind, **day, **self.card}

    def read(self) -> tuple[str, list[tuple[int, str]]]:
        """Its words, and for a long one where each of its sections begins in them, with its anchor."""
        _, lead, _, text = self.wording
        told = [lead] if lead else []
        length = len(lead) + bool(told)  # with the end of line before what comes next
        places: list[tuple[int, str]] = []
        anchors = prose.Anchors()
        for heading, body in markup.sections(text):
            if heading:
                places.append((length, anchors.of(heading)))
            more = list(filter(None, (heading, markup.plain(body))))
            told += more
            length += sum(map(len, more)) + len(more)
        return "\n".join(told), places if length > LONG else []


def of(portal: Portal, today: date) -> Iterator[Found]:
    """Everything of the portal that can be found on `today`."""
    yield from [_article(article, portal, today) for article in portal.articles]
    yield from (_directive(document, portal, today) for document in portal.documents.values())
    yield from (_event(one, portal, today) for one in portal.appointments)
    yield from (_page(page) for page in portal.pages.values() if page.address not in NOT_FOUND)
    if portal.of(Disclosure):
        yield _place(addresses.LEDGERS, "Sổ công khai theo quý", "Danh mục nội dung đã công khai", ())
    yield _place(addresses.OPEN_DATA, "Dữ liệu mở", "Mọi loại nội dung dạng JSON và CSV", ())
    yield from (_group(group) for group in portal.groups)
    yield _ward(portal.ward)


def _article(article: Article[Item], portal: Portal, today: date) -> Found:
    item, kind = article.item, sections.of(article.item).kind
    card = NOTHING if isinstance(item, News) else _card(item, portal, today)  # of all items most
    return Found(article.address, kind, item.date.day, item.topics, False, card, article, article.raw.digest)


def _card(item: Item, portal: Portal, today: date) -> Mapping[str, object]:
    card: Mapping[str, object] = {"n": number} if (number := _number(item)) else NOTHING
    if standing := parts.item_badge(item, portal, today):
        card = {**card, "s": [standing.id, standing.words, standing.tone]}
    return card


def _told(article: Article[Item]) -> Wording:
    item, number = article.item, _number(article.item)
    return Wording(item.title, item.description or "", (number,) if number else (), article.body)


def _number(item: Item) -> str | None:
    return item.number if isinstance(item, Disclosure) else None


def _event(one: Appointment, portal: Portal, today: date) -> Found:
    """It shows the day of its next time, or its last; that day decides its id, too."""
    view = event.of(one, portal, today)
    groups = ", ".join(link.text for link in view.groups)
    lines = (view.type, view.times.rhythm, view.place, view.host, groups, *view.text, view.told)
    lead = ".\n".join(line.rstrip(".") for line in lines if line)
    card = {"s": [view.badge.id, view.badge.words, view.badge.tone]}
    names = (f"Lịch {view.type.lower()}",)
    day = date.fromisoformat(view.day.iso)
    wording = Wording(view.title, lead, names)
    return Found(one.address, "event", day, one.event.topics, False, card, wording)


def _page(one: Standing) -> Found:
    return _place(one.address, one.page.title, one.page.description or "", (), one.body)


def _group(group: Group) -> Found:
    """People say `tổ 3` for `Tổ dân phố 3`."""
    names = (group.name.replace(FULL, "Tổ"),) if group.name.startswith(FULL) else ()
    return _place(addresses.of_group(group.slug), group.name, group.description or "", names)


def _ward(ward: Ward) -> Found:
    """Whom to call: the ward's own telephones and hours, found by the names of what they are for."""
    calls = (f"{one.name}: {one.number}." for one in ward.telephones)
    text = " ".join(["Số điện thoại:", *calls, f"Giờ làm việc: {ward.hours}.", f"Địa chỉ: {ward.address}."])
    names = ("Liên hệ", "Số điện thoại phường", "Giờ làm việc", *(one.name for one in ward.telephones))
    return _place(addresses.ABOUT, f"Liên hệ {ward.name}", text, names)


def _place(address: str, title: str, lead: str, names: tuple[str, ...], body: str = "") -> Found:
    return Found(address, "page", None, (), False, NOTHING, Wording(title, lead, names, body))


def _directive(document: Document, portal: Portal, today: date) -> Found:
    one = document.directive
    line = parts.line(document, portal, today)
    lead = "\n".join(filter(None, (f"{line.issuer}.", one.summary, one.signer)))
    day = one.issued.first if one.issued else None
    card: dict[str, object] = {"n": line.name, "s": [line.badge.id, line.badge.words, line.badge.tone]}
    if one.issued:
        stamp = dates.rough(one.issued)
        card |= {"d": stamp.iso, "w": stamp.words}
    in_force = line.badge.id == states.State.IN_FORCE.id
    wording = Wording(one.title, lead, (line.name, *one.aliases))
    return Found(document.address, "directive", day, one.topics, in_force, card, wording)
