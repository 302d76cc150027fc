"""A disclosure: which of the 14 items, of which document, whether in time, shown where and until when."""

from datetime import date
from typing import NamedTuple

from gandan import dates
from gandan.dates import Stamp
from gandan.duties.finding import spell
from gandan.model import Disclosure
from gandan.relate.portal import Article, Portal
from gandan.views import contents, forms
from gandan.views.forms import Shown
from gandan.views.parts import Link


class Deadline(NamedTuple):
    """The last day in time, its rule, and whether page and board kept it; None for a board not known."""

    day: Stamp
    rule: str
    basis: str
    page: bool
    board: bool | None


class DisclosureView(NamedTuple):
    """The part of a disclosure; `deadline` is None where the days off of its year are not known."""

    item: int
    name: str
    law: Link | None
    duties: str
    number: str | None
    decided: Stamp
    deadline: Deadline | None
    posted: tuple[Shown, ...]


def of(article: Article[Disclosure], portal: Portal, today: date) -> DisclosureView:
    """The part of a disclosure on `today`, its rules those of the day of its document."""
    one = article.item
    law = portal.documents.get(portal.catalogue.directive or "")
    return DisclosureView(
        one.item,
        contents.name(one.item, portal),
        Link(law.address, law.directive.number or law.directive.title) if law else None,
        contents.duties(one.item, portal, one.decided),
        one.number,
        dates.short(one.decided),
        deadline(one, portal),
        forms.of(one, contents.rule(one.item, "permanent", portal, one.decided)),
    )


def deadline(one: Disclosure, portal: Portal) -> Deadline | None:
    """Only what is sure: without the days off of a year nothing is said of it."""
    rule = contents.rule(one.item, "publish", portal, one.decided)
    end = portal.rulebook.end(rule, one.decided) if rule else None
    if rule is None or end is None or end.missing:
        return None
    board = [row.from_ for row in one.posted if row.form == "a"]
    return Deadline(
        dates.short(end.day),
        spell(rule.n, rule.unit),
        rule.basis,
        one.date.day <= end.day,
        min(board) <= end.day if board else None,
    )
