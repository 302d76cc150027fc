"""A question, and whether its answer came in time; supervision is owed an answer in the same way."""

from datetime import date
from typing import NamedTuple

from gandan import dates
from gandan.dates import Stamp
from gandan.duties import answering
from gandan.model import Question, Supervision
from gandan.relate.portal import Article, Portal


class AnswerView(NamedTuple):
    """When it was asked, when the answer is due and came; `late` counts the days after the due day."""

    asked: Stamp
    due: Stamp | None
    answered: Stamp | None
    late: int


def of(article: Article[Question], portal: Portal, today: date) -> AnswerView:
    """The part of a question on `today`."""
    return answer(article.item, portal, today)


def answer(one: Question | Supervision, portal: Portal, today: date) -> AnswerView:
    """The days of what is owed an answer; an answer of a day to come is none yet."""
    due = answering.due(one, portal.rulebook)
    came = one.answered if one.answered and one.answered <= today else None
    return AnswerView(
        dates.short(answering.start(one)),
        dates.long(due) if due else None,
        dates.short(came) if came else None,
        max((came - due).days, 0) if came and due else 0,
    )
