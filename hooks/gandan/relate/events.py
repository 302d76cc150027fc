"""Events beside each other and beside the site: one thing at one place, results that lead somewhere."""

import difflib
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Set
from datetime import date, time
from itertools import combinations
from typing import NamedTuple

from gandan.check.entry import Checked, Entry
from gandan.model import Event
from gandan.model.happening import EVENT_TYPES
from gandan.problems import Problem
from gandan.recurrence import Occurrence, occurrences
from gandan.vietnamese import slug


class Held(NamedTuple):
    """An event at one of its times, both known."""

    entry: Entry[Event]
    day: date
    start: time
    end: time


def problems(checked: Checked, pages: Set[str]) -> Iterator[Problem]:
    """E103, E104, B103 and Q106 over all events; `pages` are the addresses of all pages."""
    yield from _types(checked)
    yield from _same(checked)
    yield from _hosts(checked)
    for entry in checked.events:
        yield from _result(entry, pages)


def _types(checked: Checked) -> Iterator[Problem]:
    """A ward's rules may speak of types of its own."""
    own = {one for entry in checked.rules for one in entry.record.types}
    known = EVENT_TYPES | {one: one for one in sorted(own)}
    for entry in checked.events:
        if entry.record.type not in known:
            near = difflib.get_close_matches(slug(entry.record.type), known, 1, 0.6)
            hint = f"Có phải «{near[0]}»?" if near else f"Chọn một: {', '.join(known)}."
            yield Problem(entry.at("type"), "E103", f"không có loại sự kiện «{entry.record.type}».", hint)


def _same(checked: Checked) -> Iterator[Problem]:
    """One id in a year, one title at one time; years may share an id, for the year is in the address."""
    for one, other in _pairs(checked.events, lambda entry: (entry.raw.file, entry.id)):
        message = f"mã «{other.id}» đã dùng ở dòng {one.at().line}."
        yield Problem(other.at(), "Q106", message, "Đổi một trong hai mã.")
    for one, other in _pairs(checked.events, lambda entry: (entry.id, entry.record.starts)):
        if one.raw.file != other.raw.file:
            message = f"sự kiện «{other.id}» đã ghi ở {one.raw.file}, dòng {one.at().line}."
            yield Problem(other.at(), "Q106", message, "Giữ ở tệp của năm bắt đầu, xoá chỗ kia.")
    for one, other in _pairs(checked.events, _named):
        if one.id != other.id and _elsewhere(one.record, other.record):
            message = f"cùng tên, cùng lúc với «{one.id}» mà ở nơi khác ({one.record.place})."
            yield Problem(other.at("place"), "E104", message, "Một sự kiện chỉ ở một nơi; xem lại «place».")


def _hosts(checked: Checked) -> Iterator[Problem]:
    """One host in two places at one time; told once for an event, on the first day it is so."""
    held: dict[tuple[str, date], list[Held]] = defaultdict(list)
    for entry in checked.events:
        if entry.record.host and not entry.record.changed:
            for one in _held(entry):
                held[slug(entry.record.host), one.day].append(one)
    told: set[int] = set()
    for _, day in sorted(held.items()):
        for one, other in combinations(day, 2):
            met = id(other.entry) not in told and _meet(one, other)
            if met and _elsewhere(one.entry.record, other.entry.record):
                told.add(id(other.entry))
                yield _twice_at_once(one, other)


def _twice_at_once(one: Held, other: Held) -> Problem:
    host, place = other.entry.record.host, one.entry.record.place
    hours = f"{one.start:%H:%M}" + (f"–{one.end:%H:%M}" if one.end > one.start else "")
    message = (
        f"{other.day:%d/%m/%Y} lúc {other.start:%H:%M}, {host} cũng ở «{one.entry.id}» ({place}, {hours})."
    )
    hint = "Đổi giờ, đổi người, hoặc ghi ngày nghỉ của chuỗi vào «skips»."
    return Problem(other.entry.at("starts"), "E104", message, hint)


def _held(entry: Entry[Event]) -> Iterator[Held]:
    """The times of an event on their first day; of a whole day nobody knows the hours."""
    for one in occurrences(entry.record):
        if start := one.start.clock:
            yield Held(entry, one.start.day, start, _end(one) or start)


def _end(one: Occurrence) -> time | None:
    if one.end is None:
        return None
    return one.end.clock if one.end.day == one.start.day else time.max


def _meet(one: Held, other: Held) -> bool:
    return one.start == other.start or (one.start < other.end and other.start < one.end)


def _elsewhere(one: Event, other: Event) -> bool:
    """Two places that are known and have not the same name."""
    return bool(one.place and other.place and slug(one.place) != slug(other.place))


def _named(entry: Entry[Event]) -> Hashable:
    return slug(entry.record.title), entry.record.starts


def _pairs(
    entries: Iterable[Entry[Event]], key: Callable[[Entry[Event]], Hashable]
) -> Iterator[tuple[Entry[Event], Entry[Event]]]:
    """The first event of a key with each later one."""
    first: dict[Hashable, Entry[Event]] = {}
    for entry in entries:
        wanted = key(entry)
        if wanted in first:
            yield first[wanted], entry
        first.setdefault(wanted, entry)


def _result(entry: Entry[Event], pages: Set[str]) -> Iterator[Problem]:
    """A result is a sentence, or the path of a page of this site."""
    result = entry.record.result or ""
    path = result.split("#")[0].rstrip("/") + "/"
    if not result.startswith("/") or path in pages:
        return
    near = difflib.get_close_matches(path, sorted(pages), 1, 0.6)
    hint = f"Có phải «{near[0]}»?" if near else "Chép lại địa chỉ của bài, hoặc ghi một câu."
    yield Problem(entry.at("result"), "B103", f"không có trang «{result}».", hint)
