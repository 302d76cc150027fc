"""What one more publication adds to the chronicles that stand beside the pages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gandan import addresses
from gandan.proof import chronicle, objects, steps, words
from gandan.proof.account import Entry
from gandan.proof.chronicle import Chronicle, Event
from gandan.proof.steps import Turn
from gandan.publishing import history, live, tree
from gandan.publishing.git import Git
from gandan.publishing.history import Publication
from gandan.publishing.live import CHRONICLES, Live

_BEGINNING = "Lần đầu ghi lịch sử đăng ở chân trang: đang đọc {} bản đã đăng…"
_CUT = (
    "Chưa ghi được lịch sử đăng ở chân trang: kho này chỉ giữ phần cuối của nhánh. Lấy cho đủ:"
    " git fetch --unshallow, lần đăng sau sẽ ghi."
)


def grown(
    git: Git, up: Live, files: tree.Entries, new: Publication, tell: Callable[[str], None]
) -> tree.Entries:
    """The folder of chronicles of a publication `new` of these files, for its top; nothing if unknown.

    What the branch holds is believed as far as it is, file for file, what its stamps say; the commits after
    that are read again, another hand's among them.
    """
    base, made = _ground(git, up)
    if made and not base:
        if history.cut(git, made):
            tell(_CUT)
            return {}
        tell(_BEGINNING.format(len(made)))
    shelf = _Shelf(git, tree.of(git, base).get(CHRONICLES) if base else None)
    before = base or tree.made(git, {})
    for one in made:
        shelf.add(before, one.commit, one)
        before = one.commit
    shelf.add(before, tree.made(git, files), new, None if made else _left(git, up, new))
    entry = shelf.put_away()
    return {CHRONICLES: entry} if entry else {}


def _ground(git: Git, up: Live) -> tuple[str | None, Sequence[Publication]]:
    """The commit whose chronicles are believed, and what came after it, oldest first."""
    if not up.commit or (up.sound == up.commit and CHRONICLES in up.entries):
        return up.commit, ()
    made = history.publications(git, up.commit)[::-1]
    if up.sound and CHRONICLES in tree.of(git, up.sound):
        place = [one.commit for one in made].index(up.sound)
        return up.sound, made[place + 1 :]
    return None, made


def _left(git: Git, up: Live, new: Publication) -> frozenset[str] | None:
    """The records that a return can change: those whose chronicle went on since. None if that is unknown."""
    back = new.stamp.back_to if new.stamp else None
    then = tree.of(git, back).get(CHRONICLES) if back and live.intact(git, back) else None
    if then is None:
        return None
    out = git.say("diff-tree", "-r", "-z", "--name-only", then.id, up.entries[CHRONICLES].id).out
    return frozenset(_address(name) for name in out.decode("utf-8", "surrogateescape").split("\0")[:-1])


def _address(name: str) -> str:
    """`tin-tuc/2026/ngay-hoi.json` -> `tin-tuc/2026/ngay-hoi/`."""
    return f"{name.removesuffix('.json')}/"


@dataclass(slots=True)
class _Shelf:
    """The chronicles as they stand in a tree, and those that were taken from it to be carried on."""

    git: Git
    entry: tree.Entry | None
    there: dict[str, str] = field(init=False)
    taken: dict[str, Chronicle] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.there = dict(self._listed())

    def _listed(self) -> Iterator[tuple[str, str]]:
        """Each record's address, and the id of its file."""
        out = self.git.say("ls-tree", "-r", "-z", self.entry.id).out if self.entry else b""
        for row in out.decode("utf-8", "surrogateescape").split("\0")[:-1]:
            head, _, name = row.partition("\t")
            yield _address(name), head.split(" ")[2]

    def add(self, old: str, new: str, one: Publication, only: frozenset[str] | None = None) -> None:
        """Carries on with what changed from the tree `old` to the tree `new`, which `one` published.

        `only` names the records that can have changed, where that is known.
        """
        changed = steps.between(self.git, old, new, only)
        turned = {turn.address: turn for turn in steps.turns(self.git, changed, self._known())}
        touched = [
            address for address in self._known() if changed.replaced and _near(address, changed.replaced)
        ]
        self._take([*turned, *touched])
        files = {address: self.taken[address].files for address in touched if address not in turned}
        for turn in steps.replaced(self.git, changed, files, new):
            turned[turn.address] = turn
        sums = steps.sums(self.git, new, list(turned.values()))
        right = live.untouched(self.git, one) if one.commit else one.ours
        for address, turn in turned.items():
            before = self.taken[address]
            whole = steps.with_files(turn, changed, before.files)
            self.taken[address] = before.then(_event(whole, one, right, sums))

    def _known(self) -> set[str]:
        return self.there.keys() | self.taken.keys()

    def _take(self, wanted: Iterable[str]) -> None:
        new = [address for address in wanted if address not in self.taken]
        old = [address for address in new if address in self.there]
        bytes_of = objects.contents(self.git, [self.there[address] for address in old])
        self.taken |= {address: Chronicle(address) for address in new}
        self.taken |= {one: chronicle.read(one, data) for one, data in zip(old, bytes_of, strict=True)}

    def put_away(self) -> tree.Entry | None:
        """The folder with all that was carried on; only those are written that say something new."""
        texts = {
            addresses.of_chronicle(one.address): one.written() for one in self.taken.values() if one.events
        }
        return tree.grown(self.git, CHRONICLES, self.entry, texts)


def _near(address: str, paths: Iterable[str]) -> bool:
    """Whether a file lies where those of a record do: in the folder that holds its page's, or below."""
    folder = address.rstrip("/").rpartition("/")[0]
    return any(path.startswith(f"{folder}/") for path in paths)


def _event(turn: Turn, one: Publication, right: bool, sums: dict[str, str]) -> Event:
    entry = Entry(one, turn.sha256, turn.change, right)
    source = one.stamp.source if one.ours and one.stamp else ""
    files = {path: sums[path] for path in turn.files if path in sums}
    said = tuple(words.public(entry))
    return Event(one.time.isoformat(timespec="seconds"), turn.change.deed, said, source, turn.sha256, files)
