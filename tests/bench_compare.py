"""Our figures and a peer's, side by side."""

from collections.abc import Mapping
from statistics import median
from typing import Any, NamedTuple

from bench_ranks import BYTES, SCORES


class Row(NamedTuple):
    """A figure of both, and to how many digits it is told."""

    name: str
    ours: float
    theirs: float
    digits: int


def rows(own: Mapping[str, Any], peer: Mapping[str, Any]) -> list[Row]:
    """What both were measured by, at one size."""
    return [*answers(own["classes"]["all"], peer["classes"]["all"]), *first(own, peer), *index(own, peer)]


def answers(ours: Mapping[str, float], theirs: Mapping[str, float]) -> list[Row]:
    scores = [Row(name, ours[name], theirs[name], 3) for name in SCORES]
    kilo = [Row(f"kB of a query, {name[6:]}", ours[name] / 1e3, theirs[name] / 1e3, 0) for name in BYTES]
    return [*scores, *kilo]


def first(own: Mapping[str, Any], peer: Mapping[str, Any]) -> list[Row]:
    """The first result from opening the page on the slowed phone, of the queries that both answer."""
    pairs = zip(
        own["slow_phone"].get("from_address_s", ()), peer["slow_phone"]["from_address_s"], strict=False
    )
    both = [pair for pair in pairs if None not in pair]
    name = f"slowed phone, s, {len(both)} runs"
    return [Row(name, median(one for one, _ in both), median(one for _, one in both), 2)] if both else []


def index(own: Mapping[str, Any], peer: Mapping[str, Any]) -> list[Row]:
    """The peer keeps nothing: one changed article is all of it again."""
    cold, changed, theirs = own["index"]["cold"], own["index"]["one changed"], peer["index"]
    return [
        Row("kB of script, gzipped", own["script_gz"] / 1e3, peer["script_gz"] / 1e3, 1),
        Row("index cold, CPU s", cold["cpu_s"] + cold["writing_cpu_s"], theirs["cpu_s"], 2),
        Row("one changed, CPU s", changed["cpu_s"] + changed["writing_cpu_s"], theirs["cpu_s"], 2),
        Row("index cold, wall s", cold["wall_s"], theirs["wall_s"], 1),
        Row("index cold, peak MB", cold["peak_bytes"] / 1e6, theirs["peak_bytes"] / 1e6, 0),
        Row("index, MB", cold["bytes"] / 1e6, theirs["bytes"] / 1e6, 1),
        Row("index, files", cold["files"], theirs["files"], 0),
    ]


def show(own: Mapping[str, Any], peer: Mapping[str, Any], name: str) -> None:
    """The ratio is the peer's figure by ours."""
    print(f"\n{'':24} {'ours':>10} {name:>16} {'ratio':>8}")
    for row in rows(own, peer):
        ratio = f"{row.theirs / row.ours:7.2f}×" if row.ours else f"{'-':>8}"
        print(f"{row.name:24} {row.ours:10,.{row.digits}f} {row.theirs:16,.{row.digits}f} {ratio}")
    print(f"Ratio: the peer's by ours. {name} keeps nothing: one change is all of it again.")
