"""How long a disclosure was to be seen and heard: board, loudspeaker, permanent items (Điều 13)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from gandan.check.entry import Checked, Entry
from gandan.check.posted import Row, by_place
from gandan.duties import counting
from gandan.duties.counting import DAY, Span, joined
from gandan.duties.finding import Finding, against, spell, uncertain
from gandan.duties.rulebook import Rulebook
from gandan.model import Disclosure
from gandan.model.disclosure import Form
from gandan.model.rule import Clock
from gandan.problems import Place


class Term(NamedTuple):
    """A form that must last: its clock, its code, its words."""

    form: Form
    clock: Clock
    code: str
    verb: str


TERMS = (
    Term("a", "posting", "D108", "niêm yết"),
    Term("c", "loudspeaker", "D110", "phát"),
)


def problems(checked: Checked, rulebook: Rulebook, today: date) -> Iterator[Finding]:
    """D108, D109, D110 of every disclosure; an end that is written is judged before it has come."""
    shelf = tuple(checked.published(Disclosure))
    for entry in shelf:
        for term in TERMS:
            for rows in by_place(entry.record, term.form).values():
                yield from _short(_Shown(entry, rows), term, rulebook, today)
        for rows in by_place(entry.record, "a").values():
            yield from _ended(_Shown(entry, rows), shelf, rulebook)


class _Shown(NamedTuple):
    """The rows of one form at one place."""

    entry: Entry[Disclosure]
    rows: tuple[Row, ...]

    @property
    def runs(self) -> tuple[Span, ...]:
        return joined(Span(row.posting.from_, row.posting.until) for row in self.rows)

    @property
    def where(self) -> str:
        return f" tại {self.rows[0].posting.place}" if self.rows[0].posting.place else ""

    def last(self, run: Span) -> tuple[str | int, ...]:
        """Where in the entry the last day of a run is written."""
        row = next(row for row in self.rows if row.posting.until == run.last)
        return "posted", row.number, "until"

    def end(self, run: Span) -> Place:
        """The place of the last day of a run."""
        return self.entry.at(*self.last(run))


def _short(shown: _Shown, term: Term, rulebook: Rulebook, today: date) -> Iterator[Finding]:
    """One run of days at this place must be long enough; one that has no end yet may still become so.

    A board without an end still hangs; what is read out proves its first day only, once the days are over.
    """
    told: list[tuple[int, Finding]] = []
    for run in shown.runs:
        rule = rulebook.on(run.first, term.clock, kind="disclosure", item=shown.entry.record.item)
        if rule is None:
            continue
        wanted = rulebook.end(rule, run.first)
        yield from uncertain(wanted, shown.entry, *shown.last(run))
        goes_on = run.last is None and (term.form == "a" or today <= wanted.day)
        last = run.last or run.first
        if goes_on or last >= wanted.day:
            return
        message = (
            f"{term.verb}{shown.where} từ {run.first:%d/%m/%Y} {_until(run)}; "
            f"phải ít nhất {spell(rule.n, rule.unit)}, tức đến hết {wanted.day:%d/%m/%Y}"
        )
        told.append(
            (counting.running_days(run.first, last), against(rule, shown.end(run), term.code, message, _MEND))
        )
    if told:
        yield max(told, key=lambda one: one[0])[1]


def _until(run: Span) -> str:
    return f"đến hết {run.last:%d/%m/%Y}" if run.last else "mà chưa ghi «until»"


_MEND = "Kéo dài cho đủ rồi sửa «until»; đã gỡ thì làm lại một đợt đủ ngày và thêm một dòng."


def _ended(shown: _Shown, shelf: Iterable[Entry[Disclosure]], rulebook: Rulebook) -> Iterator[Finding]:
    """Items 4 and 13 stay (Điều 13 khoản 2): an end is right only when a newer disclosure takes over."""
    item = shown.entry.record.item
    for run in shown.runs:
        rule = rulebook.on(run.first, "permanent", kind="disclosure", item=item)
        if rule and run.last and not _taken_over(shown.entry, run.last, shelf):
            message = f"nội dung {item} phải niêm yết thường xuyên{shown.where}, không có ngày cuối"
            hint = "Bỏ dòng «until»; có bản mới thay thì đăng bản mới trước khi gỡ bản này."
            yield against(rule, shown.end(run), "D109", message, hint)


def _taken_over(entry: Entry[Disclosure], last: date, shelf: Iterable[Entry[Disclosure]]) -> bool:
    """True when a newer disclosure of the item was there the day after `last` at the latest."""
    mine = entry.record
    newer = (one.record for one in shelf if one.record.item == mine.item and one is not entry)
    return any(
        (one.decided, one.date.day) > (mine.decided, mine.date.day) and one.date.day - last <= DAY
        for one in newer
    )
