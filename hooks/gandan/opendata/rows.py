"""Portal and day -> rows: what each record says, and what the portal knows of it.

A field without a value is left out. The text of an item is not in the row: it stands at `url`.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from gandan import addresses, markup, states
from gandan.model import Group, Issuer, Item, Record, Topic
from gandan.opendata import waiting
from gandan.opendata.giving import HIDDEN, Giving, Row, Run
from gandan.relate.portal import Appointment, Article, Document, Portal
from gandan.states import Standing

EMPTY: tuple[object, ...] = (None, [], {})


def of_items(model: type[Item]) -> Callable[[Giving], Iterator[Run]]:
    """The rows of one kind of items, newest first, a month a run."""

    def runs(giving: Giving) -> Iterator[Run]:
        for _, month in groupby(giving.portal.of(model), _month):
            yield _run(tuple(month), giving)

    return runs


def told(
    records: Callable[[Portal], Collection[object]], row: Callable[[Giving, Any], Row]
) -> Callable[[Giving], Iterator[Run]]:
    """Rows of which there are few: each follows from its record, and from the day where that has a state."""

    def runs(giving: Giving) -> Iterator[Run]:
        if found := records(giving.portal):
            yield Run(repr((giving.today, found)).encode(), partial(map, partial(row, giving), found))

    return runs


def documents(portal: Portal) -> list[Document]:
    """Every document of the register, newest first, without the items that name it: no row tells of these."""
    return [one._replace(articles=()) for one in portal.documents.values()]


def issuers(portal: Portal) -> list[Issuer]:
    """Every issuer of the register."""
    return [*portal.issuers.values()]


def directive(giving: Giving, one: Document) -> Row:
    """A document; its relations as seen from both ends."""
    state = _state(states.of_directive(one.directive, giving.today, one.superseded))
    row = {"url": giving.url(one.address), "state": state, **said(one.directive)}
    _locate(row.get("files", []), addresses.REGISTER, giving)
    return _whole({"id": one.id, **row, "relations": _relations(one)})


def event(giving: Giving, one: Appointment) -> Row:
    state = _state(states.of_appointment(one.event, one.occurrences, giving.today))
    return _whole({"url": giving.url(one.address), "state": state, **said(one.event)})


def plain(_: Giving, one: Record) -> Row:
    """A record that has no page of its own."""
    return said(one)


def topic(giving: Giving, one: Topic) -> Row:
    return {"url": giving.url(addresses.of_topic(one.slug)), **said(one)}


def group(giving: Giving, one: Group) -> Row:
    return {"url": giving.url(addresses.of_group(one.slug)), **said(one)}


def said(record: Record) -> Row:
    """What a record says, days as ISO 8601, without what it does not say."""
    return _whole(record.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=set(HIDDEN)))


def _month(article: Article[Item]) -> tuple[int, int]:
    day = article.item.date.day
    return day.year, day.month


def _run(articles: Sequence[Article[Item]], giving: Giving) -> Run:
    """Rows of one kind follow from the files of their items, the states of these, the documents that the
    register has, and the day where something waits for one."""
    rules, documents, today = giving.portal.rulebook, giving.portal.documents, giving.today
    standings = ((one.address, states.of_item(one.item, rules, today)) for one in articles)
    stands = [(address, _state(found)) for address, found in standings if found]
    cites = [(one.address, id_) for one in articles for id_ in one.cites if id_ in documents]
    shown = [_shown(one.item, giving) for one in articles if one.item.attachments]
    day = today if type(articles[0].item) in waiting.DAYS else None
    about = *(one.address for one in articles), repr((stands, cites, day, shown))
    files = b"".join([one.raw.digest for one in articles])
    return Run(files + "\n".join(about).encode(), partial(map, partial(_item, giving), articles))


def _item(giving: Giving, article: Article[Item]) -> Row:
    item = article.item
    standing = states.of_item(item, giving.portal.rulebook, giving.today)
    told = waiting.without(said(item), item, standing, giving.today)
    row = {"url": giving.url(article.address), "state": _state(standing), **told}
    row["directives"] = [id_ for id_ in article.cites if id_ in giving.portal.documents]
    if item.image:
        row["image_alt"] = markup.seen(item.image_alt or "")
        row["image"] = giving.url(addresses.of_picture(article.address, item.image))
    if item.audio:
        row["audio"] = giving.url(addresses.of_picture(article.address, item.audio))
    if "attachments" in row:
        files = zip(row["attachments"], _shown(item, giving), strict=True)
        row["attachments"] = [one for one, shown in files if shown]
    _locate(row.get("attachments", []), addresses.of_picture(article.address, ""), giving)
    return _filled(row)


def _shown(item: Item, giving: Giving) -> list[bool]:
    """Of each attachment, whether it is there on the day: a list of people leaves after its last one."""
    return [states.is_shown(file, giving.today) for file in item.attachments]


def _locate(files: list[Row], folder: str, giving: Giving) -> None:
    """Names of files become addresses that can be asked for."""
    for one in files:
        one["file"] = giving.url(f"{folder}{one['file']}")


def _relations(document: Document) -> list[Row]:
    return [
        _whole({"kind": tie.kind, "target": tie.target or tie.number, "articles": list(tie.articles)})
        for tie in document.ties
    ]


def _state(standing: Standing | None) -> Row | None:
    if standing is None:
        return None
    days = {"since": standing.since, "until": standing.until}
    state = {"id": standing.state.id, "words": standing.state.words}
    return state | {name: day.isoformat() for name, day in days.items() if day}


def _whole(row: Row) -> Row:
    """The same without what is empty, here and within."""
    return _filled({name: value if isinstance(value, str) else _inner(value) for name, value in row.items()})


def _filled(row: Row) -> Row:
    """The same without what is empty here."""
    return {name: value for name, value in row.items() if value not in EMPTY}


def _inner(value: Any) -> Any:
    if isinstance(value, dict):
        return _whole(value)
    return [_inner(one) for one in value] if isinstance(value, list) else value
