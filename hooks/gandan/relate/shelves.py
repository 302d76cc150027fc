"""Articles on their shelves: by year, topic, group; a shelf's pages; what stands near an item."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from gandan.model import Item
from gandan.relate.portal import Article

PAGE = 12  # items of a full page


class Slice(NamedTuple):
    """One page of a list: `number` counts from the oldest, the head of the list is the last."""

    number: int
    total: int
    articles: tuple[Article[Item], ...]


def shelve(
    articles: Iterable[Article[Item]], names: Callable[[Article[Item]], Iterable[str]]
) -> dict[str, tuple[Article[Item], ...]]:
    """Name -> its articles, newest first as they came."""
    shelves: dict[str, list[Article[Item]]] = defaultdict(list)
    for article in articles:
        for name in names(article):
            shelves[name].append(article)
    return {name: tuple(shelf) for name, shelf in shelves.items()}


def by_year(articles: Iterable[Article[Item]]) -> dict[str, tuple[Article[Item], ...]]:
    """Address of the year, `tin-tuc/2026/` -> its articles, newest first as they came."""
    years: dict[str, list[Article[Item]]] = defaultdict(list)
    for article in articles:
        years[article.address[: article.address.rindex("/", 0, -1) + 1]].append(article)
    return {year: tuple(shelf) for year, shelf in years.items()}


def by_kind(articles: Iterable[Article[Item]]) -> dict[type[Item], tuple[Article[Item], ...]]:
    """Model -> its articles, newest first as they came."""
    kinds: dict[type[Item], list[Article[Item]]] = defaultdict(list)
    for article in articles:
        kinds[type(article.item)].append(article)
    return {model: tuple(kind) for model, kind in kinds.items()}


def pages(articles: Sequence[Article[Item]]) -> tuple[Slice, ...]:
    """The pages of a list, newest first.

    Older pages are cut from the oldest end, so that a full page never changes when news comes; the head
    holds between one and two pages, so that it is never nearly empty.
    """
    older = max(0, len(articles) // PAGE - 1)
    head = len(articles) - older * PAGE
    slices = [Slice(older + 1, older + 1, tuple(articles[:head]))]
    for place in range(older):
        start = head + place * PAGE
        slices.append(Slice(older - place, older + 1, tuple(articles[start : start + PAGE])))
    return tuple(slices)


def related(
    articles: Sequence[Article[Item]], by_topic: Mapping[str, tuple[Article[Item], ...]], count: int
) -> dict[str, tuple[Article[Item], ...]]:
    """Address -> the `count` items of its first topics that are nearest before it, else after it.

    Items before come first, so that a new item changes the pages of few old ones. Near an item without topics
    stands none.
    """
    places = {
        topic: {article.address: place for place, article in enumerate(shelf)}
        for topic, shelf in by_topic.items()
    }
    near: dict[str, tuple[Article[Item], ...]] = {}
    for article in articles:
        if not article.item.topics:
            continue
        found: dict[str, Article[Item]] = {}
        for topic in article.item.topics:
            shelf, place = by_topic[topic], places[topic][article.address]
            after = shelf[max(0, place - count) : place]
            for one in (*shelf[place + 1 : place + 1 + count], *reversed(after)):
                found.setdefault(one.address, one)
        near[article.address] = tuple(found.values())[:count]
    return near
