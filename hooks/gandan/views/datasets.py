"""The page of open data: which files there are, what their columns mean, how they may be used."""

from datetime import date
from typing import NamedTuple

from gandan import addresses, dates
from gandan.dates import Stamp
from gandan.model import Item, Page
from gandan.opendata import columns
from gandan.opendata.columns import Column
from gandan.opendata.kinds import DATASETS, Dataset
from gandan.relate.portal import Portal
from gandan.views import outward
from gandan.views.parts import Link

DESCRIPTION = "Nội dung của trang ở dạng bảng tính và JSON, để tra cứu, đối chiếu và dùng lại."


class Files(NamedTuple):
    """One kind: its page, how many rows, its files, its columns but for those that `shared` tells of."""

    id: str
    page: Link
    csv: str
    json: str
    schema: str
    columns: tuple[Column, ...]


class DatasetsView(NamedTuple):
    """What the template `records/datasets.html` prints; `shared` are the columns of all kinds of items."""

    title: str
    description: str
    crumbs: tuple[Link, ...]
    files: tuple[Files, ...]
    shared: tuple[Column, ...]
    licence: Link | None
    today: Stamp


def of(page: Page, portal: Portal, today: date) -> DatasetsView:
    """The page of open data as it stands on `today`."""
    items = [columns.of(one) for one in DATASETS if issubclass(one.model, Item)]
    shared = tuple(one for one in items[0] if all(one in each for each in items))
    licence = portal.ward.licence
    return DatasetsView(
        page.title,
        page.description or DESCRIPTION,
        (),
        tuple(_files(one, shared, portal) for one in DATASETS),
        shared,
        outward.link(licence) if licence else None,
        dates.short(today),
    )


def told(page: Page, portal: Portal, today: date) -> str:
    """All that the page draws on besides the ward; its columns follow from the model."""
    return repr((page, [len(one.records(portal)) for one in DATASETS], today))


def _files(one: Dataset, shared: tuple[Column, ...], portal: Portal) -> Files:
    count = len(one.records(portal))
    return Files(
        one.kind,
        Link(one.head, one.name, count),
        addresses.of_data(one.kind, "csv"),
        addresses.of_data(one.kind, "json"),
        addresses.of_data(one.kind, "schema.json"),
        tuple(column for column in columns.of(one) if column not in shared),
    )
