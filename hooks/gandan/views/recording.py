"""The recording of a page, for whoever has no voice on the device."""

from pathlib import PurePosixPath
from typing import NamedTuple

from gandan.model import Item, Page
from gandan.relate.portal import Portal
from gandan.views.downloads import size

TYPES = {".mp3": "audio/mpeg", ".ogg": "audio/ogg"}


class Recording(NamedTuple):
    """A file to listen to; `machine` tells that no human being reads it."""

    url: str
    type: str
    kind: str
    size: str
    machine: bool


def of(record: Item | Page, folder: str, portal: Portal) -> Recording | None:
    """The recording of a record whose files lie in `folder` of the site (and of docs/)."""
    if not record.audio:
        return None
    path = PurePosixPath(folder) / record.audio
    ending = path.suffix.lower()
    bytes_ = portal.sizes.get(f"docs/{path}", 0)
    return Recording(str(path), TYPES[ending], ending[1:].upper(), size(bytes_), record.audio_machine)
