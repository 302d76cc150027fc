"""What is given away as open data: one table, one line a kind.

Lines for each kind of item come from `sections`; a kind of record that stands in `data/` has its own.
"""

from collections.abc import Callable, Collection, Iterator
from operator import attrgetter, methodcaller
from typing import NamedTuple

from gandan import addresses, sections
from gandan.model import Directive, Event, Group, Issuer, PlannedDisclosure, Record, Topic
from gandan.opendata import rows
from gandan.opendata.giving import Giving, Run
from gandan.relate.portal import Portal


class Dataset(NamedTuple):
    """A kind: its name in addresses, its model, its words, and the page of the site that it belongs to.

    `added` are the fields that the portal knows beside those of the model (names of `schema.ADDED`);
    `records` gives what there is a row of, `runs` the rows.
    """

    kind: str
    model: type[Record]
    name: str
    head: str
    added: tuple[str, ...]
    records: Callable[[Portal], Collection[object]]
    runs: Callable[[Giving], Iterator[Run]]


PLACED = ("url", "state")  # it has a page, and may have a state
REGISTERED = ("id", *PLACED)

# Kinds of records that stand in `data/`.
FACTS = (
    ("event", Event, "Lịch hoạt động", addresses.CALENDAR, PLACED, attrgetter("appointments"), rows.event),
    ("directive", Directive, "Văn bản", addresses.REGISTER, REGISTERED, rows.documents, rows.directive),
    ("issuer", Issuer, "Cơ quan ban hành", addresses.REGISTER, (), rows.issuers, rows.plain),
    ("plan", PlannedDisclosure, "Kế hoạch công khai", addresses.PLAN, (), attrgetter("plan"), rows.plain),
    ("topic", Topic, "Chủ đề", addresses.TOPICS, ("url",), attrgetter("topics"), rows.topic),
    ("group", Group, "Tổ dân phố", addresses.GROUPS, ("url",), attrgetter("groups"), rows.group),
)
DATASETS = (
    *(
        Dataset(
            *(one.kind, one.model, one.name, one.folder, PLACED),
            methodcaller("of", one.model),
            rows.of_items(one.model),
        )
        for one in sections.SECTIONS
    ),
    *(
        Dataset(kind, model, name, head, added, records, rows.told(records, row))
        for kind, model, name, head, added, records, row in FACTS
    ),
)
