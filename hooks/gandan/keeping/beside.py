"""A site that is made beside its place, and comes whole."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gandan.keeping import disk

HOUR = 3600 * 10**9  # nanoseconds
MOULD = "moi."  # how the name of a folder begins in which a site is made


def mould(beside: Path | None) -> Path | None:
    """An empty folder to make a site in, None where there is no room; those that killed builds left go."""
    if beside is None or not (today := disk.now(beside)):
        return None
    for left in beside.glob(f"{MOULD}*"):
        with suppress(FileNotFoundError):  # a build beside this one was quicker
            if left.stat().st_mtime_ns < today - HOUR:
                shutil.rmtree(left, ignore_errors=True)
    made = Path(tempfile.mkdtemp(prefix=MOULD, dir=beside)) / "site"
    made.mkdir()
    return made


@contextmanager
def cleared(made: Path | None) -> Iterator[None]:
    """However it ends, nothing is left of the folder that `mould` gave."""
    try:
        yield
    finally:
        if made:
            shutil.rmtree(made.parent, ignore_errors=True)


def take(made: Path, folder: Path) -> None:
    """Let a whole site take its place, where nothing or an empty folder stands."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        made.rename(folder)
    except OSError:  # another disk
        shutil.copytree(made, folder, dirs_exist_ok=True)
