"""How good and how dear the answers are, by class of query."""

import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import NamedTuple

import bench_browser
from bench_queries import Query
from playwright.sync_api import Browser

TOP = 10
SCORES = ("success@1", "mrr@10", "recall@10")
BYTES = ("bytes_p50", "bytes_p90", "bytes_max")
Rows = Mapping[str, Mapping[str, float]]  # by class of query, and "all"


class Found(NamedTuple):
    """What one query gave."""

    kind: str
    success: float
    reciprocal: float
    recall: float
    bytes: int
    requests: int


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


def show(rows: Rows) -> None:
    print(f"{'class':14} {'n':>4} {'succ@1':>7} {'MRR@10':>7} {'rec@10':>7}   kB p50/p90/max  requests")
    for kind, row in rows.items():
        ranks = " ".join(f"{row[name]:7.3f}" for name in SCORES)
        sizes = "/".join(f"{row[name] / 1000:.0f}" for name in BYTES)
        print(f"{kind:14} {row['n']:4} {ranks}   {sizes:>14}  {row['requests_p50']:8}", flush=True)
