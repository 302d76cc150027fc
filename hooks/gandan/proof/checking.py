"""The commands by which anyone checks a proof: plain git, nothing of this project."""

import re
import shlex

from gandan.proof.account import Account
from gandan.proof.changes import Deed

_SECRET = re.compile(r"^(\w+://)[^/@]*@")


def public(remote: str) -> str:
    """An address of a repository without the name and password that it may carry."""
    return _SECRET.sub(r"\1", remote)


def clone(remote: str, branch: str, *paths: str) -> str:
    """Brings the branch and tells in which commits these files changed, with their times."""
    quoted = shlex.quote
    return (
        f"git clone --single-branch --branch {quoted(branch)} {quoted(remote)} trang-da-dang\n"
        "cd trang-da-dang\n"
        f"git log --first-parent --reverse --format='%H %cI' -- {' '.join(map(quoted, paths))}"
    )


def every(path: str) -> str:
    """One line that prints commit and sum of every publication in which the file changed."""
    quoted = shlex.quote(path)
    return (
        f"git log --first-parent --reverse --diff-filter=AM --format=%H -- {quoted} |"
        f' while read c; do echo "$c $(git show "$c":{quoted} | sha256sum)"; done'
    )


def sums(one: Account) -> str:
    """Commands for the page and its attachments at each publication that changed more than the frame."""
    rows = (row for row in one.entries if row.sha256 and row.change.deed is not Deed.FRAME)
    asked = (f"{row.publication.commit}:{path}" for row in rows for path in (one.path, *row.files))
    return "\n".join(f"git show {shlex.quote(name)} | sha256sum" for name in asked)
