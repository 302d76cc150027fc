"""A disclosure: which of the 14 items, of which document, posted where and until when."""

from dataclasses import dataclass
from datetime import date

from gandan import dates
from gandan.dates import Stamp
from gandan.model import Disclosure
from gandan.model.disclosure import Posting
from gandan.relate.portal import Article, Portal


@dataclass(frozen=True, slots=True)
class PostingView:
    """One row of proof: the point of Điều 12 khoản 1, where, from and until which day, by whom."""

    form: str
    place: str | None
    since: Stamp
    until: Stamp | None
    by: str | None


@dataclass(frozen=True, slots=True)
class DisclosureView:
    """The part of a disclosure."""

    item: int
    number: str | None
    decided: Stamp
    posted: tuple[PostingView, ...]


def of(article: Article[Disclosure], portal: Portal, today: date) -> DisclosureView:
    """The part of a disclosure on `today`."""
    one = article.item
    return DisclosureView(one.item, one.number, dates.short(one.decided), tuple(map(_posting, one.posted)))


def _posting(row: Posting) -> PostingView:
    until = dates.short(row.until) if row.until else None
    return PostingView(row.form, row.place, dates.short(row.from_), until, row.by)
