"""What is given away as open data: one table, one line a kind.

Lines for each kind of item come from `sections`; a kind of record that stands in `data/` has its own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gandan import addresses, sections
from gandan.model import Directive, Event, Group, Issuer, PlannedDisclosure, Record, Topic
from gandan.opendata import rows
from gandan.opendata.giving import Giving, Line


@dataclass(frozen=True, slots=True)
class Dataset:
    """A kind: its name in addresses, its model, its words, and the page of the site that it belongs to.

    `added` are the fields that the portal knows beside those of the model (names of `schema.ADDED`).
    """

    kind: str
    model: type[Record]
    name: str
    head: str
    added: tuple[str, ...]
    lines: Callable[[Giving], Iterator[Line]]


PLACED = ("url", "state")  # it has a page, and may have a state
REGISTERED = ("id", *PLACED)

DATASETS = (
    *(
        Dataset(one.kind, one.model, one.name, one.folder, PLACED, rows.of_items(one.model))
        for one in sections.SECTIONS
    ),
    Dataset("event", Event, "Lịch hoạt động", addresses.CALENDAR, PLACED, rows.told(rows.events)),
    Dataset(
        "directive", Directive, "Văn bản", addresses.REGISTER, ("id", *PLACED), rows.told(rows.directives)
    ),
    Dataset("issuer", Issuer, "Cơ quan ban hành", addresses.REGISTER, (), rows.told(rows.issuers)),
    Dataset("plan", PlannedDisclosure, "Kế hoạch công khai", addresses.PLAN, (), rows.told(rows.plan)),
    Dataset("topic", Topic, "Chủ đề", addresses.TOPICS, ("url",), rows.told(rows.topics)),
    Dataset("group", Group, "Tổ dân phố", addresses.GROUPS, ("url",), rows.told(rows.groups)),
)
