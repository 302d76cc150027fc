"""The figures of pages as a table: what, goal, ours, and those of stock pages beside them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import bench_views

KILO = 1000
PICTURES, SEARCH = "Image", "search"
LIGHTHOUSE = (
    ("performance", "performance", 98, False, 0),
    ("accessibility", "accessibility", 100, False, 0),
    ("best practices", "best-practices", 100, False, 0),
    ("SEO", "seo", 100, False, 0),
    ("LCP, ms", "lcp_ms", 1800, True, 0),
    ("CLS", "cls", 0.01, True, 3),
    ("TBT, ms", "tbt_ms", 50, True, 0),
)


class Row(NamedTuple):
    """A figure of each site; None where there is none. `most`: the goal is an upper bound."""

    name: str
    goal: float | None
    figures: tuple[float | None, ...]
    most: bool = True
    digits: int = 0

    @property
    def reached(self) -> str:
        ours = self.figures[0]
        if self.goal is None or ours is None:
            return ""
        return "yes" if (ours <= self.goal if self.most else ours >= self.goal) else "no"


def show(told: Mapping[str, Any]) -> None:
    """Print what is kept under `pages`; the first site is ours."""
    names = list(told)
    print("\n" + " " * 40 + f"{'goal':>8}" + "".join(f"{name:>16}" for name in names) + "  reached")
    for row in rows(list(told.values())):
        goal = "" if row.goal is None else f"{'≤' if row.most else '≥'} {row.goal:g}"
        figures = ("–" if one is None else f"{one:,.{row.digits}f}" for one in row.figures)
        print(f"{row.name:40}{goal:>8}" + "".join(f"{one:>16}" for one in figures) + f"  {row.reached}")
    for name, site in told.items():
        for one in site.get("axe", {}).get("violations", ()):
            print(f"axe, {name}: {one['id']} ({one['impact']}) in {one['states']} states, {one['first']}")
        for page, one in site.get("lighthouse", {}).items():
            if one["missed"]:
                print(f"Lighthouse, {name}, {page}: {', '.join(one['missed'])}")
        if others := site.get("views", {}).get("others"):
            print(f"{name} asks {', '.join(others)}")


def rows(sites: list[Mapping[str, Any]]) -> Iterator[Row]:
    """All rows; of pages that a site does not have nothing is told."""

    def each(what: str, find: Callable[[Any], float | None]) -> tuple[float | None, ...]:
        return tuple(find(site[what]) if what in site else None for site in sites)

    yield from lighthouse(sites, each)
    yield Row("axe-core, states with a violation", 0, each("axe", lambda axe: axe["faulty"]))
    yield Row("axe-core, states", None, each("axe", lambda axe: axe["states"]))
    yield Row("first view, most, kB without pictures", 125, each("views", lambda one: heaviest(one["first"])))
    yield Row("first view, most, kB of pictures", None, each("views", lambda one: pictures(one["first"])))
    yield Row(
        "next page, most, kB without pictures", 12, each("views", lambda one: heaviest(read(one["next"])))
    )
    yield Row("a search as the next page, kB", None, each("views", lambda one: searched(one["next"])))
    yield Row("hosts of others that are asked", 0, each("views", lambda one: len(one["others"])))


def lighthouse(
    sites: list[Mapping[str, Any]], each: Callable[[str, Callable[[Any], float | None]], Any]
) -> Iterator[Row]:
    """Scores and figures of each page."""
    for page in sites[0].get("lighthouse", {}):
        for title, name, goal, most, digits in LIGHTHOUSE:
            figures = each("lighthouse", lambda told, at=(page, name): told.get(at[0], {}).get(at[1]))
            yield Row(f"{page}: {title}", goal, figures, most, digits)


def heaviest(views: Mapping[str, Mapping[str, int]]) -> float:
    return max(map(bench_views.without_pictures, views.values())) / KILO


def read(views: Mapping[str, Mapping[str, int]]) -> Mapping[str, Mapping[str, int]]:
    """The pages that are read; a search fetches its results, too."""
    return {name: view for name, view in views.items() if name != SEARCH}


def searched(views: Mapping[str, Mapping[str, int]]) -> float | None:
    return heaviest({SEARCH: views[SEARCH]}) if SEARCH in views else None


def pictures(views: Mapping[str, Mapping[str, int]]) -> float:
    return max(view.get(PICTURES, 0) for view in views.values()) / KILO
