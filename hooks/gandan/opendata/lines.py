"""The rows of a kind as lines of its two files.

Runs of rows that were given before are kept, and which columns there are: to ask the model costs more than to
make the rows of a month.
"""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from gandan.cache import digest
from gandan.opendata import columns
from gandan.opendata.giving import Giving, Run
from gandan.opendata.kinds import Dataset
from gandan.outputs import Data
from gandan.stock import Made, Stock
from gandan.tables import csv_bytes, lines

HEAD = 8  # bytes before the lines of a run: how long those of JSON are

_SHORT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Lines:
    """All rows of a kind; `made` is what to keep of them, `stock` has what was kept before."""

    def __init__(self, dataset: Dataset, giving: Giving, stock: Stock) -> None:
        self._dataset, self._stock = dataset, stock
        about = f"{dataset.kind} {giving.root} ".encode()
        self._runs: list[Made] = [
            (digest(about, run.about), partial(_both, dataset, stock, run)) for run in dataset.runs(giving)
        ]

    @property
    def made(self) -> list[Made]:
        return [_columns(self._dataset), *self._runs]

    @property
    def name(self) -> bytes:
        """Of all rows: equal ones have equal names."""
        return digest(b"".join(name for name, _ in self._runs))

    def json(self) -> bytes:
        """A row a line, so that two days can be compared line by line."""
        return b",\n".join(items for items, _ in self._halves())

    def csv(self) -> bytes:
        """The names of the columns, then a line a row."""
        names = map(".".join, _paths(self._dataset, self._stock))
        return csv_bytes([names]) + b"".join(cells for _, cells in self._halves())

    def _halves(self) -> Iterator[tuple[Data, Data]]:
        for one in self._runs:
            both = self._stock.get(*one)
            middle = HEAD + int.from_bytes(both[:HEAD])
            yield both[HEAD:middle], both[middle:]


def line(value: Any) -> str:
    """JSON on one line, as short as it can be."""
    return _SHORT.encode(value)


def _both(dataset: Dataset, stock: Stock, run: Run) -> bytes:
    """A run as it is kept: its lines of JSON, then its lines of CSV."""
    rows, paths = [*run.rows()], _paths(dataset, stock)
    items = ",\n".join(map(line, rows)).encode()
    return (
        len(items).to_bytes(HEAD) + items + lines([columns.cell(row, path) for path in paths] for row in rows)
    )


def _paths(dataset: Dataset, stock: Stock) -> list[list[str]]:
    return list(json.loads(bytes(stock.get(*_columns(dataset)))))


def _columns(dataset: Dataset) -> Made:
    name = digest(f"columns {dataset.kind}".encode())
    return name, lambda: line([one.path for one in columns.of(dataset)]).encode()
