"""The one door of open data: which files stand at which addresses.

JSON: an object whose `items` are the rows. CSV: the same rows as a table (RFC 4180, UTF-8 with BOM).
"""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from gandan import addresses, outputs
from gandan.opendata import columns, schema
from gandan.opendata.giving import Giving, Row
from gandan.opendata.kinds import DATASETS, Dataset
from gandan.outputs import Output
from gandan.relate.portal import Portal
from gandan.tables import csv_bytes


def of(portal: Portal, today: date, root: str) -> Iterator[Output]:
    """Each file; `root` is the full address of the site."""
    giving = Giving(portal, today, root)
    for dataset in DATASETS:
        rows = list(dataset.rows(giving))
        yield outputs.made(addresses.of_data(dataset.kind, "json"), _json(dataset, rows, giving))
        yield outputs.made(addresses.of_data(dataset.kind, "csv"), _csv(dataset, rows))
        told = json.dumps(schema.of(dataset, giving), ensure_ascii=False, indent=1)
        yield outputs.made(addresses.of_data(dataset.kind, "schema.json"), f"{told}\n".encode())


def _json(dataset: Dataset, rows: list[Row], giving: Giving) -> bytes:
    """A row a line, so that two days can be compared line by line."""
    head = {"schema": giving.url(addresses.of_data(dataset.kind, "schema.json"))}
    head["ward"] = giving.portal.ward.name
    if giving.portal.ward.licence:
        head["licence"] = giving.portal.ward.licence
    head["generated"] = giving.today.isoformat()
    lines = ",\n".join(map(_line, rows))
    return f'{_line(head)[:-1]},"items":[\n{lines}\n]}}\n'.encode()


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _csv(dataset: Dataset, rows: list[Row]) -> bytes:
    heads = columns.of(dataset)
    table = ([one.cell(row) for one in heads] for row in rows)
    return csv_bytes([[one.name for one in heads], *table])
