"""pydantic's findings -> sentences with line and column, naming the field as staff know it."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gandan.check import answers, labels
from gandan.model import Record
from gandan.model.fields import SLUG_FORM, YEARS
from gandan.patterns import late
from gandan.problems import Problem, Swap
from gandan.read.raw import Path, Raw, Value
from gandan.vietnamese import fold, slug

R = TypeVar("R", bound=Record)

CURLY = late(r"[“”][^“”]*[“”]")
STRANGERS = 50  # unknown fields of one record that are told one by one


def record(model: type[R], value: Value, raw: Raw, path: Path = ()) -> tuple[R | None, list[Problem]]:
    """The record that `value` (found at `path` of `raw`) makes, or None, and every problem of its fields."""
    value = {} if value is None else value
    if not isinstance(value, dict):
        hint = "Mỗi dòng một mục, dạng «ten: giá trị»."
        return None, [Problem(raw.at(*path), "Y106", "ở đây phải là các mục có tên.", hint)]
    quoted = [_quotes(model, *found, raw, path) for found in _curly(value, ())]
    written = {name: one for name, one in value.items() if one is not None or not _may_lack(model, name)}
    try:
        return model.model_validate(written), quoted
    except ValidationError as error:
        return None, [*quoted, *_told(model, error.errors(include_url=False), raw, path)]


def _may_lack(model: type[Record], name: str) -> bool:
    """`author:` with nothing behind it, as a template leaves it, is no author."""
    field = labels.fields(model).get(name)
    return field is not None and not field.is_required()


def _told(model: type[Record], details: list[ErrorDetails], raw: Raw, path: Path) -> Iterator[Problem]:
    """Each finding as a problem; of a flood of unknown fields, which is a wrong file, the first ones only."""
    strangers = [detail for detail in details if detail["type"] == "extra_forbidden"]
    flood = {id(detail) for detail in strangers[STRANGERS:]}
    for detail in _apart(details):
        if id(detail) not in flood:
            yield _problem(model, detail, raw, path)
    if flood:
        message = f"còn {len(flood)} mục nữa không có trong mẫu."
        place = raw.key(*path, *strangers[STRANGERS]["loc"])
        yield Problem(place, "M101", message, "Xem có chép nhầm tệp khác vào đây không.")


def _apart(details: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Without the lists that are too short only because what they hold is wrong."""
    outer = {detail["loc"][:end] for detail in details for end in range(len(detail["loc"]))}
    return (one for one in details if one["type"] != "too_short" or one["loc"] not in outer)


def _problem(model: type[Record], error: ErrorDetails, raw: Raw, path: Path) -> Problem:
    where = tuple(error["loc"])
    owner, names, name = labels.owner_of(model, where)
    kind = error["type"]
    if kind == "literal_error" and isinstance(error["input"], list | dict):
        kind = "one_value"
    if kind == "extra_forbidden":
        return _unknown(name, names, raw, (*path, *where))
    label = f"{labels.label(owner, name)} ({name})"
    place = raw.at(*path, *where)
    if kind == "missing":
        hint = f"Thêm dòng «{name}: …». {labels.wanted(owner, name)}".rstrip()
        return Problem(place, "M102", f"{label}: còn thiếu.", hint)
    if error["input"] is None or kind in ("string_too_short", "too_short"):
        field = labels.fields(owner).get(name)
        mend = "Điền vào." if field and field.is_required() else "Điền vào, hoặc xoá dòng này."
        return Problem(place, "M102", f"{label}: để trống.", f"{mend} {labels.wanted(owner, name)}".rstrip())
    code, message, hint = _saying(kind, error, owner, name)
    right = answers.value(kind, str(error["input"]), owner, name)
    swap = Swap(place, str(error["input"]), right) if right else None
    return Problem(place, code, f"{label}: {message}", hint, swap=swap)


def _saying(kind: str, error: ErrorDetails, owner: type[Record], name: str) -> tuple[str, str, str]:
    written = _short(error["input"])
    limits: Mapping[str, Any] = error.get("ctx", {})
    if kind in ("day_form", "moment_form", "partial_day_form"):
        return "M103", f"«{written}» không phải ngày đúng kiểu.", _day_hint(written, kind)
    if kind == "literal_error":
        return "M104", f"không có giá trị «{written}».", labels.choices(owner, name, written)
    if kind == "string_too_long":
        length, limit = len(str(error["input"])), limits["max_length"]
        return "M105", f"dài {length} ký tự, tối đa {limit}.", f"Bớt {length - limit} ký tự."
    if kind in _SHAPES:
        return "M107", "chưa đúng cách viết.", _SHAPES[kind]
    if kind in _SAYINGS:
        code, *said = _SAYINGS[kind]
        message, mend = (text.format(written, *limits.values()) for text in said)
        return code, message, (labels.described(owner, name) if code == "M106" else "") or mend
    form = limits.get("pattern") == f"^{SLUG_FORM}$"
    near = f"Có phải «{slug(written)}»? " if form and slug(written) else ""
    mend = labels.wanted(owner, name) or ("Chỉ chữ thường không dấu, số và dấu gạch nối." if form else "")
    return "M106", f"«{written}» sai dạng.", f"{near}{mend}".rstrip()


_FAR = f"«{{}}»: năm phải từ {YEARS[0]} đến {YEARS[-1]}."
_SAYINGS = {
    "day_missing": ("M103", "«{}» là ngày, giờ không có thật.", "Xem lại ngày, tháng, năm, giờ."),
    "year_far": ("M103", _FAR, "Xem lại năm; chưa biết ngày nào thì bỏ dòng này."),
    "flag_form": ("M104", "không có giá trị «{}».", "Viết true hoặc false."),
    "count_form": ("M106", "«{}» không phải số đếm.", "Viết bằng chữ số, như 120."),
    "greater_than_equal": ("M106", "«{}» nhỏ hơn {}.", "Viết số từ {1} trở lên."),
    "less_than_equal": ("M106", "«{}» lớn hơn {}.", "Viết số không quá {1}."),
}
_SHAPES = {
    "one_value": "Ở đây chỉ một giá trị, không phải danh sách.",
    "string_type": "Ở đây chỉ một dòng chữ, không phải danh sách.",
    "tuple_type": "Ở đây là danh sách: mỗi thứ một dòng, đầu dòng có «- ».",
    "model_type": "Ở đây là các mục có tên, dạng «ten: giá trị».",
    "model_attributes_type": "Ở đây là các mục có tên, dạng «ten: giá trị».",
    "dict_type": "Ở đây là các mục có tên, dạng «ten: giá trị».",
}


def _day_hint(written: str, kind: str) -> str:
    if day := answers.day(written):
        return f"Hãy viết năm-tháng-ngày: {day}."
    if kind == "moment_form":
        return "Hãy viết 2026-11-20, hoặc 2026-11-20T16:38:00+07:00 nếu biết giờ."
    if kind == "partial_day_form":
        return "Hãy viết 2026-11-20, 2026-11 hoặc 2026."
    return "Hãy viết năm-tháng-ngày, ví dụ 2026-11-20."


def _unknown(name: str, names: Mapping[str, str], raw: Raw, path: Path) -> Problem:
    message = f"không có mục «{name}»."
    choices = " hay ".join(f"«{one}» ({names[one]})" for one in _near(name.casefold(), names))
    hint = f"Có phải {choices}?" if choices else f"Các mục có: {', '.join(names)}."
    right = answers.field(name, names)
    there = right is not None and (*path[:-1], right) in raw.keys
    swap = Swap(raw.key(*path), name, right) if right and not there else None
    return Problem(raw.key(*path), "M101", message, hint, swap=swap)


def _near(name: str, names: Mapping[str, str]) -> list[str]:
    """What may be meant: those of the same letters, else the nearest name, else the nearest label."""
    folded = {fold(label): field for field, label in names.items()}
    return (
        [one for one in names if sorted(one) == sorted(name)]
        or difflib.get_close_matches(name, names, 1, 0.6)
        or [folded[label] for label in difflib.get_close_matches(fold(name), folded, 1, 0.6)]
    )


def _short(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= 60 else text[:59] + "…"


def _quotes(model: type[Record], where: Path, written: str, raw: Raw, path: Path) -> Problem:
    owner, _, name = labels.owner_of(model, where)
    message = f"{labels.label(owner, name)} ({name}): dấu nháy cong sẽ hiện trên trang."
    place, hint = raw.at(*path, *where), 'Bỏ dấu nháy cong, hoặc dùng nháy thẳng "…".'
    return Problem(place, "M109", message, hint, swap=answers.quotes(place, written))


def _curly(value: dict[str, Value] | list[Value], path: Path) -> Iterator[tuple[Path, str]]:
    """Where a whole value stands in curly quotes, which to YAML are letters."""
    for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, str):
            if ("“" in inner or "”" in inner) and CURLY.fullmatch(inner.strip()):
                yield (*path, name), inner
        elif inner:
            yield from _curly(inner, (*path, name))
