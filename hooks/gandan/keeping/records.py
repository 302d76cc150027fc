"""What each file of words says by itself, kept from one build to the next.

It follows from the file's name and bytes alone. Whether the bytes are those of before is told by what the
disk says of the file, or else by reading them: a file that nobody touched is not opened.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from gandan.cache import Store
from gandan.check.entry import Checked, Entry, Said
from gandan.keeping import disk, frozen
from gandan.keeping.disk import Signature
from gandan.keeping.searched import Searched, by_file
from gandan.model import Record
from gandan.privacy import gate
from gandan.privacy.gate import Watched
from gandan.problems import Problem
from gandan.read import front, strict
from gandan.read.files import Folder
from gandan.read.letters import settle
from gandan.read.raw import READ, Raw
from gandan.relate.citing import NOTHING, Cited, Mention, Remembered

NAME = "ban-ghi"  # of the pack
ALL = "/"  # of the part that no file has


class Kept(NamedTuple):
    """One file that passed: what the disk said of it, the digest of its bytes, what it says and cites (None
    where nothing); its mentions as bytes, for they are seldom asked for; the personal data found in it beside
    the numbers of offices, None where it is searched each time."""

    signature: Signature | None
    digest: bytes
    said: Said
    cited: Cited | None
    mentions: bytes
    personal: tuple[Problem, ...] | None


class Memory(NamedTuple):
    """All that is kept: files by path, the register and the aliases they were read with, the numbers of the
    offices; `parts` are the same as bytes, by `_part`."""

    files: Mapping[str, Kept] = MappingProxyType({})
    register: bytes = b""
    aliases: str = ""
    offices: frozenset[str] = frozenset()
    parts: Mapping[str, memoryview] = MappingProxyType({})


class Before:
    """The files of an earlier build. `said` fills as files prove to be the same."""

    def __init__(self, root: Path, now: int, memory: Memory) -> None:
        self.root, self.now, self.memory = root, now, memory
        self.said: dict[str, Said] = {}
        self.signatures: dict[str, Signature | None] = {}

    @property
    def remembered(self) -> Remembered:
        """What is cited in what has not changed."""
        files = self.memory.files
        cited = {file: files[file].cited or NOTHING for file in self.said}
        return Remembered(self.memory.register, self.memory.aliases, cited, self._mentions)

    def _mentions(self, file: str) -> tuple[Mention, ...] | None:
        if file not in self.said:
            return None
        try:
            found = frozen.thaw(kept) if (kept := self.memory.files[file].mentions) else ()
        except ValueError:
            return None
        sound = isinstance(found, tuple) and all(isinstance(one, Mention) for one in found)
        return found if sound else None

    def watched(self, folder: Folder, search: Callable[[Folder], Watched]) -> Watched:
        """What `search` finds in the folder; of files that were searched before it is known."""
        known: dict[str, tuple[Problem, ...]] = {}
        if gate.official(folder.raws) == self.memory.offices:
            files = self.memory.files
            known = {file: told for file in self.said if (told := files[file].personal) is not None}
        raws = {file: raw for file, raw in folder.raws.items() if file not in known}
        sizes = {file: size for file, size in folder.files.items() if file not in known}
        found = search(replace(folder, raws=raws, files=sizes))
        return replace(found, problems=(*found.problems, *chain(*known.values())))

    def untouched(self, name: str, state: os.stat_result) -> Raw | None:
        """A file of which the disk says what it said before."""
        self.signatures[name] = signature = disk.signature(state, self.now)
        kept = self.memory.files.get(name)
        return self._raw(name, kept) if kept and signature and kept.signature == signature else None

    def same(self, name: str, digest: bytes) -> Raw | None:
        """A file of another time whose bytes are those of before."""
        kept = self.memory.files.get(name)
        return self._raw(name, kept) if kept and kept.digest == digest else None

    def _raw(self, name: str, kept: Kept) -> Raw:
        self.said[name] = kept.said
        return Raw.later(name, kept.digest, self._asked)

    def _asked(self, raw: Raw, field: str) -> Mapping[str, Any]:
        words = raw.file.endswith(".md")
        try:
            text = settle((self.root / raw.file).read_text("utf-8"), raw.file)[0]
            if field == "body":
                return {"body": front.body(text) if words else ""}
            read = (front.split if words else strict.load)(text, raw.file)[0]
        except (OSError, ValueError, strict.Refused):  # taken away at this very moment
            read = Raw(raw.file, None)
        return {name: getattr(read, name) for name in READ}


def load(store: Store, root: Path) -> Before:
    """What the store has of the files below `root`."""
    now, parts = disk.now(store.folder if store.keeps else None), store.load(NAME, "")
    try:
        return Before(root, now, _thawed(parts) if parts else Memory())
    except (ValueError, TypeError, KeyError, AttributeError):
        store.throw(NAME)
        return Before(root, now, Memory())


def _thawed(parts: dict[str, memoryview]) -> Memory:
    register, aliases, offices = frozen.thaw(parts.pop(ALL))
    files = {file: Kept(*kept) for part in parts.values() for file, kept in frozen.thaw(part).items()}
    if not (all(map(_sound, files.values())) and isinstance(aliases, str) and isinstance(offices, frozenset)):
        raise TypeError("no records")
    return Memory(files, register, aliases, offices, parts)


def _sound(one: Kept) -> bool:
    told = isinstance(one.mentions, bytes) and isinstance(one.personal or (), tuple)
    return told and isinstance(one.said, Said) and isinstance(one.cited or NOTHING, Cited)


def of(checked: Checked, before: Before) -> dict[str, Kept]:
    """What passed, by file, without its mentions where it is new."""
    problems = by_file(checked.problems)
    entries: list[Entry[Record]] = [*checked.items, *checked.pages, *checked.directives]
    return {one.raw.file: _kept(one, before, problems) for one in entries}


def _kept(entry: Entry[Record], before: Before, problems: Mapping[str, tuple[Problem, ...]]) -> Kept:
    raw, signature = entry.raw, before.signatures[entry.raw.file]
    if raw.file in before.said:
        one = before.memory.files[raw.file]
        return one if one.signature == signature else one._replace(signature=signature)
    said = Said(entry.record, problems.get(raw.file, ()), entry.links)
    return Kept(signature, raw.digest, said, None, b"", None)


def save(store: Store, before: Before, kept: dict[str, Kept], read: Remembered, searched: Searched) -> None:
    """Keep what passed for the next build. Only the parts in which something changed become bytes anew."""
    parts: dict[str, dict[str, Kept]] = defaultdict(dict)
    for file, one in kept.items():
        told = (*_cited(one, read.cited.get(file, NOTHING)), searched.of(file))
        if told != one[3:]:
            one = Kept(*one[:3], *told)
        parts[_part(file)][file] = one
    known = {} if searched.offices != before.memory.offices else before.memory.parts
    same = {name: known[name] for name in _unchanged(parts, before.memory.files) if name in known}
    named = (before.memory.register, before.memory.aliases) == (read.register, read.aliases)
    if named and same.keys() == parts.keys() == known.keys():
        return
    made = {name: same.get(name) or _frozen(files) for name, files in parts.items()}
    store.save(NAME, "", {ALL: frozen.freeze((read.register, read.aliases, searched.offices)), **made})


def _cited(one: Kept, cited: Cited) -> tuple[Cited | None, bytes]:
    if cited.mentions is None:
        return one.cited, one.mentions
    if cited == NOTHING:
        return None, b""
    return cited._replace(mentions=None), frozen.freeze(cited.mentions) if cited.mentions else b""


def _frozen(files: Mapping[str, Kept]) -> bytes:
    return frozen.freeze({file: tuple(one) for file, one in files.items()})


def _part(file: str) -> str:
    """Its folder, and the month with which the names of items begin."""
    return file[: file.rfind("/") + len("/2026-11")]


def _unchanged(parts: Mapping[str, Mapping[str, Kept]], before: Mapping[str, Kept]) -> Iterator[str]:
    """The parts in which every file is what it was, and none is gone."""
    count = Counter(map(_part, before))
    for name, files in parts.items():
        if count[name] == len(files) and all(before.get(file) is one for file, one in files.items()):
            yield name
