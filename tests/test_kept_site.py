"""A site that grew edit by edit is, byte for byte, the site of a build that knows nothing of before."""

from pathlib import Path

import kept_walk


def test_after_edits_of_every_kind_the_site_is_that_of_a_cold_build(tmp_path: Path) -> None:
    assert kept_walk.walk(tmp_path / "ward", seed=8, count=14) >= 7
