"""Run one command and tell what it and all processes it started have used.

It is a process of its own, and a small one: a started process counts the memory of whoever started it until
it has loaded itself, so this stands between a measure and what is measured. The command's words go to a file;
the figures are one line of JSON.
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

EVERY = 0.25  # seconds between two looks at the memory of all processes together
PER_UNIT = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes


def tree(pid: int) -> Iterator[int]:
    """A process and all below it; only itself where the system does not tell."""
    yield pid
    with suppress(OSError):
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in children.read_text().split():
                yield from tree(int(child))


def held(pid: int) -> int:
    """Bytes of memory of one process, of what it shares its share; 0 where the system does not tell."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def watch(pid: int, ended: threading.Event, most: list[int]) -> None:
    """The most memory that all processes held at one look, put into `most`."""
    while not ended.wait(EVERY):
        most.append(max(sum(held(one) for one in tree(pid)), most.pop()))


def launch(command: list[str], words: Path) -> dict[str, float]:
    """Exit code; seconds of processor and of wall; bytes of memory, the most of one process or of all."""
    most, ended = [0], threading.Event()
    began = time.monotonic()
    with words.open("wb") as said:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT)
    threading.Thread(target=watch, args=(process.pid, ended, most), daemon=True).start()
    _, status, spent = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    ended.set()
    process.returncode = os.waitstatus_to_exitcode(status)
    return {
        "code": process.returncode,
        "cpu_s": spent.ru_utime + spent.ru_stime,
        "wall_s": wall,
        "peak_bytes": max(spent.ru_maxrss * PER_UNIT, most[0]),
    }


if __name__ == "__main__":
    print(json.dumps(launch(sys.argv[2:], Path(sys.argv[1]))))
