"""The files that a page offers to take home, and until when."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import NamedTuple

from gandan import dates, states
from gandan.dates import Stamp
from gandan.model import Attachment
from gandan.relate.portal import Portal


class Term(NamedTuple):
    """Of a list of people: its last day, the day from which it is gone, its law, whether it is over."""

    until: Stamp
    gone: str
    basis: str
    over: bool


class Download(NamedTuple):
    """A file to take home, with its kind and size."""

    url: str
    title: str
    kind: str
    size: str
    term: Term | None = None


def of(files: Iterable[Attachment], folder: str, portal: Portal, today: date) -> tuple[Download, ...]:
    """Attachments that lie in `folder` of the site (and of docs/)."""
    return tuple(_download(file, folder, portal, today) for file in files)


def _download(file: Attachment, folder: str, portal: Portal, today: date) -> Download:
    path = PurePosixPath(folder) / file.file
    bytes_ = portal.sizes.get(f"docs/{path}", 0)
    kind = path.suffix.lstrip(".").upper()
    return Download(str(path), file.title, kind, size(bytes_), _term(file, today))


def _term(file: Attachment, today: date) -> Term | None:
    if (naming := states.of_file(file)) is None:
        return None
    gone = (naming.until + timedelta(days=1)).isoformat()
    return Term(dates.short(naming.until), gone, naming.basis, not states.is_shown(file, today))


def size(count: int) -> str:
    """Bytes as people say them: `12 kB`, `1,4 MB`."""
    if count >= 1_000_000:
        return f"{count / 1_000_000:.1f} MB".replace(".", ",")
    return f"{max(1, round(count / 1000))} kB"
