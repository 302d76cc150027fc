"""A notice: from which day until which it holds."""

from datetime import date
from typing import NamedTuple

from gandan import dates
from gandan.dates import Stamp
from gandan.model import Notice
from gandan.relate.portal import Article, Portal
from gandan.views.notes import Left, left


class NoticeView(NamedTuple):
    """The term of a notice; `until` is None where no end is known, then nothing is counted."""

    since: Stamp
    until: Stamp | None
    left: Left | None


def of(article: Article[Notice], portal: Portal, today: date) -> NoticeView | None:
    """The part of a notice; None where it has neither a first nor a last day."""
    one = article.item
    if one.from_ is None and one.until is None:
        return None
    first = one.from_ or one.date.day
    return NoticeView(
        dates.long(first),
        dates.long(one.until) if one.until else None,
        left(first, one.until) if one.until else None,
    )
