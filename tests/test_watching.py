"""A preview sees what was saved, wherever it lies, and nothing while a build runs."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Lock

import pytest

from gandan.watching import Watch

PATIENCE = 60.0  # seconds until somebody gives up; a machine may be busy


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "tin-tuc").mkdir(parents=True)
    (tmp_path / "docs" / "tin-tuc" / "a.md").write_text("một", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("một", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("does", "told"),
    [
        (lambda here: None, []),
        (lambda here: (here / "docs/tin-tuc/a.md").write_text("hai ba", "utf-8"), ["docs"]),
        (lambda here: (here / "docs/tin-tuc/b.md").write_text("hai", "utf-8"), ["docs"]),
        (lambda here: (here / "docs/tin-tuc/a.md").unlink(), ["docs"]),
        (lambda here: (here / "docs/tin-tuc/a.md").rename(here / "docs/a.md"), ["docs"]),
        (lambda here: (here / "mkdocs.yml").write_text("hai ba", "utf-8"), ["mkdocs.yml"]),
        (lambda here: (here / "mkdocs.yml").unlink(), ["mkdocs.yml"]),
        (lambda here: (here / "data").mkdir(), ["data"]),  # watched before it was there
        (lambda here: (here / "khac.md").write_text("hai", "utf-8"), []),
    ],
    ids=["nothing", "saved", "new", "gone", "moved", "settings", "no settings", "a folder", "beside"],
)
def test_whoever_asked_is_told_once(folder: Path, does: Callable[[Path], object], told: list[str]) -> None:
    heard: list[str] = []
    watch = Watch(Lock())
    for name in ("docs", "data", "mkdocs.yml"):
        watch.watch(str(folder / name), lambda name=name: heard.append(name))  # type: ignore[misc]
    does(folder)
    watch.look()
    assert heard == told
    watch.look()
    assert heard == told


def test_what_changes_during_a_build_is_told_behind_it(folder: Path) -> None:
    quiet, heard = Lock(), Event()
    watch = Watch(quiet, every=0.001)
    watch.watch(str(folder / "docs"), heard.set)
    with quiet:
        watch.start()
        (folder / "docs" / "b.md").write_text("hai", "utf-8")
        assert not heard.is_set()
    assert heard.wait(PATIENCE)
    watch.stop()
    watch.join(PATIENCE)
    assert not watch.is_alive()
