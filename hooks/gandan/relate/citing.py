"""Who cites whom: the citations of every text, resolved once, and what could not be resolved."""

from collections.abc import Callable, Iterator, Mapping, Set
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from gandan.cache import digest
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


def _unknown(_: str) -> None:
    return None


class Cited(NamedTuple):
    """The ids that one text names, in order of first mention, and the problems of the rest.

    `mentions` are what was read, before any was resolved: they depend on the text and the aliases alone.
    None where they are those of an earlier build, which nobody needed.
    """

    ids: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    mentions: tuple[Mention, ...] | None = ()
    named: str = ""  # a word for each mention (`citations/named.py`): all that they do to a page


NOTHING = Cited()
Known: TypeAlias = Callable[[str], tuple[Mention, ...] | None]  # by file, of texts that were read before


class Remembered(NamedTuple):
    """What each file cites that cites anything, the register that was asked, and the aliases that were looked
    for: with these the `mentions` of a file are still known when the register changes. `files` were read."""

    register: bytes = b""
    aliases: str = ""
    cited: Mapping[str, Cited] = MappingProxyType({})
    files: Set[str] = frozenset()
    mentions: Known = _unknown


UNREAD = Remembered()


def _named(checked: Checked) -> bytes:
    """A name of all that the register holds."""
    raws = {one.raw.file: one.raw.digest for one in (*checked.directives, *checked.issuers)}
    return digest(repr(sorted(raws.items())).encode())


def all_of(checked: Checked, register: Register, before: Remembered) -> Remembered:
    """Every item and directive; a text that was read before with these aliases is not read, and nothing is
    asked of a register that is the same."""
    key = _named(checked)
    same = before
    if before.aliases != register.aliases.key:
        same = UNREAD
    elif before.register != key:  # what was read holds; what it means is asked again
        same = before._replace(cited={}, files=before.files - before.cited.keys())
    entries: tuple[Entry[Item] | Entry[Directive], ...] = (*checked.items, *checked.directives)
    new = (one for one in entries if one.raw.file not in same.files)
    found = ((one.raw.file, _of(one, register, same.mentions)) for one in new)
    cited = {**same.cited, **{file: one for file, one in found if one != NOTHING}}
    return Remembered(key, register.aliases.key, cited)


def _of(entry: Entry[Item] | Entry[Directive], register: Register, known: Known) -> Cited:
    """Of an item: those its staff listed, then those of its summary and its body; of a directive: those that
    its summary names."""
    mentions = known(entry.raw.file)
    if mentions is None:
        mentions = tuple(_read(entry, register.aliases))
    listed = entry.record.directives if isinstance(entry.record, Item) else ()
    return _cited(listed, mentions, register)


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
        return Cited(tuple(dict.fromkeys(listed))) if listed else NOTHING
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
