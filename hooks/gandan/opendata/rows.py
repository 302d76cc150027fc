"""Portal and day -> rows: what each record says, and what the portal knows of it.

A field without a value is left out. The text of an item is not in the row: it stands at `url`.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from gandan import addresses, markup, states
from gandan.model import Item, Record
from gandan.opendata import waiting
from gandan.opendata.giving import HIDDEN, Giving, Line, Row
from gandan.relate.portal import Article, Document
from gandan.states import Standing

EMPTY: tuple[object, ...] = (None, [], {})


def of_items(model: type[Item]) -> Callable[[Giving], Iterator[Line]]:
    """The rows of one kind of items, newest first."""
    return lambda giving: (_line(one, giving) for one in giving.portal.of(model))


def told(rows: Callable[[Giving], Iterator[Row]]) -> Callable[[Giving], Iterator[Line]]:
    """Rows of which there are few: each is known by all that it says."""
    return lambda giving: (Line(repr(row), partial(dict, row)) for row in rows(giving))


def directives(giving: Giving) -> Iterator[Row]:
    """Every document of the register, newest first; its relations as seen from both ends."""
    for identity, one in giving.portal.documents.items():
        state = _state(states.of_directive(one.directive, giving.today, one.superseded))
        row = {"url": giving.url(one.address), "state": state, **said(one.directive)}
        _locate(row.get("files", []), addresses.REGISTER, giving)
        yield _whole({"id": identity, **row, "relations": _relations(one)})


def events(giving: Giving) -> Iterator[Row]:
    """Every event, by its first day."""
    for one in giving.portal.appointments:
        state = _state(states.of_appointment(one.event, one.occurrences, giving.today))
        yield _whole({"url": giving.url(one.address), "state": state, **said(one.event)})


def issuers(giving: Giving) -> Iterator[Row]:
    return (said(one) for one in giving.portal.issuers.values())


def plan(giving: Giving) -> Iterator[Row]:
    return (said(one) for one in giving.portal.plan)


def topics(giving: Giving) -> Iterator[Row]:
    for one in giving.portal.topics:
        yield {"url": giving.url(addresses.of_topic(one.slug)), **said(one)}


def groups(giving: Giving) -> Iterator[Row]:
    for one in giving.portal.groups:
        yield {"url": giving.url(addresses.of_group(one.slug)), **said(one)}


def said(record: Record) -> Row:
    """What a record says, days as ISO 8601, without what it does not say."""
    return _whole(record.model_dump(mode="json", by_alias=True, exclude={*HIDDEN}))


def _line(article: Article[Item], giving: Giving) -> Line:
    """A row follows from the file of the item, its state, the documents that the register has, and the day
    where something waits for one."""
    standing = states.of_item(article.item, giving.portal.rulebook, giving.today)
    cites = [one for one in article.cites if one in giving.portal.documents]
    day = giving.today if type(article.item) in waiting.DAYS else None
    shown = _shown(article.item, giving)
    about = f"{article.digest.hex()} {article.address} {_state(standing)} {cites} {day} {shown}"
    return Line(about, partial(_item, article, giving, standing, cites))


def _item(article: Article[Item], giving: Giving, standing: Standing | None, cites: list[str]) -> Row:
    item = article.item
    told = waiting.without(said(item), item, standing, giving.today)
    row = {"url": giving.url(article.address), "state": _state(standing), **told}
    row["directives"] = cites
    if item.image:
        row["image_alt"] = markup.seen(item.image_alt or "")
        row["image"] = giving.url(addresses.of_picture(article.address, item.image))
    if item.audio:
        row["audio"] = giving.url(addresses.of_picture(article.address, item.audio))
    if "attachments" in row:
        files = zip(row["attachments"], _shown(item, giving), strict=True)
        row["attachments"] = [one for one, shown in files if shown]
    _locate(row.get("attachments", []), addresses.of_picture(article.address, ""), giving)
    return _whole(row)


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
    since, until = standing.since, standing.until
    return {
        "id": standing.state.id,
        "words": standing.state.words,
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
    }


def _whole(row: Row) -> Row:
    """The same without what is empty."""
    kept = {name: _inner(value) for name, value in row.items()}
    return {name: value for name, value in kept.items() if value not in EMPTY}


def _inner(value: Any) -> Any:
    if isinstance(value, dict):
        return _whole(value)
    return [_inner(one) for one in value] if isinstance(value, list) else value
