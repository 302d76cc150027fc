"""A built site beside what is published -> the pages that a change would bring, alter or take away."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gandan.proof import changes, objects, reading
from gandan.proof.changes import Deed
from gandan.publishing.git import Git

PAGE = "index.html"


@dataclass(frozen=True, slots=True)
class Proposed:
    """One page: its address below the root, its title, what becomes of it, how many sentences come and go."""

    address: str
    title: str
    deed: Deed
    added: int = 0
    taken: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """The records that change, and how many lists and other pages do."""

    records: tuple[Proposed, ...]
    others: int


def of(git: Git, commit: str, site: Path) -> Proposal:
    """Compares by digest first; only of pages that differ the words are read, without frame and day."""
    old, new = dict(_published(git, commit)), dict(_built(site))
    differ = sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))
    asked = [path for path in differ if path in old]
    texts = dict(zip(asked, objects.contents(git, [old[path] for path in asked]), strict=True))
    found = [_proposed(path, texts.get(path), site / path) for path in differ]
    records = tuple(one for one in found if one and one.deed not in (Deed.FRAME, Deed.STATE))
    return Proposal(records, sum(one is None for one in found))


def _published(git: Git, commit: str) -> Iterator[tuple[str, str]]:
    for row in git.say("ls-tree", "-r", "-z", "--full-tree", commit).out.split(b"\0"):
        head, _, name = row.partition(b"\t")
        if name.endswith(PAGE.encode()):
            yield os.fsdecode(name), head.split()[2].decode()


def _built(site: Path) -> Iterator[tuple[str, str]]:
    for path in site.rglob(PAGE):
        data = path.read_bytes()
        # The id that git gives a file; nothing secret hangs on it.
        digest = hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False)
        yield path.relative_to(site).as_posix(), digest.hexdigest()


def _proposed(path: str, before: bytes | None, file: Path) -> Proposed | None:
    """None for a page that holds no record."""
    old = reading.read(before) if before is not None else None
    new = reading.read(file.read_bytes()) if file.is_file() else None
    if not any(one and (one.record or one.moved) for one in (old, new)):
        return None
    change = changes.between(old, new, before=old is not None)
    title = (new or old).title if new or old else ""  # type: ignore[union-attr]
    return Proposed(path.removesuffix(PAGE), title, change.deed, len(change.added), len(change.taken))
