"""Which pictures a page shows, and how large each is."""

import posixpath
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from gandan.check.entry import Checked, Entry
from gandan.model import Item, Record
from gandan.relate.portal import Article, Standing
from gandan.renditions import Size


def of(entry: Entry[Record]) -> tuple[str, ...]:
    """The files (`docs/…`) that the page of a record shows: the one that opens it, then those of its body."""
    first: str | None = getattr(entry.record, "image", None)
    if not first and not entry.links:
        return ()
    written = [*filter(None, [first]), *(unquote(link.target) for link in entry.links if link.image)]
    folder = posixpath.dirname(entry.raw.file)
    return tuple(posixpath.normpath(posixpath.join(folder, one)) for one in written)


def shown(checked: Checked, pages: Iterable[Article[Item] | Standing]) -> Mapping[str, Size]:
    """The pictures of these pages with their width and height in points."""
    files = {file for page in pages for file in page.pictures}
    return {file: checked.pictures[file] for file in sorted(files) if file in checked.pictures}
