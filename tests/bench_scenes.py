"""What happens to an archive between two builds, and what the next build is to cost."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bench_ward import BEGIN, END, NEWS, Ward, put

DIRECTIVE = "data/van-ban/10-2022-qh15.yml"
FRAME = "overrides/main.html"
TITLE = re.compile(r"^title: (\"?)", re.MULTILINE)


class Scene(NamedTuple):
    """Its name, what happens (the number tells one run from another)."""

    name: str
    change: Callable[[Ward, int], object]


def write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def some(ward: Ward, run: int) -> Path:
    """An item from the middle of the archive, another one in each run."""
    return ward.items[(len(ward.items) // 2 + run * 7) % len(ward.items)]


def sentence(ward: Ward, run: int) -> Path:
    """One more sentence in an item."""
    item = some(ward, run)
    write(item, f"{item.read_text('utf-8')}\nTin này được sửa lần {run}, thêm một câu.\n")
    return item


def title(ward: Ward, run: int) -> None:
    """Another title, which lists, neighbours and feeds repeat."""
    item = some(ward, run + 1)
    write(item, TITLE.sub(rf"title: \1Sửa lần {run}, ", item.read_text("utf-8"), count=1))


def new(ward: Ward, run: int) -> None:
    """An item of the day: the newest everywhere."""
    text = f"{BEGIN}title: Tin mới thứ {run}\ndate: {ward.today}{END}\nMột câu của tin mới.\n"
    put(ward.folder / NEWS, f"{ward.today}-tin-moi-{run}.md", text)


def directive(ward: Ward, run: int) -> None:
    """A directive is told in another way; whoever names it shows that."""
    path = ward.folder / DIRECTIVE
    write(path, TITLE.sub(rf"title: \1Bản {run} của ", path.read_text("utf-8"), count=1))


def frame(ward: Ward, run: int) -> None:
    """The template of every page."""
    path = ward.folder / FRAME
    write(path, path.read_text("utf-8").replace("</body>", f"<p hidden>Lần {run}</p>\n</body>"))


def cached(ward: Ward, run: int) -> None:
    """A fresh checkout with the cache of an earlier build, and one item is new in it."""
    ward.checkout(site=False)
    sentence(ward, run + 2)


def unpacked(ward: Ward, run: int) -> None:
    """The same with the site of that build."""
    ward.checkout(site=True)
    sentence(ward, run + 3)


COLD = "cold build"
SAME = "nothing changed"
ITEM = "one item changed: its text"
TITLED = "one item changed: its title"
NEW = "one item more"
DAY = "new day"
WEEK = "a week later"
FRESH = "fresh checkout, cache, no site"
UNPACKED = "fresh checkout, cache and site"

SCENES = (
    Scene(COLD, lambda ward, run: ward.empty()),
    Scene(SAME, lambda ward, run: None),
    Scene(ITEM, sentence),
    Scene(TITLED, title),
    Scene(NEW, new),
    Scene("one directive changed", directive),
    Scene(DAY, lambda ward, run: ward.later(1)),
    Scene(WEEK, lambda ward, run: ward.later(7)),
    Scene("a template changed", frame),
    Scene(FRESH, cached),
    Scene(UNPACKED, unpacked),
)
