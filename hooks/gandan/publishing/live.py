"""What the branch shows now, read once: its files, its stamp, its list of addresses, whose hand it was."""

from collections.abc import Callable
from dataclasses import dataclass, field

from gandan import addresses
from gandan.publishing import folder, history, ledger, stamp, tree
from gandan.publishing.branch import Branch
from gandan.publishing.git import Git
from gandan.publishing.history import Publication
from gandan.publishing.refusal import Refused, some
from gandan.publishing.stamp import Stamp
from gandan.publishing.tree import Entry

Tell = Callable[[str], None]
KEPT = ("CNAME",)  # the host's own settings, which a site does not hold
CHRONICLES = addresses.CHRONICLES.rstrip("/")
SOURCES = ("mkdocs.yml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Live:
    """The publication that is up. Without a commit there is none yet.

    `sound` is the newest commit that is, file for file, what its stamp says; None when there is none.
    """

    commit: str | None = None
    entries: dict[str, Entry] = field(default_factory=dict)
    stamp: Stamp | None = None
    pages: int = 0
    published: frozenset[str] = frozenset()
    sound: str | None = None


def read(branch: Branch, tell: Tell) -> Live:
    """The branch as it is at its remote; tells what another hand did to it. Raises Refused."""
    known = branch.known()
    tip = branch.fetched()
    if tip is None:
        if known:
            tell(f"Nhánh {branch.name} đã bị xoá ở {branch.remote}; bản này sẽ là bản đầu tiên của nó.")
        return Live()
    git = branch.git
    entries = tree.of(git, tip)
    files = tree.files(git, tip)
    found = stamp.read(tree.content(git, entries.get(stamp.NAME)))
    if not found and any(name in entries for name in SOURCES):
        raise Refused(f"nhánh {branch.name} giữ nguồn, không phải trang đã dựng. Chọn nhánh khác: --branch.")
    published = _listed(git, tip)
    if known and known != tip and not branch.holds(known, tip):
        tell(f"Nhánh {branch.name} đã bị ai đó viết lại: bản {known[:8]} không còn trong lịch sử của nó.")
    sound: str | None = tip
    if not found or tree.made(git, content(entries)) != found.tree:
        sound = _another_hand(branch, tip, tell)
        published |= _listed(git, sound)
    return Live(tip, entries, found, folder.pages(files), published, sound)


def untouched(git: Git, one: Publication) -> bool:
    """Whether a publication is ours and its commit, file for file, what its stamp says."""
    return one.ours and intact(git, one.commit)


def intact(git: Git, commit: str) -> bool:
    """Whether a commit is, file for file, what its stamp says."""
    entries = tree.of(git, commit)
    found = stamp.read(tree.content(git, entries.get(stamp.NAME)))
    return found is not None and tree.made(git, content(entries)) == found.tree


def content(entries: dict[str, Entry]) -> dict[str, Entry]:
    """The files of a publication without its stamp."""
    return {name: one for name, one in entries.items() if name != stamp.NAME}


def site(entries: dict[str, Entry]) -> dict[str, Entry]:
    """The same without the chronicles, which grow with each publication."""
    return {name: one for name, one in content(entries).items() if name != CHRONICLES}


def _listed(git: Git, commit: str | None) -> frozenset[str]:
    """The addresses that a publication lists."""
    listing = tree.of(git, commit).get(ledger.NAME) if commit else None
    return ledger.read(tree.content(git, listing).decode("utf-8", "replace"))


def _another_hand(branch: Branch, tip: str, tell: Tell) -> str | None:
    """Tells whose changes are on top of the last publication; the commit of that one."""
    made = history.publications(branch.git, tip)
    place = next((at for at, one in enumerate(made) if untouched(branch.git, one)), len(made))
    for one in made[: min(place, 5)]:
        tell(f"Bản {one.short} trên nhánh do {one.author} đưa lên, không qua gandan: «{one.subject}».")
    if place == len(made):
        tell("Nhánh ấy chưa có bản nào do gandan đăng. Bản mới đặt lên trên; bản cũ còn trong lịch sử nhánh.")
        return None
    last = made[place].commit
    out = branch.git.say("diff", "--name-only", "-z", last, tip).out.decode("utf-8", "replace")
    files = [name for name in out.split("\0") if name]
    tell(
        f"Tệp bị đổi: {some(files, 5)}. Bản mới đặt lên trên; chỉ {', '.join(KEPT)} được giữ,"
        f" còn lại vẫn xem được trong lịch sử nhánh."
    )
    return last
