"""`make bench`: what it costs to build an archive of thousands of items, to search it, and to read its pages.

It measures and fails nobody: prints our figures beside those of peers, keeps all of them in bench.json and
draws the picture of the README.
"""

import argparse
import signal
import sys
from pathlib import Path

import bench_build
import bench_city
import bench_ease
import bench_peer
import bench_publish
import bench_same
import bench_search
import bench_ward
import built
from bench_queries import QUICK_QUERIES
from bench_report import Report

SHARED = built.ROOT.parent / "shared/search"
SEARCHED, SEARCHED_QUICK = "10000", "2000"
BUILT, BUILT_QUICK = "1000,10000,40000", "1000"


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that its folders go
    asked = options()
    report = Report()
    parts = (
        asked.build,
        asked.search,
        asked.index,
        asked.same,
        asked.wards,
        asked.picture,
        asked.publish,
        asked.pages,
    )
    every = not any(parts)
    if asked.same:
        sys.exit(bench_same.measure(sizes(asked, "1000"), asked))
    if asked.build or every:
        asked.sizes = sizes(asked, BUILT_QUICK if asked.quick else BUILT)
        bench_build.measure(asked, report)
    if asked.search or asked.index or every:
        asked.sizes = sizes(asked, SEARCHED_QUICK if asked.quick else SEARCHED)
        bench_search.measure(asked, report)
    if asked.pages or every:
        bench_ease.measure(asked, report)
    if asked.wards:
        bench_city.measure(sizes(asked, "1000")[0], asked, report)
    if asked.publish:
        bench_publish.measure(sizes(asked, "10000"), report)
    if asked.picture:
        bench_build.publish(report)
    print("All of it: bench.json")


def sizes(asked: argparse.Namespace, usual: str) -> list[int]:
    return [int(size) for size in (asked.wanted or usual).split(",")]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure builds and the search on large archives.")
    part = parser.add_argument_group("what (everything when nothing is said)")
    part.add_argument("--build", action="store_true", help="what builds cost")
    part.add_argument("--search", action="store_true", help="what queries find and cost")
    part.add_argument("--index", action="store_true", help="what the search index costs, without a browser")
    part.add_argument("--pages", action="store_true", help="how easily pages are read: Lighthouse, axe-core")
    part.add_argument("--same", type=int, metavar="ROUNDS", help="random edits: same bytes as a cold build?")
    part.add_argument("--wards", type=int, help="so many wards side by side, as a city has them")
    part.add_argument("--publish", action="store_true", help="what publication and the way back cost")
    part.add_argument("--picture", action="store_true", help="bench.json -> .github/bench.svg, SCALE.md")
    more = parser.add_argument_group("how")
    more.add_argument("--sizes", dest="wanted", help=f"items: {BUILT} to build, {SEARCHED} to search")
    more.add_argument(
        "--runs", type=int, default=3, help="of each build and page; medians count; 1 above 10,000 items"
    )
    more.add_argument("--quick", action="store_true", help=f"small: one run; {QUICK_QUERIES} queries")
    more.add_argument(
        "--no-peer", action="store_true", help=f"without Hugo, {bench_peer.NAME} and the others"
    )
    more.add_argument(
        "--folder", type=Path, help="where archives are built; memory (/dev/shm) when there is room"
    )
    more.add_argument(
        "--archive", type=Path, default=bench_ward.MAKER, help="a program that writes an archive"
    )
    more.add_argument("--corpus", type=Path, default=SHARED / "corpus.jsonl.gz")
    more.add_argument("--queries", type=Path, default=SHARED / "queries-dev.json")
    return parser.parse_args()


if __name__ == "__main__":
    main()
