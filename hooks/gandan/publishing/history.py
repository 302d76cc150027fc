"""The publications of a branch, newest first: when, from which source, how many pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from gandan.publishing import stamp
from gandan.publishing.git import Git
from gandan.publishing.refusal import Refused
from gandan.publishing.stamp import Stamp
from gandan.zone import VIETNAM

SHORT = 8  # letters of a commit shown to people
CUT = "kho này chỉ giữ phần cuối của nhánh. Lấy cho đủ: git fetch --unshallow, rồi làm lại."


@dataclass(frozen=True, slots=True)
class Publication:
    """One commit of the branch; `ours` when it brought a stamp of its own, else another hand made it."""

    commit: str
    time: datetime
    author: str
    subject: str
    stamp: Stamp | None
    ours: bool

    @property
    def short(self) -> str:
        return self.commit[:SHORT]


def publications(git: Git, tip: str) -> tuple[Publication, ...]:
    """Every commit of the branch along its own line, newest first."""
    form = "--format=%H%x1f%ct%x1f%an%x1f%s"
    log = git.say("log", "--first-parent", "-z", form, tip).out.decode("utf-8", "replace")
    rows = [row.split("\x1f", 3) for row in log.split("\0") if row]
    stamps = list(_stamps(git, [row[0] for row in rows]))
    made = []
    for place, (commit, seconds, author, subject) in enumerate(rows):
        identity, found = stamps[place]
        before = stamps[place + 1][0] if place + 1 < len(stamps) else None
        time = datetime.fromtimestamp(int(seconds), UTC).astimezone(VIETNAM)
        ours = found is not None and identity != before
        made.append(Publication(commit, time, author, subject, found, ours))
    return tuple(made)


def _stamps(git: Git, commits: Sequence[str]) -> Iterator[tuple[str | None, Stamp | None]]:
    """Of each commit the id of its stamp and what it says."""
    asked = "".join(f"{commit}:{stamp.NAME}\n" for commit in commits)
    out = git.say("cat-file", "--batch", given=asked.encode()).out
    for _ in commits:
        head, _, out = out.partition(b"\n")
        words = head.decode("utf-8", "replace").split(" ")
        if words[-1] == "missing":
            yield None, None
            continue
        size = int(words[2])
        yield words[0], stamp.read(out[:size])
        out = out[size + 1 :]


def cut(git: Git, made: Sequence[Publication]) -> bool:
    """Whether this repository lacks what came before the oldest of these publications."""
    listed = git.root / git.ask("rev-parse", "--git-path", "shallow").text
    oldest = {made[0].commit, made[-1].commit}
    return listed.is_file() and bool(oldest & set(listed.read_text("ascii", "replace").split()))


def named(made: Sequence[Publication], name: str) -> Publication:
    """The publication that somebody means by the first letters of its commit. Raises Refused."""
    found = [one for one in made if len(name) >= 4 and one.commit.startswith(name.lower())]
    if len(found) == 1:
        return found[0]
    few = "ghi ít nhất 4 chữ của mã" if len(name) < 4 else "nhiều bản cùng khớp, ghi dài hơn"
    reason = few if found or len(name) < 4 else "nhánh này không có bản ấy"
    raise Refused(f"không rõ bản «{name}»: {reason}. Xem các bản: gandan publish --list.")


def before(made: Sequence[Publication]) -> Publication:
    """The publication to go back to when none is named.

    After another hand's change: the last of ours. Else the one before the newest; after a return, the one
    before that to which it returned, so that each return goes one further back. Raises Refused.
    """
    now, start = made[0], 0
    if now.ours and now.stamp:
        commits = [one.commit for one in made]
        start = 1 + (commits.index(now.stamp.back_to) if now.stamp.back_to in commits else 0)
    for one in made[start:]:
        if one.ours and one.stamp and not (now.ours and now.stamp and one.stamp.tree == now.stamp.tree):
            return one
    raise Refused("trước bản đang đăng không còn bản nào. Xem các bản: gandan publish --list.")
