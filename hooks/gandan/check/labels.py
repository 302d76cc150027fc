"""The fields of a record as staff know them: the names they write, labels, hints, choices."""

import difflib
import typing
from collections.abc import Hashable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from pydantic.fields import FieldInfo

from gandan.model import Moment, PartialDay, Record
from gandan.read.raw import Path
from gandan.vietnamese import fold


def fields(owner: type[Record]) -> dict[str, FieldInfo]:
    """The fields of a record by the names that staff write: `for`, where Python needs `for_`."""
    return {field.alias or name: field for name, field in owner.model_fields.items()}


def owner_of(model: type[Record], where: Path) -> tuple[type[Record], Mapping[str, str], str]:
    """The record that holds the field at `where`, the labels of its fields, the field's name."""
    owner = model
    *around, name = [part for part in where if isinstance(part, str)] or [""]
    for part in around:
        field = fields(owner).get(part)
        owner = next(records(field.annotation), owner) if field else owner
    names = {one: field.title or one for one, field in fields(owner).items()}
    return owner, names, name


def label(owner: type[Record], name: str) -> str:
    """`Số hộ tán thành` for `for`; the name itself where no field has it."""
    field = fields(owner).get(name)
    return field.title if field and field.title else name


# What a value of a type looks like, where its field does not tell.
_LOOKS: Mapping[Any, str] = MappingProxyType(
    {
        date: "Viết năm-tháng-ngày, ví dụ 2026-11-20.",
        Moment: "Viết năm-tháng-ngày, ví dụ 2026-11-20.",
        PartialDay: "Ví dụ 2026-11-20, 2026-11 hoặc 2026.",
        bool: "Viết true hoặc false.",
        int: "Viết bằng chữ số, như 120.",
    }
)


def described(owner: type[Record], name: str) -> str:
    """What a field says of itself, as a sentence; nothing where its label says it all."""
    field = fields(owner).get(name)
    return f"{field.description}." if field and field.description else ""


def wanted(owner: type[Record], name: str) -> str:
    """What a field asks for, as a sentence: its own words, else its choices or what its type looks like."""
    field = fields(owner).get(name)
    if field is None or field.description:
        return described(owner, name)
    if written := ", ".join(known(owner, name)):
        return f"Chọn một: {written}."
    parts = (field.annotation, *_parts(field.annotation))
    return next((_LOOKS[part] for part in parts if part in _LOOKS), "")


def _parts(annotation: Any) -> Iterator[Any]:
    for part in typing.get_args(annotation):
        if isinstance(part, Hashable):
            yield part
        yield from _parts(part)


def known(owner: type[Record], name: str) -> tuple[str, ...]:
    """The choices of a field; none where it is free."""
    return tuple(map(str, _literals(fields(owner)[name].annotation)))


def choices(owner: type[Record], name: str, written: str) -> str:
    """The choice nearest to what was written, else all of them."""
    written_so = known(owner, name)
    # «D» means d, «Đ» means đ: a letter for itself goes before its fold.
    folded = {fold(one): one for one in written_so} | {one.casefold(): one for one in written_so}
    if near := difflib.get_close_matches(written.casefold(), folded, 1, 0.6):
        return f"Có phải «{folded[near[0]]}»?"
    return f"{described(owner, name)} Chọn một: {', '.join(written_so)}.".lstrip()


def records(annotation: Any) -> Iterator[type[Record]]:
    """The records that a field holds, or a list in it."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in typing.get_args(annotation):
        yield from records(part)


def _literals(annotation: Any) -> Iterator[Any]:
    if typing.get_origin(annotation) is typing.Literal:
        yield from typing.get_args(annotation)
    else:
        for part in typing.get_args(annotation):
            yield from _literals(part)
