"""What one record says of another: does the other exist, and is it the only one of its name?"""

import difflib
import posixpath
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from gandan import states
from gandan.addresses import FILES, published
from gandan.check.entry import Checked, Entry
from gandan.check.lists import GROUPS, ISSUERS, TOPICS
from gandan.citations import symbols
from gandan.model import Directive, Item, Record
from gandan.problems import Place, Problem
from gandan.read.raw import Path
from gandan.relate import recordings


def problems(checked: Checked, today: date) -> Iterator[Problem]:
    """Q101, Q102, Q104-Q106, T107 and T112 over all records."""
    directives = _ids(checked.directives)
    known = _Known(checked.broken)
    yield from _of_directives(checked, known, directives)
    yield from _of_items(checked, known, directives, today)
    for issuer in checked.issuers:
        yield from known.one("cơ quan", _ids(checked.issuers), issuer, "successor")
    for based in (*checked.rules, *filter(None, [checked.catalogue])):
        yield from known.one("văn bản", directives, based, "directive")
    for shelf in (checked.topics, checked.groups, checked.issuers, checked.abbreviations, checked.rules):
        yield from _twice(shelf)
    yield from _same_document(checked.directives)
    yield from _same_alias(checked.directives)
    yield from recordings.problems(checked)


def _of_directives(checked: Checked, known: "_Known", directives: set[str]) -> Iterator[Problem]:
    issuers, topics = _ids(checked.issuers), _ids(checked.topics)
    numbers = _numbers(checked.directives)
    for directive in checked.directives:
        yield from known.one("cơ quan", issuers, directive, "issuer")
        yield from known.many("chủ đề", topics, directive, "topics")
        yield from _targets(directive, known, directives, numbers)
        files = directive.record.files
        named = [(("files", n, "file"), one.file) for n, one in enumerate(files)]
        yield from _there(directive, "docs/van-ban", named, checked.files)


def _of_items(checked: Checked, known: "_Known", directives: set[str], today: date) -> Iterator[Problem]:
    topics, groups = _ids(checked.topics), _ids(checked.groups)
    for entry in (*checked.telling, *checked.events):
        yield from known.many("chủ đề", topics, entry, "topics")
        yield from known.many("tổ dân phố", groups, entry, "groups")
    for item in checked.telling:
        yield from known.many("văn bản", directives, item, "directives")
        named = _named(item.record, today)
        yield from _there(item, posixpath.dirname(item.raw.file), named, checked.files)


def _ids(entries: Iterable[Entry[Record]]) -> set[str]:
    return {entry.id for entry in entries}


class _Known:
    """Asks whether an id exists; an id whose own record, or whole list, is broken counts as known."""

    LISTS = MappingProxyType({"chủ đề": TOPICS, "tổ dân phố": GROUPS, "cơ quan": ISSUERS})

    def __init__(self, broken: set[str]) -> None:
        self.broken = broken

    def one(self, name: str, ids: set[str], entry: Entry[Record], field: str) -> Iterator[Problem]:
        if wanted := getattr(entry.record, field):
            yield from self.ask(name, ids, wanted, entry, field)

    def many(self, name: str, ids: set[str], entry: Entry[Record], field: str) -> Iterator[Problem]:
        listed = getattr(entry.record, field)
        for number, wanted in enumerate(listed):
            yield from self.ask(name, ids, wanted, entry, field, number)
            if wanted in listed[:number]:
                message = f"{name} «{wanted}» đã ghi ở trên."
                yield Problem(entry.at(field, number), "Q106", message, "Xoá dòng này.")

    def ask(
        self, name: str, ids: set[str], wanted: str, entry: Entry[Record], *path: str | int
    ) -> Iterator[Problem]:
        if wanted in ids or {wanted, self.LISTS.get(name, wanted)} & self.broken:
            return
        near = difflib.get_close_matches(wanted, sorted(ids), 1, 0.6)
        listed = ", ".join(sorted(ids)) if 0 < len(ids) <= 12 else ""
        hint = f"Có phải «{near[0]}»?" if near else f"Các mã đang có: {listed}." if listed else ""
        yield Problem(entry.at(*path), "Q101", f"không có {name} «{wanted}».", hint)


def _targets(
    entry: Entry[Directive], known: _Known, ids: set[str], numbers: Mapping[str, list[str]]
) -> Iterator[Problem]:
    for number, relation in enumerate(entry.record.relations):
        path = "relations", number, "target"
        if "/" not in relation.target:
            yield from known.ask("văn bản", ids, relation.target, entry, *path)
        elif same := numbers.get(_key(relation.target)):
            message = f"văn bản số {relation.target} đã có trong sổ."
            yield Problem(entry.at(*path), "Q105", message, f"Viết mã của nó: {' hoặc '.join(same)}.")


def _numbers(entries: Iterable[Entry[Directive]]) -> dict[str, list[str]]:
    """Number -> the ids that bear it."""
    numbers: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.record.number:
            numbers[_key(entry.record.number)].append(entry.id)
    return numbers


def _key(written: str) -> str:
    """Two spellings of one number count as one: 217/QĐ-TW is 217-QĐ/TW."""
    read = symbols.read(written)
    return str(read.key) if read else written


def _named(item: Item, today: date) -> Iterator[tuple[Path, str]]:
    if item.image:
        yield ("image",), item.image
    for number, attachment in enumerate(item.attachments):
        if states.is_shown(attachment, today):  # a list of people past its day may be gone
            yield ("attachments", number, "file"), attachment.file


def _there(
    entry: Entry[Record], folder: str, named: Iterable[tuple[Path, str]], files: Container[str]
) -> Iterator[Problem]:
    for path, written in named:
        wanted = posixpath.normpath(posixpath.join(folder, written))
        if wanted not in files or not wanted.startswith("docs/"):
            message = f"không có tệp «{written}» trong {folder}/."
            hint = "Chép tệp vào đó; tên không dấu, đúng chữ hoa chữ thường."
            yield Problem(entry.at(*path), "T107", message, hint)
        elif not published(wanted):
            message = f"tệp loại {posixpath.splitext(wanted)[1] or 'không có đuôi'} không được đăng."
            hint = f"Đổi sang một trong các loại: {', '.join(sorted(FILES))}."
            yield Problem(entry.at(*path), "T107", message, hint)


def _grouped(
    entries: Iterable[Entry[Directive]], keys: Callable[[Directive], Iterable[object]]
) -> Iterator[list[Entry[Directive]]]:
    shelves: dict[object, list[Entry[Directive]]] = defaultdict(list)
    for entry in entries:
        for key in keys(entry.record):
            shelves[key].append(entry)
    yield from (shelf for shelf in shelves.values() if len(shelf) > 1)


def _same_document(entries: list[Entry[Directive]]) -> Iterator[Problem]:
    """Identity is issuer + type + number + date; what lacks a number or a date claims no identity."""

    def identity(one: Directive) -> Iterable[object]:
        return [(one.issuer, one.type, one.number, one.issued)] if one.number and one.issued else []

    for first, *others in _grouped(entries, identity):
        for other in others:
            message = f"cùng số, loại, cơ quan và ngày với {first.raw.file}."
            yield Problem(other.at("number"), "Q102", message, "Giữ một tệp, xoá tệp kia.")


def _same_alias(entries: list[Entry[Directive]]) -> Iterator[Problem]:
    def aliases(one: Directive) -> Iterable[object]:
        return {alias.casefold() for alias in one.aliases}

    for first, *others in _grouped(entries, aliases):
        for other in others:
            message = f"có cách gọi đã dùng cho {first.id}."
            hint = "Một cách gọi chỉ được chỉ một văn bản."
            yield Problem(other.at("aliases"), "Q104", message, hint)


def _twice(entries: Iterable[Entry[Record]]) -> Iterator[Problem]:
    seen: dict[str, Entry[Record]] = {}
    for entry in entries:
        if entry.id in seen:
            line = seen[entry.id].at().line
            message = f"mã «{entry.id}» đã dùng ở dòng {line}."
            yield Problem(entry.at(), "Q106", message, "Đổi một trong hai mã.")
        seen.setdefault(entry.id, entry)


def same_address(entries: Iterable[Entry[Record]], addresses: Sequence[str]) -> Iterator[Problem]:
    """T105: two files that would be one page; the addresses are those of the entries."""
    seen: dict[str, Entry[Record]] = {}
    if len({*addresses}) == len(addresses):
        return
    for entry, address in zip(entries, addresses, strict=True):
        if address in seen:
            message = f"cùng địa chỉ /{address} với {seen[address].raw.file}."
            hint = "Đổi tên một trong hai tệp (ngày ở đầu tên không tính)."
            yield Problem(Place(entry.raw.file), "T105", message, hint)
        seen.setdefault(address, entry)
