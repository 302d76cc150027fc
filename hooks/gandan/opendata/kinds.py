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

_APPOINTMENTS, _PLAN, _TOPICS, _GROUPS = map(attrgetter, ("appointments", "plan", "topics", "groups"))
_DOCUMENTS, _ISSUERS = rows.registered, rows.authorities

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
        Dataset(kind, model, name, head, added, records, rows.told(told, records))
        for kind, model, name, head, added, records, told in (
            ("event", Event, "Lịch hoạt động", addresses.CALENDAR, PLACED, _APPOINTMENTS, rows.events),
            ("directive", Directive, "Văn bản", addresses.REGISTER, REGISTERED, _DOCUMENTS, rows.directives),
            ("issuer", Issuer, "Cơ quan ban hành", addresses.REGISTER, (), _ISSUERS, rows.issuers),
            ("plan", PlannedDisclosure, "Kế hoạch công khai", addresses.PLAN, (), _PLAN, rows.plan),
            ("topic", Topic, "Chủ đề", addresses.TOPICS, ("url",), _TOPICS, rows.topics),
            ("group", Group, "Tổ dân phố", addresses.GROUPS, ("url",), _GROUPS, rows.groups),
        )
    ),
)
