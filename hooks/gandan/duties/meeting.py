"""Events: told long enough before, and not without a result after."""

from collections.abc import Iterator
from datetime import date

from gandan.check.entry import Checked, Entry
from gandan.duties import counting
from gandan.duties.counting import Counted
from gandan.duties.finding import Finding, against, spell, uncertain
from gandan.duties.rulebook import Rulebook
from gandan.model import Event, Rule
from gandan.problems import Problem
from gandan.recurrence import occurrences

KIND = "event"


def problems(checked: Checked, rulebook: Rulebook, today: date) -> Iterator[Finding]:
    """D206, D207 of every event that takes place as it was told."""
    for entry in checked.events:
        if entry.record.changed is None:
            yield from _notice(entry, rulebook, today)
            yield from _result(entry, rulebook, today)


def latest_notice(event: Event, rule: Rule, rulebook: Rulebook) -> Counted:
    """The last day on which the first occurrence of `event` is told in time."""
    first = next((one.start.day for one in occurrences(event)), event.starts.day)
    n = max((rule.n or 0) - rule.inclusive, 0)
    return counting.latest_notice(first, n, rule.unit, rulebook.holidays)


def _notice(entry: Entry[Event], rulebook: Rulebook, today: date) -> Iterator[Finding]:
    """A day of notice is missed only once it has passed; of a series the first time is counted."""
    event = entry.record
    rule = rulebook.on(event.starts.day, "notice", kind=KIND, type=event.type)
    if rule is None:
        return
    last = latest_notice(event, rule, rulebook)
    yield from uncertain(last, entry, "announced" if event.announced else "starts")
    latest = f"chậm nhất là {last.day:%d/%m/%Y}, {spell(rule.n, rule.unit)} trước khi diễn ra"
    if event.announced and event.announced > last.day:
        message = f"báo trước ngày {event.announced:%d/%m/%Y}; {latest}"
        hint = "Ghi nhầm thì sửa «announced»; sự kiện chưa tới thì lùi ngày để đủ thời gian báo trước."
        yield against(rule, entry.at("announced"), "D206", message, hint)
    elif event.announced is None and last.day < today:
        message = f"chưa ghi ngày báo trước; {latest}"
        hint = "Đã niêm yết, đã gửi giấy mời thì thêm dòng «announced: …»."
        yield against(rule, entry.at("starts"), "D206", message, hint)


def _result(entry: Entry[Event], rulebook: Rulebook, today: date) -> Iterator[Problem]:
    """Only rules that name this type of event ask for a result."""
    event = entry.record
    last = max((one.last for one in occurrences(event)), default=event.starts.day)
    rule = rulebook.on(last, "answer", kind=KIND, type=event.type)
    if rule is None or not rule.types or event.result:
        return
    end = rulebook.end(rule, last)
    if end.day < today:
        message = (
            f"đã diễn ra {last:%d/%m/%Y} mà chưa có kết quả; "
            f"phải công khai chậm nhất {end.day:%d/%m/%Y}, {spell(rule.n, rule.unit)} sau đó"
        )
        hint = "Thêm dòng «result: …», là đường dẫn bài viết hoặc một câu."
        yield against(rule, entry.at(), "D207", message, hint)
