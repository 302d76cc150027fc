"""A consultation: until when, who, how; and what came of it, which goes first once it is there."""

from datetime import date, timedelta
from typing import NamedTuple

from gandan import dates, states
from gandan.dates import Stamp
from gandan.model import Consultation
from gandan.model.consultation import Feedback
from gandan.relate.portal import Article, Portal
from gandan.states import State
from gandan.views import matters, steps
from gandan.views.notes import Left, Shown, left, shown
from gandan.views.parts import paragraphs
from gandan.views.shares import grouped, percent
from gandan.views.steps import Step

DAY = timedelta(days=1)


class Answers(NamedTuple):
    """How many answered so; `share` is their part of all in words, `filled` in per cent of a bar."""

    name: str
    given: str
    share: str | None = None
    filled: float = 0


class FeedbackView(NamedTuple):
    """What people answered: the day, the figures, the words."""

    day: Stamp
    figures: tuple[Answers, ...]
    summary: tuple[str, ...]


class ConsultationView(NamedTuple):
    """The part of a consultation; `outcome` is None until its day has come."""

    coming: Shown
    open: Shown
    closed: Shown
    opens: Stamp
    closes: Stamp
    left: Left
    steps: tuple[Step, ...]
    promised: Stamp | None
    matter: str | None
    audience: str | None
    ways: tuple[str, ...]
    feedback: FeedbackView | None
    response: tuple[str, ...]
    outcome: tuple[Stamp, tuple[str, ...]] | None


def of(article: Article[Consultation], portal: Portal, today: date) -> ConsultationView:
    """The part of a consultation on `today`."""
    one = article.item
    standing = states.of_item(one, portal.rulebook, today)
    state = standing.state if standing else State.SUMMING_UP
    decided = one.outcome if state is State.DECIDED else None
    promised = _promised(one)
    answered = decided or (state is State.SUMMING_UP and one.outcome is None)
    return ConsultationView(
        shown(None, one.opens - DAY, state is State.TO_BE_CONSULTED),
        shown(one.opens, one.closes, state is State.CONSULTING),
        shown(one.closes + DAY, None, state is State.SUMMING_UP),
        dates.long(one.opens),
        dates.long(one.closes),
        left(one.opens, one.closes),
        steps.of(one, today),
        dates.long(promised) if promised else None,
        matters.consulted(one.matter) if one.matter else None,
        one.audience,
        one.ways,
        _feedback(one.feedback) if one.feedback and one.feedback.date <= today else None,
        paragraphs(one.response) if answered else (),
        (dates.short(decided.date), paragraphs(decided.decision)) if decided else None,
    )


def _promised(one: Consultation) -> date | None:
    """An outcome that is written with a day to come is promised for that day."""
    return one.outcome.date if one.outcome else one.promised


def _feedback(one: Feedback) -> FeedbackView:
    parts = (("Tán thành", one.agreed), ("Không tán thành", one.disagreed), ("Ý kiến khác", one.other))
    told = (_answers(name, count, one.received) for name, count in parts if count is not None)
    figures = (Answers("Ý kiến nhận được", grouped(one.received)), *told)
    return FeedbackView(dates.short(one.date), figures, paragraphs(one.summary))


def _answers(name: str, count: int, received: int) -> Answers:
    if not received:
        return Answers(name, grouped(count))
    return Answers(name, grouped(count), percent(count, received), round(count * 100 / received, 2))
