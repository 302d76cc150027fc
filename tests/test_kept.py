"""What a build keeps for the next: the index is the same bytes with it and without, whatever became of it."""

import filecmp
import hashlib
import random
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import zip_longest
from pathlib import Path

import built
import pytest

from gandan import cache, packs
from gandan.assemble import assemble
from gandan.cache import Store
from gandan.keeping.pages import Pages
from gandan.model import Abbreviation
from gandan.relate.portal import Portal
from gandan.search import files, ids, lists, shards, table
from gandan.search.documents import NOTHING, Found, Wording

WORDS = "dân dan dần chủ chú chu hẻm hem tổ tô phường họp hợp 14 2026 27 ct tu ủy ban nhân dân"
WARD = tuple(
    Abbreviation(long=long, short=short)
    for long, short in (("Ủy ban nhân dân", "UBND"), ("tổ dân phố", "TDP"))
)
TODAY = date.fromisoformat(built.TODAY)


@pytest.fixture(autouse=True)
def limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of some forty documents meets every limit that a large one meets."""
    monkeypatch.setattr(lists, "CAP", 7)
    monkeypatch.setattr(lists, "COMMON", 3)
    monkeypatch.setattr(lists, "RARE", 40)
    monkeypatch.setattr(shards, "LIMIT", 300)
    monkeypatch.setattr(table, "BLOCK", 7)
    monkeypatch.setattr(ids, "SLOTS", 4)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".cache"


Files = dict[str, bytes]


def made(
    found: list[Found], store: Store | None = None, abbreviations: tuple[Abbreviation, ...] = WARD
) -> Files:
    store = store or Store(None)
    return built.contents(files.archive(found, abbreviations, store))


def portal(today: date = TODAY) -> Portal:
    joined = assemble(built.ROOT, today).portal
    assert joined
    return joined


def whole(today: date) -> Files:
    """The index of the demonstration ward by a build without memory."""
    return built.contents(files.of(portal(today), today))


def text(chance: random.Random, syllables: int) -> str:
    words = [chance.choice(WORDS.split()) for _ in range(syllables)]
    return re.sub(r"(14 \S+)", r"\1.\n\n## ", " ".join(words))


def document(chance: random.Random, name: int) -> Found:
    day = date(2026, 11, 1) + timedelta(days=chance.randrange(12))
    address, title = f"tin-tuc/2026/tin-{name}/", text(chance, chance.randrange(1, 6)).replace("\n", " ")
    topics, names = tuple(chance.sample(["moi-truong", "an-sinh"], chance.randrange(3))), (f"{name}/CT-TU",)
    body = text(chance, chance.randrange(0, 40))
    wording = Wording(title, "", names, body)
    return Found(address, "news", day, topics, chance.random() < 0.5, NOTHING, wording)


def reworded(one: Found, **other: str) -> Found:
    return one._replace(told=one.wording._replace(**other))


# An item and another one -> what becomes of it.
DEEDS: list[Callable[[Found, Found], Found | None]] = [
    lambda one, other: reworded(one, body=f"{one.wording.body} thêm {other.wording.title}"),
    lambda one, other: reworded(one, title=other.wording.title),
    lambda one, other: one._replace(card={"s": other.wording.title}),
    lambda one, _: one._replace(topics=(), in_force=not one.in_force),
    lambda one, other: one._replace(day=other.day),
    lambda one, other: one._replace(address=other.address),
    lambda *_: None,
    lambda *_: None,
]


def edited(chance: random.Random, found: list[Found]) -> list[Found]:
    """The archive after some edits: words, title, card or day changed, items gone, renamed or new."""
    left = list(found)
    for _ in range(chance.randrange(1, 4)):
        others = [document(chance, chance.randrange(1000)) for _ in range(chance.randrange(1, 4))]
        if left and chance.random() < 0.7:
            after = chance.choice(DEEDS)(left.pop(chance.randrange(len(left))), others[0])
            left += [after] if after else []
        else:
            left += others
    return list({one.address: one for one in left}.values())


@pytest.mark.parametrize("seed", range(6))
def test_after_any_edit_the_index_is_that_of_a_build_without_memory(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    found = [document(chance, name) for name in range(38)]
    for _ in range(25):
        store = Store(folder)
        assert made(found, store) == made(found)
        assert store.said == []
        found = edited(chance, found)


def test_an_id_is_the_first_place_of_its_day_that_is_free() -> None:
    chance = random.Random(12)
    found = [document(chance, name) for name in range(200)]
    taken: set[int] = set()
    places = dict(zip((one.address for one in found), ids.of(found).given, strict=True))
    for one in sorted(found, key=lambda one: one.address):
        place = places[one.address]
        day = one.day.toordinal() - ids.EPOCH if one.day else 0
        spread = hashlib.sha256(one.address.encode()).digest()[0] % ids.SLOTS
        first = day * ids.SLOTS + spread
        assert place >= first and set(range(first, place)) <= taken and place not in taken
        taken.add(place)


def test_an_archive_may_become_empty_and_grow_again(folder: Path) -> None:
    chance = random.Random(1)
    full = [document(chance, name) for name in range(50)]
    for found in ([], full, [], full[:1], full):
        assert made(found, Store(folder)) == made(found)


def test_what_did_not_change_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(2)
    found = [document(chance, name) for name in range(20)]
    made(found, Store(folder))
    read: list[str] = []
    whole = Found.read

    def counted(one: Found) -> tuple[str, list[tuple[int, str]]]:
        read.append(one.address)
        return whole(one)

    monkeypatch.setattr(Found, "read", counted)
    before = (folder / "tim-kiem").stat()
    made(found, Store(folder))
    after = (folder / "tim-kiem").stat()  # all but when it was read
    assert read == [] and (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    found[3] = reworded(found[3], body="Một câu khác hẳn.")
    made(found, Store(folder))
    assert read == [found[3].address]


def test_another_day_another_ward_of_abbreviations_another_software(folder: Path) -> None:
    early, late = date(2019, 1, 1), TODAY
    for today in (late, early, late):
        store = Store(folder)
        assert built.contents(files.of(portal(today), today, store)) == whole(today)
        assert store.said == []
    assert whole(early) != whole(late)
    fewer = portal()._replace(abbreviations=portal().abbreviations[:1])
    store, expected = Store(folder), built.contents(files.of(fewer, TODAY))
    assert built.contents(files.of(fewer, TODAY, store)) == expected
    assert len(store.said) == 1 and "cài đặt khác" in store.said[0]
    store = Store(folder, software="of another year")
    assert built.contents(files.of(fewer, TODAY, store)) == expected
    assert len(store.said) == 1 and "phần mềm khác" in store.said[0]


def shortened(length: Callable[[int], int]) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        data = path.read_bytes()
        path.write_bytes(data[: length(len(data))])

    return damage


def flipped(share: float) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[min(len(data) - 9, int(len(data) * share))] ^= 4
        path.write_bytes(data)

    return damage


def foreign(data: bytes) -> Callable[[Path], None]:
    return lambda path: (path.write_bytes(data), None)[1]


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGE: dict[str, Callable[[Path], None]] = {
    "empty": shortened(lambda _: 0),
    "cut in its mark": shortened(lambda _: 9),
    "cut in its head": shortened(lambda _: 80),
    "cut in the middle": shortened(lambda length: length // 2),
    "cut at its end": shortened(lambda length: length - 9),
    **{f"a bit turned at {share}": flipped(share) for share in (0, 0.001, 0.01, 0.3, 0.6, 0.9)},
    "a text": foreign("không phải của ta\n".encode()),
    "the mark alone": foreign(packs.MARK.ljust(16)),
    "a page": foreign(b"<!doctype html>" * 1000),
    "zeros": foreign(bytes(4096)),
    "a folder": folder_instead,
}


def large(folder: Path) -> Path:
    """The pack that seldom changes."""
    (found,) = folder.glob("tim-kiem-*")
    return found


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_spoiled_file_is_thrown_away_in_one_sentence(folder: Path, damage: Callable[[Path], None]) -> None:
    chance = random.Random(3)
    found = [document(chance, name) for name in range(12)]
    expected = made(found, Store(folder))
    damage(folder / "tim-kiem")
    store = Store(folder)
    assert made(found, store) == expected
    thrown = [sentence for sentence in store.said if sentence.startswith("Bỏ .cache/tim-kiem ")]
    assert len(thrown) == 1 and thrown[0].endswith(".")
    if (folder / "tim-kiem").is_file():
        assert len(store.said) == 1
        healed = Store(folder)
        assert made(found, healed) == expected and healed.said == []


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("edit", [False, True])
def test_a_spoiled_index_is_never_believed(folder: Path, damage: Callable[[Path], None], edit: bool) -> None:
    chance = random.Random(9)
    found = [document(chance, name) for name in range(12)]
    made(found, Store(folder))
    pack = large(folder)
    damage(pack)
    store = Store(folder)
    if edit:
        found[4] = reworded(found[4], body=f"{found[4].wording.body} chủ hẻm")
    assert made(found, store) == made(found)
    thrown = [each for each in store.said if each.startswith(f"Bỏ .cache/{pack.name} ")]
    assert len(thrown) < 2 and (thrown == store.said or pack.is_dir())
    found[5] = reworded(found[5], body=f"{found[5].wording.body} dân dan")
    store = Store(folder)
    assert made(found, store) == made(found) and (len(store.said) < 2 or pack.is_dir())
    healed = Store(folder)
    assert made(found, healed) == made(found) and (healed.said == [] or pack.is_dir())


@pytest.mark.parametrize("part", ["base.holders", "base.terms", "shards.data", "cards.data", "cards.names"])
def test_a_part_is_believed_by_its_sum_only(folder: Path, part: str) -> None:
    chance = random.Random(10)
    found = [document(chance, name) for name in range(12)]
    made(found, Store(folder))
    pack = large(folder)
    data = bytearray(pack.read_bytes())
    start = next(start for name, (start, _, _) in packs.places(pack.open("rb"), None) if name == part)
    data[start + 5] ^= 1
    pack.write_bytes(data)
    found[4] = reworded(found[4], body=f"{found[4].wording.body} chủ hẻm")
    store = Store(folder)
    assert made(found, store) == made(found)
    assert store.said == [f"Bỏ .cache/{pack.name} và làm lại từ đầu, vì tệp ấy bị hỏng hoặc bị cắt."]


def test_a_large_pack_that_is_gone_is_made_anew(folder: Path) -> None:
    found = [document(random.Random(11), name) for name in range(12)]
    made(found, Store(folder))
    large(folder).unlink()
    store = Store(folder)
    assert made(found, store) == made(found) and store.said == []
    assert large(folder).is_file()


def test_a_file_that_may_not_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [document(random.Random(4), 1)]
    expected = made(found, Store(folder))

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    store = Store(folder)
    with monkeypatch.context() as closed:
        closed.setattr(Path, "open", refused)
        assert made(found, store) == expected
    assert store.said == ["Bỏ .cache/tim-kiem và làm lại từ đầu, vì máy không cho đọc tệp ấy."]


def test_where_nothing_can_be_written_the_build_goes_on(folder: Path) -> None:
    folder.write_text("a file where the folder should be", "utf-8")
    found = [document(random.Random(5), 1)]
    store = Store(folder)
    assert made(found, store) == made(found)
    assert len(store.said) >= 1 and "Không ghi được .cache/tim-kiem" in store.said[-1]


def test_a_full_disk_leaves_the_old_file_and_no_rest(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [document(random.Random(6), 1), document(random.Random(6), 2)]
    made(found[:1], Store(folder))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def full(_: str, parts: packs.Parts) -> Iterator[bytes | memoryview]:
        yield from list(parts.values())[:2]
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(cache, "packed", full)
        store = Store(folder)
        assert made(found, store) == made(found)
    assert len(store.said) == 1 and "đĩa đầy" in store.said[0]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_build_that_was_killed_leaves_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [document(random.Random(7), 1), document(random.Random(7), 2)]
    made(found[:1], Store(folder))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(Path, "replace", killed)
        made(found, Store(folder))
    assert len(list(folder.iterdir())) == 3
    store = Store(folder)
    assert made(found, store) == made(found) and store.said == []
    assert sorted(path.name for path in folder.iterdir()) == ["tim-kiem", large(folder).name]


def test_two_builds_at_once_on_one_folder_are_both_right(folder: Path) -> None:
    chance = random.Random(8)
    one = [document(chance, name) for name in range(30)]
    other = edited(chance, one)
    stores = Store(folder), Store(folder)
    both = [files.archive(found, WARD, store) for found, store in zip((one, other), stores, strict=True)]
    pairs = list(zip_longest(*both))
    for place, found in enumerate((one, other)):
        assert built.contents(pair[place] for pair in pairs if pair[place]) == made(found)
    store = Store(folder)
    assert made(one, store) == made(one)
    assert [*stores[0].said, *stores[1].said, *store.said] == []


def test_pages_are_given_again_and_those_that_nobody_shows_are_forgotten(folder: Path) -> None:
    one, two, three = (f"tin-tuc/2026/{name}/index.html" for name in ("mot", "hai", "ba"))
    keys = {name: cache.digest(name.encode()) for name in (one, two, three)}
    first = {name: keys[name] for name in (one, two)}
    Pages(Store(folder)).save(first, {}, {one: b"one", two: b"two"})
    later = {name: keys[name] for name in (two, three)}
    Pages(Store(folder)).save(later, first, {three: b"three"})
    pages = Pages(Store(folder))
    assert [pages.get(name, keys[name]) for name in (one, two, three)] == [None, b"two", b"three"]


def test_a_few_other_pages_of_a_year_leave_its_pack_as_it_is(folder: Path) -> None:
    def saved(before: dict[str, bytes], *others: int) -> dict[str, bytes]:
        words = {f"tin-tuc/2026/{n}/index.html": b"%d %d" % (n, n in others) for n in range(40)}
        keys = {name: cache.digest(word) for name, word in words.items()}
        stays = {name for name, key in keys.items() if before.get(name) == key}
        Pages(Store(folder)).save(keys, stays, {name: words[name] for name in words.keys() - stays})
        pages = Pages(Store(folder))
        assert {name: bytes(pages.get(name, key) or b"") for name, key in keys.items()} == words
        return keys

    year = folder / "trang-tin-tuc-2026"
    first = saved({})
    written = year.read_bytes()
    then = saved(saved(first, 5), 5, 7)
    assert year.read_bytes() == written
    saved(then, *range(9))
    assert year.read_bytes() != written


def test_a_strict_and_quiet_build_passes_with_a_spoiled_cache_and_tells(tmp_path: Path) -> None:
    root = built.copy(tmp_path / "ward")
    cold = built.mkdocs(root, tmp_path / "cold")
    assert cold.returncode == 0 and "Bỏ" not in cold.stderr, cold.stderr
    kept = root / ".cache/tim-kiem"
    kept.write_bytes(kept.read_bytes()[:5000])
    told = built.mkdocs(root, tmp_path / "told")
    assert told.returncode == 0 and told.stderr.count("Bỏ .cache/tim-kiem") == 1, told.stderr
    warm = built.mkdocs(root, tmp_path / "warm")
    assert warm.returncode == 0 and "Bỏ" not in warm.stderr
    for site in ("told", "warm"):
        assert differences(filecmp.dircmp(tmp_path / "cold", tmp_path / site)) == []


def differences(one: filecmp.dircmp[str]) -> list[str]:
    _, unequal, odd = filecmp.cmpfiles(one.left, one.right, one.common_files, shallow=False)
    found = [*one.left_only, *one.right_only, *unequal, *odd]
    return found + [name for each in one.subdirs.values() for name in differences(each)]
