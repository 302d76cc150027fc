"""The one door of open data: which files stand at which addresses.

JSON: an object whose `items` are the rows. CSV: the same rows as a table (RFC 4180, UTF-8 with BOM). A file
in which nothing changed is not made at all.
"""

import json
from collections.abc import Iterator
from datetime import date
from functools import partial

from gandan import addresses, stock
from gandan.cache import EMPTY, Store, digest
from gandan.installed import version
from gandan.opendata import schema
from gandan.opendata.giving import Giving
from gandan.opendata.kinds import DATASETS, Dataset
from gandan.opendata.lines import Lines, line
from gandan.outputs import Output
from gandan.relate.portal import Portal
from gandan.stock import Made, Stock

NAME, SCHEMAS = "du-lieu", "luoc-do"  # of the packs


def of(portal: Portal, today: date, root: str, store: Store = EMPTY) -> Iterator[Output]:
    """Each file; `root` is the full address of the site, `store` saves the work of an earlier build."""
    giving = Giving(portal, today, root)
    how = version("pydantic")  # which says how a record is told
    known = Stock("rows", None, store.open(NAME, how))
    made: list[Made] = []
    for dataset in DATASETS:
        rows = Lines(dataset, giving, known)
        made += rows.made
        yield from _files(dataset, giving, rows)
    if {name for name, _ in made} != known.lasting:
        store.save(NAME, how, known.parts(made))
    yield from stock.kept(_schemas(giving), store, SCHEMAS)


def _files(dataset: Dataset, giving: Giving, rows: Lines) -> Iterator[Output]:
    head, address = _head(dataset, giving), partial(addresses.of_data, dataset.kind)
    yield Output(address("json"), digest(line(head).encode(), rows.name), partial(_json, head, rows))
    yield Output(address("csv"), rows.name, rows.csv)


def _schemas(giving: Giving) -> Iterator[Output]:
    for dataset in DATASETS:
        address = addresses.of_data(dataset.kind, "schema.json")
        words = json.dumps([version("pydantic"), giving.url(address), giving.portal.ward.name]).encode()
        yield Output(address, digest(words), partial(_schema, dataset, giving))


def _head(dataset: Dataset, giving: Giving) -> dict[str, str]:
    head = {"schema": giving.url(addresses.of_data(dataset.kind, "schema.json"))}
    head["ward"] = giving.portal.ward.name
    if giving.portal.ward.licence:
        head["licence"] = giving.portal.ward.licence
    return head | {"generated": giving.today.isoformat()}


def _json(head: dict[str, str], rows: Lines) -> bytes:
    return b'%b,"items":[\n%b\n]}\n' % (line(head)[:-1].encode(), rows.json())


def _schema(dataset: Dataset, giving: Giving) -> bytes:
    return f"{json.dumps(schema.of(dataset, giving), ensure_ascii=False, indent=1)}\n".encode()
