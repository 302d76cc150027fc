"""A path -> the document that the file holds, whatever its kind; and the photos that come along with one."""

import errno
from collections.abc import Iterable
from pathlib import Path

from gandan import pictures
from gandan.importing import pdf, scan, word
from gandan.importing.blocks import Document, Drawing
from gandan.importing.refusal import Refused
from gandan.importing.scan import Step

PHOTOS = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".svg"}
)
LARGEST = 60 * 1024 * 1024  # bytes of a photo


def photo(path: Path) -> bool:
    """Whether a file is a picture by its name."""
    return path.suffix.lower() in PHOTOS


def read(path: Path, recognise: bool, step: Step) -> Document:
    """The document; `recognise` reads a scan by its letters' shapes, `step` is told of each page of it."""
    try:
        with path.open("rb") as file:
            head = file.read(1024)
        if b"%PDF-" not in head:
            return word.read(path)
        return scan.read(path, step) if recognise else pdf.read(path)
    except OSError as error:
        raise Refused(_closed(error)) from None


def attach(document: Document, photos: Iterable[Path]) -> None:
    """Adds photos to a document, each clean already."""
    for path in photos:
        try:
            if path.stat().st_size > LARGEST:
                raise Refused(f"{path}: ảnh lớn hơn {LARGEST // 1024**2} MB. Thu nhỏ ảnh trước.")
            cleaned = pictures.clean(path.read_bytes())
        except pictures.Refused as refused:
            raise Refused(f"{path}: {refused}") from None
        except OSError as error:
            raise Refused(f"{path}: {_closed(error)}") from None
        document.done += [f"{path.name}: {one}" for one in cleaned.done]
        document.drawings.append(Drawing(cleaned.data))


def _closed(error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return "không có tệp này. Xem lại tên tệp và thư mục đang đứng."
    if error.errno == errno.EISDIR:
        return "là thư mục, không phải tệp."
    return "không mở được tệp. Đóng tệp ấy trong Word, kiểm tra quyền đọc, rồi chạy lại."
