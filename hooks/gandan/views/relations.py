"""The relations of a document as they are drawn: above it what it rests on, below it what came of it."""

from datetime import date
from typing import NamedTuple

from gandan.relate.portal import Document, Portal, Tie
from gandan.relate.ties import PASSIVE
from gandan.views.parts import Line, line

# In the order of a reader's need: what stands in its place comes first.
HEADINGS = {
    "replaced_by": "Bị thay thế bởi",
    "repealed_by": "Bị bãi bỏ bởi",
    "amended_by": "Được sửa đổi, bổ sung bởi",
    "corrected_by": "Được đính chính bởi",
    "detailed_by": "Được quy định chi tiết, hướng dẫn bởi",
    "implemented_by": "Được triển khai thực hiện bởi",
    "continued_by": "Được tiếp tục thực hiện bởi",
    "replaces": "Thay thế",
    "repeals": "Bãi bỏ",
    "amends": "Sửa đổi, bổ sung",
    "corrects": "Đính chính",
    "details": "Quy định chi tiết, hướng dẫn",
    "implements": "Triển khai thực hiện",
    "continues": "Tiếp tục thực hiện",
    "cites": "Dẫn chiếu",
    "cited_by": "Được dẫn chiếu bởi",
}


class Relative(NamedTuple):
    """One document under a heading of relations; `number` alone when the register lacks it."""

    line: Line | None
    number: str | None
    articles: str | None


class Branch(NamedTuple):
    """The documents of one relation."""

    heading: str
    relatives: tuple[Relative, ...]


class Scheme(NamedTuple):
    """All relations of a document, from the top to the bottom of the drawing; the nearest matter most.

    `above` are those that it acts on (it implements them, amends them, takes their place), which were there
    before it; `below` those that act on it.
    """

    above: tuple[Branch, ...]
    below: tuple[Branch, ...]


def of(document: Document, portal: Portal, today: date) -> Scheme | None:
    """The relations of a document, each with the other's state on `today`; None for one without any."""
    if not document.ties:
        return None
    below = [kind for kind in HEADINGS if kind not in PASSIVE]
    above = [kind for kind in reversed(HEADINGS) if kind in PASSIVE]
    return Scheme(_branches(above, document, portal, today), _branches(below, document, portal, today))


def _branches(kinds: list[str], document: Document, portal: Portal, today: date) -> tuple[Branch, ...]:
    groups = ((HEADINGS[kind], [tie for tie in document.ties if tie.kind == kind]) for kind in kinds)
    return tuple(
        Branch(heading, tuple(_relative(tie, portal, today) for tie in ties))
        for heading, ties in groups
        if ties
    )


def _relative(tie: Tie, portal: Portal, today: date) -> Relative:
    known = portal.documents.get(tie.target or "")
    return Relative(
        line(known, portal, today) if known else None,
        tie.number,
        f"các điều, khoản: {', '.join(tie.articles)}" if tie.articles else None,
    )
