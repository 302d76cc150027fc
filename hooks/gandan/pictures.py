"""A picture as a camera made it -> one for a page: upright, not too large, telling nothing besides.

`clean` is for whoever brings pictures in (import, `check --fix`), `narrower` for a build; what a file tells
is asked of `segments`.
"""

import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import TypeVar

from PIL import Image, ImageOps, UnidentifiedImageError

from gandan import segments

SIDE = 2000  # points: sharp on every screen the site is read on
POINTS = 60_000_000  # that a picture may have before it is made smaller
QUALITY = 85
# Of smaller forms, in WebP. AVIF of the same looks has a tenth less bytes and takes thirteen times as long.
FORMS = 75
D = TypeVar("D")
ORIENTATION = 0x0112  # the tag of Exif
KINDS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
OTHERS = ("BMP", "GIF", "TIFF")  # drawn anew as PNG


class Refused(ValueError):
    """Why a picture cannot be taken: a sentence for staff."""


@dataclass(frozen=True, slots=True)
class Picture:
    """`data` to be published under the suffix `kind`; `size` in points; what was `done`, in Vietnamese."""

    data: bytes
    kind: str
    size: tuple[int, int]
    done: tuple[str, ...] = ()


def clean(data: bytes, side: int = SIDE) -> Picture:
    """The picture without what its file tells besides, at most `side` points long.

    The bytes come back as they are where there is nothing to do, and are only cut where nothing must be
    drawn anew. Raises `Refused` with a sentence for what cannot or must not be opened.
    """
    return _tried(partial(_cleaned, data, side), data)


def narrower(data: bytes, widths: Iterable[int]) -> dict[int, bytes]:
    """The picture upright, as WebP of each of these widths (points), telling nothing besides.

    Raises `Refused` with a sentence for what cannot or must not be opened.
    """
    return _tried(partial(_narrowed, data, sorted(widths)), data)


def _tried(draw: Callable[[], D], data: bytes) -> D:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of broken Exif, of size: what matters is told in our own words
        try:
            return draw()
        except Image.DecompressionBombError:
            raise Refused(
                "ảnh quá lớn (trên 170 triệu điểm), mở ra thì treo máy. Thu nhỏ ảnh trước."
            ) from None
        except UnidentifiedImageError:
            raise Refused(_unknown(data)) from None
        except (OSError, SyntaxError, ValueError, EOFError, MemoryError) as error:
            if isinstance(error, Refused):
                raise
            raise Refused("ảnh hỏng hoặc bị cắt ngang, không mở được. Xin lại bản gốc.") from None


def _unknown(data: bytes) -> str:
    if b"<svg" in data[:4096].lower():
        return "ảnh SVG có thể chứa lệnh chạy trên máy người xem, nên không dùng. Lưu lại thành PNG."
    return "không phải ảnh JPG, PNG, WebP. Mở bằng phần mềm xem ảnh, lưu lại thành JPG hoặc PNG."


def _bearable(image: Image.Image) -> None:
    if image.width * image.height > POINTS:
        words = f"ảnh {image.width} × {image.height} điểm, mở ra thì treo máy. Thu nhỏ ảnh trước."
        raise Refused(words)


def _narrowed(data: bytes, widths: list[int]) -> dict[int, bytes]:
    with Image.open(BytesIO(data), formats=tuple(KINDS)) as image:
        _bearable(image)
        image.draft("RGB", (widths[-1], widths[-1]))  # a JPEG opens at a fraction of its size already
        upright = ImageOps.exif_transpose(image)
    clear = "A" in upright.getbands() or "transparency" in upright.info
    colours = upright.info.get("icc_profile") if upright.mode in ("RGB", "RGBA") else None
    plain = upright.convert("RGBA" if clear else "RGB")
    return {width: _form(plain, width, colours) for width in widths}


def _form(image: Image.Image, width: int, colours: bytes | None) -> bytes:
    height = max(1, round(image.height * width / image.width))
    small = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    out = BytesIO()
    small.save(out, "WEBP", quality=FORMS, method=3, icc_profile=colours)
    return segments.bare(out.getvalue())


def _cleaned(data: bytes, side: int) -> Picture:
    with Image.open(BytesIO(data), formats=(*KINDS, *OTHERS)) as image:
        _bearable(image)
        turned = image.getexif().get(ORIENTATION, 1) not in (0, 1)
        large = max(image.size) > side
        kind = KINDS.get(image.format or "")
        told = segments.tells(data) if kind else ()
        done = (f"bỏ {', '.join(told)}",) if told else ()
        if segments.moves(data):
            done = (*done, "giữ hình đầu")
        elif kind and not turned and not large:
            image.load()  # half a picture is told, not published
            kept = segments.bare(data)
            return Picture(kept, kind, image.size, done)
        return _drawn(image, kind or ".png", side, done)


def _drawn(image: Image.Image, kind: str, side: int, done: tuple[str, ...]) -> Picture:
    before = image.size
    image.draft("RGB", (side, side))  # a JPEG opens at a fraction of its size already
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((side, side), Image.Resampling.LANCZOS)
    told = [*done]
    if max(before) > side:
        told.append(f"thu nhỏ từ {before[0]} × {before[1]} còn {upright.width} × {upright.height} điểm")
    elif kind in KINDS.values() and before != upright.size:
        told.append("xoay cho đúng chiều")
    return Picture(_saved(upright, kind), kind, upright.size, tuple(told) or ("lưu lại",))


def _saved(image: Image.Image, kind: str) -> bytes:
    colours = image.info.get("icc_profile")
    out = BytesIO()
    if kind == ".jpg":
        plain = image if image.mode in ("RGB", "L") else image.convert("RGB")
        plain.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True, icc_profile=colours)
    elif kind == ".webp":
        image.save(out, "WEBP", quality=QUALITY, icc_profile=colours)
    else:
        image.save(out, "PNG", optimize=True, icc_profile=colours)
    return segments.bare(out.getvalue())
