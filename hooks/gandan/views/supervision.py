"""A recommendation of those who supervise, and the answer it got."""

from datetime import date
from typing import NamedTuple

from gandan.model import Supervision
from gandan.relate.portal import Article, Portal
from gandan.views.parts import paragraphs
from gandan.views.question import AnswerView, answer


class SupervisionView(NamedTuple):
    """Who recommends what to whom; `words` are the answer, empty until it came."""

    by: str
    to: str
    recommendation: tuple[str, ...]
    days: AnswerView
    words: tuple[str, ...]


def of(article: Article[Supervision], portal: Portal, today: date) -> SupervisionView:
    """The part of a supervision on `today`."""
    one = article.item
    days = answer(one, portal, today)
    words = paragraphs(one.answer) if days.answered else ()
    return SupervisionView(one.by, one.to, paragraphs(one.recommendation), days, words)
