"""How easily pages are read: Lighthouse as on a telephone, axe-core, weights; ours beside stock pages."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import bench_ease_table
import bench_host
import bench_lighthouse
import bench_states
import bench_stock
import bench_views
import built
import chromium
import looks
from bench_peer import Missing
from bench_report import Report
from playwright.sync_api import Browser, sync_playwright

OURS = "Gần Dân"
ITEM, DIRECTIVE = "tin-tuc/2026/cai-tao-hem-27/", "van-ban/10-2022-qh15/"
CONSULTATION = "lay-y-kien/2026/gio-len-hang-quanh-cho/"
SIX = {
    "home": "",
    "news list": "tin-tuc/",
    "news item": ITEM,
    "directive": DIRECTIVE,
    "consultation": CONSULTATION,
    "search": "tim-kiem/?q=h%C3%B2a+gi%E1%BA%A3i",
}
EIGHT = SIX | {"disclosure": "cong-khai/2026/ngan-sach-quy-3/", "calendar": "lich/"}
THEIRS = SIX | {"search": "?q=h%C3%B2a+gi%E1%BA%A3i"}  # a box on each page


class Site(NamedTuple):
    """A built site, and which of its pages stand beside which of ours."""

    name: str
    folder: Path
    fetched: Path  # as it comes out of the box: what it asks of others is told of this one
    pages: Mapping[str, str]
    states: Mapping[str, str]
    ways: tuple[looks.Look, ...]
    unfold: str = ""


def measure(asked: argparse.Namespace, report: Report) -> None:
    """Everything at once, kept as `pages`; what cannot be had is told in a line."""
    runs = 1 if asked.quick else asked.runs
    with TemporaryDirectory(prefix="gandan-bench-") as place, opened() as browser:
        for site in sites(Path(place), asked):
            print(f"{site.name}: Lighthouse, axe-core, weights…", flush=True)
            with bench_host.folder(site.folder) as host, bench_host.folder(site.fetched) as other:
                for what, work in measures(site, host, other, browser, runs).items():
                    attempt(report, site.name, what, work)
    bench_ease_table.show(report.told("pages"))


def measures(
    site: Site, host: str, other: str, browser: Browser, runs: int
) -> dict[str, Callable[[], dict[str, Any]]]:
    """What is measured of one site."""

    def lighthouse() -> dict[str, Any]:
        packages = bench_lighthouse.install()
        found = bench_lighthouse.audit(packages, host, list(site.pages.values()), runs)
        return {name: found[address] for name, address in site.pages.items()}

    def states() -> dict[str, Any]:
        axe = (bench_lighthouse.install() / "axe-core/axe.min.js").read_text("utf-8")
        return bench_states.examine(browser, axe, host, site.states, site.ways, site.unfold)

    def views() -> dict[str, Any]:
        return bench_views.views(browser, other, site.pages)

    return {"views": views, "lighthouse": lighthouse, "axe": states}


def attempt(report: Report, site: str, what: str, work: Callable[[], dict[str, Any]]) -> None:
    try:
        report.keep(work(), "pages", site, what)
    except Missing as why:
        print(f"Not measured: {what} of {site}: {why}.", flush=True)
        report.keep(str(why), "pages", site, f"{what} missing")


def sites(place: Path, asked: argparse.Namespace) -> Iterator[Site]:
    """Ours, then what stands beside it, each built when its turn comes."""
    ways = looks.EVERY[::7] if asked.quick else looks.EVERY
    yield Site(OURS, built.site(), built.site(), SIX, EIGHT, ways)
    if asked.no_peer:
        return
    try:
        yield material(place)
        yield hugo(place)
    except Missing as why:
        print(f"Nothing more stands beside our figures: {why}.")


def material(place: Path) -> Site:
    """Lighthouse and axe-core read it without the font of Google, which may not be had where it runs."""
    whole = bench_stock.material(place / "material")
    own = bench_stock.material(place / "own", own_font=True)
    return Site(
        bench_stock.MATERIAL, own, whole, THEIRS, THEIRS, bench_states.STOCK, bench_states.MATERIAL_UNFOLD
    )


def hugo(place: Path) -> Site:
    site, pages = bench_stock.hugo(place / "hugo"), {"news item": ITEM}
    return Site(bench_stock.HUGO, site, site, pages, pages, bench_states.STOCK)


@contextmanager
def opened() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium.installed(), args=chromium.SWITCHES)
