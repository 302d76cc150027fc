"""`make bench`: an archive of thousands of articles, searched in a real browser; measures, never judges.

Prints what a query finds and costs, and writes bench.json.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import fmean, median
from typing import Any, NamedTuple

import bench_archive
import bench_browser
import built
import chromium
from playwright.sync_api import Browser, sync_playwright

from gandan.search import normalise

MATERIAL = built.ROOT.parent / "shared/search"
RUNS = 7  # of the slow phone
TOP = 10
QUICK_SIZE, QUICK_QUERIES = 2_000, 40
OWN_TITLES = 20  # of the ward, where there are no queries
SHORT = range(2, 5)  # syllables of a short query
PAGE = "van-ban/10-2022-qh15/"  # a page view that does not search


class Query(NamedTuple):
    """What is typed and the numbers of the texts that answer it."""

    kind: str
    words: str
    answers: frozenset[int]


class Found(NamedTuple):
    """What one query gave: how good, how dear."""

    kind: str
    success: float
    reciprocal: float
    recall: float
    bytes: int
    requests: int


def main() -> None:
    asked = options()
    corpus = asked.corpus if asked.corpus.is_file() else None
    if not corpus:
        print(f"No corpus at {asked.corpus}: the demonstration ward's own items are repeated instead.")
    if asked.index:
        for size in asked.sizes:
            archive(None, size, corpus, [])
        return
    queries = chosen(asked, corpus)
    print("Building the site of the demonstration ward…", flush=True)
    built.site()
    report: dict[str, Any] = {"cores": os.cpu_count(), "corpus": bool(corpus), "script_gz": script()}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.installed(), args=chromium.SWITCHES)
        report["sizes"] = {size: archive(browser, size, corpus, queries) for size in asked.sizes}
    (built.ROOT / "bench.json").write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"Script {report['script_gz']:,} bytes gzipped; {os.cpu_count()} cores. All of it: bench.json")


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the search on a large archive.")
    sizes = parser.add_argument("--sizes", default="10000", help="articles, e.g. 2000,10000,40000")
    parser.add_argument("--corpus", type=Path, default=MATERIAL / "corpus.jsonl.gz")
    parser.add_argument("--queries", type=Path, default=MATERIAL / "queries-dev.json")
    parser.add_argument(
        "--quick", action="store_true", help=f"{QUICK_QUERIES} queries, {QUICK_SIZE} articles"
    )
    parser.add_argument("--index", action="store_true", help="what the index costs, without a browser")
    asked = parser.parse_args()
    if asked.quick and asked.sizes == sizes.default:
        asked.sizes = str(QUICK_SIZE)
    asked.sizes = [int(size) for size in asked.sizes.split(",")]
    return asked


def chosen(asked: argparse.Namespace, corpus: Path | None) -> list[Query]:
    """The queries of the file; without one, or without its corpus, titles of the ward, typed two ways."""
    if corpus and asked.queries.is_file():
        rows = json.loads(asked.queries.read_text("utf-8"))
        queries = [Query(row["cls"], row["q"], frozenset(row["rel"])) for row in rows]
    else:
        texts = bench_archive.source(corpus)[:OWN_TITLES]
        queries = [query for text in texts for query in titled(text)]
    return spread(queries, QUICK_QUERIES) if asked.quick else queries


def titled(text: bench_archive.Text) -> tuple[Query, Query]:
    words = normalise.syllables(text.title)[:6]
    accented = " ".join(word.accented for word in words)
    plain = " ".join(word.plain for word in words)
    answers = frozenset({text.id})
    return Query("title", accented, answers), Query("title_nodia", plain, answers)


def spread(queries: list[Query], wanted: int) -> list[Query]:
    """As many as wanted, evenly from all classes."""
    ordered = sorted(queries, key=lambda query: query.kind)
    step = max(1.0, len(ordered) / wanted)
    return [ordered[int(place * step)] for place in range(min(wanted, len(ordered)))]


def present(queries: list[Query], size: int) -> list[Query]:
    """The queries that an archive of this size answers, with the answers that stand in it."""
    held = frozenset(range(size))
    return [query._replace(answers=query.answers & held) for query in queries if query.answers & held]


def script() -> int:
    """Bytes of the search's scripts as they are published, each gzipped."""
    folder = built.site() / "assets/search"
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in sorted(folder.glob("*.js")))


def archive(browser: Browser | None, size: int, corpus: Path | None, queries: list[Query]) -> dict[str, Any]:
    """Everything that is measured at one size."""
    with tempfile.TemporaryDirectory(prefix="gandan-bench-") as folder:
        print(f"\nBuilding the index of {size:,} articles…", flush=True)
        index = build(size, corpus, Path(folder))
        if not browser:
            return {"index": index}
        with bench_browser.host(Path(folder)) as host:
            answered = present(queries, size)
            classes = quality(browser, host, answered)
            phone = slow_phone(browser, host, [query.words for query in answered])
            view = bench_browser.view(browser, host, PAGE)
    print(f"A page view that does not search: {view} bytes of search")
    return {"index": index, "classes": classes, "slow_phone": phone, "page_view_bytes": view}


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
        one = spent[state]
        print(
            f"{state:18} CPU {one['cpu_s']:5.2f} s and {one['writing_cpu_s']:.2f} s of writing, "
            f"wall {one['wall_s']:.1f} s, peak {one['peak_bytes'] / 1e6:,.0f} MB "
            f"({one['peak_before_bytes'] / 1e6:,.0f} MB of it the articles before the index); "
            f"{one['files']:,.0f} files, {one['bytes'] / 1e6:.1f} MB",
            flush=True,
        )
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


def quality(browser: Browser, host: str, queries: Sequence[Query]) -> dict[str, dict[str, float]]:
    """Every query from a cold cache -> by class how good and how dear."""
    found: dict[str, list[Found]] = defaultdict(list)
    last = time.monotonic()
    for place, query in enumerate(queries):
        one = judged(query, *bench_browser.search(browser, host, query.words))
        found[query.kind].append(one)
        if time.monotonic() - last > 15:
            last = time.monotonic()
            print(f"  {place + 1} of {len(queries)} queries", file=sys.stderr, flush=True)
    rows = {kind: summed(found[kind]) for kind in sorted(found)}
    rows["all"] = summed([one for each in found.values() for one in each])
    show(rows)
    return rows


def judged(query: Query, urls: list[str], size: int, requests: int) -> Found:
    """A repetition of an article answers as the article does."""
    numbers = [int(url.rstrip("/").rpartition("-")[2]) for url in urls[:TOP]]
    places = [place for place, number in enumerate(numbers) if number in query.answers]
    held = len(query.answers.intersection(numbers)) / min(TOP, len(query.answers))
    first = places[0] if places else None
    reciprocal = 0.0 if first is None else 1 / (first + 1)
    return Found(query.kind, float(first == 0), reciprocal, held, size, requests)


def summed(found: Sequence[Found]) -> dict[str, float]:
    sizes = sorted(one.bytes for one in found)
    return {
        "n": len(found),
        "success@1": fmean(one.success for one in found),
        "mrr@10": fmean(one.reciprocal for one in found),
        "recall@10": fmean(one.recall for one in found),
        "bytes_p50": quantile(sizes, 0.5),
        "bytes_p90": quantile(sizes, 0.9),
        "bytes_max": sizes[-1],
        "requests_p50": quantile(sorted(one.requests for one in found), 0.5),
    }


def quantile(ordered: Sequence[int], share: float) -> int:
    """The nearest rank: the least value that `share` of all do not exceed."""
    return ordered[max(0, -(-int(len(ordered) * share * 1000) // 1000) - 1)]


def show(rows: Mapping[str, Mapping[str, float]]) -> None:
    print(f"{'class':14} {'n':>4} {'succ@1':>7} {'MRR@10':>7} {'rec@10':>7}   kB p50/p90/max  requests")
    for kind, row in rows.items():
        ranks = " ".join(f"{row[name]:7.3f}" for name in ("success@1", "mrr@10", "recall@10"))
        sizes = "/".join(f"{row[name] / 1000:.0f}" for name in ("bytes_p50", "bytes_p90", "bytes_max"))
        print(f"{kind:14} {row['n']:4} {ranks}   {sizes:>14}  {row['requests_p50']:8}")


def slow_phone(browser: Browser, host: str, words: Iterable[str]) -> dict[str, Any]:
    """Seconds to the first result of short queries, each on a phone that has seen nothing yet."""
    short = [query for query in words if len(normalise.syllables(query)) in SHORT]
    short = [short[place * len(short) // RUNS] for place in range(RUNS)] if short else []
    if not short:
        return {}
    print(f"Slowed phone, {RUNS} runs each…", file=sys.stderr, flush=True)
    address = [bench_browser.from_address(browser, host, query) for query in short]
    field = [bench_browser.from_field(browser, host, query) for query in short]
    print(
        f"First result on a slowed phone, median of {RUNS}: {median(field):.2f} s from sending the form of "
        f"the open page, {median(address):.2f} s from opening the address of a query"
    )
    return {"queries": short, "from_field_s": field, "from_address_s": address}


if __name__ == "__main__":
    main()
