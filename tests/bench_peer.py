"""The peer: Pagefind on the same articles and queries, in the same browser, in the same run."""

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import bench_archive
import bench_browser
import bench_host
import bench_pages
import bench_queries
import bench_ranks
from bench_queries import Query
from playwright.sync_api import Browser, Error

VERSION = "1.6.0"
NAME = f"Pagefind {VERSION}"
MOST = 10_000  # articles; its memory grows with them, 2 GB at this size
WAIT = 180  # seconds for the registry
QUIET = ("--loglevel=error", "--no-audit", "--no-fund", "--ignore-scripts")
PATIENCE = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000")
SCRIPTS = ("pagefind.js", "wasm.unknown.pagefind")  # the latter is gzipped already; Vietnamese has no own


class Missing(Exception):
    """The peer cannot be had or run; the sentence says why."""


def install(folder: Path) -> list[str]:
    """Put the peer into `folder`, where it is not yet there -> the command that starts it."""
    place = fetch(folder, f"pagefind@{VERSION}")
    return [node(), str(place / "pagefind/lib/runner/bin.cjs")]


def node() -> str:
    npm, found = shutil.which("npm"), shutil.which("node")
    if not npm or not found:
        raise Missing("npm and node are needed")
    return found


def fetch(folder: Path, *wanted: str) -> Path:
    """Put packages of npm into `folder`, where they are not yet there -> the folder in which they lie."""
    node()
    place = folder / "node_modules"
    if all((place / one.rpartition("@")[0] / "package.json").is_file() for one in wanted):
        return place
    folder.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", *wanted, "--prefix", str(folder), *QUIET, *PATIENCE]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=WAIT, check=False)
    except (OSError, subprocess.TimeoutExpired):
        raise Missing("the registry of npm does not answer") from None
    if done.returncode:
        raise Missing((done.stderr.splitlines() or ["npm failed"])[0])
    return place


def index(command: Sequence[str], site: Path) -> dict[str, float]:
    """Index the pages below `site` -> seconds of all processes, memory of the largest, files and bytes."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([*command, "--site", str(site)], stdout=said, stderr=subprocess.STDOUT)
        _, status, spent = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        last = said.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
    if process.returncode:
        raise Missing(f"its index failed ({process.returncode}): {last}")
    held = [path for path in (site / "pagefind").rglob("*") if path.is_file()]
    return {
        "cpu_s": spent.ru_utime + spent.ru_stime,
        "wall_s": time.monotonic() - began,
        "peak_bytes": bench_archive.memory(spent),
        "files": len(held),
        "bytes": sum(path.stat().st_size for path in held),
    }


def pages(size: int, corpus: Path | None, folder: Path) -> None:
    """Write the archive by a process of its own: a started process counts the memory of who started it."""
    command = [sys.executable, bench_pages.__file__, str(size), str(folder)]
    subprocess.run([*command, *(("--corpus", str(corpus)) if corpus else ())], check=True)


def script(site: Path) -> int:
    """Bytes of what every search loads first, as they go over the wire."""
    packed = [(site / "pagefind" / name).read_bytes() for name in SCRIPTS]
    return sum(min(len(data), len(gzip.compress(data, 9))) for data in packed)


def measure(
    browser: Browser, command: Sequence[str], size: int, corpus: Path | None, queries: Sequence[Query]
) -> dict[str, Any]:
    """All that is measured of the peer at one size, under the names of our own."""
    with tempfile.TemporaryDirectory(prefix="gandan-bench-") as folder:
        site = Path(folder)
        pages(size, corpus, site)
        print(f"{NAME} on the same {size:,} articles…", file=sys.stderr, flush=True)
        cost = index(command, site)
        with bench_host.folder(site) as host:
            return {"index": cost, "script_gz": script(site)} | asked(browser, host, queries)


def asked(browser: Browser, host: str, queries: Sequence[Query]) -> dict[str, Any]:
    """What its answers are worth and cost."""
    short = bench_queries.short(queries)
    try:
        classes = bench_ranks.quality(browser, host, queries)
        first = [bench_browser.from_address(browser, host, words) for words in short]
    except Error as why:
        raise Missing(f"its page gave no answer: {why.message.splitlines()[0]}") from None
    return {"classes": classes, "slow_phone": {"queries": short, "from_address_s": first}}
