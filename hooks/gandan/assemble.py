"""The front door: a ward's folder and a day -> (Portal, problems)."""

from datetime import date
from pathlib import Path

from gandan.check import kinds
from gandan.read import files
from gandan.relate.join import Joined, join


def assemble(root: Path, today: date) -> Joined:
    """Read, check and relate everything below `root`; opens nothing else, never raises for content."""
    return join(kinds.records(files.folder(root)), today)
