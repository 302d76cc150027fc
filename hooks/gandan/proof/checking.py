"""The commands by which anyone checks a proof: plain git, nothing of this project."""

import re
import shlex

from gandan.proof.account import Account
from gandan.proof.changes import Deed

_SECRET = re.compile(r"^(\w+://)[^/@]*@")


def public(remote: str) -> str:
    """An address of a repository without the name and password that it may carry."""
    return _SECRET.sub(r"\1", remote)


def clone(remote: str, branch: str, path: str) -> str:
    """Brings the branch and tells in which commits the page changed, with their times."""
    quoted = shlex.quote
    return (
        f"git clone --single-branch --branch {quoted(branch)} {quoted(remote)} trang-da-dang\n"
        "cd trang-da-dang\n"
        f"git log --first-parent --reverse --format='%H %cI' -- {quoted(path)}"
    )


def every(path: str) -> str:
    """One line that prints commit and sum of every publication in which the file changed."""
    quoted = shlex.quote(path)
    return (
        f"git log --first-parent --reverse --diff-filter=AM --format=%H -- {quoted} |"
        f' while read c; do echo "$c $(git show "$c":{quoted} | sha256sum)"; done'
    )


def sums(one: Account) -> str:
    """One command for each publication that holds the page and changed more than its frame."""
    rows = (row for row in one.entries if row.sha256 and row.change.deed is not Deed.FRAME)
    return "\n".join(
        f"git show {shlex.quote(f'{row.publication.commit}:{one.path}')} | sha256sum" for row in rows
    )
