"""One publication as a commit of the branch: its files, its stamp, its words; put there or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from gandan.publishing import ledger, stamp, tree
from gandan.publishing.branch import Branch, Outcome
from gandan.publishing.git import Git
from gandan.publishing.live import KEPT, Live, Tell
from gandan.publishing.stamp import Stamp
from gandan.publishing.tree import Entry

_NAME, _ADDRESS = "Trang của phường", "gandan@localhost"  # where git knows no name


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for. `fewer` and `older` are the reasons for what a guard would refuse."""

    branch: Branch
    site: Path
    now: datetime
    fewer: str | None = None
    older: str | None = None
    dry: bool = False

    @property
    def git(self) -> Git:
        return self.branch.git


def entries(git: Git, files: Mapping[str, Entry], published: frozenset[str], up: Live) -> dict[str, Entry]:
    """The files of a publication: a site's, the list of addresses, and the host's own settings."""
    kept = {name: one for name, one in up.entries.items() if name in KEPT}
    if ".nojekyll" not in files:  # a publication that another tool made
        kept[".nojekyll"] = tree.blob(git, b"")
    listing = tree.blob(git, ledger.written(published).encode())
    return kept | dict(files) | {ledger.NAME: listing}


def put(order: Order, files: dict[str, Entry], made: Stamp, up: Live, tell: Tell) -> str | None:
    """Writes the commit and pushes it; its id, None when somebody else came first. Raises Refused."""
    git = order.git
    made = replace(made, tree=tree.made(git, files))
    whole = tree.made(git, files | {stamp.NAME: tree.blob(git, made.written())})
    commit = _written(order, whole, up.commit, message(made, up, order))
    tell("Đang gửi lên máy chủ…")
    outcome = order.branch.push(commit, up.commit)
    if outcome is Outcome.BEHIND:
        tell("Ngay sau bản này đã có người đăng bản khác lên trên.")
    if outcome is Outcome.OVERTAKEN:
        tell("Có người vừa đăng trước; đặt bản này lên trên bản của họ.")
        return None
    return commit


def message(made: Stamp, up: Live, order: Order) -> str:
    """The commit's words: what, from which source, how many pages there were, the reasons given."""
    source = made.source[:8] or "không rõ"
    if made.back_to:
        head = f"Trở lại bản {made.back_to[:8]}: {made.pages} trang, nguồn {source}"
    else:
        head = f"Đăng {made.pages} trang, nguồn {source}"
    lines = [f"Nguồn: {made.source or 'không rõ'} ({made.source_on()})", turn(made.pages, up)]
    if made.modified:
        lines.append("Khi đăng có tệp chưa commit.")
    if order.fewer:
        lines.append(f"Lý do bớt trang: {order.fewer}")
    if order.older:
        lines.append(f"Lý do lùi nguồn: {order.older}")
    return "\n".join([head, "", *lines, ""])


def turn(pages: int, up: Live) -> str:
    """How many pages there were before."""
    if not up.commit:
        return "Bản đầu tiên trên nhánh này."
    return f"Bản trước có {up.pages} trang, bản này {pages}."


def _written(order: Order, whole: str, parent: str | None, said: str) -> str:
    """The commit object; its time is the moment that the stamp tells, so that both say the same."""
    who = f"{_author(order.git)} {int(order.now.timestamp())} {order.now:%z}"
    head = [f"tree {whole}", *([f"parent {parent}"] if parent else []), f"author {who}", f"committer {who}"]
    data = "\n".join([*head, "", said]).encode()
    return order.git.say("hash-object", "-t", "commit", "-w", "--stdin", given=data).text


def _author(git: Git) -> str:
    """`Name <mail>` as git knows who publishes; git's own line ends in a time, which is left out."""
    answer = git.ask("var", "GIT_COMMITTER_IDENT")
    return f"{_NAME} <{_ADDRESS}>" if answer.status else answer.text.rsplit(" ", 2)[0]
