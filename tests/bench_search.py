"""The search of an archive of thousands of articles, in a real browser: what a query finds and costs."""

import argparse
import gzip
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import bench_browser
import bench_compare
import bench_host
import bench_index
import bench_peer
import bench_queries
import bench_ranks
import built
import chromium
from bench_queries import RUNS, Query
from bench_report import Report
from playwright.sync_api import Browser, sync_playwright

PAGE = "van-ban/10-2022-qh15/"  # a page view that does not search


def measure(asked: argparse.Namespace, report: Report) -> None:
    """Everything of the search, at each size that was asked for; kept as `search`."""
    corpus = asked.corpus if asked.corpus.is_file() else None
    if not corpus:
        print(f"No corpus at {asked.corpus}: the demonstration ward's own items are repeated instead.")
    if asked.index:
        for size in asked.sizes:
            with tempfile.TemporaryDirectory(prefix="gandan-bench-") as folder:
                index(size, corpus, Path(folder))
        return
    queries = bench_queries.chosen(corpus, asked.queries, asked.quick)
    print("Building the site of the demonstration ward…", flush=True)
    report.keep({"cores": os.cpu_count(), "corpus": bool(corpus), "script_gz": script()}, "search")
    with tempfile.TemporaryDirectory(prefix="gandan-bench-") as folder, sync_playwright() as playwright:
        peer = [] if asked.no_peer else command(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium.installed(), args=chromium.SWITCHES)
        for size in asked.sizes:
            own = archive(browser, size, corpus, queries)
            own["peer"] = beside(browser, peer, size, corpus, queries) if peer else {}
            report.keep(own, "search", "sizes", str(size))
            if own["peer"]:
                bench_compare.show(own | {"script_gz": script()}, own["peer"], bench_peer.NAME)
    growth(report.told("search", "sizes"))
    print(f"Script {script():,} bytes gzipped; {os.cpu_count()} cores.")


def command(folder: Path) -> list[str]:
    """What starts the peer; nothing when it cannot be had."""
    try:
        return bench_peer.install(folder)
    except bench_peer.Missing as why:
        print(f"{bench_peer.NAME} cannot be had, so nothing stands beside our figures: {why}.")
        return []


def script() -> int:
    """Bytes of the search's scripts as they are published, each gzipped."""
    folder = built.site() / "assets/search"
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in sorted(folder.glob("*.js")))


def index(size: int, corpus: Path | None, folder: Path) -> dict[str, Any]:
    print(f"\nBuilding the index of {size:,} articles…", flush=True)
    return bench_index.build(size, corpus, folder)


def archive(browser: Browser, size: int, corpus: Path | None, queries: list[Query]) -> dict[str, Any]:
    """Everything that is measured of ours at one size."""
    with tempfile.TemporaryDirectory(prefix="gandan-bench-") as folder:
        cost = index(size, corpus, Path(folder))
        with bench_host.ward(Path(folder)) as host:
            answered = bench_queries.present(queries, size)
            classes = bench_ranks.quality(browser, host, answered)
            bench_ranks.show(classes)
            phone = slow_phone(browser, host, bench_queries.short(answered))
            view = bench_browser.view(browser, host, PAGE)
    print(f"A page view that does not search: {view} bytes of search", flush=True)
    return {"index": cost, "classes": classes, "slow_phone": phone, "page_view_bytes": view}


def beside(
    browser: Browser, peer: Sequence[str], size: int, corpus: Path | None, queries: list[Query]
) -> dict[str, Any]:
    """The same of the peer; nothing where it does not run."""
    if size > bench_peer.MOST:
        print(f"{bench_peer.NAME} is left out above {bench_peer.MOST:,} articles: it needs too much memory.")
        return {}
    try:
        found = bench_peer.measure(browser, peer, size, corpus, bench_queries.present(queries, size))
    except bench_peer.Missing as why:
        print(f"{bench_peer.NAME} did not run, so nothing stands beside our figures: {why}.")
        return {}
    print(f"\n{bench_peer.NAME}")
    bench_ranks.show(found["classes"])
    return found


def slow_phone(browser: Browser, host: str, short: Sequence[str]) -> dict[str, Any]:
    """Seconds to the first result of short queries, each on a phone that has seen nothing yet."""
    if not short:
        return {}
    print(f"Slowed phone, {RUNS} runs each…", file=sys.stderr, flush=True)
    address = [bench_browser.from_address(browser, host, query) for query in short]
    field = [bench_browser.from_field(browser, host, query) for query in short]
    seen = [seconds for seconds in address if seconds is not None]
    print(
        f"First result on a slowed phone, median of {RUNS}: {median(field):.2f} s from sending the form of "
        f"the open page, {median(seen):.2f} s from opening the address of a query"
    )
    return {"queries": short, "from_field_s": field, "from_address_s": address}


def growth(sizes: Mapping[str, Mapping[str, Any]]) -> None:
    """How the bytes of a query grow with the archive, where more than one size was asked for."""
    bytes_ = {size: one["classes"]["all"]["bytes_p50"] for size, one in sizes.items()}
    if len(bytes_) > 1:
        told = ", ".join(f"{int(size):,} articles {count / 1000:.0f} kB" for size, count in bytes_.items())
        ratio = max(bytes_.values()) / min(bytes_.values())
        print(f"\nBytes of a query, p50: {told}; the most is {ratio:.2f} × the least")
