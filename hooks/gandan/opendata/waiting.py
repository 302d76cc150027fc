"""What is written down before its day is not given away before it, as the pages do not show it either."""

from collections.abc import Mapping
from datetime import date

from gandan.model import Consultation, Decision, Exemplar, Item, Question, Supervision
from gandan.opendata.giving import Row
from gandan.states import Standing, State

# The day on which something happens -> what is told from that day on.
DAYS: Mapping[type[Item], Mapping[str, tuple[str, ...]]] = {
    Consultation: {"feedback.date": ("feedback",), "outcome.date": ("outcome",)},
    Decision: {"recognition.date": ("recognition",), "sent": ("sent",)},
    Supervision: {"answered": ("answered", "answer")},
    Question: {"answered": ("answered",)},
    Exemplar: {"honoured.date": ("honoured",)},
}


def without(row: Row, item: Item, standing: Standing | None, today: date) -> Row:
    """The row of an item without what belongs to days after `today`."""
    hidden: set[str] = set()
    for path, fields in DAYS.get(type(item), {}).items():
        head, _, tail = path.partition(".")
        day = row.get(head, {}).get(tail) if tail else row.get(head)
        if day is None or day > today.isoformat():
            hidden |= {*fields}
    if isinstance(item, Consultation) and not _answered(item, standing):
        hidden.add("response")
    return {name: value for name, value in row.items() if name not in hidden}


def _answered(one: Consultation, standing: Standing | None) -> bool:
    """Whether the answer to what people said is told: with the outcome, or before one is written."""
    state = standing.state if standing else None
    return state is State.DECIDED or (state is State.SUMMING_UP and one.outcome is None)
