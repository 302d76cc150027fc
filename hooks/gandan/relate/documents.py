"""Directives with everything that is known of them: ties, who cites them, whether they still hold."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from gandan import addresses
from gandan.check.entry import Checked, Entry
from gandan.model import Directive, Item
from gandan.relate import citing, shelves, timing
from gandan.relate.portal import Article, Document, Tie


def documents(
    checked: Checked,
    bonds: Mapping[str, tuple[Tie, ...]],
    cited: Mapping[str, citing.Cited],
    articles: tuple[Article[Item], ...],
    today: date,
) -> dict[str, Document]:
    """Id -> document, newest first; `bonds` and `cited` are what was found of ties and citations."""
    by_news = shelves.shelve((one for one in articles if one.cites), lambda one: one.cites)
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
        for identity in cited.get(entry.raw.file, citing.NOTHING).ids:
            if identity != entry.id:
                named[identity].append(entry.id)
    return {identity: tuple(others) for identity, others in named.items()}


def _latest(entry: Entry[Directive]) -> tuple[int, str]:
    one = entry.record
    day = one.issued.first if one.issued else one.effective or date.min
    return -day.toordinal(), entry.id
