"""An attachment's bytes -> what is in it; each kind of file by a room that is opened when one is met."""

import importlib
from typing import NamedTuple

from gandan.privacy import search
from gandan.privacy.finding import Finding
from gandan.privacy.office import Broken
from gandan.privacy.paper import Paper

ROOMS = {".docx": "word", ".xlsx": "workbook", ".pdf": "pdf"}
LIMIT = 60 * 1024 * 1024  # bytes of a file that is read


class Found(NamedTuple):
    """A finding of an attachment and where there it stands."""

    where: str
    finding: Finding


def read(data: bytes, suffix: str) -> Paper:
    """The text of a file of one of the kinds of `ROOMS`; never raises."""
    if len(data) > LIMIT:
        return Paper(unread="tệp quá lớn, máy không đọc chữ trong đó.")
    try:
        paper = importlib.import_module(f"gandan.privacy.{ROOMS[suffix]}").read(data)
    except Broken as broken:
        return Paper(unread=str(broken))
    assert isinstance(paper, Paper)
    return paper


def find(paper: Paper, official: frozenset[str]) -> list[Found]:
    """Everything found in it, part by part."""
    return [Found(part.where, one) for part in paper.parts for one in search.find(part.text, official)]
