"""What is known of site folders does not grow with their number."""

import os
from pathlib import Path

from gandan.cache import Store
from gandan.keeping.standing import FOLDERS, Standing
from gandan.outputs import made


def build(root: Path, site: str) -> None:
    """A page below `root/site`, and what is kept of it there."""
    Standing(Store(root / "kept"), root / site, site).bring([], [made("index.html", b"")], "all")


def known(root: Path, site: str) -> bool:
    return Standing(Store(root / "kept"), root / site, site).whole


def test_the_folders_built_last_are_known_and_no_others(tmp_path: Path) -> None:
    names = [f"site-{number}" for number in range(FOLDERS + 3)]
    for age, name in enumerate(names):
        build(tmp_path, name)
        for pack in (tmp_path / "kept").glob("da-dung-*"):
            pack_time = pack.stat().st_mtime_ns - (len(names) - age) * 10**9  # each build is another second
            os.utime(pack, ns=(pack_time, pack_time))
    assert [known(tmp_path, name) for name in names] == [False] * 3 + [True] * FOLDERS


def test_a_folder_that_is_built_again_takes_no_place_of_another(tmp_path: Path) -> None:
    for name in ("one", "two", "one", "one"):
        build(tmp_path, name)
    assert known(tmp_path, "one") and known(tmp_path, "two")
