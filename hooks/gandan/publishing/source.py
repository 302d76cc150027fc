"""Where a publication comes from: a commit of the ward's repository; whether the site is older than it."""

import os
from dataclasses import dataclass
from pathlib import Path

from gandan import addresses
from gandan.publishing.git import Git
from gandan.publishing.refusal import Refused

WRITTEN = ("docs", "data", "overrides", "hooks", "mkdocs.yml")


@dataclass(frozen=True, slots=True)
class Source:
    """A commit, its time (ISO 8601), and how many files differ from it."""

    commit: str
    time: str
    changed: int


def of(git: Git) -> Source:
    """The source as it stands. Raises Refused while there is no commit."""
    answer = git.ask("log", "-1", "--format=%H%x09%cI")
    if answer.status:
        raise Refused("kho này chưa có commit nào: commit nội dung trước rồi đăng.")
    commit, _, time = answer.text.partition("\t")
    status = git.say(
        "status", "--porcelain", "-z", "--no-renames", "--", ".", f":(exclude){addresses.PUBLISHED}"
    )
    return Source(commit, time, sum(bool(row) for row in status.out.split(b"\0")))


def newer(root: Path, site: Path) -> str | None:
    """A file of the ward that was written after the site was built; None when there is none."""
    try:
        built = (site / "sitemap.xml").stat().st_mtime
    except OSError:
        return None
    for top in WRITTEN:
        for folder, below, names in os.walk(root / top):
            below[:] = [one for one in below if one != "__pycache__" and not one.endswith(".egg-info")]
            for name in (one for one in names if not one.startswith(".")):
                path = Path(folder, name)
                own = path.relative_to(root).as_posix()
                if own != addresses.PUBLISHED and path.lstat().st_mtime > built:
                    return own
    return None
