"""What each file of words and facts says by itself, kept from one build to the next.

It follows from the file's name and bytes alone. Whether the bytes are those of before is told by what the
disk says of the file, or else by reading them: a file that nobody touched is not opened.
"""

from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from gandan.cache import Store, digest
from gandan.check.entry import Checked, Entry, Listed, Said
from gandan.keeping import disk, frozen, years
from gandan.keeping.disk import Signature
from gandan.keeping.searched import Searched, by_file
from gandan.keeping.years import PLAIN, Kept, Memory, More
from gandan.model import Record
from gandan.privacy import gate
from gandan.privacy.gate import Numbers, Watched
from gandan.read import front, strict
from gandan.read.files import Folder
from gandan.read.letters import settle
from gandan.read.listing import States
from gandan.read.raw import READ, Raw
from gandan.relate.citing import NOTHING, Cited, Mention, Remembered

PLACES = ("marks", "keys")  # of a Raw: where its fields stand


class Before:
    """The files of an earlier build. `said` fills as files prove to be the same."""

    def __init__(self, root: Path, now: int, memory: Memory) -> None:
        self.root, self.now, self.memory = root, now, memory
        self.said: dict[str, Entry[Record] | Listed] = {}
        self.signatures: dict[str, Signature] = {}
        self.placed: dict[str, bytes] = {}  # the places of fields that were asked for now and not before

    @property
    def known(self) -> Said:
        """What they said, where they have not changed."""
        return Said(self.said, {file: one.problems for file, one in self.memory.more.items() if one.problems})

    @property
    def remembered(self) -> Remembered:
        """What is cited in what has not changed."""
        more = self.memory.more.items()
        cited = {file: one.cited for file, one in more if one.cited and file in self.said}
        memory = self.memory
        return Remembered(memory.register, memory.aliases, cited, self.said.keys(), self._mentions)

    def _mentions(self, file: str) -> tuple[Mention, ...] | None:
        if file not in self.said:
            return None
        try:
            kept = self.memory.more.get(file, PLAIN).mentions
            found = frozen.thaw(kept) if kept else ()
        except ValueError:
            return None
        sound = isinstance(found, tuple) and all(isinstance(one, Mention) for one in found)
        return found if sound else None

    @property
    def offices(self) -> Numbers:
        """The numbers of offices in what has not changed."""
        return {file: numbers for file, numbers in self.memory.offices.items() if file in self.said}

    def watched(self, folder: Folder, numbers: Numbers, search: Callable[[Folder], Watched]) -> Watched:
        """What `search` finds in the folder; of files searched with the same numbers of offices that is
        known."""
        same = gate.official(numbers) == gate.official(self.memory.offices)
        known, more = self.said.keys() if same else set[str](), self.memory.more
        always = {file for file, one in more.items() if one.personal is None}
        look = sorted(folder.files.keys() - known | folder.files.keys() & always)
        raws = {file: folder.raws[file] for file in look if file in folder.raws}
        found = search(replace(folder, raws=raws, files={file: folder.files[file] for file in look}))
        told = (one.personal or () for file, one in more.items() if file in known)
        return found._replace(problems=(*found.problems, *chain(*told)))

    def untouched(self, listed: States) -> Mapping[str, Raw]:
        """The files of which the disk says what it said before."""
        now = disk.signatures(listed, self.now)
        self.signatures |= now
        files, told = self.memory.files, self.memory.signatures.get
        same = [name for name, one in now.items() if told(name) == one and name in files]
        return {name: self._raw(name, files[name]) for name in same}

    def same(self, name: str, digest: bytes) -> Raw | None:
        """A file of another time whose bytes are those of before."""
        kept = self.memory.files.get(name)
        return self._raw(name, kept) if kept and kept[0] == digest else None

    def _raw(self, name: str, kept: Kept) -> Raw:
        digest, id_, record = kept
        raw, more = Raw.later(name, digest, self._asked), self.memory.more.get(name, PLAIN)
        self.said[name] = record if isinstance(record, Listed) else Entry(id_, record, raw, (), more.links)
        return raw

    def _asked(self, raw: Raw, field: str) -> Mapping[str, Any]:
        if field in PLACES and (known := self._places(raw.file)):
            return known
        words = raw.file.endswith(".md")
        try:
            data = (self.root / raw.file).read_bytes()
            text = settle(data.decode("utf-8"), raw.file)[0]
            if field == "body":
                return {"body": front.body(text) if words else ""}
            read = (front.split if words else strict.load)(text, raw.file)[0]
        except (OSError, ValueError, strict.Refused):  # taken away at this very moment
            return {name: getattr(Raw(raw.file, None), name) for name in READ}
        if field in PLACES and digest(data) == raw.digest:
            self.placed[raw.file] = frozen.freeze({name: getattr(read, name) for name in PLACES})
        return {name: getattr(read, name) for name in READ}

    def _places(self, file: str) -> Mapping[str, Any]:
        """Where its fields stand, as it was asked for before; nothing where it was not."""
        kept = self.memory.more.get(file, PLAIN).places
        try:
            found = frozen.thaw(kept) if kept else {}
        except ValueError:
            return {}
        sound = isinstance(found, dict) and all(isinstance(found.get(name), dict) for name in PLACES)
        return found if sound else {}


def load(store: Store, root: Path) -> Before:
    """What the store has of the files below `root`."""
    return Before(root, disk.now(store.folder if store.keeps else None), years.load(store))


def of(checked: Checked, before: Before) -> dict[str, tuple[Kept, More]]:
    """The files that are new and passed, with what they say by themselves."""
    entries: list[Entry[Record]] = [*checked.items, *checked.pages, *checked.directives]
    problems, known = by_file(checked.problems), before.said
    kept: dict[str, tuple[Kept, More]] = {}
    for id_, record, raw, _, links in entries:
        if raw.file not in known:
            kept[raw.file] = (raw.digest, id_, record), More(problems.get(raw.file, ()), links)
    for raw, listed in checked.listed:
        if raw.file not in known:
            kept[raw.file] = (raw.digest, "", listed), More(problems.get(raw.file, ()))
    return kept


def save(
    store: Store, before: Before, new: Mapping[str, tuple[Kept, More]], read: Remembered, searched: Searched
) -> None:
    """Keep what passed for the next build: what is new, and what was read or found otherwise than before."""
    memory, said = before.memory, before.said
    told = read.register, read.aliases, searched.offices
    files = {file: memory.files[file] for file in said}
    files |= {file: kept for file, (kept, _) in new.items()}
    more = {file: one for file, one in memory.more.items() if file in said}
    more |= {file: more.get(file, PLAIN)._replace(places=places) for file, places in before.placed.items()}
    changed = {*new, *before.placed, *memory.files.keys() - files.keys()}
    for file in new.keys() | _asked(before, told, read, searched):
        was = more.get(file, PLAIN)
        own = new[file][1] if file in new else was
        cited = _cited(was, read.cited.get(file, NOTHING))
        one = More(own.problems, own.links, *cited, searched.of(file), own.places)
        if one != was:
            changed.add(file)
            more[file] = one
    now = Memory(files, more, before.signatures, *told, memory.parts)
    if changed or now[2:6] != memory[2:6]:
        years.save(store, now, changed)


def _asked(before: Before, told: tuple[object, ...], read: Remembered, searched: Searched) -> Set[str]:
    """The files of before of which something else may have been read or found."""
    more, same = before.memory.more.items(), told == before.memory[3:6]
    asked = {file for file, one in more if not same or one.personal is None}
    if not same:
        asked |= read.cited.keys() | searched.told.keys() | searched.always
    return asked & before.said.keys()


def _cited(was: More, cited: Cited) -> tuple[Cited | None, bytes]:
    if cited.mentions is None:
        return was.cited, was.mentions
    if cited == NOTHING:
        return None, b""
    return cited._replace(mentions=None), frozen.freeze(cited.mentions) if cited.mentions else b""
