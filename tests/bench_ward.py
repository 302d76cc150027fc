"""A ward with an archive of thousands of items, as a project of its own that can be built again and again.

The items are those of a maker of archives where there is one, else the demonstration ward's own news; beyond
their end they come again with their sentences in another order, always the same.
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import bench_run
import built
from bench_archive import SENTENCE, TITLE
from bench_delivered import command

MAKER = built.ROOT.parent / "shared/bench/make-archive"
NEWS = "docs/tin-tuc"
BEGIN, END = "---\n", "\n---\n"
BUILD = ("build", "--strict", "--quiet")
MARKS = ("#", "|", "-", ">", "<", "!", " ")  # what begins a line that is no plain words
LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
LINE = re.compile(r"^title: (.*)$", re.MULTILINE)


class Ward:
    """A copy of the project with `size` items; `today` is the day of its next build."""

    def __init__(self, folder: Path, size: int, maker: Path = MAKER) -> None:
        self.folder = built.copy(folder)
        self.size = size
        self.today = date.fromisoformat(built.TODAY)
        own = set((folder / NEWS).glob("*/*.md"))
        archive(folder / NEWS, size, maker)
        self.items = sorted(set((folder / NEWS).glob("*/*.md")) - own)
        self.compile()
        self.mend()

    def mend(self) -> None:
        """Put another item in the place of each that the check refuses, as for the numbers in it."""
        asked = command("gandan", "check", "--json")
        environment = os.environ | self.environment()
        done = subprocess.run(
            asked, cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )
        told = json.loads(done.stdout)
        refused = {self.folder / one["file"] for one in told if one["level"] == "error"}
        well = [item for item in self.items if item not in refused]
        for place, item in enumerate(sorted(refused.intersection(self.items))):
            item.write_bytes(well[place % len(well)].read_bytes())

    def compile(self) -> None:
        """What `make site` does once before its first build (Makefile, .venv/compiled)."""
        bench_run.run(command("python", "-m", "compileall", "-q", "hooks"), self.folder)

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def cache(self) -> Path:
        return self.folder / ".cache"

    def build(self) -> dict[str, float]:
        """What `make site` does after its check -> what it cost."""
        return bench_run.run(command("mkdocs", *BUILD), self.folder, self.environment())

    def check(self) -> dict[str, float]:
        """What `make check` does -> what it cost."""
        return bench_run.run(command("gandan", "check"), self.folder, self.environment())

    def environment(self) -> dict[str, str]:
        return {"GANDAN_TODAY": self.today.isoformat()}

    def address(self, item: Path) -> str:
        """Where the page of an item stands."""
        return f"tin-tuc/{item.parent.name}/{item.stem[11:]}/"

    def later(self, days: int) -> None:
        self.today += timedelta(days)

    def empty(self) -> None:
        """As if nothing had ever been built."""
        for folder in (self.site, self.cache):
            shutil.rmtree(folder, ignore_errors=True)

    def checkout(self, *, site: bool) -> None:
        """As a new machine has it: sources written just now, the cache and the site as they were packed."""
        new = self.folder.with_name(f"{self.folder.name}-moi")
        new.mkdir()
        for name in built.CONTENT:
            if (self.folder / name).is_dir():
                shutil.copytree(self.folder / name, new / name, copy_function=shutil.copyfile)
            else:
                shutil.copyfile(self.folder / name, new / name)
        for kept in (self.cache, self.site) if site else (self.cache,):
            if kept.is_dir():
                shutil.copytree(kept, new / kept.name)
        shutil.rmtree(self.folder)
        new.rename(self.folder)
        self.compile()


def archive(folder: Path, size: int, maker: Path) -> None:
    """Write `size` items below `folder`, each at YYYY/YYYY-MM-DD-NAME.md."""
    own = sorted(folder.glob("*/*.md"))
    if maker.is_file():
        subprocess.run([sys.executable, str(maker), str(size), str(folder)], check=True)
        first = sorted(set(folder.glob("*/*.md")) - set(own))
        texts = [(path.name[:10], path.read_text("utf-8")) for path in first]
    else:
        texts = [(path.name[:10], plain(path)) for path in own]
        first = []
    order = random.Random(5)
    for place in range(len(first), size):
        day, text = texts[place % len(texts)]
        put(folder, f"{day}-{place:06}.md", again(text, order))


def put(folder: Path, name: str, text: str) -> None:
    path = folder / name[:4] / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def plain(path: Path) -> str:
    """An item of the ward without what leads elsewhere: only title, day and words."""
    front, _, body = path.read_text("utf-8").removeprefix(BEGIN).partition(END)
    title = LINE.search(front)
    assert title
    lines = (line for line in body.splitlines() if not line.startswith(MARKS))
    words = LINK.sub(r"\1", "\n".join(lines)).replace("*", "")
    return f"{BEGIN}title: {title[1]}\ndate: {path.name[:10]}{END}\n{words}"


def again(text: str, order: random.Random) -> str:
    """The same item with its sentences in another order; the first of them is its title."""
    front, _, body = text.removeprefix(BEGIN).partition(END)
    sentences = [one for one in SENTENCE.split(body) if one.strip()]
    order.shuffle(sentences)
    title = json.dumps(sentences[0][:TITLE], ensure_ascii=False)
    paragraphs = (" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
    return f"{BEGIN}{LINE.sub(lambda _: f'title: {title}', front)}{END}\n" + "\n\n".join(paragraphs) + "\n"
