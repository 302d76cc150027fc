"""The register: every document in one list, complete without script, with what a filter may ask."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from gandan import dates
from gandan.dates import Stamp
from gandan.model import Page
from gandan.relate.portal import Document, Portal
from gandan.vietnamese import collate
from gandan.views.parts import Line, Link, line

Answers: TypeAlias = dict[str, list[str]]  # the facet's letter -> its words for one document


class Facet(NamedTuple):
    """One question of the filter: its name and its choices with counts (`url` holds the value)."""

    key: str
    name: str
    choices: tuple[Link, ...]


class Entry(NamedTuple):
    """A line of the register with the values it answers to, one of each question or more."""

    line: Line
    values: str


class RegisterView(NamedTuple):
    """What the template `records/register.html` prints."""

    title: str
    description: str | None
    crumbs: tuple[Link, ...]
    entries: tuple[Entry, ...]
    facets: tuple[Facet, ...]
    today: Stamp


def of(page: Page, portal: Portal, today: date) -> RegisterView:
    """The register on `today`, newest document first."""
    lines = [(document, line(document, portal, today)) for document in portal.documents.values()]
    topics = {topic.slug: topic.name for topic in portal.topics}
    answers = [_answers(document, one, topics) for document, one in lines]
    orders = {key: _order((given[key] for given in answers), newest=key == "n") for key in FACETS}
    entries = tuple(
        Entry(one, " ".join(_values(given, orders))) for (_, one), given in zip(lines, answers, strict=True)
    )
    facets = tuple(Facet(key, name, _choices(key, orders[key], answers)) for key, name in FACETS.items())
    return RegisterView(page.title, page.description, (), entries, facets, dates.short(today))


# One letter a question, for every line of the register bears its answers.
FACETS = {
    "h": "Hiệu lực",
    "l": "Loại văn bản",
    "c": "Cơ quan ban hành",
    "n": "Năm ban hành",
    "t": "Chủ đề",
}


def _answers(document: Document, one: Line, topics: dict[str, str]) -> Answers:
    issued = document.directive.issued
    return {
        "h": [one.badge.words],
        "l": [document.directive.type],
        "c": [one.issuer],
        "n": [str(issued.year) if issued else "Chưa rõ"],
        "t": [topics[name] for name in document.directive.topics if name in topics],
    }


def _order(given: Iterable[list[str]], newest: bool) -> list[str]:
    words = {word for each in given for word in each}
    if newest:
        return sorted(words, key=lambda word: (word.isdigit(), word), reverse=True)
    return sorted(words, key=collate)


def _values(given: Answers, orders: Mapping[str, list[str]]) -> Iterable[str]:
    return (f"{key}{orders[key].index(word)}" for key, words in given.items() for word in words)


def _choices(key: str, order: list[str], answers: list[Answers]) -> tuple[Link, ...]:
    counts = Counter(word for given in answers for word in given[key])
    return tuple(Link(f"{key}{place}", word, counts[word]) for place, word in enumerate(order))
