"""A site that grew edit by edit is, byte for byte, the site of a build that knows nothing of before."""

import gc
from pathlib import Path

import kept_walk
import kept_ward
import pytest
import ward
from PIL import Image

from gandan import sections
from gandan.building import Building
from gandan.cache import EMPTY
from gandan.keeping.standing import Standing
from gandan.relate.portal import Portal


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kept_ward.lay(tmp_path_factory.mktemp("kept") / "ward")


def keys(root: Path) -> tuple[Building, dict[str, bytes]]:
    """The key of every file of the site; the building goes along, so that its place in memory stays taken."""
    building = Building(root, ward.TODAY, EMPTY)
    building.weigh("https://benmau.example/", b"", Standing(EMPTY, root / "site", "site"))
    outputs = (one for each in building._outputs({}, [], True) for one in each.others({}))
    return building, {one.address: one.key for one in outputs}


def test_a_key_tells_what_a_file_is_made_from_and_nothing_of_the_process(root: Path) -> None:
    (_, one), (_, other) = keys(root), keys(root)
    assert len(one) > 200 and [name for name in one if one[name] != other[name]] == []


def test_an_archive_goes_when_its_building_goes_without_the_collector(root: Path) -> None:
    gc.disable()
    try:
        building, _ = keys(root)
        place = id(building.portal)
        assert place in portals()
        del building
        assert place not in portals()
    finally:
        gc.enable()


def portals() -> set[int]:
    return {id(one) for one in gc.get_objects() if type(one) is Portal}


def test_another_picture_under_the_same_name_renews_what_shows_it_and_nothing_else(tmp_path: Path) -> None:
    root = kept_ward.lay(tmp_path / "ward")
    picture, item = root / "docs/tin-tuc/2026/anh.png", next(root.glob("docs/tin-tuc/2026/*-tin-2.md"))
    item.write_text(
        item.read_text("utf-8").replace("---\n", "---\nimage: anh.png\nimage_alt: Mẫu\n", 1), "utf-8"
    )

    def drawn(width: int, colour: str) -> dict[str, bytes]:
        Image.new("RGB", (width, 400), colour).save(picture)
        return keys(root)[1]

    before, colour, size = drawn(700, "red"), drawn(700, "blue"), drawn(640, "blue")
    forms = {f"assets/anh/tin-tuc/2026/anh.png.{width}.webp" for width in (400, 700, 640)}
    files = {name for name in before if before[name] != colour[name]}
    assert files == {"tin-tuc/2026/anh.png"} | {one for one in forms if one in before}
    pages = {name for name in colour if colour[name] != size.get(name) and name.endswith(".html")}
    own = sections.address(f"docs/tin-tuc/2026/{item.name}")
    assert {f"{own}index.html", "tin-tuc/2026/index.html"} <= pages and len(pages) < 12


def test_after_edits_of_every_kind_the_site_is_that_of_a_cold_build(tmp_path: Path) -> None:
    assert kept_walk.walk(tmp_path / "ward", seed=8, count=10) >= 6
