"""Folders looked through again and again, so that a preview knows when somebody has saved a file.

Events of the system would be sooner there, but a drive of the network sends none. A look asks the disk for
the size and time of each file and nothing more; it waits while a build runs, which would wait for it in turn.
"""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from gandan.keeping import disk

EVERY = 0.25  # seconds between two looks
REST = 0.05  # seconds in which nothing changes once all is saved
EASE = 5  # times as long as a look took, at least: a large archive is looked at more seldom

Seen: TypeAlias = dict[str, disk.Told]


class Watch(threading.Thread):
    """Calls whoever asked to be told of a place, a folder or a file, when something below it is another.

    `quiet` is held by whoever must not be disturbed; what changed meanwhile is told afterwards.
    """

    def __init__(self, quiet: threading.Lock, every: float = EVERY) -> None:
        super().__init__(daemon=True)
        self._quiet, self._every = quiet, every
        self._told: dict[str, Callable[[], None]] = {}
        self._seen: dict[str, Seen] = {}
        self._ended = threading.Event()

    def watch(self, place: str, changed: Callable[[], None]) -> None:
        """Tell of a place from now on."""
        self._told[place], self._seen[place] = changed, _state(place)

    def look(self) -> None:
        """Tell of each place that is another than at the last look."""
        with self._quiet:
            for place, changed in list(self._told.items()):
                if _state(place) != self._seen[place]:
                    self._seen[place] = self._settled(place)
                    changed()

    def _settled(self, place: str) -> Seen:
        """A place once nobody writes there any more: who saves a file may empty it first."""
        state = _state(place)
        while not self._ended.wait(REST) and (later := _state(place)) != state:
            state = later
        return state

    def run(self) -> None:
        pause = self._every
        while not self._ended.wait(pause):
            began = time.thread_time()
            self.look()
            pause = max(self._every, EASE * (time.thread_time() - began))

    def stop(self) -> None:
        """No look is begun after this."""
        self._ended.set()


def _state(place: str) -> Seen:
    try:
        return disk.all_of(Path(place)) or {"": disk.told(Path(place).stat())}
    except OSError:
        return {}
