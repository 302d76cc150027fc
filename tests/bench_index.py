"""What the index costs in each state of its cache."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import bench_archive

STATES: dict[str, tuple[str, ...]] = {
    "cold": (),
    "nothing changed": (),
    "one changed": ("--changed",),
    "one changed, cold": ("--changed",),
}


def build(size: int, corpus: Path | None, folder: Path) -> dict[str, Any]:
    """The index in `folder`, then what it costs in each state of its cache, and whether its bytes stay."""
    cache = folder / "cache"
    spent: dict[str, Any] = {}
    for state, switches in STATES.items():
        kept = () if state == "one changed, cold" else ("--cache", str(cache))
        with tempfile.TemporaryDirectory(prefix="gandan-bench-") as other:
            spent[state] = one_build(
                size, corpus, folder if state == "cold" else Path(other), *switches, *kept
            )
        show(state, spent[state])
    sums = {state: one["sum"] for state, one in spent.items()}
    same = (sums["nothing changed"], sums["one changed"]) == (sums["cold"], sums["one changed, cold"])
    bytes_ = sum(path.stat().st_size for path in cache.iterdir())
    print(f"Kept for the next build: {bytes_ / 1e6:.0f} MB; same bytes as a cold build: {same}")
    return spent | {"kept_bytes": bytes_, "same_bytes": same}


def one_build(size: int, corpus: Path | None, folder: Path, *switches: str) -> dict[str, Any]:
    """By a process of its own, so that its memory is its own."""
    command = [sys.executable, bench_archive.__file__, str(size), str(folder), *switches]
    command += ["--corpus", str(corpus)] if corpus else []
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    spent: dict[str, Any] = json.loads(done.stdout)
    return spent


def show(state: str, one: dict[str, Any]) -> None:
    print(
        f"{state:18} CPU {one['cpu_s']:5.2f} s and {one['writing_cpu_s']:.2f} s of writing, "
        f"wall {one['wall_s']:.1f} s, peak {one['peak_bytes'] / 1e6:,.0f} MB "
        f"({one['peak_before_bytes'] / 1e6:,.0f} MB of it the articles before the index); "
        f"{one['files']:,.0f} files, {one['bytes'] / 1e6:.1f} MB",
        flush=True,
    )
