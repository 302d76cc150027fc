"""The words of the demonstration ward as two builders show them out of the box, without a line of ours.

MkDocs with Material as its documentation begins, in Vietnamese, in red; Hugo with the theme that
`hugo new theme` makes, the only one that comes with it.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import bench_rivals
import built
import yaml
from bench_peer import Missing

MATERIAL, HUGO = "stock Material", "Hugo's theme"
WAIT = 300  # seconds for a build
NEWEST = 10
ITEM = re.compile(r"\A---\n(.*?\n)---\n(.*)", re.S)
MKDOCS_YML = """site_name: Phường Bến Mẫu
theme:
  name: material
  language: vi
  palette: {{primary: red}}
{font}plugins: [search]
not_in_nav: "*.md"
"""
HUGO_TOML = """baseURL = "/"
languageCode = "vi"
title = "Phường Bến Mẫu"
theme = "stock"
buildFuture = true
"""


class Words(NamedTuple):
    """A page before any builder has seen it; `body` is Markdown."""

    address: str
    title: str
    day: date
    summary: str
    body: str


def items() -> Iterator[Words]:
    """Everything that stands in Markdown, below a section and a year, or beside others."""
    for path in sorted((built.ROOT / "docs").glob("*/**/*.md")):
        found = ITEM.match(path.read_text("utf-8"))
        if not found or path.name == "index.md":
            continue
        fields = yaml.safe_load(found[1])
        name = re.sub(r"^\d{4}-\d{2}-\d{2}-", "", path.stem)
        address = f"{path.parent.relative_to(built.ROOT / 'docs').as_posix()}/{name}"
        yield Words(address, fields["title"], _day(fields), str(fields.get("description") or ""), found[2])


def directives() -> Iterator[Words]:
    """The register: what its files say, as a table."""
    for path in sorted((built.ROOT / "data/van-ban").glob("*.yml")):
        fields = yaml.safe_load(path.read_text("utf-8"))
        told = [(name, value) for name, value in fields.items() if isinstance(value, str | date)]
        rows = "".join(f"| {name} | {' '.join(str(value).split())} |\n" for name, value in told)
        body = f"| Mục | Nội dung |\n|---|---|\n{rows}"
        title = fields.get("title") or fields.get("number")
        yield Words(f"van-ban/{path.stem}", str(title), _day(fields), str(fields.get("summary") or ""), body)


def _day(fields: dict[str, Any]) -> date:
    found = re.match(r"\d{4}-\d{2}-\d{2}", str(fields.get("date") or fields.get("issued") or ""))
    return date.fromisoformat(found[0]) if found else date(2026, 1, 1)


def lists(pages: list[Words]) -> Iterator[Words]:
    """Each section with links to all that it holds, the front page with the newest."""
    newest = sorted(pages, key=lambda one: one.day, reverse=True)
    for section in sorted({one.address.partition("/")[0] for one in pages}):
        held = [one for one in newest if one.address.startswith(f"{section}/")]
        yield Words(f"{section}/index", section, date(2026, 1, 1), "", links(held, f"{section}/"))
    yield Words("index", "Phường Bến Mẫu", date(2026, 1, 1), "", links(newest[:NEWEST], ""))


def links(pages: list[Words], below: str) -> str:
    lines = [
        f"- [{one.title}]({one.address.removeprefix(below)}.md), {one.day:%d/%m/%Y}. {one.summary}"
        for one in pages
    ]
    return "\n".join(lines) + "\n"


def lay_out(folder: Path, suffix: str) -> None:
    """The pages as files of Markdown; `suffix` is what the builder calls the page of a folder."""
    pages = [*items(), *directives()]
    for one in (*pages, *lists(pages)):
        name = re.sub(r"(^|/)index$", rf"\1{suffix}", one.address)
        path = folder / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        front = {"title": one.title, "date": one.day} | ({"description": one.summary} if one.summary else {})
        text = yaml.safe_dump(front, allow_unicode=True)
        path.write_text(f"---\n{text}---\n\n{one.body}", "utf-8")
    for path in (built.ROOT / "docs").rglob("*"):
        if path.suffix in {".jpg", ".png", ".webp"}:
            place = folder / path.relative_to(built.ROOT / "docs")
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)


def material(folder: Path, own_font: bool = False) -> Path:
    """Build it -> the site. Out of the box it asks Google for its font; `own_font` takes that away."""
    lay_out(folder / "docs", "index")
    font = "  font: false\n" if own_font else ""
    (folder / "mkdocs.yml").write_text(MKDOCS_YML.format(font=font), "utf-8")
    run([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder)
    return folder / "site"


def hugo(folder: Path) -> Path:
    """Build it -> the site."""
    place = bench_rivals.packages(bench_rivals.HUGO).parent
    program = next(place.glob("lib*/python*/site-packages/hugo/binaries/hugo*"), None)
    if program is None:
        raise Missing("its package holds no program for this machine")
    lay_out(folder / "content", "_index")
    run([str(program), "new", "theme", "stock"], folder)
    (folder / "hugo.toml").write_text(HUGO_TOML, "utf-8")
    shutil.rmtree(folder / "themes/stock/content")  # pages of its own
    run([str(program), "--quiet"], folder)
    return folder / "public"


def run(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=WAIT, check=False)
    except (OSError, subprocess.TimeoutExpired) as why:
        raise Missing(str(why)) from None
    if done.returncode:
        raise Missing((done.stderr.strip().splitlines() or ["the build failed"])[-1])
