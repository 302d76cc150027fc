"""The key of a page is the same whether the build before knew it or its view was made."""

import random
import sys
from pathlib import Path

import kept_edits
import kept_walk
import kept_ward
import pytest
from kept_edits import Ward

from gandan.building import Building
from gandan.cache import EMPTY, Store
from gandan.keeping.keys import Keys
from gandan.keeping.standing import Standing

ELSEWHERE = {"killed", "settings", "site", "style", "template"}  # edits of what no view draws on
EDITS = [one for one in kept_edits.EDITS if one.__name__ not in ELSEWHERE]


def keys(one: Ward, store: Store) -> dict[str, bytes] | None:
    """The keys of all pages, and those of a ward that knows them from now on; None for a ward with errors."""
    building = Building(one.root, one.today, EMPTY)
    if building._portal is None:
        return None
    building._store = store
    building.weigh("https://benmau.example/", b"", Standing(EMPTY, one.root / "site", "site"))
    building._keys.save()
    return building.keys


def walk(root: Path, seed: int, count: int) -> int:
    """How many of `count` handfuls of edits gave a ward whose keys could be compared."""
    one, store, compared = Ward(kept_ward.lay(root), random.Random(seed)), Store(root / ".cache"), 0
    for _ in range(count):
        saved, today = kept_walk._sources(one.root), one.today
        for edit in one.chance.sample(EDITS, one.chance.choice((1, 2, 3))):
            edit(one)
        wanted = keys(one, EMPTY)
        if wanted is None:
            kept_walk._back(one.root, saved)
            one.today = today
            continue
        assert keys(one, store) == wanted
        compared += 1
    return compared


def test_after_any_edit_the_keys_are_those_of_a_build_without_memory(tmp_path: Path) -> None:
    assert walk(tmp_path / "ward", seed=3, count=9) >= 6


def test_where_nothing_changed_only_pages_that_show_news_need_their_view(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, store = Ward(kept_ward.lay(tmp_path / "ward"), random.Random(1)), Store(tmp_path / "kept")
    keys(one, store)
    made = []
    view = Keys._view
    monkeypatch.setattr(Keys, "_view", lambda *told: made.append(told[1].template) or view(*told))
    keys(one, store)
    assert made and not set(made) & {"directive", "event", "notice", "calendar", "quarter", "group"}


@pytest.mark.parametrize("part", ["names", "keys"])
def test_what_is_kept_in_another_form_is_thrown_away(tmp_path: Path, part: str) -> None:
    one, store = Ward(kept_ward.lay(tmp_path / "ward"), random.Random(1)), Store(tmp_path / "kept")
    wanted = keys(one, store)
    store.save("khoa", "", {"names": b"", "keys": b"", part: bytes(17)})
    assert keys(one, store) == wanted
    assert "khoa" in store.said[0]


if __name__ == "__main__":
    import tempfile

    for seed in range(int(sys.argv[1]), int(sys.argv[2])):
        with tempfile.TemporaryDirectory() as folder:
            print(seed, walk(Path(folder) / "ward", seed, 25), flush=True)
