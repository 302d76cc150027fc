"""What each file of words says by itself, kept from one build to the next.

It follows from the file's name and bytes alone. Whether the bytes are those of before is told by what the
disk says of the file, or else by reading them: a file that nobody touched is not opened.
"""

import json
import os
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from gandan.cache import Store, digest
from gandan.check.entry import Checked, Entry, Said
from gandan.keeping import disk, frozen
from gandan.model import Record
from gandan.privacy import gate
from gandan.privacy.gate import Watched
from gandan.problems import Problem
from gandan.read import front, strict
from gandan.read.files import Folder
from gandan.read.letters import settle
from gandan.read.raw import Raw
from gandan.relate.citing import NOTHING, Remembered

NAME = "ban-ghi"  # of the pack
TICK = 50_000_000  # nanoseconds: two changes nearer to each other may bear the same time

Signature: TypeAlias = tuple[int, int, int, int]


class Kept(NamedTuple):
    """One file that passed: what the disk said of it, the digest of its bytes, what it says; `places` are
    its lines and columns as JSON, for they are seldom asked for."""

    signature: Signature
    digest: bytes
    said: Said
    places: bytes


class Clean(NamedTuple):
    """The files that hold nothing personal, but for the numbers of the offices."""

    files: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()


class Memory(NamedTuple):
    """All that is kept: files by path; the mentions in each; those without personal data."""

    files: Mapping[str, Kept]
    remembered: Remembered
    clean: Clean


NEW = Memory({}, NOTHING, Clean())


class Before:
    """The files of an earlier build. `said` fills as files prove to be the same."""

    def __init__(self, root: Path, now: int, memory: Memory) -> None:
        self.root, self.now, self.memory = root, now, memory
        self.files, self.remembered = memory.files, memory.remembered
        self.said: dict[str, Said] = {}
        self.signatures: dict[str, Signature] = {}

    def unwatched(self, folder: Folder) -> Folder:
        """The folder without the files that were searched for personal data before, and had none."""
        if gate.official(folder.raws) != self.memory.clean.offices:
            return folder
        clean = self.memory.clean.files & self.said.keys()
        raws = {file: raw for file, raw in folder.raws.items() if file not in clean}
        return replace(
            folder, raws=raws, files={file: folder.files[file] for file in folder.files.keys() - clean}
        )

    def raw(self, name: str, state: os.stat_result, read: Callable[[], bytes]) -> Raw | None:
        """A file as it was read before; None for one that is new or has changed."""
        kept = self.files.get(name)
        self.signatures[name] = signature = self._signed(state)
        if kept is None or (kept.signature != signature and digest(read()) != kept.digest):
            return None
        self.said[name] = kept.said
        return Raw.later(name, kept.digest, partial(self._asked, name, kept.places))

    def _signed(self, state: os.stat_result) -> Signature:
        # Who changes a file at the very time of the build could change it once more without a trace.
        fresh = state.st_ctime_ns > self.now - TICK
        return (0, 0, 0, 0) if fresh else (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)

    def _asked(self, name: str, places: bytes, field: str) -> Mapping[str, Any]:
        if field in ("marks", "keys", "body_line"):
            return _placed(places)
        words = name.endswith(".md")
        try:
            text = settle((self.root / name).read_text("utf-8"), name)[0]
            if field == "body":
                return {"body": front.body(text) if words else ""}
            return {"fields": (front.split if words else strict.load)(text, name)[0].fields}
        except (OSError, ValueError, strict.Refused):  # taken away at this very moment
            return {"body": "", "fields": None}


def load(store: Store, root: Path) -> Before:
    """What the store has of the files below `root`."""
    now, parts = disk.now(store.folder), store.load(NAME, "")
    try:
        return Before(root, now, _memory(parts["records"]) if parts else NEW)
    except (ValueError, TypeError, KeyError):
        store.throw(NAME)
        return Before(root, now, NEW)


def _memory(data: memoryview) -> Memory:
    memory = Memory(*frozen.thaw(data))
    sound = isinstance(memory.files, dict) and all(isinstance(one, Kept) for one in memory.files.values())
    if not (sound and isinstance(memory.remembered, Remembered) and isinstance(memory.clean, Clean)):
        raise TypeError("no records")
    return memory


def of(checked: Checked, before: Before) -> dict[str, Kept]:
    """What passed, by file; the mentions of `before` belong to what has not changed."""
    problems: dict[str, list[Problem]] = defaultdict(list)
    for problem in checked.problems:
        problems[problem.place.file].append(problem)
    entries: list[Entry[Record]] = [*checked.items, *checked.pages, *checked.directives]
    known = {
        file: before.remembered.mentions[file] for file in before.said if file in before.remembered.mentions
    }
    before.remembered = Remembered(before.remembered.aliases, known)
    return {one.raw.file: _kept(one, before, problems) for one in entries}


def clean(kept: Mapping[str, Kept], watched: Watched, folder: Folder) -> Clean:
    """The files in which no personal data was found, and that neither make an exception nor name a file."""
    told = {one.place.file for one in watched.problems} | {one.place.file for one in watched.permits}
    told |= {holder.raw.file for each in watched.holders.values() for holder in each}
    files = (file for file in kept if file not in told and not file.startswith(gate.OFFICES))
    return Clean(frozenset(files), gate.official(folder.raws))


def save(store: Store, before: Before, kept: dict[str, Kept], read: Remembered, clean: Clean) -> None:
    """Keep what passed for the next build, if anything is not as it was."""
    memory = before.memory
    same = kept.keys() == memory.files.keys() and all(kept[file] is memory.files[file] for file in kept)
    if not same or clean != memory.clean or read.aliases != memory.remembered.aliases:
        store.save(NAME, "", {"records": frozen.freeze(tuple(Memory(kept, read, clean)))})


def _kept(entry: Entry[Record], before: Before, problems: Mapping[str, list[Problem]]) -> Kept:
    raw, signature = entry.raw, before.signatures[entry.raw.file]
    if raw.file in before.said:
        one = before.files[raw.file]
        return one if one.signature == signature else one._replace(signature=signature)
    said = Said(entry.record, tuple(problems[raw.file]), entry.links)
    places = [[list(path), *mark] for path, mark in raw.marks.items()]
    keys = [[list(path), *mark] for path, mark in raw.keys.items()]
    return Kept(signature, raw.digest, said, json.dumps([raw.body_line, places, keys]).encode())


def _placed(places: bytes) -> Mapping[str, Any]:
    line, marks, keys = json.loads(places)
    return {
        "body_line": line,
        "marks": {tuple(path): (row, column) for path, row, column in marks},
        "keys": {tuple(path): (row, column) for path, row, column in keys},
    }
