"""A walk through random edits: after each handful, the site that grew against the site of a cold build.

`python tests/kept_walk.py SECONDS [SEED]` walks on with ever new seeds, and tells what differs.
"""

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import forked
import kept_edits
import kept_ward
from kept_edits import Edit, Ward


class File(NamedTuple):
    """A file of a site: its bytes, and whether it is still the same file."""

    content: bytes
    told: tuple[int, int]


class Differs(AssertionError):
    """Two builds that should have made the same site."""


def contents(site: Path) -> dict[str, File]:
    """Everything below a folder, by path; a link has no content."""
    found = {}
    for path in sorted(site.rglob("*")):
        if path.is_symlink() or path.is_file():
            state = path.lstat()
            content = b"a link" if path.is_symlink() else sha256(path.read_bytes()).digest()
            found[str(path.relative_to(site))] = File(content, (state.st_mtime_ns, state.st_ino))
    return found


def cold(root: Path, today: str) -> tuple[forked.Ended, dict[str, File]]:
    """What the same sources give where nothing was ever built."""
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder) / "ward"
        shutil.copytree(root, other, ignore=shutil.ignore_patterns("site", ".cache", "la.html"))
        ended = forked.build(other, today)
        return ended, contents(other / "site")


def compare(one: Ward) -> bool:
    """Build the ward and hold it to a cold build; False for one that cannot be built, by neither.

    Raises Differs.
    """
    before = contents(one.root / "site")
    ours = forked.build(one.root, str(one.today))
    theirs, wanted = cold(one.root, str(one.today))
    found = contents(one.root / "site")
    if "Traceback" in ours.told or ours.code != theirs.code:
        raise Differs(f"{ours.code}, cold {theirs.code}: {ours.told[-3000:]}")
    if ours.code:
        if found != before:
            raise Differs("a build that failed changed the site")
        return False
    _same(found, wanted)
    _unmoved(before, found)
    return True


def _same(found: dict[str, File], wanted: dict[str, File]) -> None:
    names = sorted(
        name
        for name in found.keys() | wanted.keys()
        if name not in found or name not in wanted or found[name].content != wanted[name].content
    )
    if names:
        raise Differs(f"{len(names)} files differ from a cold build: {names[:8]}")


def _unmoved(before: dict[str, File], found: dict[str, File]) -> None:
    moved = [
        name
        for name, one in found.items()
        if name in before and before[name].content == one.content and before[name].told != one.told
    ]
    if moved:
        raise Differs(f"{len(moved)} files were written without need: {moved[:8]}")


def step(one: Ward, edits: list[Edit]) -> bool:
    """Some edits, and a comparison. What cannot be built is taken back; False tells so."""
    saved, today = _sources(one.root), one.today
    for edit in edits:
        edit(one)
    if one.chance.random() < 0.5:
        forked.wait()
    if compare(one):
        return True
    one.today = today
    _back(one.root, saved)
    return False


def _sources(root: Path) -> dict[Path, bytes]:
    folders = ("docs", "data", "overrides")
    found = {
        path: path.read_bytes() for name in folders for path in (root / name).rglob("*") if path.is_file()
    }
    return found | {root / "mkdocs.yml": (root / "mkdocs.yml").read_bytes()}


def _back(root: Path, saved: dict[Path, bytes]) -> None:
    now = _sources(root)
    for path in now.keys() - saved.keys():
        path.unlink()
    for path, content in saved.items():
        if now.get(path) != content:
            path.write_bytes(content)


def rounds(one: Ward, count: int) -> Iterator[list[Edit]]:
    """Handfuls of edits: every kind comes in turn, so that even a short walk meets all."""
    order: list[Edit] = []
    for _ in range(count):
        if len(order) < 4:
            order += one.chance.sample(kept_edits.EDITS, len(kept_edits.EDITS))
        size = one.chance.choice((1, 2, 3, 4))
        yield [order.pop(0) for _ in range(size)]


def walk(root: Path, seed: int, count: int, tell: Callable[[str], None] = lambda _: None) -> int:
    """A walk of so many rounds -> how many of them could be built. Raises Differs."""
    one = Ward(kept_ward.lay(root), random.Random(seed))
    compare(one)
    built = 0
    for number, edits in enumerate(rounds(one, count)):
        names = ", ".join(edit.__name__ for edit in edits)
        try:
            done = step(one, edits)
        except Differs as why:
            raise Differs(f"seed {seed}, round {number}, {one.today}, after {names}: {why}") from None
        tell(f"  {number} {'built' if done else 'refused'} after {names}")
        built += done
    return built


def main(seconds: float, seed: int) -> int:
    """Walks until the time is over -> how many differed; their wards are kept for a look."""
    differ, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        folder = Path(tempfile.mkdtemp(prefix=f"gandan-{seed}-"))
        try:
            built = walk(folder / "ward", seed, 40, lambda words: print(words, flush=True))
            print(f"Seed {seed}: {built} of 40 rounds built, all the same", flush=True)
            shutil.rmtree(folder)
        except Differs as why:
            print(f"{why}\n  kept: {folder}", flush=True)
            differ += 1
        seed += 1
    return differ


if __name__ == "__main__":
    sys.exit(min(1, main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)))
