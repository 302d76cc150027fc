"""The one door of open data: which files stand at which addresses.

JSON: an object whose `items` are the rows. CSV: the same rows as a table (RFC 4180, UTF-8 with BOM). A row
that was given before is kept as the line of either file; a file in which nothing changed is not made at all.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from gandan import addresses
from gandan.cache import Store, digest
from gandan.opendata import columns, schema
from gandan.opendata.giving import Giving, Line
from gandan.opendata.kinds import DATASETS, Dataset
from gandan.outputs import Output
from gandan.relate.portal import Portal
from gandan.stock import Made, Stock
from gandan.tables import csv_bytes, lines

NAME = "du-lieu"
EMPTY = Store(None)


def of(portal: Portal, today: date, root: str, store: Store = EMPTY) -> Iterator[Output]:
    """Each file; `root` is the full address of the site, `store` saves the work of an earlier build."""
    giving = Giving(portal, today, root)
    stock = Stock("rows", None, store.open(NAME, ""))
    all_: list[Made] = []
    for dataset in DATASETS:
        made = [_made(dataset, line, root) for line in dataset.lines(giving)]
        all_ += made
        yield from _files(dataset, giving, made, stock)
    if {name for name, _ in all_} != stock.lasting:
        store.save(NAME, "", stock.parts(all_))


def _files(dataset: Dataset, giving: Giving, made: Sequence[Made], stock: Stock) -> Iterator[Output]:
    head, names = _head(dataset, giving), b"".join(name for name, _ in made)
    address = partial(addresses.of_data, dataset.kind)
    words = json.dumps([head["schema"], head["ward"]]).encode()
    json_, csv = partial(_json, head, made, stock), partial(_csv, dataset, made, stock)
    yield Output(address("json"), digest(_line(head).encode(), names), json_)
    yield Output(address("csv"), digest(names), csv)
    yield Output(address("schema.json"), digest(words), partial(_schema, dataset, giving))


def _made(dataset: Dataset, line: Line, root: str) -> Made:
    """A row as it is kept: its line of JSON, then its line of CSV."""
    name = digest(f"{dataset.kind} {root} {line.about}".encode())
    return name, partial(_both, dataset, line)


def _both(dataset: Dataset, line: Line) -> bytes:
    row = line.row()
    cells = [one.cell(row) for one in columns.of(dataset)]
    return f"{_line(row)}\n".encode() + lines([cells])


def _halves(made: Sequence[Made], stock: Stock, half: int) -> Iterator[bytes]:
    return (bytes(stock.get(*one)).partition(b"\n")[half] for one in made)


def _head(dataset: Dataset, giving: Giving) -> dict[str, str]:
    head = {"schema": giving.url(addresses.of_data(dataset.kind, "schema.json"))}
    head["ward"] = giving.portal.ward.name
    if giving.portal.ward.licence:
        head["licence"] = giving.portal.ward.licence
    return head | {"generated": giving.today.isoformat()}


def _json(head: dict[str, str], made: Sequence[Made], stock: Stock) -> bytes:
    """A row a line, so that two days can be compared line by line."""
    items = b",\n".join(_halves(made, stock, 0))
    return b'%b,"items":[\n%b\n]}\n' % (_line(head)[:-1].encode(), items)


def _csv(dataset: Dataset, made: Sequence[Made], stock: Stock) -> bytes:
    names = [one.name for one in columns.of(dataset)]
    return csv_bytes([names]) + b"".join(_halves(made, stock, 2))


def _schema(dataset: Dataset, giving: Giving) -> bytes:
    return f"{json.dumps(schema.of(dataset, giving), ensure_ascii=False, indent=1)}\n".encode()


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
