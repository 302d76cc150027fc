"""Pictures come in the size a screen needs, with their room left free, and are drawn once."""

import os
from io import BytesIO
from pathlib import Path

import built
import pytest
from outline import Outline
from PIL import Image
from test_pictures import drawn, exif

from gandan import pictures, renditions, segments
from gandan.cache import Store
from gandan.keeping.drawings import Drawings
from gandan.read.content import look
from gandan.views.pictures import placed


@pytest.mark.parametrize(
    ("file", "width", "made", "offered"),
    [
        ("a.webp", 1280, [400, 800], [400, 800, 1280]),
        ("a.jpg", 1280, [400, 800, 1280], [400, 800, 1280]),
        ("a.png", 2000, [400, 800, 1280], [400, 800, 1280]),
        ("a.webp", 2000, [400, 800, 1280], [400, 800, 1280]),
        ("a.JPG", 900, [400, 900], [400, 900]),
        ("a.webp", 420, [], []),
        ("a.webp", 500, [400], [400, 500]),
        ("a.png", 200, [200], [200]),
    ],
)
def test_no_form_is_wider_than_the_picture_or_hardly_narrower_than_another(
    file: str, width: int, made: list[int], offered: list[int]
) -> None:
    path, size = f"docs/tin-tuc/2026/{file}", (width, 300)
    assert [one.width for one in renditions.drawn(path, size)] == made
    assert [one.width for one in renditions.sources(path, size)] == offered


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_form_is_upright_and_tells_nothing(kind: str) -> None:
    made = pictures.narrower(drawn(kind, (640, 320), exif=exif(6)), [80, 160])
    assert [Image.open(BytesIO(one)).size for one in made.values()] == [(80, 160), (160, 320)]
    assert not any(segments.tells(one) for one in made.values())


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK"])
def test_pictures_of_every_colour_have_forms(mode: str) -> None:
    out = BytesIO()
    Image.new(mode, (500, 300)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    form = Image.open(BytesIO(pictures.narrower(out.getvalue(), [400])[400]))
    assert form.size == (400, 240) and form.format == "WEBP"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_lies_on_its_side_has_the_size_in_which_it_is_seen(kind: str, tmp_path: Path) -> None:
    for turned in range(1, 9):
        path = tmp_path / f"{turned}.bin"
        path.write_bytes(drawn(kind, (640, 320), exif=exif(turned)))
        assert look(path).points == ((640, 320) if turned < 5 else (320, 640))


class Ward:
    """A folder with one picture, and the forms a build makes of it."""

    def __init__(self, root: Path) -> None:
        self.root, self.file = root, root / "docs/a.jpg"
        self.file.parent.mkdir()
        self.draw("red")

    def draw(self, colour: str) -> None:
        Image.new("RGB", (1000, 500), colour).save(self.file)
        os.utime(self.file, ns=(0, 0))

    def forms(self) -> dict[str, bytes]:
        self.store = Store(self.root / ".cache")
        found = Drawings(self.root, self.store).of({"docs/a.jpg": (1000, 500)})
        return {one.address: bytes(one.data()) for one in found}


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    return Ward(tmp_path)


def test_forms_are_drawn_once_and_again_when_the_picture_changes(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
) -> None:
    cold, counted = ward.forms(), list[int]()
    assert list(cold) == [
        "assets/anh/a.jpg.400.webp",
        "assets/anh/a.jpg.800.webp",
        "assets/anh/a.jpg.1000.webp",
    ]
    narrower = pictures.narrower
    monkeypatch.setattr(pictures, "narrower", lambda *told: counted.append(1) or narrower(*told))
    assert ward.forms() == cold and not counted
    ward.draw("blue")
    assert ward.forms() != cold and len(counted) == 1
    for kept in (ward.root / ".cache/anh").iterdir():
        kept.write_bytes(kept.read_bytes()[:-9])
    ward.draw("red")
    assert ward.forms() == cold and "hỏng" in ward.store.said[0]


def test_what_nobody_shows_is_cleared_away_at_last(ward: Ward) -> None:
    cold = ward.forms()
    for number in range(40):
        (ward.root / f".cache/anh/{number}").write_bytes(b"old")
    ward.draw("blue")
    ward.forms()
    assert len(list((ward.root / ".cache/anh").iterdir())) == 1
    ward.draw("red")
    assert ward.forms() == cold


def test_half_a_picture_goes_out_as_it_is_and_is_told(ward: Ward) -> None:
    ward.file.write_bytes(ward.file.read_bytes()[:-600])
    assert set(ward.forms().values()) == {ward.file.read_bytes()}
    assert ward.store.said == [
        "docs/a.jpg: ảnh hỏng hoặc bị cắt ngang, không mở được. Xin lại bản gốc. Trang đăng nguyên tệp ấy."
    ]


def test_a_picture_that_nobody_measured_is_left_alone() -> None:
    html = '<p><img alt="A &gt; B" src="../b.png" /></p>'
    assert placed(html, "tin-tuc/2026/a/", {}) == html
    made = placed(html, "tin-tuc/2026/a/", {"docs/tin-tuc/2026/b.png": (300, 200)})
    assert made == (
        '<p><img alt="A &gt; B" src="../b.png" srcset="../../../assets/anh/tin-tuc/2026/b.png.300.webp 300w"'
        ' sizes="(min-width: 46rem) 44rem, calc(100vw - 2rem)" width="300" height="200" decoding="async"></p>'
    )


def test_every_picture_of_the_site_has_its_room_and_every_form_is_there() -> None:
    seen = 0
    for path in built.pages():
        for one in Outline.of(path.read_text("utf-8")).all("img"):
            seen += 1
            assert int(one["width"]) > 0 and int(one["height"]) > 0, path
            for offered in filter(None, one["srcset"].split(", ")):
                address, width = offered.split(" ")
                form = (path.parent / address).resolve()
                with Image.open(form) as opened:
                    assert opened.width == int(width.rstrip("w")), form
    assert seen > 5


def test_the_picture_that_opens_an_item_comes_first_and_all_others_when_they_are_near() -> None:
    page = Outline.of((built.site() / "tin-tuc/2026/ngay-hoi/index.html").read_text("utf-8"))
    assert [(one["fetchpriority"], one["loading"]) for one in page.all("img")] == [
        ("high", ""),
        *[("", "lazy")] * 3,
    ]
    page = Outline.of((built.site() / "tin-tuc/2026/giu-kenh-vi-du/index.html").read_text("utf-8"))
    assert [(one["fetchpriority"], one["loading"]) for one in page.all("img")] == [("", "lazy")]
