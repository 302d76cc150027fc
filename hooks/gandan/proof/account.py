"""The account of a page: each publication that changed its bytes, when, its SHA-256, what changed."""

import difflib
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from gandan.proof import changes, objects, reading
from gandan.proof.changes import Change, Deed
from gandan.proof.reading import Reading
from gandan.publishing import history, ledger, live, tree
from gandan.publishing.branch import Branch
from gandan.publishing.git import Git
from gandan.publishing.history import Publication
from gandan.publishing.refusal import Refused

_Seen: TypeAlias = tuple[Publication, str | None, Reading | None]
OF_RECORD = frozenset((Deed.FIRST, Deed.CHANGED, Deed.MOVED, Deed.REMOVED, Deed.BACK))


@dataclass(frozen=True, slots=True)
class Entry:
    """One publication of a page. `sha256` is that of its bytes, None when the page is no more.

    `sound` tells whether the commit is, file for file, what its stamp says;
    of one that changed only the frame, whether it is ours.
    """

    publication: Publication
    sha256: str | None
    change: Change
    sound: bool


@dataclass(frozen=True, slots=True)
class Account:
    """All of them, oldest first. `tip` is the newest commit of the branch; `path` the page's file in it."""

    address: str
    path: str
    title: str
    tip: Publication
    entries: tuple[Entry, ...]

    @property
    def of_record(self) -> tuple[Entry, ...]:
        """Those that changed the record itself, its state by the day not counted."""
        return tuple(one for one in self.entries if one.change.deed in OF_RECORD)


def of(branch: Branch, address: str) -> Account:
    """The account of the page at `address`, which is relative to the site's root. Raises Refused."""
    git, made = branch.git, _publications(branch)
    path = f"{address}index.html"
    found = objects.identities(git, [f"{one.commit}:{path}" for one in made])
    if not any(found):
        raise Refused(_unknown(git, made[-1], address))
    rows = [
        (one, identity)
        for place, (one, identity) in enumerate(zip(made, found, strict=True))
        if identity != (found[place - 1] if place else None)
    ]
    seen = _seen(git, rows)
    return Account(address, path, _title(seen) or address, made[-1], tuple(_entries(git, seen)))


def _publications(branch: Branch) -> tuple[Publication, ...]:
    """Oldest first. Raises Refused when a part of the branch is not at hand: its first day would be wrong."""
    branch.check()
    tip = branch.fetched()
    if tip is None:
        raise Refused(f"nhánh {branch.name} chưa có bản nào.")
    made = tuple(reversed(history.publications(branch.git, tip)))
    if history.cut(branch.git, made):
        raise Refused("kho này chỉ giữ phần cuối của nhánh. Lấy cho đủ: git fetch --unshallow, rồi làm lại.")
    return made


def _seen(git: Git, rows: Sequence[tuple[Publication, str | None]]) -> list[_Seen]:
    bytes_of = objects.contents(git, [identity for _, identity in rows if identity])
    seen = []
    for one, identity in rows:
        data = next(bytes_of) if identity else None
        digest = hashlib.sha256(data).hexdigest() if data is not None else None
        seen.append((one, digest, reading.read(data) if data is not None else None))
    return seen


def _title(seen: Sequence[_Seen]) -> str:
    """The newest title of the page itself; one that tells where the page went has another."""
    found = [one for _, _, one in seen if one is not None]
    records = [one for one in found if one.record]
    return (records or found)[-1].title


def _entries(git: Git, seen: Sequence[_Seen]) -> Iterator[Entry]:
    old: Reading | None = None
    for place, (one, digest, new) in enumerate(seen):
        change = changes.between(old, new, before=place > 0)
        # Nights that only turn a day are many; whether all their files are sound says nothing of the page.
        yield Entry(one, digest, change, one.ours if change.deed is Deed.FRAME else sound(git, one))
        old = new


def sound(git: Git, one: Publication) -> bool:
    """Whether a publication is ours and its files are those of its stamp."""
    if not one.ours or one.stamp is None:
        return False
    return tree.made(git, live.content(tree.of(git, one.commit))) == one.stamp.tree


def _unknown(git: Git, tip: Publication, address: str) -> str:
    listing = tree.content(git, tree.of(git, tip.commit).get(ledger.NAME)).decode("utf-8", "replace")
    known = ledger.read(listing) | ledger.pages(tree.files(git, tip.commit))
    near = [f"/{one}" for one in difflib.get_close_matches(address, known, 3, 0.6)]
    told = f" Có phải {' hay '.join(near)}?" if near else ""
    return f"trên nhánh chưa từng có trang /{address}.{told}"
