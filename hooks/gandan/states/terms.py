"""Where an item stands on a given day: its term, its answer, its vote."""

from datetime import date, timedelta

from gandan.duties import answering, voting
from gandan.duties.counting import Span, joined
from gandan.duties.rulebook import Rulebook
from gandan.model import Consultation, Decision, Disclosure, Event, Item, News, Notice, Question, Supervision
from gandan.recurrence import Occurrence
from gandan.states.state import Standing, State, followed

DAY = timedelta(days=1)


def of_item(item: Item, rulebook: Rulebook, today: date) -> Standing | None:
    """The state of an item on `today`; None for kinds, and items, that have none."""
    if isinstance(item, News):  # of all items most
        return None
    return followed(lambda day: _of_item(item, rulebook, day), today)


def _of_item(item: Item, rulebook: Rulebook, today: date) -> Standing | None:
    if isinstance(item, Consultation):
        return _consultation(item, today)
    if isinstance(item, Notice):
        return _notice(item, today)
    if isinstance(item, Disclosure):
        return _disclosure(item, today)
    if isinstance(item, Question | Supervision):
        return _answer(item, rulebook, today)
    if isinstance(item, Decision):
        return _decision(item, rulebook, today)
    return None


def of_appointment(event: Event, occurrences: tuple[Occurrence, ...], today: date) -> Standing:
    """The state of an event, which is coming until its last occurrence is over.

    What was postponed or cancelled keeps that state after the day has passed.
    """
    found = followed(lambda day: _of_appointment(event, occurrences, day), today)
    assert found
    return found


def _of_appointment(event: Event, occurrences: tuple[Occurrence, ...], today: date) -> Standing:
    if event.changed:
        changed = State.POSTPONED if event.changed.status == "postponed" else State.CANCELLED
        return Standing(changed, event.changed.date, None)
    last = max((one.last for one in occurrences), default=event.starts.day)
    if last < today:
        return Standing(State.TOOK_PLACE, last + DAY, None)
    now = next((one for one in occurrences if one.start.day <= today <= one.last), None)
    if now:
        return Standing(State.TAKES_PLACE, now.start.day, now.last)
    coming = next((one.start.day for one in occurrences if one.start.day > today), None)
    return Standing(State.TO_TAKE_PLACE, None, coming - DAY if coming else None)


def _term(first: date, last: date, today: date, states: tuple[State, State, State]) -> Standing:
    """Before, within and after a term of which both ends belong to it."""
    before, within, after = states
    if today < first:
        return Standing(before, None, first - DAY)
    return Standing(within, first, last) if today <= last else Standing(after, last + DAY, None)


def _consultation(one: Consultation, today: date) -> Standing:
    """An outcome of the future does not count yet: it is still being summed up until that day."""
    if one.outcome and one.outcome.date <= today:
        return Standing(State.DECIDED, one.outcome.date, None)
    known = _term(one.opens, one.closes, today, (State.TO_BE_CONSULTED, State.CONSULTING, State.SUMMING_UP))
    if known.state is State.SUMMING_UP and one.outcome:
        return Standing(State.SUMMING_UP, known.since, one.outcome.date - DAY)
    return known


def _notice(one: Notice, today: date) -> Standing | None:
    """Without `until` nothing is said of its term."""
    if one.until is None:
        return None
    first = one.from_ or one.date.day
    return _term(first, one.until, today, (State.TO_APPLY, State.APPLIES, State.OVER))


def _disclosure(one: Disclosure, today: date) -> Standing | None:
    """The board (form a) alone has a term; as long as one place still shows it, it is posted."""
    runs = joined(Span(row.from_, row.until) for row in one.posted if row.form == "a")
    begun = [run for run in runs if run.first <= today]
    if not begun:
        return None
    first, last = begun[-1].first, begun[-1].last
    if last is None or today <= last:
        return Standing(State.POSTED, first, last)
    again = next((run.first - DAY for run in runs if run.first > today), None)
    return Standing(State.NO_LONGER_POSTED, last + DAY, again)


def _answer(one: Question | Supervision, rulebook: Rulebook, today: date) -> Standing:
    if one.answered and one.answered <= today:
        return Standing(State.ANSWERED, one.answered, None)
    due = answering.due(one, rulebook)
    if due and due < today:
        return Standing(State.ANSWER_LATE, due + DAY, None)
    return Standing(State.AWAITS_ANSWER, None, due)


def _decision(one: Decision, rulebook: Rulebook, today: date) -> Standing | None:
    """None where no rule tells the threshold, and before the vote: nothing is guessed."""
    passed, answer = voting.passed(one, rulebook), one.recognition
    if today < one.held:
        return None
    if answer and answer.date <= today:
        return Standing(State.REFUSED if answer.refused else State.RECOGNISED, answer.date, None)
    if passed is None:
        return None
    until = answer.date - DAY if answer else None
    return Standing(State.AWAITS_RECOGNITION if passed else State.FAILED, one.held, until)
