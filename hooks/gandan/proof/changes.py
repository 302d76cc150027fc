"""What a publication did to a page: first there, changed, only its state, only the frame, moved, gone."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from gandan.proof.reading import Reading


class Deed(StrEnum):
    """What a publication did to a page."""

    FIRST = "dang"
    CHANGED = "sua"
    STATE = "trang-thai"  # follows from the day; the record itself says the same
    FRAME = "khung"  # the menu, the footer: nothing of the record
    MOVED = "chuyen"
    REMOVED = "go"
    BACK = "dang-lai"


@dataclass(frozen=True, slots=True)
class Change:
    """One deed: fields with their old and new words, sentences that came, sentences that went.

    `files` are names of attachments that kept their name and got other bytes.
    """

    deed: Deed
    fields: tuple[tuple[str, str, str], ...] = ()
    added: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    target: str | None = None  # where a page that moved sends its reader


def between(old: Reading | None, new: Reading | None, *, before: bool) -> Change:
    """What made `new` of `old`, either of which may be no page; `before` tells whether there ever was one."""
    if new is None:
        return Change(Deed.REMOVED)
    if new.moved is not None and (old is None or old.moved != new.moved):
        return Change(Deed.MOVED, target=new.moved)
    if old is None:
        return Change(Deed.BACK if before else Deed.FIRST)
    if old.record and not new.record:
        return Change(Deed.REMOVED, added=new.told)
    if new.record and not old.record:
        return Change(Deed.BACK)
    return _changed(old, new)


def with_files(change: Change, paths: Iterable[str]) -> Change:
    """The same with attachments that were replaced under their names: that changes the record, too."""
    deed = Deed.CHANGED if change.deed in (Deed.FRAME, Deed.STATE) else change.deed
    return replace(change, deed=deed, files=tuple(path.rpartition("/")[2] for path in paths))


def _changed(old: Reading, new: Reading) -> Change:
    fields = [("Trạng thái", old.state, new.state)] if old.state != new.state else []
    before, after = _comparable(old, new)
    if old.title == new.title and before == after:
        return Change(Deed.STATE if fields else Deed.FRAME, tuple(fields))
    if old.title != new.title:
        fields.insert(0, ("Tên", old.title, new.title))
    taken, added = _differing(before, after)
    return Change(Deed.CHANGED, tuple(fields), added, taken)


def _comparable(old: Reading, new: Reading) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences of both; a part of some days counts only where both hold it."""
    both = [key for key in old.passing if key in new.passing]
    before, after = ((*one.told, *(word for key in both for word in one.passing[key])) for one in (old, new))
    return before, after


def _differing(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sentences that went and sentences that came, each in its order."""
    taken: list[str] = []
    added: list[str] = []
    for deed, first, last, start, end in difflib.SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if deed != "equal":
            taken += old[first:last]
            added += new[start:end]
    return tuple(taken), tuple(added)
