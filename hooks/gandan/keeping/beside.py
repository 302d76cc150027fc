"""A site that is made beside its place, and comes whole."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gandan.keeping import disk
from gandan.keeping.disk import Told
from gandan.outputs import Data

HOUR = 3600 * 10**9  # nanoseconds
MOULD = "moi."  # how the name of a folder begins in which a site is made


class Mould:
    """An empty folder in which a site is made, open as `handle`: nobody sees it yet."""

    def __init__(self, folder: Path, handle: int) -> None:
        self._folder, self._handle = folder, handle
        self._folders = {""}  # within it, as far as they were made

    def write(self, address: str, data: Data) -> Told:
        """Put a file in its place. Raises OSError where the disk refuses."""
        self._make(address.rpartition("/")[0])
        return disk.write(address, data, self._handle)

    def _make(self, folder: str) -> None:
        if folder not in self._folders:
            self._make(folder.rpartition("/")[0])
            os.mkdir(folder, dir_fd=self._handle)
            self._folders.add(folder)

    def take(self, folder: Path) -> None:
        """Let a whole site take its place, where nothing or an empty folder stands."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._folder.rename(folder)
        except OSError:  # another disk
            shutil.copytree(self._folder, folder, dirs_exist_ok=True)


@contextmanager
def mould(beside: Path | None) -> Iterator[Mould | None]:
    """A mould, of which nothing is left however it ends; None where there is no room. Those that killed
    builds left go."""
    if beside is None or not (today := disk.now(beside)):
        yield None
        return
    for left in beside.glob(f"{MOULD}*"):
        with suppress(FileNotFoundError):  # a build beside this one was quicker
            if left.stat().st_mtime_ns < today - HOUR:
                shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=MOULD, dir=beside, ignore_cleanup_errors=True) as room:
        made = Path(room) / "site"
        made.mkdir()
        handle = os.open(made, os.O_RDONLY)
        try:
            yield Mould(made, handle)
        finally:
            os.close(handle)
