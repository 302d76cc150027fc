"""Which files of the registers stand at which addresses of the site."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from gandan import addresses
from gandan.cache import digest
from gandan.ledger.rows import rows
from gandan.outputs import Output
from gandan.quarters import Quarter
from gandan.relate.ledgers import Ledgers
from gandan.relate.portal import Portal
from gandan.tables import csv_bytes


def of(portal: Portal, today: date, root: str) -> Iterator[Output]:
    """The CSV beside each register; `root` is the full address of the site. It follows from the disclosures
    of the quarter, what the ward calls the items, its rules and the day."""
    all_ = Ledgers(portal, today)
    ground = repr((root, today, portal.catalogue, portal.rulebook))
    for quarter in all_.quarters:
        told = [(one.address, one.digest) for one in all_.entries(quarter)]
        key = digest(repr((ground, quarter, told)).encode("utf-8"))
        yield Output(addresses.of_ledger_file(quarter.name), key, partial(_table, all_, quarter, root))


def _table(all_: Ledgers, quarter: Quarter, root: str) -> bytes:
    return csv_bytes(rows(all_, quarter, root))
