"""A picture goes out upright, not too large, and tells nothing but itself."""

from io import BytesIO
from pathlib import Path

import pytest
from attached import png
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from gandan import pictures, segments

ROOT = Path(__file__).resolve().parent.parent


def drawn(kind: str, size: tuple[int, int] = (60, 40), **settings: object) -> bytes:
    """A picture, red on its left half, as bytes."""
    image = Image.new("RGB", size, "white")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    out = BytesIO()
    image.save(out, kind, **settings)
    return out.getvalue()


def exif(turned: int = 1) -> Image.Exif:
    """What a telephone writes: place, camera, hour, which side is up."""
    told = Image.Exif()
    told[0x0112], told[0x010F], told[0x0110], told[0x0132] = turned, "Mẫu", "Máy 1", "2026:11:20 07:30:00"
    told.get_ifd(0x8825).update({1: "N", 2: (IFDRational(16), IFDRational(27), IFDRational(3))})
    return told


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_camera_and_hour_are_named_and_taken_out(kind: str) -> None:
    data = drawn(kind, exif=exif())
    assert segments.tells(data) == ("nơi chụp (GPS)", "máy chụp", "ngày giờ chụp")
    cleaned = pictures.clean(data)
    assert segments.tells(cleaned.data) == ()
    assert cleaned.done == ("bỏ nơi chụp (GPS), máy chụp, ngày giờ chụp",)
    after = Image.open(BytesIO(cleaned.data))
    assert not after.getexif() and b"Exif" not in cleaned.data
    assert after.convert("RGB").tobytes() == Image.open(BytesIO(data)).convert("RGB").tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_bytes_stay_where_there_is_nothing_to_do(kind: str) -> None:
    data = drawn(kind)
    assert pictures.clean(data) == pictures.Picture(data, pictures.KINDS[kind], (60, 40))


@pytest.mark.parametrize("turned", range(2, 9))
def test_a_picture_stands_upright_without_its_tag(turned: int) -> None:
    cleaned = pictures.clean(drawn("JPEG", (640, 320), exif=exif(turned)))
    assert cleaned.size == ((640, 320) if turned < 5 else (320, 640))
    assert segments.tells(cleaned.data) == ()


def test_a_large_picture_is_made_smaller() -> None:
    cleaned = pictures.clean(drawn("JPEG", (4000, 3000), exif=exif(6)))
    assert cleaned.size == (1500, 2000) and cleaned.kind == ".jpg"
    assert "thu nhỏ từ 4000 × 3000 còn 1500 × 2000 điểm" in cleaned.done


@pytest.mark.parametrize("kind", ["BMP", "GIF", "TIFF"])
def test_a_picture_no_browser_needs_becomes_png(kind: str) -> None:
    cleaned = pictures.clean(drawn(kind))
    assert cleaned.kind == ".png" and Image.open(BytesIO(cleaned.data)).size == (60, 40)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_a_picture_that_moves_the_first_stays(kind: str) -> None:
    other = Image.new("RGB", (60, 40), "blue")
    moving = drawn(kind, save_all=True, append_images=[other], duration=100)
    cleaned = pictures.clean(moving)
    assert segments.moves(moving) and not segments.moves(cleaned.data) and "giữ hình đầu" in cleaned.done
    red, _, blue = Image.open(BytesIO(cleaned.data)).convert("RGB").getpixel((5, 5))
    assert red > 200 and blue < 60


def test_a_film_behind_a_picture_goes() -> None:
    still = drawn("JPEG")
    assert pictures.clean(still + b"....ftypmp42" + b"\1" * 99).data == still
    assert segments.tells(still + b"....ftypmp42") == ("ghi chú ẩn",)


def test_colours_stay() -> None:
    profile = b"x" * 300
    data = drawn("JPEG", exif=exif(), icc_profile=profile)
    assert Image.open(BytesIO(pictures.clean(data).data)).info["icc_profile"] == profile


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (png(30_000, 30_000), "mở ra thì treo máy"),
        (png(9_000, 9_000), "9000 × 9000"),
        (b"<svg onload='x()'/>", "SVG"),
        (b"", "không phải ảnh"),
        (b"MZ\x90\0", "không phải ảnh"),
        (drawn("JPEG")[:-30], "bị cắt ngang"),
        (drawn("PNG")[:-30], "bị cắt ngang"),
        (drawn("WEBP")[:-30], "bị cắt ngang"),
    ],
)
def test_what_cannot_be_a_picture_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(pictures.Refused, match=said):
        pictures.clean(data)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_any_cut_or_changed_byte_gives_a_picture_or_a_sentence(suffix: str) -> None:
    data = drawn({".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}[suffix], exif=exif())
    for end in range(0, len(data), 7):
        for spoiled in (data[:end], data[:end] + b"\xff" + data[end + 1 :]):
            try:
                assert not segments.tells(pictures.clean(spoiled).data)
            except pictures.Refused as refused:
                assert str(refused).endswith(".")


def test_the_pictures_of_the_invented_ward_tell_nothing() -> None:
    for path in (ROOT / "docs").rglob("*"):
        if path.suffix in pictures.KINDS.values():
            assert segments.tells(path.read_bytes()) == (), path.name
