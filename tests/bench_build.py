"""What builds of an archive cost in each scene, beside a peer on the same archive in the same run."""

import argparse
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

import bench_curve
import bench_rivals
import bench_run
import bench_scale
import bench_scenes
import bench_serve
import bench_table
import bench_weight
import built
from bench_peer import Missing
from bench_report import Report
from bench_rivals import Rival
from bench_run import Failed
from bench_ward import Ward

MEMORY = Path("/dev/shm")  # a file system in memory: a disk's moods are no figure of ours
ROOM = 250_000  # bytes for each item, of all sites and caches together
LARGE = 10_000  # items: beyond it one run must do
BROKEN = (Failed, OSError, subprocess.SubprocessError)
T = TypeVar("T")


def measure(asked: argparse.Namespace, report: Report) -> None:
    """Every scene at each size; kept as `build`. What fails is told, and the rest goes on."""
    for size in asked.sizes:
        with place(asked.folder, size) as folder:
            try:
                one_size(size, asked, report, folder)
            except BROKEN as why:
                tell(report, size, f"{size:,} items are given up: {why}")
        bench_table.show(report.told("build", str(size)))
    bench_table.compare(report.told("build"))
    if len(asked.sizes) > 1 and not asked.quick:
        publish(report)


def publish(report: Report) -> None:
    """The picture and the table of the pages for engineers."""
    bench_curve.draw(report)
    bench_scale.write(report)


@contextmanager
def place(wanted: Path | None, size: int) -> Iterator[Path]:
    """A folder for one archive, in memory where there is room."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > size * ROOM
    where = wanted or (MEMORY if roomy else Path(tempfile.gettempdir()))
    print(f"\n{size:,} items, built below {where}", flush=True)
    with tempfile.TemporaryDirectory(prefix="gandan-bench-", dir=where) as folder:
        yield Path(folder)


def one_size(size: int, asked: argparse.Namespace, report: Report, folder: Path) -> None:
    runs = 1 if asked.quick or size > LARGE else asked.runs
    report.keep(
        {"commit": commit(), "cores": os.cpu_count(), "folder": str(folder.parent)}, "build", str(size)
    )
    ward = Ward(folder / "ward", size, asked.archive)
    peer = (
        None
        if asked.no_peer
        else attempt(report, size, bench_rivals.PEER, lambda: bench_rivals.hugo(ward, folder / "peer"))
    )
    for run in range(1, runs + 1):
        if peer:
            rival(report, size, peer)
        scenes(report, ward, run)
    report.keep(bench_weight.measure(ward), "build", str(size), "page")
    for name, look in (("check", ward.check), ("serve", lambda: bench_serve.measure(ward))):
        if (found := attempt(report, size, name, look)) is not None:
            report.keep(found, "build", str(size), name)
    for make in () if asked.no_peer or size > bench_rivals.MOST else bench_rivals.BESIDE:
        with tempfile.TemporaryDirectory(dir=folder) as other:
            if one := attempt(report, size, make.__name__, partial(make, ward, Path(other))):
                rival(report, size, one)


def scenes(report: Report, ward: Ward, run: int) -> None:
    """Each scene once; after one that failed the ward is built anew, and where that fails, too, it ends."""
    for scene in bench_scenes.SCENES:
        scene.change(ward, run)
        before = bench_run.files(ward.site)
        spent = attempt(report, ward.size, scene.name, ward.build)
        if spent is None:
            ward.empty()
            ward.build()
            continue
        spent |= bench_run.difference(before, bench_run.files(ward.site))
        spent["kept_bytes"] = bench_run.difference({}, bench_run.files(ward.cache))["bytes"]
        note(report, ward.size, "scenes", scene.name, spent)


def rival(report: Report, size: int, one: Rival) -> None:
    if spent := attempt(report, size, one.name, one.build):
        note(report, size, "peers", one.name, spent)


def attempt(report: Report, size: int, name: str, work: Callable[[], T]) -> T | None:
    """What the work gives; nothing when it fails, which is told."""
    try:
        return work()
    except (Missing, *BROKEN) as why:
        tell(report, size, f"{name}: {why}")
        return None


def note(report: Report, size: int, shelf: str, name: str, spent: dict[str, float]) -> None:
    """Keep one run beside those before it."""
    kept = report.told("build", str(size), shelf).get(name, [])
    report.keep([*kept, spent], "build", str(size), shelf, name)
    written = f", {spent['written']:,} of {spent['files']:,} files written" if shelf == "scenes" else ""
    print(
        f"  {name:34} CPU {spent['cpu_s']:7.2f} s, wall {spent['wall_s']:7.2f} s, "
        f"{spent['peak_bytes'] / 1e6:6,.0f} MB{written}",
        flush=True,
    )


def tell(report: Report, size: int, sentence: str) -> None:
    print(f"  Not measured: {sentence}", flush=True)
    missing = report.told("build", str(size)).get("missing", [])
    report.keep([*missing, sentence], "build", str(size), "missing")


def commit() -> str:
    """The state of the project that is measured."""
    command = ["git", "describe", "--always", "--dirty"]
    done = subprocess.run(command, cwd=built.ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()
