"""A city: many wards side by side, each with its own archive and cache, as jobs of a CI matrix build them.

Builds and the installation are measured; how long a whole matrix takes is reckoned from them.
"""

import argparse
import heapq
import math
import os
import time
import venv
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import bench_build
import bench_run
import bench_scenes
from bench_delivered import LOCK, PIP
from bench_report import Report
from bench_ward import Ward

AT_ONCE = (20, 40, 60)  # jobs that the plans Free, Pro and Team of GitHub run at once


def measure(size: int, asked: argparse.Namespace, report: Report) -> None:
    """Every ward cold, then on the next day from a fresh checkout with its cache; kept as `city`."""
    with bench_build.place(asked.folder, size * asked.wards) as folder:
        wards = [Ward(folder / f"phuong-{number}", size, asked.archive) for number in range(asked.wards)]
        report.keep({"wards": asked.wards, "items": size, "cores": os.cpu_count()}, "city")
        setup = bench_build.attempt(report, size, "the installation", lambda: installed(folder))
        report.keep(setup, "city", "setup")
        for name, change in (("cold", nothing), ("next day", next_day)):
            for number, ward in enumerate(wards):
                change(ward, number)
            began = time.monotonic()
            spent = side_by_side(wards)
            told = reckoned(spent, setup["wall_s"] if setup else 0, time.monotonic() - began)
            report.keep(spent | told, "city", name)
            show(name, spent, told)


def nothing(ward: Ward, number: int) -> None:
    """Nothing was ever built."""


def next_day(ward: Ward, number: int) -> None:
    """The night's build after a day on which one item was changed."""
    ward.later(1)
    bench_scenes.unpacked(ward, number)


def installed(folder: Path) -> dict[str, float]:
    """What a machine without anything needs before it can build -> its cost."""
    place = folder / "environment"
    venv.create(place, with_pip=True)
    return bench_run.run([str(place / "bin/python"), *PIP, "--require-hashes", "-r", str(LOCK)], folder)


def side_by_side(wards: Sequence[Ward]) -> dict[str, list[float]]:
    """Build all, as many at once as there are cores -> seconds of processor and of wall of each."""
    found: dict[str, list[float]] = {"cpu_s": [], "wall_s": []}
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for spent in pool.map(lambda ward: ward.build(), wards):
            for figure, shelf in found.items():
                shelf.append(spent[figure])
    return found


def makespan(seconds: Sequence[float], at_once: int) -> float:
    """How long a queue of jobs takes that are begun in order, so many at once."""
    free = [0.0] * at_once
    for one in seconds:
        heapq.heapreplace(free, free[0] + one)
    return max(free)


def reckoned(spent: dict[str, list[float]], setup: float, together: float) -> dict[str, float]:
    """Seconds until all are built, and minutes billed: a job for each ward, or one machine for all of them.

    Each job installs first. A host bills every job in whole minutes.
    """
    jobs = [setup + one for one in spent["wall_s"]]
    return {
        **{f"matrix_{at_once}_s": makespan(jobs, at_once) for at_once in AT_ONCE},
        "matrix_minutes": sum(math.ceil(one / 60) for one in jobs),
        "one_machine_s": setup + together,
        "one_machine_minutes": math.ceil((setup + together) / 60),
    }


def show(name: str, spent: dict[str, list[float]], told: dict[str, float]) -> None:
    cpu, wall = spent["cpu_s"], spent["wall_s"]
    print(f"  {name}: {len(cpu)} builds, CPU {sum(cpu):.1f} s in all, wall of one {median(wall):.2f} s")
    matrix = ", ".join(f"{at_once} at once {told[f'matrix_{at_once}_s']:.0f} s" for at_once in AT_ONCE)
    print(f"    a job for each: {matrix}; {told['matrix_minutes']} minutes billed")
    alone = f"{told['one_machine_s']:.0f} s, {told['one_machine_minutes']} minutes billed"
    print(f"    one machine for all: {alone}", flush=True)
