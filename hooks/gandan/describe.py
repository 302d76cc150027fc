"""The fields of a kind, as its model has them -> a Markdown table for staff, a JSON Schema for editors.

Both are texts about the model: this room opens no file and sees no record.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from gandan import sections
from gandan.model import (
    Abbreviation,
    Catalogue,
    Directive,
    Event,
    Group,
    Issuer,
    Page,
    PlannedDisclosure,
    Record,
    Removal,
    Rule,
    Topic,
    Ward,
    Year,
)
from gandan.model.fields import PARTIAL_DAY_FORM, SLUG_FORM

Part: TypeAlias = dict[str, Any]  # a part of a JSON Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
HEAD = "| Mục | Nghĩa | Bắt buộc | Cách viết |\n|---|---|---|---|\n"


class Kind(NamedTuple):
    """A kind of record: its model, and what staff call it."""

    model: type[Record]
    title: str


KINDS = {
    **{one.kind: Kind(one.model, one.name) for one in sections.SECTIONS},
    "event": Kind(Event, "Sự kiện"),
    "rule": Kind(Rule, "Quy tắc"),
    "year": Kind(Year, "Ngày nghỉ của một năm"),
    "plan": Kind(PlannedDisclosure, "Kế hoạch công khai"),
    "catalogue": Kind(Catalogue, "Nội dung phải công khai"),
    "page": Kind(Page, "Trang giới thiệu"),
    "directive": Kind(Directive, "Văn bản"),
    "ward": Kind(Ward, "Phường"),
    "topic": Kind(Topic, "Chủ đề"),
    "group": Kind(Group, "Tổ dân phố"),
    "abbreviation": Kind(Abbreviation, "Chữ viết tắt"),
    "issuer": Kind(Issuer, "Cơ quan ban hành"),
    "old-address": Kind(Removal, "Trang đã gỡ"),
}

# What a form asks for, in words; a form without words here speaks through its field's description.
FORMS = {
    f"^{SLUG_FORM}$": "chữ thường không dấu, số, gạch nối",
    f"^{PARTIAL_DAY_FORM}$": "2026-11-20, 2026-11 hoặc 2026",
}
DATE = "ngày, như 2026-11-20"
FLAG = "`true` hoặc `false`"
LIST = "danh sách"


class Row(NamedTuple):
    """One field: its path below the record, its label, whether it must be there, how it is written.

    `many` tells that it holds a list, `inner` that it, or each thing of its list, is a record of its own.
    """

    path: tuple[str, ...]
    label: str
    required: bool
    way: str
    many: bool = False
    inner: bool = False


def table(model: type[Record]) -> str:
    """The fields of a model as a Markdown table; fields of inner records follow the one that holds them."""
    return HEAD + "".join(map(_line, rows(model)))


def rows(model: type[Record]) -> Iterator[Row]:
    """The fields of a model in the order of the model."""
    whole = model.model_json_schema()
    yield from _rows(whole, (), whole.get("$defs", {}))


def schema(model: type[Record]) -> Part:
    """JSON Schema (2020-12) of one record of a model of `KINDS`, its labels in Vietnamese."""
    title = next(kind.title for kind in KINDS.values() if kind.model is model)
    whole = model.model_json_schema()
    for part in (whole, *whole.get("$defs", {}).values()):
        del part["title"]  # the name of a class; labels of fields stay
        part.pop("description", None)  # the docstring, which is for engineers
    _loosen(whole)
    return {"$schema": DIALECT, "title": title, **whole}


def _loosen(part: Any) -> None:
    """What editors take for a number (`households: 80`, `issued: 2026`) is text to the check, and right."""
    if isinstance(part, dict):
        if part.get("type") == "string" and part.get("format") != "date" and "enum" not in part:
            part["type"] = ["string", "number"]
        for inner in part.values():
            _loosen(inner)
    elif isinstance(part, list):
        for inner in part:
            _loosen(inner)


def _rows(record: Part, path: tuple[str, ...], inner: Part) -> Iterator[Row]:
    for name, field in record["properties"].items():
        here = (*path, name)
        parts = list(_parts(field))
        required = name in record.get("required", ())
        many = any(part.get("type") == "array" for part in parts)
        inside = any("$ref" in part for part in parts)
        yield Row(here, field["title"], required, _way(field, parts), many, inside)
        for part in parts:
            if reference := part.get("$ref"):
                yield from _rows(inner[reference.rpartition("/")[2]], here, inner)


def _parts(field: Part) -> Iterator[Part]:
    """What a field may hold: itself, its choices, the things of its list."""
    yield field
    for part in (*field.get("anyOf", ()), *([field["items"]] if "items" in field else ())):
        yield from _parts(part)


def _way(field: Part, parts: list[Part]) -> str:
    said = [field["description"]] if "description" in field else []
    if any(part.get("type") == "array" for part in parts):
        said.append(LIST)
    for part in parts:
        said += _limits(part)
    return "; ".join(said)


def _limits(part: Part) -> Iterator[str]:
    if part.get("format") == "date":
        yield DATE
    if part.get("type") == "boolean":
        yield FLAG
    if words := FORMS.get(part.get("pattern", "")):
        yield words
    if "maxLength" in part:
        yield f"tối đa {part['maxLength']} ký tự"
    if "enum" in part:
        yield "chọn một: " + ", ".join(f"`{choice}`" for choice in part["enum"])


def _line(row: Row) -> str:
    name = " › ".join(f"`{part}`" for part in row.path)
    way = row.way.replace("|", "\\|")
    return f"| {name} | {row.label} | {'có' if row.required else ''} | {way} |\n"
