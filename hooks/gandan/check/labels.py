"""The fields of a record as staff know them: the names they write, labels, hints, choices."""

import difflib
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from gandan.model import Record
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
        owner = next(_records(field.annotation), owner) if field else owner
    names = {one: field.title or one for one, field in fields(owner).items()}
    return owner, names, name


def label(owner: type[Record], name: str) -> str:
    """`Số hộ tán thành` for `for`; the name itself where no field has it."""
    field = fields(owner).get(name)
    return field.title if field and field.title else name


def wanted(owner: type[Record], name: str) -> str:
    """What a field asks for, as a sentence; nothing where its label says it all."""
    field = fields(owner).get(name)
    return f"{field.description}." if field and field.description else ""


def choices(owner: type[Record], name: str, written: str) -> str:
    """The choice nearest to what was written, else all of them."""
    known = [str(choice) for choice in _literals(fields(owner)[name].annotation)]
    # «D» means d, «Đ» means đ: a letter for itself goes before its fold.
    folded = {fold(choice): choice for choice in known} | {choice.casefold(): choice for choice in known}
    if near := difflib.get_close_matches(written.casefold(), folded, 1, 0.6):
        return f"Có phải «{folded[near[0]]}»?"
    return f"{wanted(owner, name)} Chọn một: {', '.join(known)}.".lstrip()


def _records(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _records(part)


def _literals(annotation: Any) -> Iterator[Any]:
    if typing.get_origin(annotation) is typing.Literal:
        yield from typing.get_args(annotation)
    else:
        for part in typing.get_args(annotation):
            yield from _literals(part)
