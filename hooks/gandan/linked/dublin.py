"""Dublin Core in `<meta>` (https://www.dublincore.org/specifications/dublin-core/dces/).

Thông tư 24/2011/TT-BTTTT wants title, creator, date, description, publisher and identifier of every page,
none of them empty, and recommends source and subject beside them, with the language, which `<html lang>`
tells already; several values are parted by `;`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from gandan import addresses
from gandan.linked.frame import Frame
from gandan.model import Item
from gandan.relate.portal import Appointment, Article, Document
from gandan.views.parts import issuer_name
from gandan.views.site import Plan


class Core(NamedTuple):
    """The elements of one page, in the order of the circular; an empty one is not printed."""

    title: str
    creator: str
    date: str
    description: str
    publisher: str
    identifier: str
    source: str | None = None
    subject: str | None = None

    def tags(self) -> Iterator[tuple[str, str]]:
        """`DC.title` and its words, and so on."""
        return ((name, value) for name, value in zip(NAMES, self, strict=True) if value)


NAMES = tuple(f"DC.{name}" for name in Core._fields)


class Origin(NamedTuple):
    """Whom a page comes from, of which day, about what; None where the ward itself stands for it."""

    creator: str | None = None
    date: str | None = None
    source: str | None = None
    topics: tuple[str, ...] = ()


def core(plan: Plan, title: str, description: str | None, origin: Origin, frame: Frame) -> Core:
    """The elements of a page. What has no day of its own bears that of its last change, or of the build."""
    changed = plan.lastmod or frame.today
    return Core(
        title,
        origin.creator or frame.portal.ward.authority,
        origin.date or changed.isoformat(),
        description or title,
        frame.portal.ward.authority,
        frame.url(plan.address or addresses.HOME),
        source=origin.source,
        subject="; ".join(frame.topics(origin.topics)) or None,
    )


def origin(subject: object, frame: Frame) -> Origin:
    """Of what a page is about: an item, a document, an event; of any other page nothing is known."""
    if isinstance(subject, Article):
        item: Item = subject.item
        return Origin(item.author or item.unit, item.date.iso, item.source, item.topics)
    if isinstance(subject, Document):
        one = subject.directive
        issued = one.issued.iso if one.issued else None
        sources = "; ".join(one.sources)
        return Origin(issuer_name(one, frame.portal), issued, sources, one.topics)
    if isinstance(subject, Appointment):
        return Origin(date=subject.event.starts.iso, topics=subject.event.topics)
    return Origin()
