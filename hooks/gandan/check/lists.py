"""The ward's lists (`data/*.yml`, `data/lich/*.yml`): each entry through the door by itself."""

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from gandan import addresses
from gandan.check import fields
from gandan.check.entry import Checked, Entry
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
    """Every list of the folder into `checked`, with the problems met."""
    for file in (WARD, TOPICS, ISSUERS):
        if file not in folder.files:
            message = f"thiếu tệp {file}, trang không dựng được nếu không có nó."
            checked.problems.append(Problem(Place(file), "T106", message, "Chép từ phường mẫu."))
    for file in folder.files:
        if (file in NAMED or EVENTS.match(file)) and file not in folder.raws:
            checked.broken.add(file)
    raws = folder.raws
    if raw := raws.get(WARD):
        checked.ward = one(Ward, "phuong", raw.fields, raw, (), checked)
    if raw := raws.get(CONTENTS):
        checked.catalogue = one(Catalogue, "noi-dung", raw.fields, raw, (), checked)
    checked.topics += _list(Topic, raws.get(TOPICS), lambda one: one.slug, checked)
    checked.groups += _list(Group, raws.get(GROUPS), lambda one: one.slug, checked)
    checked.issuers += _list(Issuer, raws.get(ISSUERS), lambda one: one.id, checked)
    checked.abbreviations += _list(Abbreviation, raws.get(SHORT), lambda one: one.short, checked)
    checked.rules += _list(Rule, raws.get(RULES), lambda one: one.id, checked)
    checked.plan += _list(PlannedDisclosure, raws.get(PLAN), lambda one: one.title, checked)
    for file in sorted(file for file in raws if EVENTS.match(file)):
        checked.events += _list(Event, raws[file], lambda one: one.id, checked)
    checked.old_addresses += _old_addresses(raws.get(OLD), checked)
    checked.years += _years(raws.get(HOLIDAYS), checked)
    if listing := raws.get(addresses.PUBLISHED):
        checked.promised = addresses.listed(listing.body)


def one(model: type[R], name: str, value: Value, raw: Raw, path: Path, checked: Checked) -> Entry[R] | None:
    """The entry that `value`, found at `path` of `raw`, makes; its problems are told in `checked`."""
    record, problems = fields.record(model, value, raw, path)
    checked.problems += problems
    return Entry(name, record, raw, path) if record else None


def _list(model: type[R], raw: Raw | None, name: Callable[[R], str], checked: Checked) -> Iterator[Entry[R]]:
    if raw is None or raw.fields is None:
        return
    if not isinstance(raw.fields, list):
        hint = "Mỗi mục một đoạn bắt đầu bằng «- »."
        checked.problems.append(Problem(raw.at(), "Y106", "tệp này phải là danh sách.", hint))
        checked.broken.add(raw.file)
        return
    for number, value in enumerate(raw.fields):
        if entry := one(model, "", value, raw, (number,), checked):
            yield Entry(name(entry.record), entry.record, raw, (number,))
        elif isinstance(value, dict):
            checked.broken.add(str(value.get("slug", value.get("id", value.get("short")))))


def _table(raw: Raw | None, what: str, hint: str, checked: Checked) -> Iterator[tuple[str, Value, Raw]]:
    """The rows of a file that is a table of names and values."""
    if raw is None or raw.fields is None:
        return
    if not isinstance(raw.fields, dict):
        checked.problems.append(Problem(raw.at(), "Y106", f"tệp này phải là {what}.", hint))
        checked.broken.add(raw.file)
        return
    yield from ((name, value, raw) for name, value in raw.fields.items())


def _years(raw: Raw | None, checked: Checked) -> Iterator[Entry[Year]]:
    hint = "Mỗi năm một đoạn, dạng «2027:»."
    for name, value, raw_ in _table(raw, "bảng các năm", hint, checked):
        if not re.fullmatch(r"\d{4}", name):
            checked.problems.append(Problem(raw_.key(name), "M106", f"«{name}» không phải năm.", hint))
        elif entry := one(Year, name, value, raw_, (name,), checked):
            yield entry


def _old_addresses(raw: Raw | None, checked: Checked) -> Iterator[Entry[OldAddress]]:
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
