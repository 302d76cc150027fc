"""What a row says of an item beside its title: until when, by whom, with which result."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from gandan import dates, sections
from gandan.dates import Stamp
from gandan.duties import answering, voting
from gandan.duties.rulebook import Rulebook
from gandan.model import Consultation, Decision, Exemplar, Item, Notice, Question, Supervision
from gandan.states import Standing, State
from gandan.views import shares


class Left(NamedTuple):
    """The days between which a script may say how many are left, both included."""

    since: str
    until: str


class Shown(NamedTuple):
    """The days (ISO, both included) on which a piece of a page holds; `hidden` on the day of the view."""

    since: str | None
    until: str | None
    hidden: bool


class Note(NamedTuple):
    """One line: words and days in the order in which they are read."""

    pieces: tuple[str | Stamp, ...]
    left: Left | None = None


def left(since: date, until: date) -> Left:
    return Left(since.isoformat(), until.isoformat())


def shown(since: date | None, until: date | None, now: bool) -> Shown:
    """What holds from `since` to `until`; `now` tells whether it does on the day of the view."""
    return Shown(since.isoformat() if since else None, until.isoformat() if until else None, not now)


def of(item: Item, standing: Standing | None, rulebook: Rulebook) -> Note | None:
    """The line of an item; None for a kind that says nothing here."""
    make = _NOTES.get(sections.of(item).kind)
    return make(item, standing, rulebook) if make else None


def _consultation(one: Consultation, standing: Standing, _: Rulebook) -> Note:
    if standing.state is State.TO_BE_CONSULTED:
        days = (dates.long(one.opens), " đến hết ", dates.short(one.closes))
        return Note(("Nhận ý kiến từ ", *days))
    if standing.state is State.CONSULTING:
        return Note(("Hạn góp ý: ", dates.long(one.closes)), left(one.opens, one.closes))
    if standing.state is State.DECIDED and one.outcome:
        return Note(("Công bố kết quả ngày ", dates.short(one.outcome.date)))
    day = one.outcome.date if one.outcome else one.promised
    promised = (", hẹn công bố kết quả ngày ", dates.short(day)) if day else ()
    return Note(("Hết hạn góp ý ngày ", dates.short(one.closes), *promised))


def _notice(one: Notice, standing: Standing | None, _: Rulebook) -> Note | None:
    if one.until is None:
        return Note(("Áp dụng từ ngày ", dates.short(one.from_))) if one.from_ else None
    first = one.from_ or one.date.day
    if first == one.until:
        return Note(("Trong ngày ", dates.long(first)))
    return Note(("Từ ", dates.short(first), " đến hết ", dates.long(one.until)), left(first, one.until))


def _answer(one: Question | Supervision, standing: Standing, rulebook: Rulebook) -> Note:
    first = "Hỏi ngày " if isinstance(one, Question) else f"{one.by}, ngày "
    asked = (first, dates.short(answering.start(one)))
    if standing.state is State.ANSWERED and one.answered:
        return Note((*asked, "; trả lời ngày ", dates.short(one.answered)))
    due = answering.due(one, rulebook)
    return Note((*asked, "; hạn trả lời ", dates.short(due)) if due else asked)


def _decision(one: Decision, _: Standing | None, __: Rulebook) -> Note:
    in_favour, total = voting.counted(one) or (one.for_, one.households)
    unit = "tổ" if one.scope == "toàn phường" and one.units else "hộ"
    share = f"{in_favour}/{total} {unit} tán thành ({shares.percent(in_favour, total)})"
    return Note((share, ", biểu quyết ngày ", dates.short(one.held)))


def _exemplar(one: Exemplar, _: Standing | None, __: Rulebook) -> Note:
    honoured = "; được công nhận" if one.honoured else ""
    return Note((f"{one.holder}, đăng ký năm {one.year}{honoured}",))


_NOTES: dict[str, Callable[[Any, Any, Rulebook], Note | None]] = {
    "consultation": _consultation,
    "notice": _notice,
    "question": _answer,
    "supervision": _answer,
    "decision": _decision,
    "exemplar": _exemplar,
}
