"""The stamp of a publication, `/ban-dung.json`: which source, when, how many pages, which files."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from gandan.zone import VIETNAM

NAME = "ban-dung.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a publication says of itself.

    `source` is the commit of the ward's repository, `source_time` its time, `modified` whether files were
    not committed when it was published; `published` the time of publication (both ISO 8601). `tree` is the
    id of the git tree of all its files but this one:
    `git ls-tree BRANCH | grep -v ban-dung.json | git mktree`.
    `back_to` is the earlier publication (a commit of the branch) that was brought back.
    """

    source: str
    source_time: str
    modified: bool
    published: str
    pages: int
    tree: str
    back_to: str | None = None
    format: int = FORMAT

    def written(self) -> bytes:
        """The bytes of the file."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n").encode("utf-8")

    def published_on(self) -> str:
        return words(self.published)

    def source_on(self) -> str:
        return words(self.source_time)


def read(data: bytes) -> Stamp | None:
    """The stamp that these bytes hold; None when they hold none that this version can trust."""
    try:
        given = json.loads(data)
        texts = {name: given[name] for name in ("source", "source_time", "published", "tree")}
        back, pages = given.get("back_to"), given["pages"]
        right = all(isinstance(one, str) for one in texts.values()) and isinstance(back, str | None)
        if not right or type(pages) is not int or given["format"] != FORMAT:
            return None
        return Stamp(**texts, modified=bool(given.get("modified")), pages=pages, back_to=back)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def words(time: str) -> str:
    """`2026-11-22T00:05:00+00:00` -> `07:05 ngày 22/11/2026`, in Vietnam; what is no time stays as it is."""
    found = moment(time)
    return f"{found.astimezone(VIETNAM):%H:%M ngày %d/%m/%Y}" if found else time


def moment(time: str) -> datetime | None:
    """A time of ISO 8601 that names its zone; None for anything else."""
    try:
        found = datetime.fromisoformat(time)
    except ValueError:
        return None
    return found if found.tzinfo else None
