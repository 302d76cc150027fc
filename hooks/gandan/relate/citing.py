"""Who cites whom: the citations of every text, resolved once, and what could not be resolved."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from gandan.check.entry import Checked, Entry
from gandan.citations.aliases import Aliases
from gandan.citations.find import Citation
from gandan.citations.link import found
from gandan.citations.named import word
from gandan.citations.resolve import Reason, Register, Resolution
from gandan.model import Directive, Item
from gandan.problems import Place, Problem


class Mention(NamedTuple):
    """A citation as it was read, its words as they were written, and their place in the file; whether they
    stand in the body."""

    citation: Citation
    written: str
    place: Place
    body: bool = True


Known: TypeAlias = Mapping[str, tuple[Mention, ...]]  # by file, of texts that were read before


class Remembered(NamedTuple):
    """What was read in each file, and the aliases that were looked for."""

    aliases: str
    mentions: Known


NOTHING = Remembered("", MappingProxyType({}))


class Cited(NamedTuple):
    """The ids that one text names, in order of first mention, and the problems of the rest.

    `mentions` are what was read, before any was resolved: they depend on the text and the aliases alone.
    """

    ids: tuple[str, ...]
    problems: tuple[Problem, ...]
    mentions: tuple[Mention, ...]
    named: str  # a word for each mention (`citations/named.py`): all that they do to a page


def all_of(checked: Checked, register: Register, before: Remembered) -> dict[str, Cited]:
    """By file, for every item and directive; a text that was read before with these aliases is not read."""
    known = before.mentions if before.aliases == register.aliases.key else {}
    cited = {one.raw.file: by_item(one, register, known) for one in checked.items}
    return cited | {one.raw.file: by_directive(one, register, known) for one in checked.directives}


def by_item(entry: Entry[Item], register: Register, known: Known) -> Cited:
    """Of an item: those its staff listed, then those of its summary and its body."""
    return _cited(entry.record.directives, _mentions(entry, register.aliases, known), register)


def by_directive(entry: Entry[Directive], register: Register, known: Known) -> Cited:
    """Of a directive: those that its summary names."""
    return _cited((), _mentions(entry, register.aliases, known), register)


def _mentions(entry: Entry[Item] | Entry[Directive], aliases: Aliases, known: Known) -> tuple[Mention, ...]:
    before = known.get(entry.raw.file)
    return before if before is not None else tuple(_read(entry, aliases))


def _read(entry: Entry[Item] | Entry[Directive], aliases: Aliases) -> Iterator[Mention]:
    record, raw = entry.record, entry.raw
    field = "summary" if isinstance(record, Directive) else "description"
    if text := getattr(record, field):
        for one in found(text, aliases):
            yield Mention(one, text[one.start : one.end], entry.at(field), False)
    if not isinstance(record, Directive):
        for one in found(raw.body, aliases):
            yield Mention(one, raw.body[one.start : one.end], raw.in_body(one.start))


def _cited(listed: tuple[str, ...], mentions: tuple[Mention, ...], register: Register) -> Cited:
    if not mentions:  # as in most news
        return Cited(tuple(dict.fromkeys(listed)), (), (), "")
    meant = [(one, register.resolve(one.citation)) for one in mentions]
    ids = dict.fromkeys([*listed, *[to.directive for _, to in meant if to.directive]])
    problems = [_told(one.written, to, one.place) for one, to in meant if to.reason]
    named = " ".join([word(one.citation, to.directive, one.body) for one, to in meant])
    return Cited(tuple(ids), tuple(problems), mentions, named)


def _told(written: str, resolution: Resolution, place: Place) -> Problem:
    assert resolution.reason
    code, why, hint = _REASONS[resolution.reason]
    which = f" ({', '.join(resolution.candidates)})" if resolution.candidates else ""
    return Problem(place, code, f"«{written}» {why}{which}; để nguyên là chữ.", hint)


_REASONS = {
    Reason.INCOMPLETE: (
        "V101",
        "chưa đủ để biết là văn bản nào",
        "Viết đủ số, ký hiệu và ngày ban hành, hoặc thêm vào «aliases» của văn bản.",
    ),
    Reason.UNKNOWN: ("V102", "chưa có trong sổ văn bản", "Thêm một tệp vào data/van-ban/."),
    Reason.AMBIGUOUS: ("V103", "khớp nhiều văn bản", "Viết thêm ngày ban hành."),
    Reason.CONTRADICTION: (
        "V104",
        "không khớp với sổ văn bản",
        "So lại loại, ngày và cơ quan ban hành với sổ.",
    ),
}
