"""Which files of the registers stand at which addresses of the site."""

from collections.abc import Iterator
from datetime import date

from gandan import addresses, outputs
from gandan.ledger.rows import rows
from gandan.outputs import Output
from gandan.relate import ledgers
from gandan.relate.portal import Portal
from gandan.tables import csv_bytes


def of(portal: Portal, today: date, root: str) -> Iterator[Output]:
    """The CSV beside each register; `root` is the full address of the site."""
    for quarter in ledgers.quarters(portal.articles, today):
        table = csv_bytes(rows(portal, quarter, today, root))
        yield outputs.made(addresses.of_ledger_file(quarter.name), table)
