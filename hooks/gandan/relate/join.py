"""Checked records and a day -> the Portal, and every problem that only shows when records meet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from gandan import addresses
from gandan.check.entry import Checked, Entry
from gandan.check.kinds import NEWS
from gandan.citations.resolve import Register
from gandan.model import Directive, News, Record, Topic, Ward
from gandan.problems import Problem
from gandan.relate import citing, drafts, links, moved, references, shelves, ties, timing
from gandan.relate.portal import Article, Document, Portal, Standing, Tie
from gandan.vietnamese import collate

Documents: TypeAlias = Mapping[str, Document]

RELATED = 3  # items named under an item


@dataclass(frozen=True, slots=True)
class Joined:
    """The Portal (None when there is no ward to speak of) and all problems, sorted."""

    portal: Portal | None
    problems: tuple[Problem, ...]


def join(checked: Checked, today: date) -> Joined:
    """Relate everything that passed; what did not pass is left out and told, nothing right is lost."""
    entries = [entry for entry in checked.news if not entry.record.draft]
    issuers = {entry.id: entry.record for entry in checked.issuers}
    register = Register({entry.id: entry.record for entry in checked.directives}, issuers)
    bonds = ties.both_ends(checked.directives)
    cited = {entry.raw.file: citing.by_news(entry, register) for entry in checked.news}
    cited |= {entry.raw.file: citing.by_directive(entry, register) for entry in checked.directives}
    problems = [
        *checked.problems,
        *references.problems(checked),
        *references.same_address(_addressed(entries, checked)),
        *ties.problems(checked.directives, bonds),
        *timing.problems(checked, bonds, today),
        *_unresolved(cited.values(), checked),
    ]
    articles = tuple(
        Article(_address(entry), entry.raw.file, entry.record, entry.raw.body, cited[entry.raw.file].ids)
        for entry in sorted(entries, key=_newest, reverse=True)
    )
    documents = _documents(checked, bonds, cited, articles, today)
    portal = _portal(checked.ward.record, checked, register, articles, documents) if checked.ward else None
    pages = _pages(checked, articles, documents)
    problems += [*moved.problems(checked, pages), *links.problems(checked, pages)]
    return Joined(portal, tuple(sorted(set(problems))))


def _unresolved(cited: Iterable[citing.Cited], checked: Checked) -> Iterator[Problem]:
    # A register of which a record is broken cannot say what it lacks.
    broken = any(f"data/van-ban/{name}.yml" in checked.files for name in checked.broken)
    told = (problem for one in cited for problem in one.problems)
    return (problem for problem in told if problem.code == "V101" or not broken)


def _pages(checked: Checked, articles: tuple[Article, ...], documents: Mapping[str, Document]) -> set[str]:
    pages = {article.address for article in articles} | addresses.HEADS
    pages |= {document.address for document in documents.values()}
    pages |= {addresses.of_page(entry.id) for entry in checked.pages}
    pages |= {addresses.of_topic(entry.id) for entry in checked.topics}
    pages |= {addresses.of_group(entry.id) for entry in checked.groups}
    pages |= {addresses.of_year(article.address.split("/")[1]) for article in articles}
    pages |= {addresses.of_news(year, slug) for year, slug in _broken(checked)}
    return {f"/{page}" for page in pages}


def _addressed(entries: Iterable[Entry[News]], checked: Checked) -> Iterator[tuple[str, Entry[Record]]]:
    yield from ((_address(entry), entry) for entry in entries)
    yield from ((addresses.of_page(entry.id), entry) for entry in checked.pages)


def _broken(checked: Checked) -> Iterator[tuple[str, str]]:
    # What is broken today is a page again once it is mended: nobody is told that it is missing.
    found = (NEWS.match(file) for file in checked.files)
    return ((one[1], one[2]) for one in found if one and one[2] in checked.broken)


def _newest(entry: Entry[News]) -> tuple[object, str]:
    return entry.record.date.order, entry.raw.file


def _address(entry: Entry[News]) -> str:
    found = NEWS.match(entry.raw.file)
    year = found[1] if found else str(entry.record.date.day.year)
    return addresses.of_news(year, entry.id)


def _documents(
    checked: Checked,
    bonds: Mapping[str, tuple[Tie, ...]],
    cited: Mapping[str, citing.Cited],
    articles: tuple[Article, ...],
    today: date,
) -> dict[str, Document]:
    by_news = shelves.shelve(articles, lambda one: one.cites)
    by_document = _citing(checked, cited)
    numbers = Counter(entry.record.number for entry in checked.directives)
    all_ = {entry.id: entry.record for entry in checked.directives}
    return {
        entry.id: Document(
            entry.id,
            addresses.of_directive(entry.id),
            entry.record,
            bonds[entry.id],
            timing.superseded(bonds[entry.id], all_, today),
            by_news.get(entry.id, ()),
            by_document[entry.id],
            bool(entry.record.number) and numbers[entry.record.number] > 1,
        )
        for entry in sorted(checked.directives, key=_latest)
    }


def _citing(checked: Checked, cited: Mapping[str, citing.Cited]) -> dict[str, tuple[str, ...]]:
    """For each directive the others whose summaries name it."""
    named: dict[str, list[str]] = {entry.id: [] for entry in checked.directives}
    for entry in checked.directives:
        for identity in cited[entry.raw.file].ids:
            if identity != entry.id:
                named[identity].append(entry.id)
    return {identity: tuple(others) for identity, others in named.items()}


def _latest(entry: Entry[Directive]) -> tuple[int, str]:
    one = entry.record
    day = one.issued.first if one.issued else one.effective or date.min
    return -day.toordinal(), entry.id


def _alphabetic(topics: Iterable[Entry[Topic]]) -> tuple[Topic, ...]:
    return tuple(sorted((one.record for one in topics), key=lambda topic: collate(topic.name)))


def _standing(checked: Checked) -> Iterator[Standing]:
    for entry in checked.pages:
        yield Standing(addresses.of_page(entry.id), entry.raw.file, entry.record, entry.raw.body)


def _portal(
    ward: Ward, checked: Checked, register: Register, articles: tuple[Article, ...], documents: Documents
) -> Portal:
    by_topic = shelves.shelve(articles, lambda one: one.news.topics)
    return Portal(
        ward,
        _alphabetic(checked.topics),
        tuple(one.record for one in checked.groups),
        {entry.id: entry.record for entry in checked.issuers},
        articles,
        shelves.shelve(articles, lambda one: [one.address.split("/")[1]]),
        by_topic,
        shelves.shelve(articles, lambda one: one.news.groups),
        shelves.related(articles, by_topic, RELATED),
        documents,
        {page.address: page for page in _standing(checked)},
        tuple(entry.record for entry in checked.old_addresses),
        tuple(entry.record for entry in checked.abbreviations),
        register,
        drafts.withheld(checked),
        checked.files,
    )
