"""The ward's lists (`data/*.yml`, `data/lich/*.yml`): each entry through the door by itself."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeAlias, TypeVar, cast

from gandan import addresses
from gandan.check import counts, events, fields, holidays, terms
from gandan.check.entry import Checked, Entry, Listed
from gandan.model import (
    Abbreviation,
    Catalogue,
    Event,
    Group,
    Issuer,
    OldAddress,
    PlannedDisclosure,
    Record,
    Removal,
    Rule,
    Topic,
    Ward,
    Year,
)
from gandan.problems import Place, Problem
from gandan.read.files import Folder
from gandan.read.raw import Path, Raw, Value

R = TypeVar("R", bound=Record)

WARD, TOPICS = "data/phuong.yml", "data/chu-de.yml"
GROUPS, ISSUERS, OLD = "data/to-dan-pho.yml", "data/co-quan.yml", "data/dia-chi-cu.yml"
SHORT, RULES = "data/viet-tat.yml", "data/quy-tac.yml"
HOLIDAYS, PLAN = "data/ngay-nghi.yml", "data/ke-hoach-cong-khai.yml"
CONTENTS = "data/noi-dung-cong-khai.yml"
NAMED = frozenset(
    {WARD, TOPICS, GROUPS, ISSUERS, OLD, SHORT, RULES, HOLIDAYS, PLAN, CONTENTS, addresses.PUBLISHED}
)
EVENTS = re.compile(r"^data/lich/(\d{4})\.yml$")


def take(folder: Folder, checked: Checked) -> None:
    """Every list of the folder into `checked`, with the problems met; one that is known is not read again."""
    for file in (WARD, TOPICS, ISSUERS):
        if file not in folder.files:
            message = f"thiếu tệp {file}, trang không dựng được nếu không có nó."
            checked.problems.append(Problem(Place(file), "T106", message, "Chép từ phường mẫu."))
    for file in folder.files:
        if file.startswith("data/") and (file in NAMED or EVENTS.match(file)):
            if raw := folder.raws.get(file):
                _take(raw, checked)
            else:
                checked.broken.add(file)


def _take(raw: Raw, checked: Checked) -> None:
    if raw.file == addresses.PUBLISHED:
        checked.promised = addresses.listed(raw.body)
        return
    shelf, read = _READERS.get(raw.file, _READERS[EVENTS.pattern])
    listed, problems = checked.said.files.get(raw.file), checked.said.problems.get(raw.file, ())
    if not isinstance(listed, Listed):
        listed, problems = _read(raw, read)
    entries = [Entry(name, record, raw, path) for name, record, path in listed.rows]
    if shelf in ONE:
        setattr(checked, shelf, next(iter(entries), None))
    else:
        getattr(checked, shelf).extend(entries)
    checked.listed.append((raw, listed))
    checked.broken |= listed.broken
    checked.problems += problems


def _read(raw: Raw, read: "Reader") -> tuple[Listed, tuple[Problem, ...]]:
    alone = Checked()
    entries = [*read(raw, alone)]
    rows = tuple((one.id, one.record, one.path) for one in entries)
    within = (problem for one in entries for problem in _within(one))
    return Listed(rows, frozenset(alone.broken)), (*alone.problems, *within)


def _within(entry: Entry[Record]) -> Iterator[Problem]:
    """What one entry tells that cannot stand together."""
    if isinstance(entry.record, Event):
        yield from events.problems(cast(Entry[Event], entry))
        yield from terms.problems(entry)
        yield from counts.problems(entry)
    elif isinstance(entry.record, Year):
        yield from holidays.problems(cast(Entry[Year], entry))


def one(model: type[R], name: str, value: Value, raw: Raw, path: Path, checked: Checked) -> Entry[R] | None:
    """The entry that `value`, found at `path` of `raw`, makes; its problems are told in `checked`."""
    record, problems = fields.record(model, value, raw, path)
    checked.problems += problems
    return Entry(name, record, raw, path) if record else None


def _single(model: type[R], name: str, raw: Raw, checked: Checked) -> Iterator[Entry[R]]:
    yield from filter(None, [one(model, name, raw.fields, raw, (), checked)])


def _list(model: type[R], name: str, raw: Raw, checked: Checked) -> Iterator[Entry[R]]:
    """`name` is the field that tells the id."""
    if raw.fields is None:
        return
    if not isinstance(raw.fields, list):
        hint = "Mỗi mục một đoạn bắt đầu bằng «- »."
        checked.problems.append(Problem(raw.at(), "Y106", "tệp này phải là danh sách.", hint))
        checked.broken.add(raw.file)
        return
    for number, value in enumerate(raw.fields):
        if entry := one(model, "", value, raw, (number,), checked):
            yield Entry(getattr(entry.record, name), entry.record, raw, (number,))
        elif isinstance(value, dict):
            checked.broken.add(str(value.get("slug", value.get("id", value.get("short")))))


def _table(raw: Raw, what: str, hint: str, checked: Checked) -> Iterator[tuple[str, Value, Raw]]:
    """The rows of a file that is a table of names and values."""
    if raw.fields is None:
        return
    if not isinstance(raw.fields, dict):
        checked.problems.append(Problem(raw.at(), "Y106", f"tệp này phải là {what}.", hint))
        checked.broken.add(raw.file)
        return
    yield from ((name, value, raw) for name, value in raw.fields.items())


def _years(raw: Raw, checked: Checked) -> Iterator[Entry[Year]]:
    hint = "Mỗi năm một đoạn, dạng «2027:»."
    for name, value, raw_ in _table(raw, "bảng các năm", hint, checked):
        if not re.fullmatch(r"\d{4}", name):
            checked.problems.append(Problem(raw_.key(name), "M106", f"«{name}» không phải năm.", hint))
        elif entry := one(Year, name, value, raw_, (name,), checked):
            yield entry


def _old_addresses(raw: Raw, checked: Checked) -> Iterator[Entry[OldAddress]]:
    hint = "Mỗi dòng: địa chỉ cũ, dấu hai chấm, địa chỉ mới."
    for old, new, raw_ in _table(raw, "bảng địa chỉ", hint, checked):
        if new is None:
            message = f"địa chỉ {old} chưa ghi địa chỉ mới."
            checked.problems.append(Problem(raw_.at(old), "M102", message, "Ví dụ: /tin-tuc/2026/a/."))
            continue
        removal = one(Removal, old, new, raw_, (old,), checked) if isinstance(new, dict) else None
        value: Value = {"address": old, "moved": None if isinstance(new, dict) else new}
        if entry := one(OldAddress, old, value, raw_, (old,), checked):
            whole = entry.record.model_copy(update={"removal": removal and removal.record})
            yield Entry(old, whole, raw_, (old,))


Reader: TypeAlias = Callable[[Raw, Checked], Iterator[Entry[Record]]]
ONE = ("ward", "catalogue")  # of `Checked`, that are no lists
# File -> where in `Checked` its entries go, and who reads them.
_READERS: Mapping[str, tuple[str, Reader]] = {
    WARD: ("ward", partial(_single, Ward, "phuong")),
    CONTENTS: ("catalogue", partial(_single, Catalogue, "noi-dung")),
    TOPICS: ("topics", partial(_list, Topic, "slug")),
    GROUPS: ("groups", partial(_list, Group, "slug")),
    ISSUERS: ("issuers", partial(_list, Issuer, "id")),
    SHORT: ("abbreviations", partial(_list, Abbreviation, "short")),
    RULES: ("rules", partial(_list, Rule, "id")),
    PLAN: ("plan", partial(_list, PlannedDisclosure, "title")),
    OLD: ("old_addresses", _old_addresses),
    HOLIDAYS: ("years", _years),
    EVENTS.pattern: ("events", partial(_list, Event, "id")),
}
