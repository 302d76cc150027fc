"""The one door of open data: which files stand at which addresses.

JSON: an object whose `items` are the rows. CSV: the same rows as a table (RFC 4180, UTF-8 with BOM). A row
that was given before is kept as the line of either file; a file in which nothing changed is not made at all.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from gandan import addresses
from gandan.cache import Store, digest
from gandan.opendata import columns, schema
from gandan.opendata.giving import Giving, Line
from gandan.opendata.kinds import DATASETS, Dataset
from gandan.outputs import Output
from gandan.relate.portal import Portal
from gandan.stock import Stock
from gandan.tables import csv_bytes, lines

NAME = "du-lieu"
EMPTY = Store(None)

Named: TypeAlias = tuple[bytes, Line]  # a row under the digest of all that it follows from


def of(portal: Portal, today: date, root: str, store: Store = EMPTY) -> Iterator[Output]:
    """Each file; `root` is the full address of the site, `store` saves the work of an earlier build."""
    giving = Giving(portal, today, root)
    stock = Stock("rows", None, store.open(NAME, ""))
    named: list[tuple[Dataset, list[Named]]] = []
    for dataset in DATASETS:
        rows = [(_name(dataset, line, root), line) for line in dataset.lines(giving)]
        named.append((dataset, rows))
        yield from _files(dataset, giving, rows, stock)
    if {name for _, rows in named for name, _ in rows} != stock.lasting:
        made = ((name, partial(_both, dataset, line)) for dataset, rows in named for name, line in rows)
        store.save(NAME, "", stock.parts(made))


def _files(dataset: Dataset, giving: Giving, rows: Sequence[Named], stock: Stock) -> Iterator[Output]:
    head, names = _head(dataset, giving), b"".join(name for name, _ in rows)
    address = partial(addresses.of_data, dataset.kind)
    words = json.dumps([head["schema"], head["ward"]]).encode()
    given = (dataset, rows, stock)
    yield Output(address("json"), digest(_line(head).encode(), names), partial(_json, head, *given))
    yield Output(address("csv"), digest(names), partial(_csv, *given))
    yield Output(address("schema.json"), digest(words), partial(_schema, dataset, giving))


def _name(dataset: Dataset, line: Line, root: str) -> bytes:
    return digest(f"{dataset.kind} {root} {line.about}".encode())


def _both(dataset: Dataset, line: Line) -> bytes:
    """A row as it is kept: its line of JSON, then its line of CSV."""
    row = line.row()
    cells = [one.cell(row) for one in columns.of(dataset)]
    return f"{_line(row)}\n".encode() + lines([cells])


def _halves(dataset: Dataset, rows: Sequence[Named], stock: Stock, half: int) -> Iterator[bytes]:
    made = (stock.get(name, partial(_both, dataset, line)) for name, line in rows)
    return (bytes(both).partition(b"\n")[half] for both in made)


def _head(dataset: Dataset, giving: Giving) -> dict[str, str]:
    head = {"schema": giving.url(addresses.of_data(dataset.kind, "schema.json"))}
    head["ward"] = giving.portal.ward.name
    if giving.portal.ward.licence:
        head["licence"] = giving.portal.ward.licence
    return head | {"generated": giving.today.isoformat()}


def _json(head: dict[str, str], dataset: Dataset, rows: Sequence[Named], stock: Stock) -> bytes:
    """A row a line, so that two days can be compared line by line."""
    items = b",\n".join(_halves(dataset, rows, stock, 0))
    return b'%b,"items":[\n%b\n]}\n' % (_line(head)[:-1].encode(), items)


def _csv(dataset: Dataset, rows: Sequence[Named], stock: Stock) -> bytes:
    names = [one.name for one in columns.of(dataset)]
    return csv_bytes([names]) + b"".join(_halves(dataset, rows, stock, 2))


def _schema(dataset: Dataset, giving: Giving) -> bytes:
    return f"{json.dumps(schema.of(dataset, giving), ensure_ascii=False, indent=1)}\n".encode()


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
