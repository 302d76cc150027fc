"""The picture of the README: what one item costs, by the size of the archive; SVG, both axes logarithmic."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import bench_rivals
import bench_scenes
import bench_table
import built
from bench_report import Report

FILE = built.ROOT / ".github/bench.svg"
WIDTH, HEIGHT = 780, 400
LEFT, RIGHT, TOP, BOTTOM = 70, 535, 50, 350  # of the field of the curves
GAP = 16  # between two names at the ends of curves
LINES = {
    bench_rivals.PEER: ("Hugo + Pagefind, every build", "#8a8a8a"),
    bench_scenes.COLD: ("Gần Dân, cold", "#9c1620"),
    bench_scenes.ITEM: ("Gần Dân, one item changed", "#1d5f8a"),
    bench_scenes.SAME: ("Gần Dân, nothing changed", "#2f7d4f"),
}
CAPTION = "CPU milliseconds of one build per item of the archive, search index included"
HEAD = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"
font-family="sans-serif" font-size="13">
<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>
<text x="{LEFT}" y="28" font-size="15" fill="#222">{CAPTION}</text>
"""


class Scale(NamedTuple):
    """A logarithmic axis: which values stand at its two ends, and where these are."""

    least: float
    most: float
    begin: float
    end: float

    def at(self, value: float) -> float:
        share = math.log(value / self.least) / math.log(self.most / self.least)
        return round(self.begin + share * (self.end - self.begin), 1)


def draw(report: Report) -> None:
    """Write the picture where at least two sizes have been measured."""
    told = report.told("build")
    curves = {name: bench_table.each(told, name) for name in LINES}
    curves = {name: points for name, points in curves.items() if len(points) > 1}
    if bench_scenes.COLD in curves:
        FILE.write_text(picture(curves), "utf-8")
        print(f"Drawn: {FILE.relative_to(built.ROOT)}")


def picture(curves: Mapping[str, Mapping[int, float]]) -> str:
    """Milliseconds by size, by name of the curve -> SVG."""
    sizes = sorted({size for points in curves.values() for size in points})
    costs = [cost for points in curves.values() for cost in points.values()]
    least, most = math.floor(math.log10(min(costs))), math.ceil(math.log10(max(costs)))
    across = Scale(sizes[0], sizes[-1], LEFT, RIGHT)
    up = Scale(10.0**least, 10.0**most, BOTTOM, TOP)
    decades = [10.0**power for power in range(least, most + 1)]
    return "".join([HEAD, *grid(across, up, sizes, decades), *lines(across, up, curves), "</svg>\n"])


def grid(across: Scale, up: Scale, sizes: Sequence[int], decades: Sequence[float]) -> Iterator[str]:
    for cost in decades:
        y = up.at(cost)
        yield f'<path d="M{LEFT} {y}H{RIGHT}" stroke="#ddd"/>\n'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end" fill="#555">{cost:g}</text>\n'
    for size in sizes:
        x = across.at(size)
        yield f'<path d="M{x} {TOP}V{BOTTOM}" stroke="#eee"/>\n'
        yield f'<text x="{x}" y="{BOTTOM + 20}" text-anchor="middle" fill="#555">{size:,}</text>\n'
    yield f'<text x="{RIGHT}" y="{BOTTOM + 40}" text-anchor="end" fill="#555">items in the archive</text>\n'


def lines(across: Scale, up: Scale, curves: Mapping[str, Mapping[int, float]]) -> Iterator[str]:
    """Each curve, with its name and last figure at its end; names keep apart from each other."""
    lowest = 0.0
    for name, points in sorted(curves.items(), key=lambda one: -one[1][max(one[1])]):
        words, colour = LINES[name]
        places = [(across.at(size), up.at(cost)) for size, cost in points.items()]
        drawn = "L".join(f"{x} {y}" for x, y in places)
        yield f'<path d="M{drawn}" fill="none" stroke="{colour}" stroke-width="2"/>\n'
        yield from (f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>\n' for x, y in places)
        lowest = max(lowest + GAP, places[-1][1] + 4)
        last = points[max(points)]
        yield f'<text x="{RIGHT + 10}" y="{lowest}" fill="{colour}">{words}: {last:.2g}</text>\n'
