"""A proposed change tells which records it brings, alters or takes away, without frame, lists and day."""

import subprocess
import sys
from pathlib import Path

import built
import publishing
import pytest
from publishing import Desk, desk, git
from test_proof import GONE, page, tell

from gandan.proof import proposal
from gandan.proof.changes import Deed
from gandan.proof.proposal import Proposed
from gandan.publishing.git import Git

NEWS = "tin-tuc/2026/a/", "tin-tuc/2026/b/", "tin-tuc/2026/c/"


@pytest.fixture
def mine(tmp_path: Path) -> Desk:
    one = desk(tmp_path / "mine")
    tell(one, {address: page(f"Tin {address[-2]}", "Một.", "Hai.") for address in NEWS})
    assert one.publish() == 0
    git(one.root, "fetch", "--quiet", "origin", "gh-pages")
    return one


def proposed(one: Desk) -> proposal.Proposal:
    return proposal.of(Git(one.root), "FETCH_HEAD", one.site)


def summary(one: Desk, commit: str = "FETCH_HEAD") -> str:
    command = [sys.executable, str(built.ROOT / ".ci/changes.py"), "site", commit]
    done = subprocess.run(command, cwd=one.root, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout


def test_the_same_build_changes_nothing(mine: Desk) -> None:
    assert proposed(mine) == proposal.Proposal((), 0)
    assert summary(mine).startswith("## Không có bài, văn bản, sự kiện nào thay đổi")


def test_what_is_new_altered_or_gone_is_told_and_the_rest_is_counted(mine: Desk) -> None:
    tell(
        mine,
        {
            NEWS[0]: page("Tin a", "Một.", "Hai.", frame="2027", state="Đã xong"),
            NEWS[1]: page("Tin *b* @c", "Một.", "Ba.", "Bốn."),
            "tin-tuc/2026/d/": page("Tin d", "Một."),
        },
    )
    (mine.site / "tin-tuc/index.html").write_text("<html><main><h1>Khác</h1></main></html>", "utf-8")
    assert proposed(mine) == proposal.Proposal(
        (
            Proposed(NEWS[1], "Tin *b* @c", Deed.CHANGED, 2, 1),
            Proposed(NEWS[2], "Tin c", Deed.REMOVED),
            Proposed("tin-tuc/2026/d/", "Tin d", Deed.FIRST),
        ),
        1,
    )
    assert summary(mine) == (
        "## 3 trang thay đổi so với bản đang đăng\n\n"
        "- sửa: Tin &#42;b&#42; &#64;c (`/tin-tuc/2026/b/`), thêm 2 câu, bớt 1 câu\n"
        "- gỡ: Tin c (`/tin-tuc/2026/c/`)\n"
        "- trang mới: Tin d (`/tin-tuc/2026/d/`)\n"
        "\nNgoài ra 1 trang danh sách và trang chung đổi theo.\n\n"
    )


def test_a_page_that_was_taken_down_is_told(mine: Desk) -> None:
    pages = {address: page(f"Tin {address[-2]}", "Một.", "Hai.") for address in NEWS}
    tell(mine, pages | {NEWS[1]: GONE})
    assert [(one.address, one.deed) for one in proposed(mine).records] == [(NEWS[1], Deed.REMOVED)]


def test_without_a_publication_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    one = desk(tmp_path / "mine")
    publishing.build(one.site, "một")
    assert summary(one) == "## Chưa có bản nào được đăng để so\n"
