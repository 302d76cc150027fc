"""Builds as people run them, each in a process of its own that has its imports already: a tenth of the time.

`forked.begun` gives a process that can be killed; `forked.build` waits for it and tells how it ended.
"""

import contextlib
import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.__main__ import cli

from gandan import cache

TICK = 0.06  # seconds: a file older than this is known again by its time

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["forked", "gandan.assemble", "gandan.building", "material", "pymdownx"])


class Ended(NamedTuple):
    """What a build left behind: its exit code (negative: the signal), all that it told."""

    code: int | None
    told: str


class Running:
    """A build under way."""

    def __init__(self, arguments: list[str], today: str, before: Callable[[], None] | None) -> None:
        handle, self._told = tempfile.mkstemp(suffix=".told")
        os.close(handle)
        self._process: Any = CONTEXT.Process(target=_run, args=(arguments, today, self._told, before))
        self._process.start()

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        self._process.kill()

    def ended(self, seconds: float | None = None) -> bool:
        """Wait until it has ended, for so long at most."""
        self._process.join(seconds)
        return self._process.exitcode is not None

    def end(self) -> Ended:
        """Wait until it has ended."""
        self._process.join()
        told = Path(self._told).read_text("utf-8")
        Path(self._told).unlink()
        return Ended(self._process.exitcode, told)


def begun(
    root: Path,
    today: str,
    *more: str,
    site: Path | None = None,
    before: Callable[[], None] | None = None,
    verb: str = "build",
) -> Running:
    """`mkdocs build` of the ward at `root`; `before` is called in its process first."""
    place = ["-d", str(site)] if site else []
    return Running([verb, "-f", str(root / "mkdocs.yml"), *place, *more], today, before)


def build(
    root: Path,
    today: str,
    *more: str,
    site: Path | None = None,
    before: Callable[[], None] | None = None,
    verb: str = "build",
) -> Ended:
    """The same, waited for."""
    return begun(root, today, *more, site=site, before=before, verb=verb).end()


def _run(arguments: list[str], today: str, told: str, before: Callable[[], None] | None) -> None:
    os.environ |= {"GANDAN_TODAY": today, "NO_MKDOCS_2_WARNING": "1"}
    with Path(told).open("w", encoding="utf-8", buffering=1) as file:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(file.fileno(), stream.fileno())
        if before:
            before()
        with contextlib.redirect_stdout(file), contextlib.redirect_stderr(file):
            try:
                cli(arguments)
            except SystemExit as end:
                if isinstance(end.code, str):
                    print(end.code, file=sys.stderr)
                    raise SystemExit(1) from None
                raise


def wait() -> None:
    """Until every file that was written is old enough to be known again by its time."""
    time.sleep(TICK)


def small(limit: int) -> None:
    """A disk that takes no file larger than this (bytes)."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


SMALL = {limit: partial(small, limit) for limit in (2_000, 20_000)}


def no_cache() -> None:
    """A disk that takes nothing that is kept."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    cache.Store._replace = full  # type: ignore[method-assign]
