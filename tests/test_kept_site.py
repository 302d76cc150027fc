"""A site that grew edit by edit is, byte for byte, the site of a build that knows nothing of before."""

from pathlib import Path

import kept_walk
import kept_ward
import pytest
import ward

from gandan.building import Building
from gandan.cache import EMPTY
from gandan.keeping.standing import Standing


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kept_ward.lay(tmp_path_factory.mktemp("kept") / "ward")


def keys(root: Path) -> tuple[Building, dict[str, bytes]]:
    """The key of every file of the site; the building goes along, so that its place in memory stays taken."""
    building = Building(root, ward.TODAY, EMPTY)
    building.weigh("https://benmau.example/", b"", Standing(EMPTY, root / "site", "site"))
    return building, {one.address: one.key for one in building._outputs({}, [], True)}


def test_a_key_tells_what_a_file_is_made_from_and_nothing_of_the_process(root: Path) -> None:
    (_, one), (_, other) = keys(root), keys(root)
    assert len(one) > 200 and [name for name in one if one[name] != other[name]] == []


def test_after_edits_of_every_kind_the_site_is_that_of_a_cold_build(tmp_path: Path) -> None:
    assert kept_walk.walk(tmp_path / "ward", seed=8, count=10) >= 6
