"""From one tree of the branch to the next: which records changed, and how."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gandan import addresses
from gandan.proof import attached, changes, objects, reading
from gandan.proof.account import OF_RECORD
from gandan.proof.changes import Change, Deed
from gandan.proof.reading import Reading
from gandan.publishing.git import Git

INDEX = "index.html"
_NONE = frozenset("0")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one publication did to a record: its change, the sum of its bytes, its attachments' paths."""

    address: str
    change: Change
    sha256: str | None
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """Files of which two trees hold another version: pages (path, old and new id), replaced attachments."""

    pages: tuple[tuple[str, str | None, str | None], ...]
    replaced: frozenset[str]


def between(git: Git, old: str, new: str, only: Collection[str] | None = None) -> Changed:
    """Compares two trees by their ids alone; of the pages those that `only` names, where it is given."""
    out = git.say("diff-tree", "-r", "-z", "--no-renames", "--no-abbrev", old, new).out.decode(
        "utf-8", "surrogateescape"
    )
    pages, replaced = [], set()
    rows = iter(out.split("\0"))
    for head, path in zip(rows, rows, strict=False):
        _, _, before, after, deed = head.split(" ")
        address = path.removesuffix(INDEX)
        if path.rpartition("/")[2] == INDEX:
            if addresses.lasting(address) and (only is None or address in only):
                pages.append((path, _identity(before), _identity(after)))
        elif deed == "M" and addresses.published(path):
            replaced.add(path)
    return Changed(tuple(pages), frozenset(replaced))


def _identity(given: str) -> str | None:
    return None if _NONE.issuperset(given) else given


def turns(git: Git, changed: Changed, known: Collection[str]) -> Iterator[Turn]:
    """What became of each record among the changed pages; `known` are addresses of records before."""
    asked = [one for _, old, new in changed.pages for one in (old, new) if one]
    bytes_of = objects.contents(git, asked)
    for path, old, new in changed.pages:
        before = next(bytes_of) if old else None
        after = next(bytes_of) if new else None
        address = path.removesuffix(INDEX)
        if turn := _turn(address, before, after, address in known):
            yield turn


def _turn(address: str, before: bytes | None, after: bytes | None, known: bool) -> Turn | None:
    """None for a page that is no record, or whose record says the same as before."""
    piece = reading.article(after) if after is not None else None
    if piece is None and not known:
        return None
    if piece is not None and known and before is not None and piece == reading.article(before):
        return None
    old = reading.read(before) if before is not None else None
    new = reading.read(after) if after is not None else None
    digest = hashlib.sha256(after).hexdigest() if after is not None else None
    change = changes.between(old, new, before=known) if known else Change(Deed.FIRST)
    if change.deed not in OF_RECORD or not (_record(old) or _record(new) or change.deed is Deed.MOVED):
        return None
    return Turn(address, change, digest, attached.paths(address, new))


def _record(page: Reading | None) -> bool:
    return page is not None and page.record


def replaced(git: Git, changed: Changed, files: Mapping[str, Collection[str]], new: str) -> Iterator[Turn]:
    """Records whose page stayed while the bytes of one of their `files` changed."""
    for address, paths in files.items():
        if names := sorted(changed.replaced & set(paths)):
            identity = objects.identities(git, [f"{new}:{address}{INDEX}"])[0]
            data = next(objects.contents(git, [identity])) if identity else b""
            change = changes.with_files(Change(Deed.FRAME), names)
            yield Turn(address, change, hashlib.sha256(data).hexdigest(), tuple(paths))


def with_files(turn: Turn, changed: Changed, before: Collection[str]) -> Turn:
    """The same, with the attachments told that stayed on the page and got other bytes."""
    paths = [path for path in turn.files if path in changed.replaced and path in before]
    return replace(turn, change=changes.with_files(turn.change, paths)) if paths else turn


def sums(git: Git, tree: str, turns: Sequence[Turn]) -> dict[str, str]:
    """SHA-256 of every attachment that these records name, by path; none for a file that is not there."""
    return objects.sums(git, tree, sorted({path for turn in turns for path in turn.files}))
