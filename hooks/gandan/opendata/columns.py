"""A row of open data as a line of a table: a column for each field, also of the records within it.

A list stands in one cell, parted by `; `; of a list of records each field is named.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from gandan.describe import Part
from gandan.opendata import schema
from gandan.opendata.giving import Row
from gandan.opendata.kinds import Dataset


class Column(NamedTuple):
    """One column: where its value stands in a row, what it is called, what is to be known of it."""

    path: tuple[str, ...]
    label: str
    remark: str

    @property
    def name(self) -> str:
        """`state.id`, at the head of the table."""
        return ".".join(self.path)


@cache
def of(dataset: Dataset) -> tuple[Column, ...]:
    """The columns of a kind; the same ones every day."""
    row, inner = schema.parts(dataset)
    return tuple(_columns(row, inner, (), ""))


def cell(row: Row, path: Iterable[str]) -> str:
    """The value of a column as the words of a cell; empty where the row has none."""
    value: Any = row
    for name in path:
        value = value.get(name)
        if value is None:
            return ""
    return value if isinstance(value, str) else _cell(value)


def _columns(record: Part, inner: dict[str, Part], path: tuple[str, ...], head: str) -> Iterator[Column]:
    for name, field in record["properties"].items():
        here, label = (*path, name), f"{head}{field['title']}"
        record_ = inner[field["$ref"].rpartition("/")[2]] if "$ref" in field else field
        if "properties" in record_:
            yield from _columns(record_, inner, here, f"{label}: ")
        else:
            yield Column(here, label, field.get("description", ""))


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_cell(one)}" for name, one in value.items())
    return str(value)
