"""Random edits, and after each handful: is the site that grew the site of a cold build, byte for byte?"""

import argparse
import os
import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import bench_build
import bench_run
import bench_scenes
from bench_delivered import command
from bench_run import Failed
from bench_ward import BUILD, Ward, put

EDITS = 10  # in each round
CITED = "Làm theo Luật 10/2022/QH15 và Nghị định 59/2023/NĐ-CP ngày 14/8/2023."
Edit = Callable[[Ward, random.Random], object]


def item(ward: Ward, order: random.Random) -> Path:
    return order.choice(ward.items)


def text(ward: Ward, order: random.Random) -> None:
    path = item(ward, order)
    bench_scenes.write(
        path, f"{path.read_text('utf-8')}\nCâu {order.random()}. {order.choice(['', CITED])}\n"
    )


def front(ward: Ward, order: random.Random) -> None:
    """A title, a topic, a draft: what other pages show."""
    path = item(ward, order)
    line = order.choice([f"updated: {path.name[:10]}", "topics: [an-sinh]", "draft: true", "unit: Mẫu"])
    found = path.read_text("utf-8")
    if line.split(":")[0] not in found.split("\n---\n")[0]:
        bench_scenes.write(path, found.replace("---\n", f"---\n{line}\n", 1))


def title(ward: Ward, order: random.Random) -> None:
    bench_scenes.title(ward, order.randrange(10_000))


def new(ward: Ward, order: random.Random) -> None:
    origin = item(ward, order)
    name = f"{origin.name[:10]}-moi-{order.randrange(10**9)}.md"
    put(ward.folder / "docs/tin-tuc", name, origin.read_text("utf-8"))
    ward.items.append(origin.with_name(name))


def gone(ward: Ward, order: random.Random) -> None:
    path = item(ward, order)
    ward.items.remove(path)
    path.unlink()


def renamed(ward: Ward, order: random.Random) -> None:
    path = item(ward, order)
    ward.items.remove(path)
    ward.items.append(path.rename(path.with_name(f"{path.stem}-{order.randrange(10**9)}.md")))


def touched(ward: Ward, order: random.Random) -> None:
    os.utime(item(ward, order))


def lost(ward: Ward, order: random.Random) -> None:
    """A page of the site that somebody has deleted or changed."""
    page = order.choice(sorted(ward.site.rglob("*.html")))
    page.unlink() if order.random() < 0.5 else page.write_text("khác", "utf-8")


def directive(ward: Ward, order: random.Random) -> None:
    bench_scenes.directive(ward, order.randrange(10_000))


def frame(ward: Ward, order: random.Random) -> None:
    bench_scenes.frame(ward, order.randrange(10_000))


def name(ward: Ward, order: random.Random) -> None:
    """Another name of a topic or a group: many pages repeat it."""
    path = ward.folder / order.choice(["data/chu-de.yml", "data/to-dan-pho.yml"])
    lines = path.read_text("utf-8").split("\n")
    place = order.choice([at for at, line in enumerate(lines) if line.startswith("  name: ")])
    lines[place] = f"  name: Tên thứ {order.randrange(10**6)}"
    bench_scenes.write(path, "\n".join(lines))


def later(ward: Ward, order: random.Random) -> None:
    ward.later(order.choice([1, 1, 7]))


OFTEN: tuple[Edit, ...] = (text, front, title, new, gone, renamed, touched, lost)
SELDOM: tuple[Edit, ...] = (directive, frame, name, later)


def measure(sizes: list[int], asked: argparse.Namespace) -> int:
    """Rounds of edits at each size -> 0 when every site was the same, else 1."""
    differ = 0
    for size in sizes:
        with bench_build.place(asked.folder, size) as folder:
            ward = Ward(folder / "ward", size, asked.archive)
            order = random.Random(size)
            ward.build()
            for number in range(1, asked.same + 1):
                made = edits(ward, order)
                differ += not same(ward, number, made)
    return int(differ > 0)


def edits(ward: Ward, order: random.Random) -> list[str]:
    """A handful of edits -> their names."""
    made = [order.choice(OFTEN) for _ in range(EDITS)] + [order.choice(SELDOM)]
    for edit in made:
        edit(ward, order)
    return [edit.__name__ for edit in made]


def same(ward: Ward, number: int, made: list[str]) -> bool:
    """Whether both builds give the same files, told in a line."""
    try:
        spent = ward.build()
        with tempfile.TemporaryDirectory(dir=ward.folder.parent) as other:
            theirs = cold(ward, Path(other))
    except Failed as why:
        print(f"  Round {number}: {why}\n    after {', '.join(made)}", flush=True)
        return False
    ours = contents(ward.site)
    names = sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))
    verdict = f"{len(names)} differ: {', '.join(names[:5])}" if names else "same bytes"
    print(f"  Round {number}: CPU {spent['cpu_s']:.2f} s, {len(ours):,} files, {verdict}", flush=True)
    return not names


def cold(ward: Ward, folder: Path) -> dict[str, int]:
    """The site that the same sources give where nothing was ever built: a digest of each file."""
    shutil.copytree(ward.folder, folder / "ward", ignore=shutil.ignore_patterns("site", ".cache"))
    bench_run.run(command("mkdocs", *BUILD), folder / "ward", ward.environment())
    return contents(folder / "ward/site")


def contents(site: Path) -> dict[str, int]:
    return {name: one.content for name, one in bench_run.files(site).items()}
