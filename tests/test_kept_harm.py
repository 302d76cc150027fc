"""Whatever became of what a build keeps, and of its site: the next build is right, and tells what it lost."""

import errno
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import forked
import kept_ward
import pytest
import ward
from kept_walk import File, cold, contents

from gandan import packs

TODAY = ward.TODAY.isoformat()
ITEM = ward.DIALOGUE_FILE
Site = dict[str, bytes]


@dataclass
class Two:
    """A ward that was built, and what the site must be for either of two versions of one item."""

    root: Path
    texts: tuple[str, str]
    wanted: list[Site] = field(default_factory=list)
    version: int = 0

    def turn(self) -> None:
        """The item becomes the other one."""
        self.version ^= 1
        (self.root / ITEM).write_text(self.texts[self.version], "utf-8")

    @property
    def site(self) -> Site:
        return bare(contents(self.root / "site"))

    def right(self) -> bool:
        return self.site == self.wanted[self.version]


def bare(found: dict[str, File]) -> Site:
    return {name: one.content for name, one in found.items()}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Two:
    root = kept_ward.lay(tmp_path_factory.mktemp("kept") / "ward")
    text = (root / ITEM).read_text("utf-8")
    one = Two(root, (text, text.replace("hẻm 27", "hẻm 28, theo 12-KH/ĐU ngày 02/01/2026")))
    for _ in one.texts:
        one.wanted.append(bare(cold(root, TODAY)[1]))
        one.turn()
    assert forked.build(root, TODAY).code == 0 and one.right() and one.wanted[0] != one.wanted[1]
    return one


def kept(one: Two) -> list[Path]:
    return sorted(path for path in (one.root / ".cache").iterdir() if path.name not in ("gio", "trong", "la"))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flipped(share: float) -> Callable[[Path], None]:
    def turn(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[int((len(data) - 9) * share)] ^= 4
        path.write_bytes(data)

    return turn


def older(path: Path) -> None:
    """The same parts, under the key of another software."""
    with path.open("rb") as file:
        places = dict(packs.places(file, None))
        parts = {}
        for name, (start, size, _) in places.items():
            file.seek(start)
            parts[name] = file.read(size)
    path.write_bytes(b"".join(map(bytes, packs.packed("0" * 32, parts))))


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def linked(path: Path) -> None:
    other = path.with_name("la")
    other.write_bytes(b"khac")
    path.unlink()
    path.symlink_to(other)


DAMAGE: dict[str, Callable[[Path], None]] = {
    "cut in the middle": cut,
    "empty": lambda path: path.write_bytes(b"") and None,
    "a bit turned in its head": flipped(0.001),
    "a bit turned in the middle": flipped(0.5),
    "of another software": older,
    "a folder": folder,
    "a link to something else": linked,
}


def built_right(one: Two) -> list[str]:
    """A build after which all is as it must be -> what it told of what was kept."""
    ended = forked.build(one.root, TODAY, "--quiet")
    assert ended.code == 0 and "Traceback" not in ended.told, ended.told
    assert one.right()
    return [line for line in ended.told.splitlines() if "Bỏ " in line]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_build_is_right_without_what_was_kept_and_says_so(two: Two, damage: str) -> None:
    harmed = [path.name for path in kept(two) if not path.is_dir()]
    for name in harmed:
        DAMAGE[damage](two.root / ".cache" / name)
    two.turn()
    shutil.rmtree(two.root / "site/tin-tuc")
    assert len(built_right(two)) == 1
    folders = [path for path in kept(two) if path.is_dir()]
    for path in folders:
        path.rmdir()
    if folders:  # for whoever comes next
        two.turn()
        built_right(two)


def test_no_file_is_believed_in_the_place_of_another(two: Two) -> None:
    there = [path for path in kept(two) if path.is_file()]
    data = [path.read_bytes() for path in there]
    for path, other in zip(there, [*data[1:], data[0]], strict=True):
        path.write_bytes(other)
    two.turn()
    shutil.rmtree(two.root / "site/tin-tuc")
    assert len(built_right(two)) == 1
    two.turn()
    assert built_right(two) == []


def test_what_another_ward_kept_is_of_no_harm(two: Two, tmp_path: Path) -> None:
    other = kept_ward.lay(tmp_path / "ward")
    for name in ("data/phuong.yml", ward.FESTIVAL_FILE):
        path = other / name
        path.write_text(
            path.read_text("utf-8").replace("Bến Mẫu", "Bến Khác").replace("tổ 1", "tổ 2"), "utf-8"
        )
    assert forked.build(other, TODAY).code == 0
    shutil.rmtree(two.root / ".cache")
    shutil.copytree(other / ".cache", two.root / ".cache")
    built_right(two)
    shutil.rmtree(two.root / "site")
    built_right(two)


@pytest.mark.parametrize("site", [True, False], ids=["with its site", "without a site"])
def test_a_fresh_checkout_makes_nothing_anew_that_was_kept(two: Two, tmp_path: Path, site: bool) -> None:
    built_right(two)
    root = tmp_path / "checkout"
    shutil.copytree(two.root, root, ignore=shutil.ignore_patterns("la", *([] if site else ["site"])))
    before = contents(root / "site")
    ended = forked.build(root, TODAY, "--verbose")
    assert ended.code == 0 and ended.told.count("Building page") == 0
    found = contents(root / "site")
    assert bare(found) == two.wanted[two.version]
    assert not site or found == before


def test_where_nothing_changed_nothing_is_written(two: Two) -> None:
    built_right(two)
    forked.wait()
    built_right(two)
    before = contents(two.root / "site")
    ended = forked.build(two.root, TODAY)
    assert (ended.code, ended.told) == (0, "INFO    -  Không có gì thay đổi từ lần dựng trước.\n")
    assert contents(two.root / "site") == before


def lost(page: Path) -> None:
    page.unlink()


def edited(page: Path) -> None:
    page.write_text("khác", "utf-8")


def edited_alike(page: Path) -> None:
    """At equal length."""
    page.write_bytes(page.read_bytes().replace(b"<html", b"<HTML"))


def replaced(page: Path) -> None:
    page.unlink()
    page.mkdir()
    (page / "la").write_text("lạ", "utf-8")


def led_away(page: Path) -> None:
    other = page.parents[3] / "la.html"
    other.write_bytes(page.read_bytes())
    page.unlink()
    page.symlink_to(other)


def strange(page: Path) -> None:
    (page.parent / "la.html").write_text("lạ", "utf-8")
    (page.parent / "la").mkdir()
    (page.parent / "la/la.html").write_text("lạ", "utf-8")


def folder_led_away(page: Path) -> None:
    """A folder of pages became a link to one elsewhere."""
    section = page.parents[1]
    other = section.parents[1] / "noi-khac"
    shutil.rmtree(other, ignore_errors=True)
    section.rename(other)
    section.symlink_to(other)


def folder_replaced(page: Path) -> None:
    shutil.rmtree(page.parent)
    page.parent.write_text("lạ", "utf-8")


@pytest.mark.parametrize(
    "harm",
    [lost, edited, edited_alike, replaced, led_away, strange, folder_led_away, folder_replaced],
)
def test_what_somebody_did_to_the_site_is_undone(two: Two, harm: Callable[[Path], None]) -> None:
    harm(two.root / "site/van-ban/quy-che-moi/index.html")
    built_right(two)


def test_two_builds_at_once_are_both_right(two: Two) -> None:
    two.turn()
    running = [forked.begun(two.root, TODAY, "--quiet") for _ in range(2)]
    ended = [one.end() for one in running]
    assert [one.code for one in ended] == [0, 0], ended
    assert two.right()
    shutil.rmtree(two.root / "site")
    running = [forked.begun(two.root, TODAY, "--quiet") for _ in range(2)]
    assert [one.end().code for one in running] == [0, 0]
    built_right(two)


def test_a_build_that_was_killed_leaves_whole_files_and_the_next_one_is_right(two: Two) -> None:
    chance = random.Random(20)
    for number in range(8):
        two.turn()
        running = forked.begun(two.root, TODAY, "--quiet")
        running.ended(chance.uniform(0.05, 0.9))
        running.kill()
        running.end()
        either = [set(one.items()) for one in two.wanted]
        assert {pair for pair in two.site.items() if not pair[0].endswith(".moi")} <= either[0] | either[1]
        if number % 4 == 3:
            built_right(two)


def test_a_full_disk_is_told_and_every_file_of_the_site_stays_whole(two: Two) -> None:
    for limit in (2_000, 20_000):
        two.turn()
        ended = forked.build(two.root, TODAY, "--quiet", before=forked.SMALL[limit])
        assert ended.code in (0, 1) and "Traceback" not in ended.told, ended.told
        assert ended.code == 0 or "không ghi được trang vào site/: đĩa đầy" in ended.told
        either = [set(one.items()) for one in two.wanted]
        assert set(two.site.items()) <= either[0] | either[1]
        built_right(two)


def test_a_disk_that_holds_the_site_and_no_more_is_enough(two: Two) -> None:
    two.turn()
    ended = forked.build(two.root, TODAY, "--quiet", before=forked.no_cache)
    assert ended.code == 0 and "trang vẫn đúng, chỉ là lần dựng sau lâu hơn" in ended.told
    assert two.right()
    built_right(two)


def nobody_may_look() -> None:
    os.open, os.scandir = _shut(os.open), _shut(os.scandir)


def _shut(look: Any) -> Any:
    def asked(place: object, *more: Any, **named: Any) -> Any:
        if str(place).endswith("docs/tin-tuc"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
        return look(place, *more, **named)

    return asked


def test_a_folder_that_nobody_may_read_is_told_and_the_site_stays(tmp_path: Path) -> None:
    root = kept_ward.lay(tmp_path / "ward")
    assert forked.build(root, TODAY).code == 0
    before = contents(root / "site")
    ended = forked.build(root, TODAY, before=nobody_may_look)
    assert ended.code and "docs/tin-tuc:1:1 T110" in ended.told and "Traceback" not in ended.told
    assert contents(root / "site") == before
