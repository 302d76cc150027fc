"""pydantic's findings -> sentences with line and column, naming the field as staff know it."""

import difflib
import re
import typing
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gandan.model import Record
from gandan.problems import Problem
from gandan.read.raw import Path, Raw, Value
from gandan.vietnamese import fold

R = TypeVar("R", bound=Record)


def record(model: type[R], value: Value, raw: Raw, path: Path = ()) -> tuple[R | None, list[Problem]]:
    """The record that `value` (found at `path` of `raw`) makes, or None, and every problem of its fields."""
    if not isinstance(value, dict):
        hint = "Mỗi dòng một mục, dạng «ten: giá trị»."
        return None, [Problem(raw.at(*path), "Y106", "ở đây phải là các mục có tên.", hint)]
    quoted = list(_curly(value, raw, path))
    try:
        return model.model_validate(value), quoted
    except ValidationError as error:
        told = [_problem(model, detail, raw, path) for detail in error.errors()]
        return None, [*quoted, *told]


def _problem(model: type[Record], error: ErrorDetails, raw: Raw, path: Path) -> Problem:
    where = tuple(error["loc"])
    owner, names = _owner(model, where)
    name = next((str(part) for part in reversed(where) if isinstance(part, str)), "")
    kind = error["type"]
    if kind == "extra_forbidden":
        return _unknown(name, names, raw, (*path, *where))
    label = f"{_label(owner, name)} ({name})"
    place = raw.at(*path, *where)
    if kind == "missing" or error["input"] is None or kind in ("string_too_short", "too_short"):
        empty = "còn thiếu" if kind == "missing" else "để trống"
        return Problem(place, "M102", f"{label}: {empty}.", _wanted(owner, name))
    code, message, hint = _saying(kind, error, owner, name)
    return Problem(place, code, f"{label}: {message}", hint)


def _saying(kind: str, error: ErrorDetails, owner: type[Record], name: str) -> tuple[str, str, str]:
    written = _short(error["input"])
    limits: Mapping[str, Any] = error.get("ctx", {})
    if kind in ("day_form", "moment_form", "partial_day_form"):
        return "M103", f"«{written}» không phải ngày đúng kiểu.", _day_hint(written, kind)
    if kind == "day_missing":
        return "M103", f"«{written}» là ngày, giờ không có thật.", "Xem lại ngày, tháng, năm."
    if kind == "literal_error":
        return "M104", f"không có giá trị «{written}».", _choices(owner, name, written)
    if kind == "string_too_long":
        length, limit = len(str(error["input"])), limits["max_length"]
        return "M105", f"dài {length} ký tự, tối đa {limit}.", f"Bớt {length - limit} ký tự."
    if kind == "flag_form":
        return "M104", f"không có giá trị «{written}».", "Viết true hoặc false."
    if kind in ("string_type", "tuple_type", "model_type", "model_attributes_type", "dict_type"):
        return "M107", "viết sai hình.", _SHAPES[kind]
    return "M106", f"«{written}» sai dạng.", _wanted(owner, name) or _FORM


_FORM = "Mã và tên chỉ gồm chữ thường không dấu, số, dấu gạch nối."
_SHAPES = {
    "string_type": "Ở đây chỉ một dòng chữ, không phải danh sách.",
    "tuple_type": "Ở đây là danh sách: mỗi thứ một dòng, đầu dòng có «- ».",
    "model_type": "Ở đây là các mục có tên, dạng «ten: giá trị».",
    "model_attributes_type": "Ở đây là các mục có tên, dạng «ten: giá trị».",
    "dict_type": "Ở đây là các mục có tên, dạng «ten: giá trị».",
}


def _day_hint(written: str, kind: str) -> str:
    if found := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", written):
        day, month, year = found.groups()
        return f"Hãy viết năm-tháng-ngày: {year}-{int(month):02}-{int(day):02}."
    if kind == "moment_form":
        return "Hãy viết 2026-11-20, hoặc 2026-11-20T16:38:00+07:00 nếu biết giờ."
    if kind == "partial_day_form":
        return "Hãy viết 2026-11-20, 2026-11 hoặc 2026."
    return "Hãy viết năm-tháng-ngày, ví dụ 2026-11-20."


def _unknown(name: str, names: Mapping[str, str], raw: Raw, path: Path) -> Problem:
    message = f"không có mục «{name}»."
    folded = {fold(label): field for field, label in names.items()}
    near = difflib.get_close_matches(name, names, 1, 0.6) or [
        folded[label] for label in difflib.get_close_matches(fold(name), folded, 1, 0.6)
    ]
    hint = f"Có phải «{near[0]}» ({names[near[0]]})?" if near else f"Các mục có: {', '.join(names)}."
    return Problem(raw.key(*path), "M101", message, hint)


def _owner(model: type[Record], where: Path) -> tuple[type[Record], Mapping[str, str]]:
    owner = model
    for part in where[:-1]:
        field = owner.model_fields.get(part) if isinstance(part, str) else None
        owner = next(_records(field.annotation), owner) if field else owner
    names = {name: field.title or name for name, field in owner.model_fields.items()}
    return owner, names


def _records(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _records(part)


def _label(owner: type[Record], name: str) -> str:
    field = owner.model_fields.get(name)
    return field.title if field and field.title else name


def _wanted(owner: type[Record], name: str) -> str:
    field = owner.model_fields.get(name)
    return f"{field.description}." if field and field.description else ""


def _choices(owner: type[Record], name: str, written: str) -> str:
    known = [str(choice) for choice in _literals(owner.model_fields[name].annotation)]
    folded = {fold(choice): choice for choice in known}
    near = difflib.get_close_matches(fold(written), folded, 1, 0.6)
    return f"Có phải «{folded[near[0]]}»?" if near else f"Chọn một: {', '.join(known)}."


def _literals(annotation: Any) -> Iterator[Any]:
    if typing.get_origin(annotation) is typing.Literal:
        yield from typing.get_args(annotation)
    else:
        for part in typing.get_args(annotation):
            yield from _literals(part)


def _short(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= 60 else text[:59] + "…"


def _curly(value: Value, raw: Raw, path: Path) -> Iterator[Problem]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _curly(inner, raw, (*path, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _curly(inner, raw, (*path, number))
    elif value and re.fullmatch(r"[“”][^“”]*[“”]", value.strip()):
        hint = 'Bỏ dấu nháy cong, hoặc dùng nháy thẳng "…".'
        yield Problem(raw.at(*path), "M109", "dấu nháy cong sẽ hiện trên trang.", hint)
