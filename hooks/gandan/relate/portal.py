"""The Portal: everything a ward publishes, each thing knowing what it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, NamedTuple, TypeVar, cast

from gandan.citations.resolve import Register
from gandan.duties.rulebook import Rulebook
from gandan.model import (
    Abbreviation,
    Catalogue,
    Directive,
    Event,
    Group,
    Issuer,
    Item,
    OldAddress,
    Page,
    PlannedDisclosure,
    Topic,
    Ward,
)
from gandan.read.raw import Raw
from gandan.recurrence import Occurrence
from gandan.renditions import Size

I = TypeVar("I", bound=Item, covariant=True)  # noqa: E741 - an item


@dataclass(slots=True, unsafe_hash=True)  # not frozen, for that takes four times as long: one is made of each
class Article(Generic[I]):
    """An item of any kind at its address; `cites` are the ids of the documents it names, in order.

    `named` tells where in its words, and which (`citations/named.py`): all that they do to its page.
    `pictures` are the files that its page shows, the one that opens it first.
    """

    address: str
    item: I
    cites: tuple[str, ...]
    raw: Raw = field(compare=False)
    named: str = ""
    pictures: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """Its path below the ward's root."""
        return self.raw.file

    @property
    def body(self) -> str:
        """Its Markdown, read when it is asked for."""
        return self.raw.body

    @property
    def digest(self) -> bytes:
        """The name of its file's bytes: what is made of the item alone can be kept under it."""
        return self.raw.digest


class Tie(NamedTuple):
    """One relation as seen from one end; `target` is an id, `number` a document the register lacks."""

    kind: str
    target: str | None
    number: str | None = None
    articles: tuple[str, ...] = ()


class Document(NamedTuple):
    """A directive at its address, with its relations from both ends and whoever cites it.

    `superseded` is the day from which another in force puts it out of force, as seen on the Portal's day.
    `collides` tells that another record has the same number, so that the number alone names neither.
    """

    id: str
    address: str
    directive: Directive
    ties: tuple[Tie, ...]
    superseded: date | None
    articles: tuple[Article[Item], ...]
    cited_by: tuple[str, ...]
    collides: bool


class Appointment(NamedTuple):
    """An event at its address; `occurrences` are the days and times at which it takes place, in order."""

    address: str
    file: str
    event: Event
    occurrences: tuple[Occurrence, ...]


class Standing(NamedTuple):
    """A standing page: the words of a Markdown file that belongs to no list."""

    address: str
    file: str
    page: Page
    body: str = ""
    pictures: tuple[str, ...] = ()


class Portal(NamedTuple):
    """All records, related. Lists are in the order in which pages show them."""

    ward: Ward
    topics: tuple[Topic, ...]  # by the Vietnamese alphabet
    groups: tuple[Group, ...]  # as the ward lists them
    issuers: Mapping[str, Issuer]
    articles: tuple[Article[Item], ...]  # of all kinds, newest first
    by_kind: Mapping[type[Item], tuple[Article[Item], ...]]
    by_year: Mapping[str, tuple[Article[Item], ...]]  # by address of the year
    by_topic: Mapping[str, tuple[Article[Item], ...]]
    by_group: Mapping[str, tuple[Article[Item], ...]]
    related: Mapping[str, tuple[Article[Item], ...]]  # by address, of those that have topics
    appointments: tuple[Appointment, ...]  # by the first day
    rulebook: Rulebook
    plan: tuple[PlannedDisclosure, ...]
    catalogue: Catalogue
    documents: Mapping[str, Document]  # newest first
    pages: Mapping[str, Standing]  # by address
    old_addresses: tuple[OldAddress, ...]
    abbreviations: tuple[Abbreviation, ...]
    register: Register
    withheld: frozenset[str]  # files beside items that only drafts name
    sizes: Mapping[str, int]  # bytes of every file, by path below the ward's root
    pictures: Mapping[str, Size]  # width and height of every picture that a page shows, by the same

    def of(self, model: type[I]) -> tuple[Article[I], ...]:
        """The items of one kind, newest first."""
        return cast(tuple[Article[I], ...], self.by_kind.get(model, ()))
