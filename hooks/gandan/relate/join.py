"""Checked records and a day -> the Portal, and every problem that only shows when records meet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from gandan import addresses, recurrence, sections
from gandan.check.entry import Checked, Entry
from gandan.citations.resolve import Register
from gandan.duties import clocks
from gandan.duties.rulebook import Rulebook
from gandan.model import Catalogue, Event, Item, Topic, Ward
from gandan.problems import Problem, in_order
from gandan.relate import (
    annexes,
    basis,
    citing,
    drafts,
    events,
    ledgers,
    links,
    moved,
    pictures,
    references,
    shelves,
    ties,
    timing,
)
from gandan.relate.documents import documents as register_of
from gandan.relate.portal import Appointment, Article, Document, Portal, Standing
from gandan.vietnamese import collate

Documents: TypeAlias = Mapping[str, Document]

RELATED = 3  # items named under an item
_DAY = attrgetter("record.date.order")


class Joined(NamedTuple):
    """The Portal (None when there is no ward to speak of) and all problems, sorted; what was read for it."""

    portal: Portal | None
    problems: tuple[Problem, ...]
    read: citing.Remembered = citing.UNREAD


def join(checked: Checked, today: date, remembered: citing.Remembered = citing.UNREAD) -> Joined:
    """Relate everything that passed; what did not pass is left out and told, nothing right is lost."""
    entries = [entry for entry in checked.items if not entry.record.draft]
    issuers = {entry.id: entry.record for entry in checked.issuers}
    register = Register({entry.id: entry.record for entry in checked.directives}, issuers)
    bonds, rulebook = ties.both_ends(checked.directives), Rulebook.of(checked)
    read = citing.all_of(checked, register, remembered)
    cited = read.cited
    places = {entry.raw.file: _address(entry) for entry in entries}
    problems = [
        *checked.problems,
        *references.problems(checked, today),
        *references.same_address([*entries, *checked.pages], [*places.values(), *_standing_at(checked)]),
        *ties.problems(checked.directives, bonds),
        *timing.problems(checked, bonds, today),
        *clocks.problems(checked, rulebook, today),
        *basis.problems(checked, bonds, rulebook, today),
        *_unresolved(cited.values(), checked),
    ]
    articles = tuple(_articles(entries, places, cited, checked))
    documents = register_of(checked, bonds, cited, articles, today)
    given = _Given(checked, register, rulebook, articles, shelves.by_year(articles), documents, today)
    portal = _portal(checked.ward.record, given) if checked.ward else None
    pages = _pages(given) | {f"/{one}" for one in ledgers.pages(articles, today)}
    problems += [one for room in (moved, links, events) for one in room.problems(checked, pages)]
    return Joined(portal, in_order(problems), read)


def _unresolved(cited: Iterable[citing.Cited], checked: Checked) -> Iterator[Problem]:
    # A register of which a record is broken cannot say what it lacks.
    broken = any(f"data/van-ban/{name}.yml" in checked.files for name in checked.broken)
    told = (problem for one in cited for problem in one.problems)
    return (problem for problem in told if problem.code == "V101" or not broken)


def _pages(given: "_Given") -> set[str]:
    checked = given.checked
    pages = {article.address for article in given.articles} | addresses.HEADS | given.years.keys()
    pages |= {document.address for document in given.documents.values()}
    pages |= {*_standing_at(checked)}
    pages |= {addresses.of_topic(entry.id) for entry in checked.topics}
    pages |= {addresses.of_group(entry.id) for entry in checked.groups}
    pages |= {_event(entry) for entry in checked.events}
    pages |= {address for file in _broken(checked) if (address := sections.address(file))}
    return {f"/{page}" for page in pages}


def _standing_at(checked: Checked) -> list[str]:
    return [addresses.of_page(entry.id) for entry in checked.pages]


def _broken(checked: Checked) -> Iterator[str]:
    # What is broken today is a page again once it is mended: nobody is told that it is missing.
    found = ((file, sections.FILE.match(file)) for file in checked.files if checked.broken)
    return (file for file, one in found if one and one[3] in checked.broken)


def _articles(
    entries: Sequence[Entry[Item]],
    places: Mapping[str, str],
    cited: Mapping[str, citing.Cited],
    checked: Checked,
) -> Iterator[Article[Item]]:
    shown = {entry.raw.file: pictures.of(entry) for entry in checked.telling}
    # Newest first; they come by the names of their files, which tells for those of one day.
    for _, record, raw, _, _ in sorted(reversed(entries), key=_DAY, reverse=True):
        file = raw.file
        found = cited.get(file, citing.NOTHING)
        yield Article(places[file], record, found.ids, raw, found.named, shown.get(file, ()))


def _address(entry: Entry[Item]) -> str:
    return addresses.of_item(entry.raw.file, entry.id)


def _event(entry: Entry[Event]) -> str:
    return addresses.of_event(entry.raw.file.rpartition("/")[2].removesuffix(".yml"), entry.id)


def _appointments(checked: Checked) -> tuple[Appointment, ...]:
    made = (
        Appointment(_event(entry), entry.raw.file, entry.record, recurrence.occurrences(entry.record))
        for entry in checked.events
    )
    return tuple(sorted(made, key=lambda one: (one.event.starts.order, one.address)))


def _alphabetic(topics: Iterable[Entry[Topic]]) -> tuple[Topic, ...]:
    return tuple(sorted((one.record for one in topics), key=lambda topic: collate(topic.name)))


def _standing(checked: Checked) -> Iterator[Standing]:
    for entry in checked.pages:
        address, shown = addresses.of_page(entry.id), pictures.of(entry)
        yield Standing(address, entry.raw.file, entry.record, entry.raw.body, shown)


class _Given(NamedTuple):
    """What a Portal is made of."""

    checked: Checked
    register: Register
    rulebook: Rulebook
    articles: tuple[Article[Item], ...]
    years: Mapping[str, tuple[Article[Item], ...]]
    documents: Documents
    today: date


def _portal(ward: Ward, given: _Given) -> Portal:
    checked, articles = given.checked, given.articles
    told = [one for one in articles if one.item.topics or one.item.groups]
    by_topic = shelves.shelve(told, lambda one: one.item.topics)
    pages = {page.address: page for page in _standing(checked)}
    return Portal(
        ward=ward, topics=_alphabetic(checked.topics),
        groups=tuple(one.record for one in checked.groups),
        issuers={entry.id: entry.record for entry in checked.issuers}, articles=articles,
        by_kind=shelves.by_kind(articles),
        by_year=given.years,
        by_topic=by_topic,
        by_group=shelves.shelve(told, lambda one: one.item.groups),
        related=shelves.related(told, by_topic, RELATED),
        appointments=_appointments(checked),
        rulebook=given.rulebook,
        plan=tuple(entry.record for entry in checked.plan), pages=pages,
        catalogue=checked.catalogue.record if checked.catalogue else Catalogue(),
        documents=given.documents,
        old_addresses=annexes.old_addresses(checked, given.today),
        abbreviations=tuple(entry.record for entry in checked.abbreviations),
        register=given.register,
        withheld=drafts.withheld(checked, given.today), sizes=checked.files,
        pictures=pictures.shown(checked, (*articles, *pages.values())),
    )  # fmt: skip
