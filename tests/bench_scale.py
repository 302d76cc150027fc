"""The measured table of the page on scale, `.github/SCALE.md`, written between its two marks."""

from collections.abc import Iterator, Mapping
from typing import Any

import bench_rivals
import bench_scenes
import bench_table
import built
from bench_report import Report

FILE = built.ROOT / ".github/SCALE.md"
BEGIN, END = "<!-- make bench writes this -->\n", "<!-- to here -->\n"
Sizes = Mapping[int, Mapping[str, Any]]


def write(report: Report) -> None:
    """Put the figures of bench.json into the page."""
    told = {int(size): one for size, one in report.told("build").items() if one.get("scenes")}
    sizes = {size: told[size] for size in sorted(told)}
    head, _, rest = FILE.read_text("utf-8").partition(BEGIN)
    _, _, tail = rest.partition(END)
    picture = ["![What one item costs, by the size of the archive](bench.svg)", ""]
    lines = [*(picture if len(sizes) > 1 else []), *table(sizes), "", *when(sizes), ""]
    FILE.write_text(f"{head}{BEGIN}{chr(10).join(lines)}{END}{tail}", "utf-8")
    print(f"Written: {FILE.relative_to(built.ROOT)}")


def table(sizes: Sizes) -> Iterator[str]:
    """A column for each size, a row for each figure; a figure that is missing is a dash."""
    yield (
        "| CPU seconds (in brackets: of the peer's) | "
        + " | ".join(f"{size:,} items" for size in sizes)
        + " |"
    )
    yield "|---|" + "--:|" * len(sizes)
    names = dict.fromkeys(name for one in sizes.values() for name in one["scenes"])
    for name in names:
        yield row(name, [scene(one, name) for one in sizes.values()])
    for name in dict.fromkeys(name for one in sizes.values() for name in one.get("peers", {})):
        yield row(name, [figure(one.get("peers", {}).get(name), "cpu_s", 1, "") for one in sizes.values()])
    cold = [one["scenes"].get(bench_scenes.COLD) for one in sizes.values()]
    yield row("cold, wall", [figure(runs, "wall_s", 1, " s") for runs in cold])
    yield row("most memory", [f"{bench_table.most(one['scenes']):,.0f} MB" for one in sizes.values()])
    yield row("the site", [figure(runs, "bytes", 1e6, " MB") for runs in cold])
    yield row("files of the site", [figure(runs, "files", 1, "") for runs in cold])
    yield row("kept in `.cache/`", [figure(runs, "kept_bytes", 1e6, " MB") for runs in cold])


def row(name: str, cells: list[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def scene(one: Mapping[str, Any], name: str) -> str:
    """CPU seconds of a scene, and what share of the peer's full build they are."""
    runs, peer = one["scenes"].get(name), one.get("peers", {}).get(bench_rivals.PEER)
    if not runs:
        return "–"
    seconds = bench_table.middle(runs, "cpu_s")
    share = f" ({seconds / bench_table.middle(peer, 'cpu_s'):.3f} ×)" if peer else ""
    return f"{seconds:.2f}{share}"


def figure(runs: list[dict[str, float]] | None, name: str, unit: float, words: str) -> str:
    """A median in its unit, whole where it is large."""
    if not runs:
        return "–"
    value = bench_table.middle(runs, name) / unit
    return f"{value:,.0f}{words}" if value >= 100 or value.is_integer() else f"{value:.1f}{words}"


def when(sizes: Sizes) -> Iterator[str]:
    """Which state of the project was measured, and on what."""
    for told in sorted({(one["commit"], one["cores"], one["folder"]) for one in sizes.values()}):
        commit, cores, folder = told
        yield f"Measured at `{commit}`, {cores} cores, below `{folder}`; the peer is {bench_rivals.PEER}."
