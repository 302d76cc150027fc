"""What a draft brings along stays at home with it, and so does a list of people whose day is over."""

import posixpath
from collections.abc import Iterator
from datetime import date

from gandan.check.entry import Checked, Entry
from gandan.model import Item
from gandan.relate import annexes


def withheld(checked: Checked, today: date) -> frozenset[str]:
    """Files (`docs/…`) that only drafts name: attachments, pictures, links; lists past their day."""
    drafted: set[str] = set()
    published: set[str] = set()
    for entry in checked.telling:
        (drafted if entry.record.draft else published).update(_named(entry))
    return frozenset((drafted - published) | {one.file for one in annexes.over(checked, today)})


def _named(entry: Entry[Item]) -> Iterator[str]:
    item = entry.record
    written = [attachment.file for attachment in item.attachments]
    written += [one for one in (item.image, item.audio) if one]
    written += [link.target for link in entry.links]
    folder = posixpath.dirname(entry.raw.file)
    for file in written:
        yield posixpath.normpath(posixpath.join(folder, file))
