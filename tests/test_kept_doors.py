"""MkDocs' own doors with a site that is kept: a warning, `gh-deploy`, a build that goes on after one."""

import os
import subprocess
from functools import partial
from pathlib import Path

import forked
import kept_ward
import pytest
import ward
from kept_walk import contents

TODAY = ward.TODAY.isoformat()
NAV, BROKEN = "  - Lịch: lich/index.md\n", "  - Lịch: lich/index.md\n  - Hỏng: khong-co.md\n"
WARNING = "khong-co.md"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = kept_ward.lay(tmp_path_factory.mktemp("kept") / "ward")
    assert forked.build(root, TODAY).code == 0
    return root


def menu(root: Path, old: str, new: str) -> None:
    path = root / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_a_warning_stops_a_strict_build_each_time_and_the_site_stays(root: Path) -> None:
    before = contents(root / "site")
    menu(root, NAV, BROKEN)
    for _ in range(2):
        forked.wait()
        ended = forked.build(root, TODAY, "--strict")
        assert ended.code == 1 and WARNING in ended.told and "Traceback" not in ended.told
        assert contents(root / "site") == before
    menu(root, BROKEN, NAV)
    assert forked.build(root, TODAY).code == 0 and contents(root / "site") == before


def test_a_build_that_goes_on_after_a_warning_tells_it_the_next_time_too(root: Path) -> None:
    menu(root, NAV, BROKEN)
    for _ in range(2):
        forked.wait()
        ended = forked.build(root, TODAY, "--no-strict")
        assert ended.code == 0 and WARNING in ended.told and "Không có gì thay đổi" not in ended.told
    site = contents(root / "site")
    ended = forked.build(root, TODAY, "--strict")
    assert ended.code == 1 and WARNING in ended.told
    assert contents(root / "site") == site
    menu(root, BROKEN, NAV)
    assert forked.build(root, TODAY).code == 0


def git(root: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=Mẫu", "-c", "user.email=mau@benmau.example", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout


def test_mkdocs_own_way_to_publish_takes_the_whole_site(root: Path) -> None:
    git(root, "init", "--quiet", "--bare", "../remote.git")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "config", "user.name", "Mẫu")
    git(root, "config", "user.email", "mau@benmau.example")
    git(root, "remote", "add", "origin", str(root.parent / "remote.git"))
    git(root, "add", "mkdocs.yml")
    git(root, "commit", "--quiet", "--message", "Mẫu")
    for _ in range(2):  # the second time nothing has changed
        ended = forked.build(root, TODAY, "--no-history", verb="gh-deploy", before=partial(os.chdir, root))
        assert ended.code == 0, ended.told
        there = git(
            root.parent / "remote.git",
            "-c",
            "core.quotePath=false",
            "ls-tree",
            "-r",
            "--name-only",
            "gh-pages",
        )
        assert set(there.splitlines()) - {".nojekyll"} == set(contents(root / "site")) - {".nojekyll"}
