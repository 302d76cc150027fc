"""A record together with where it was written, so that later rooms can point at the line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar, cast

from gandan.markup import Link
from gandan.model import (
    Abbreviation,
    Catalogue,
    Directive,
    Event,
    Group,
    Issuer,
    Item,
    News,
    OldAddress,
    Page,
    PlannedDisclosure,
    Record,
    Rule,
    Topic,
    Ward,
    Year,
)
from gandan.problems import Place, Problem
from gandan.read.raw import Path, Raw

R = TypeVar("R", bound=Record, covariant=True)
I = TypeVar("I", bound=Item)  # noqa: E741 - an item


class Entry(NamedTuple, Generic[R]):
    """One record that passed, its id (file stem, or slug in a list) and its place in `raw`; the links of
    its body."""

    id: str
    record: R
    raw: Raw
    path: Path = ()
    links: tuple[Link, ...] = ()

    def at(self, *path: str | int) -> Place:
        return self.raw.at(*self.path, *path)


def tells(entry: Entry[Item]) -> bool:
    """Whether an item says more than words and its day, as most news does not: it is of another kind, or a
    draft, names something or links to it, shows or brings a file."""
    one = entry.record
    return bool(type(one) is not News or entry.links or not _TELLING.isdisjoint(one.model_fields_set))


_TELLING = frozenset({"draft", "topics", "groups", "directives", "image", "audio", "attachments"})


class Listed(NamedTuple):
    """What one list of facts holds: the id, the record and the path of each entry that passed; the ids of
    those that did not."""

    rows: tuple[tuple[str, Record, Path], ...]
    broken: frozenset[str]


class Said(NamedTuple):
    """What files that passed said by themselves when they were read before, by path: it follows from their
    names and bytes alone. `problems` of those that have any."""

    files: Mapping[str, Entry[Record] | Listed] = MappingProxyType({})
    problems: Mapping[str, tuple[Problem, ...]] = MappingProxyType({})


@dataclass(slots=True)
class Checked:
    """Everything that passed the door, and what was wrong with the rest.

    `telling` are the items that say more than words (`tells`): rooms that ask for more look at no other.
    `listed` are the lists as they were read, `promised` is every address ever published, by line. `files` are
    all paths below the root with their bytes, `pictures` those of pictures with width and height in points.
    `broken` holds the ids of records, and the files of lists, that exist but did not pass, so that nobody is
    told that they are missing.
    """

    ward: Entry[Ward] | None = None
    topics: list[Entry[Topic]] = field(default_factory=list)
    groups: list[Entry[Group]] = field(default_factory=list)
    issuers: list[Entry[Issuer]] = field(default_factory=list)
    old_addresses: list[Entry[OldAddress]] = field(default_factory=list)
    abbreviations: list[Entry[Abbreviation]] = field(default_factory=list)
    directives: list[Entry[Directive]] = field(default_factory=list)
    items: list[Entry[Item]] = field(default_factory=list)
    telling: list[Entry[Item]] = field(default_factory=list)
    events: list[Entry[Event]] = field(default_factory=list)
    rules: list[Entry[Rule]] = field(default_factory=list)
    years: list[Entry[Year]] = field(default_factory=list)
    plan: list[Entry[PlannedDisclosure]] = field(default_factory=list)
    catalogue: Entry[Catalogue] | None = None
    pages: list[Entry[Page]] = field(default_factory=list)
    listed: list[tuple[Raw, Listed]] = field(default_factory=list)
    promised: Mapping[int, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    files: Mapping[str, int] = field(default_factory=dict)
    pictures: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    said: Said = field(default_factory=Said)

    def published(self, kind: type[I]) -> Iterator["Entry[I]"]:
        """The items of one kind, drafts left out."""
        for entry in self.items if kind is News else self.telling:
            if type(entry.record) is kind and not entry.record.draft:
                yield cast("Entry[I]", entry)
