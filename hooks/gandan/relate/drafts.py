"""What a draft brings along stays at home with it."""

import posixpath
from collections.abc import Iterator

from gandan import markup
from gandan.check.entry import Checked, Entry
from gandan.model import Item


def withheld(checked: Checked) -> frozenset[str]:
    """Files (`docs/…`) that drafts name and no published item does: attachments, pictures, links."""
    drafted: set[str] = set()
    published: set[str] = set()
    for entry in checked.items:
        (drafted if entry.record.draft else published).update(_named(entry))
    return frozenset(drafted - published)


def _named(entry: Entry[Item]) -> Iterator[str]:
    item, folder = entry.record, posixpath.dirname(entry.raw.file)
    written = [attachment.file for attachment in item.attachments]
    written += [item.image] if item.image else []
    written += [link.target for link in markup.links(markup.without_code(entry.raw.body))]
    for file in written:
        yield posixpath.normpath(posixpath.join(folder, file))
