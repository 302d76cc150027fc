"""The account of a page: each publication that changed its bytes, when, its SHA-256, what changed."""

import difflib
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from gandan.proof import attached, changes, objects, reading
from gandan.proof.changes import Change, Deed
from gandan.proof.reading import Reading
from gandan.publishing import history, ledger, live, tree
from gandan.publishing.branch import Branch
from gandan.publishing.git import Git
from gandan.publishing.history import Publication
from gandan.publishing.refusal import Refused

_Version: TypeAlias = tuple[str | None, Reading | None]  # the sum of a page's bytes, and what it says
_GONE: _Version = (None, None)
OF_RECORD = frozenset((Deed.FIRST, Deed.CHANGED, Deed.MOVED, Deed.REMOVED, Deed.BACK))


@dataclass(frozen=True, slots=True)
class Entry:
    """One publication of a page. `sha256` is that of its bytes, None when the page is no more.

    `sound` tells whether the commit is, file for file, what its stamp says;
    of one that changed only the frame, whether it is ours. `files` are the sums of the page's attachments by
    their paths in the site.
    """

    publication: Publication
    sha256: str | None
    change: Change
    sound: bool
    files: Mapping[str, str] = field(default_factory=dict)


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


class _Look(NamedTuple):
    """A publication that `turned` the page, or `replaced` files of it; the ids of those that it offers."""

    publication: Publication
    turned: bool
    sha256: str | None
    page: Reading | None
    files: Mapping[str, str]
    replaced: tuple[str, ...]


def of(branch: Branch, address: str) -> Account:
    """The account of the page at `address`, which is relative to the site's root. Raises Refused."""
    git, made = branch.git, _publications(branch)
    path = f"{address}index.html"
    found = objects.identities(git, [f"{one.commit}:{path}" for one in made])
    if not any(found):
        raise Refused(_unknown(git, made[-1], address))
    versions = _versions(git, made, found)
    looks = list(_looks(git, made, address, versions))
    title = _title(list(versions.values())) or address
    return Account(address, path, title, made[-1], tuple(_entries(git, looks)))


def _publications(branch: Branch) -> tuple[Publication, ...]:
    """Oldest first. Raises Refused when a part of the branch is not at hand: its first day would be wrong."""
    branch.check()
    tip = branch.fetched()
    if tip is None:
        raise Refused(f"nhánh {branch.name} chưa có bản nào.")
    made = tuple(reversed(history.publications(branch.git, tip)))
    if history.cut(branch.git, made):
        raise Refused(history.CUT)
    return made


def _versions(git: Git, made: Sequence[Publication], found: Sequence[str | None]) -> dict[str, _Version]:
    """Of each commit in which the page is another than before: its sum and what it says."""
    rows = [
        (one.commit, identity)
        for place, (one, identity) in enumerate(zip(made, found, strict=True))
        if identity != (found[place - 1] if place else None)
    ]
    bytes_of = objects.contents(git, [identity for _, identity in rows if identity])
    versions: dict[str, _Version] = {}
    for commit, identity in rows:
        data = next(bytes_of) if identity else None
        versions[commit] = (
            (hashlib.sha256(data).hexdigest(), reading.read(data)) if data is not None else _GONE
        )
    return versions


def _looks(
    git: Git, made: Sequence[Publication], address: str, versions: Mapping[str, _Version]
) -> Iterator[_Look]:
    """Each publication in which the page, or the bytes of a file that it offers, are others than before."""
    offered = sorted({path for _, one in versions.values() for path in attached.paths(address, one)})
    identities = iter(objects.identities(git, [f"{one.commit}:{path}" for one in made for path in offered]))
    (digest, page), before = _GONE, dict[str, str]()
    for one in made:
        there = dict(zip(offered, identities, strict=False))
        digest, page = versions.get(one.commit, (digest, page))
        files = {path: found for path in attached.paths(address, page) if (found := there[path])}
        replaced = tuple(path for path, found in files.items() if before.get(path, found) != found)
        if one.commit in versions or replaced:
            yield _Look(one, one.commit in versions, digest, page, files, replaced)
        before = files


def _title(versions: Sequence[_Version]) -> str:
    """The newest title of the page itself; one that tells where the page went has another."""
    found = [one for _, one in versions if one is not None]
    records = [one for one in found if one.record]
    return (records or found)[-1].title


def _entries(git: Git, looks: Sequence[_Look]) -> Iterator[Entry]:
    sums = objects.digests(git, sorted({one for look in looks for one in look.files.values()}))
    old: Reading | None = None
    for place, look in enumerate(looks):
        one = look.publication
        change = changes.between(old, look.page, before=place > 0) if look.turned else Change(Deed.FRAME)
        if look.replaced:
            change = changes.with_files(change, look.replaced)
        # Nights that only turn a day are many; whether all their files are sound says nothing of the page.
        right = one.ours if change.deed is Deed.FRAME else live.untouched(git, one)
        files = {path: sums[identity] for path, identity in look.files.items()}
        yield Entry(one, look.sha256, change, right, files)
        old = look.page


def _unknown(git: Git, tip: Publication, address: str) -> str:
    listing = tree.content(git, tree.of(git, tip.commit).get(ledger.NAME)).decode("utf-8", "replace")
    known = ledger.read(listing) | ledger.pages(tree.files(git, tip.commit))
    near = [f"/{one}" for one in difflib.get_close_matches(address, known, 3, 0.6)]
    told = f" Có phải {' hay '.join(near)}?" if near else ""
    return f"trên nhánh chưa từng có trang /{address}.{told}"
