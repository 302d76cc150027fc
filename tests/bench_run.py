"""One command, measured: the processor's and the wall's seconds, memory, and what it wrote."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import bench_launch

PATIENCE = 3600  # seconds for one command
LINES, SHOWN = 4, 300  # and letters of a command's last words


class Failed(Exception):
    """A command did not do what it was asked; the sentence holds its last words."""


class Seen(NamedTuple):
    """A file as it lies there: what tells that it was written again, and what it holds."""

    signature: tuple[int, int, int]
    content: int


def run(command: Sequence[str], folder: Path, environment: dict[str, str] | None = None) -> dict[str, float]:
    """Run it in `folder` -> seconds of processor and of wall of all its processes, bytes of memory."""
    with tempfile.NamedTemporaryFile(prefix="gandan-bench-") as words:
        between = [sys.executable, "-I", "-S", bench_launch.__file__, words.name, *command]
        with subprocess.Popen(
            between,
            cwd=folder,
            env=surroundings() | (environment or {}),
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        ) as process:
            told = answer(process)
        last = " / ".join(Path(words.name).read_text("utf-8", "replace").strip().split("\n")[-LINES:])[
            -SHOWN:
        ]
    spent: dict[str, float] = json.loads(told or '{"code": -1}')
    if code := spent.pop("code"):
        raise Failed(f"{Path(command[0]).name} ended with {code:.0f}: {last}")
    return spent


def surroundings() -> dict[str, str]:
    """The environment of what is measured, ours and others: that of this process, but Python keeps what it
    has compiled, as on any machine that builds twice: to compile all anew is no part of what a build costs.
    """
    here = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return {name: value for name, value in here.items() if name != "PYTHONDONTWRITEBYTECODE"}


def answer(process: subprocess.Popen[str]) -> str:
    """What the process between has to say; nothing when time is up or the run is broken off."""
    try:
        return process.communicate(timeout=PATIENCE)[0]
    except subprocess.TimeoutExpired:
        return ""
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)


def files(folder: Path) -> dict[str, Seen]:
    """Every file below a folder; nothing when there is no folder."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            told = path.stat()
            seen = (told.st_mtime_ns, told.st_ino, told.st_size)
            found[str(path.relative_to(folder))] = Seen(seen, hash(path.read_bytes()))
    return found


def difference(before: Mapping[str, Seen], after: Mapping[str, Seen]) -> dict[str, int]:
    """Files and bytes there are, how many were written, how many hold something else, how many went."""
    written = [name for name, one in after.items() if one != before.get(name)]
    changed = [name for name in written if name not in before or after[name].content != before[name].content]
    return {
        "files": len(after),
        "bytes": sum(one.signature[2] for one in after.values()),
        "written": len(written),
        "changed": len(changed),
        "gone": len(before.keys() - after.keys()),
    }
