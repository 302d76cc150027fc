"""How a page looks where it is sent, and on the first screen of a telephone: pictures, titles, icons."""

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import built
import pytest
import samples
from outline import Outline
from PIL import Image

from gandan import addresses
from gandan.assemble import assemble
from gandan.cache import Store
from gandan.model import News
from gandan.outputs import made
from gandan.relate.portal import Portal
from gandan.sharing import cards as room
from gandan.sharing import drawing, files, lines
from gandan.sharing.cards import Card, Cards
from gandan.sharing.drawing import Press

HOST = "https://benmau.minhhoa.example/"
FACE = (built.ROOT / "overrides/assets/fonts/noto-sans.woff2").read_bytes()
LARGEST = 30_000  # bytes of a picture
PAGES = [one for one in built.pages() if one.name == "index.html" and "quan-tri" not in one.parts]


@pytest.fixture(scope="module")
def portal() -> Portal:
    found = assemble(built.ROOT, date.fromisoformat(built.TODAY)).portal
    assert found
    return found


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(FACE, "Phường Bến Mẫu", "Thành phố Minh Họa", "benmau.minhhoa.example")


def told(path: Path) -> dict[str, str]:
    """The properties of Open Graph of a page, each of which stands once."""
    metas = [one for one in Outline.of(path.read_text("utf-8")).all("meta") if one["property"]]
    names = [one["property"] for one in metas]
    assert len(set(names)) == len(names), path
    return {one["property"]: one["content"] for one in metas}


# ------------------------------------------------------------------------------------------- lines


def each(text: str) -> float:
    """Letters of one width."""
    return len(text)


@pytest.mark.parametrize(
    ("title", "width", "shown"),
    [
        ("Tin tức", 20, ["Tin tức"]),
        ("Ngày hội Đại đoàn kết", 20, ["Ngày hội Đại", "đoàn kết"]),
        ("Quy định theo Nghị định 59/2023/NĐ-CP", 26, ["Quy định theo Nghị", "định 59/2023/NĐ-CP"]),
        ("Tạm ngừng cấp nước tổ 5 và tổ 6", 22, ["Tạm ngừng cấp", "nước tổ 5 và tổ 6"]),
        ("Gọi số 0200 000 0004 khi ngập", 19, ["Gọi", "số 0200 000 0004", "khi ngập"]),
        ("Một việc – hai tổ", 10, ["Một việc –", "hai tổ"]),
        ("  Thừa   dấu \n cách ", 20, ["Thừa dấu cách"]),
    ],
)
def test_a_line_ends_between_words_and_a_number_stays_with_the_word_before_it(
    title: str, width: float, shown: list[str]
) -> None:
    assert lines.broken(title, width, each) == shown


def test_a_word_wider_than_a_line_asks_for_smaller_letters() -> None:
    assert lines.broken("nghiêng nghiêng", 5, each) is None


def test_where_nothing_else_helps_a_title_is_cut_and_says_so() -> None:
    assert lines.forced("một hai ba bốn năm", 8, 2, each) == ["một hai", "ba bốn…"]
    assert lines.forced("a" * 20, 8, 2, each) == ["aaaaaaa", "aaaaaaa…"]
    assert lines.forced("vừa đủ", 8, 1, each) == ["vừa đủ"]


@pytest.mark.parametrize("title", ["Ủy ban " * 31, "Ẫ" * 220, "1 " * 110, "x"])
def test_every_title_finds_its_room(press: Press, title: str) -> None:
    size, shown = press.title(title)
    wide = press._font(size, drawing.BOLD).getlength
    assert shown and max(map(wide, shown)) <= room.WIDE - 2 * drawing.MARGIN
    assert len(shown) * size * drawing.LEADING <= drawing.FOOT - drawing.TITLE


def test_no_title_of_the_ward_is_cut(press: Press, portal: Portal) -> None:
    for card in Cards(portal).all():
        assert " ".join(press.title(card.title)[1]) == card.title


# ---------------------------------------------------------------------------------------- pictures


def test_equal_cards_are_equal_bytes_and_another_title_another_picture(press: Press) -> None:
    card = Card("tin-tuc/2026/a/", "Tin tức", "Ngày hội ở tổ dân phố 1", "20/11/2026")
    again = Press(FACE, "Phường Bến Mẫu", "Thành phố Minh Họa", "benmau.minhhoa.example")
    assert press.png(card) == again.png(card)
    assert press.png(card) != press.png(Card(card.page, card.kind, "Ngày hội ở tổ dân phố 2", card.day))


def test_vietnamese_letters_are_drawn_and_not_their_absence(press: Press) -> None:
    drawn = {letter: press.png(Card("a/", "Tin tức", letter)) for letter in "ẫẵợữỹặđĐỄỞ"}
    assert len(set(drawn.values())) == len(drawn)


@pytest.mark.parametrize("site", [built.site, samples.site], ids=["demonstration", "samples"])
def test_every_picture_has_its_measure_and_is_light(site: Callable[[], Path]) -> None:
    found = sorted((site() / addresses.CARDS).rglob("*.png"))
    assert len(found) > 10
    for path in found:
        data = path.read_bytes()
        assert len(data) <= LARGEST, path
        assert Image.open(BytesIO(data)).size == (room.WIDE, room.HIGH)


@pytest.mark.parametrize("path", PAGES, ids=lambda one: one.parent.relative_to(built.site()).as_posix())
def test_a_page_says_what_it_is_where_it_is_sent(path: Path) -> None:
    page, graph = Outline.of(path.read_text("utf-8")), told(path)
    if not page.all("link", "href") or not graph:  # one that leads on
        return
    canonical = next(one["href"] for one in page.all("link") if one["rel"] == "canonical")
    assert graph["og:url"] == canonical and graph["og:locale"] == "vi_VN"
    assert graph["og:title"] and graph["og:description"] and graph["og:image:alt"]
    assert graph["og:site_name"] == "Ủy ban nhân dân phường Bến Mẫu"
    assert graph["og:type"] == ("article" if page.all("article", "data-kind") else "website")
    with Image.open(built.site() / graph["og:image"].removeprefix(HOST)) as picture:
        assert picture.size == (int(graph["og:image:width"]), int(graph["og:image:height"]))


def test_a_record_has_its_own_picture_and_another_page_that_of_its_section() -> None:
    own = {
        "": "trang-chu",
        "van-ban/": "van-ban",
        "van-ban/10-2022-qh15/": "van-ban/10-2022-qh15",
        "thong-bao/2026/ngung-cap-nuoc-to-5-to-6/": "thong-bao/2026/ngung-cap-nuoc-to-5-to-6",
        "cong-khai/2026/ngan-sach-quy-3/niem-yet/": "cong-khai",
        "lich/2026/11/": "lich",
        "chu-de/dan-van/": "chu-de",
    }
    for address, name in own.items():
        assert told(built.site() / address / "index.html")["og:image"] == f"{HOST}the/{name}.png"
    pictured = told(built.site() / "tin-tuc/2026/ngay-hoi/index.html")
    assert pictured["og:image"].startswith(f"{HOST}tin-tuc/2026/anh/")


def test_of_news_only_the_newest_have_their_own(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    news = [one for one in portal.of(News) if not one.item.image]
    monkeypatch.setattr(room, "NEWEST", portal.of(News).index(news[3]))
    found = Cards(portal)
    assert [found.own(one) for one in news] == [place < 3 for place in range(len(news))]
    assert found.of(news[3].address, news[3], "x").address == "the/tin-tuc.png"


def drawings(
    portal: Portal, store: Store, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str], dict[str, bytes]]:
    """What a build draws that has no site yet, and every file."""
    drawn: list[str] = []

    def png(self: Press, card: Card) -> bytes:
        drawn.append(card.page)
        return card.title.encode()

    monkeypatch.setattr(Press, "png", png)
    outputs = files.of(Cards(portal), portal.ward, HOST, made("face", FACE), store)
    return drawn, {one.address: bytes(one.data()) for one in outputs}


def test_a_picture_is_drawn_once_and_one_edit_draws_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    today, ward = date.fromisoformat(built.TODAY), built.copy(tmp_path / "ward")
    before = assemble(ward, today).portal
    assert before
    drawn, first = drawings(before, Store(tmp_path / "cache"), monkeypatch)
    assert len(drawn) == len(set(drawn)) == len(first)
    assert drawings(before, Store(tmp_path / "cache"), monkeypatch) == ([], first)
    item = next((ward / "docs/thong-bao/2026").glob("*ngung-cap-nuoc*"))
    item.write_text(item.read_text("utf-8").replace("title: Tạm ngừng", "title: Tạm dừng"), "utf-8")
    after = assemble(ward, today).portal
    assert after
    drawn, then = drawings(after, Store(tmp_path / "cache"), monkeypatch)
    assert drawn == ["thong-bao/2026/ngung-cap-nuoc-to-5-to-6/"]
    assert {one for one in then if then[one] != first[one]} == {f"the/{drawn[0].rstrip('/')}.png"}


# ------------------------------------------------------------------------------------------- icons


def test_the_manifest_names_the_ward_and_icons_that_are_there() -> None:
    path = built.site() / addresses.MANIFEST
    manifest = json.loads(path.read_text("utf-8"))
    assert (manifest["name"], manifest["short_name"]) == ("Phường Bến Mẫu, Thành phố Minh Họa", "Bến Mẫu")
    assert manifest["start_url"] == manifest["scope"] == "./" and manifest["lang"] == "vi"
    assert {one["purpose"] for one in manifest["icons"]} == {"any", "maskable"}
    for one in manifest["icons"]:
        icon = path.parent / one["src"]
        wide, _, high = one["sizes"].partition("x")
        assert icon.suffix == ".svg" or Image.open(icon).size == (int(wide), int(high))


def test_heads_of_sections_name_icons_and_manifest_and_the_host_has_one_for_all_others() -> None:
    def links(address: str) -> list[str]:
        page = Outline.of((built.site() / address / "index.html").read_text("utf-8"))
        return [one["rel"] for one in page.all("link")]

    for address in ("", "tin-tuc/"):
        kinds = links(address)
        assert kinds.count("icon") == 2 and {"manifest", "apple-touch-icon"} <= set(kinds)
    assert not {"icon", "manifest"} & set(links("tin-tuc/2026/ngay-hoi/"))
    assert Image.open(built.site() / addresses.ICON).size == (32, 32)
