"""The figures of builds as a table: what, goal, ours, the peer's, ratio."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Any, NamedTuple

import bench_rivals
import bench_scenes

# Of the peer's full build, as at least and at best.
GOALS = {
    bench_scenes.COLD: (0.6, 0.4),
    bench_scenes.SAME: (0.03, 0.015),
    bench_scenes.ITEM: (0.05, 0.025),
    bench_scenes.TITLED: (0.05, 0.025),
    bench_scenes.NEW: (0.05, 0.025),
    bench_scenes.DAY: (0.08, 0.03),
    bench_scenes.WEEK: (0.08, 0.03),
    bench_scenes.FRESH: (0.08, 0.04),
    bench_scenes.UNPACKED: (0.08, 0.04),
}
MATERIAL_GOAL = (0.3, 0.3)
MEMORY_GOAL, SERVE_GOAL, BYTES_GOAL = (700, 400), (2, 0.7), (6000, 4000)
GROWTH_GOAL = (1.15, 1.05)
WALL = (bench_scenes.COLD, bench_scenes.ITEM)  # scenes of which the wall is told, too
UNITS = {"cpu_s": "CPU s", "wall_s": "wall s"}


class Row(NamedTuple):
    """A figure; `share`: the goal is of its ratio to the peer's, else of the figure itself."""

    name: str
    goal: tuple[float, float] | None
    ours: float
    peer: float | None = None
    share: bool = True
    digits: int = 2

    @property
    def ratio(self) -> float | None:
        return self.ours / self.peer if self.peer else None

    @property
    def reached(self) -> str:
        """`at best`, `yes` or `no`; nothing where there is no goal or no figure."""
        measured = self.ratio if self.share else self.ours
        if self.goal is None or measured is None:
            return ""
        least, best = self.goal
        return "at best" if measured <= best else "yes" if measured <= least else "no"


def show(told: Mapping[str, Any]) -> None:
    """The table of one size."""
    print(f"\n{'':42} {'goal':>14} {'ours':>9} {'peer':>9} {'ratio':>8}  reached")
    for row in rows(told):
        goal = "" if row.goal is None else " / ".join(f"{one:g}" for one in row.goal)
        goal = f"{goal} ×" if row.share and goal else goal
        peer = "" if row.peer is None else f"{row.peer:,.{row.digits}f}"
        ratio = "" if row.ratio is None else f"{row.ratio:.3f} ×"
        print(f"{row.name:42} {goal:>14} {row.ours:9,.{row.digits}f} {peer:>9} {ratio:>8}  {row.reached}")
    print(
        f"The peer is {bench_rivals.PEER}, a full build; it does all of it again for every change.",
        flush=True,
    )


def rows(told: Mapping[str, Any]) -> Iterator[Row]:
    """All rows of one size; what was not measured has none."""
    peer = told.get("peers", {}).get(bench_rivals.PEER)
    for name, runs in told.get("scenes", {}).items():
        for figure, unit in (UNITS if name in WALL else {"cpu_s": "CPU s"}).items():
            whole = middle(peer, figure) if peer else None
            yield Row(f"{name}, {unit}", GOALS.get(name), middle(runs, figure), whole)
    yield from beside(told)
    if told.get("scenes"):
        theirs = most({"": peer}) if peer else None
        cold = told["scenes"].get(bench_scenes.COLD)
        if cold:
            whole = middle(peer, "bytes") / 1e6 if peer else None
            yield Row("site, MB", None, middle(cold, "bytes") / 1e6, whole, digits=0)
        yield Row("peak memory, MB", MEMORY_GOAL, most(told["scenes"]), theirs, share=False, digits=0)
    yield from alone(told)


def middle(runs: Sequence[Mapping[str, float]], figure: str) -> float:
    return median(run[figure] for run in runs)


def beside(told: Mapping[str, Any]) -> Iterator[Row]:
    """Our cold build and those of the others."""
    cold = told.get("scenes", {}).get(bench_scenes.COLD)
    for name, runs in told.get("peers", {}).items():
        if name != bench_rivals.PEER and cold:
            goal = MATERIAL_GOAL if name == bench_rivals.MATERIAL else None
            yield Row(f"cold against {name}, CPU s", goal, middle(cold, "cpu_s"), middle(runs, "cpu_s"))


def most(shelf: Mapping[str, Sequence[Mapping[str, float]]]) -> float:
    """The most memory of any build, in MB."""
    return max(run["peak_bytes"] for runs in shelf.values() for run in runs) / 1e6


def alone(told: Mapping[str, Any]) -> Iterator[Row]:
    """What no peer stands beside."""
    if check := told.get("check"):
        yield Row("gandan check, CPU s", None, check["cpu_s"])
    if serve := told.get("serve"):
        yield Row("make serve, first page, wall s", None, serve["first_page_s"])
        yield Row("make serve, edit to fresh page, wall s", SERVE_GOAL, serve["edit_s"], share=False)
    if page := told.get("page"):
        yield Row("bytes of a news page", None, page["bytes"], digits=0)
        yield Row("bytes beyond its own text", BYTES_GOAL, page["beyond_bytes"], share=False, digits=0)


def each(told: Mapping[str, Any], name: str) -> dict[int, float]:
    """CPU milliseconds for each item, by size, of a scene or a peer."""
    found = {
        int(size): (one.get("scenes", {}) | one.get("peers", {})).get(name) for size, one in told.items()
    }
    return {size: middle(found[size], "cpu_s") / size * 1e3 for size in sorted(found) if found[size]}


def compare(told: Mapping[str, Any]) -> None:
    """How the cost of an item grows from the smallest archive to the largest."""
    cold = each(told, bench_scenes.COLD)
    if len(cold) > 1:
        least, largest = min(cold), max(cold)
        row = Row("growth", GROWTH_GOAL, cold[largest], cold[least])
        words = (
            f"CPU of an item, cold: {row.peer:.2f} ms of {least:,}, {row.ours:.2f} ms of {largest:,} items"
        )
        print(f"\n{words}: {row.ratio:.2f} × (goal {GROWTH_GOAL[0]} / {GROWTH_GOAL[1]}), {row.reached}")
