"""The recording of a page: is the file there, of a kind that telephones play, small enough to be fetched?"""

import posixpath
from collections.abc import Iterator, Mapping

from gandan.check.entry import Checked, Entry
from gandan.model import Item, Page
from gandan.problems import Problem

KINDS = (".mp3", ".ogg")
LARGEST = 20 * 1024 * 1024  # bytes: more than an hour of speech


def problems(checked: Checked) -> Iterator[Problem]:
    """T107 and T112 for `audio` of items and standing pages."""
    entries: list[Entry[Item | Page]] = [*checked.telling, *checked.pages]
    for entry in entries:
        if entry.record.audio:
            yield from _of(entry, entry.record.audio, checked.files)


def _of(entry: Entry[Item | Page], written: str, files: Mapping[str, int]) -> Iterator[Problem]:
    place, folder = entry.at("audio"), posixpath.dirname(entry.raw.file)
    file = posixpath.normpath(posixpath.join(folder, written))
    if not file.lower().endswith(KINDS):
        message = f"bản đọc «{written}» không phải .mp3 hay .ogg."
        yield Problem(place, "T107", message, "Lưu bản thu thành .mp3 rồi chép vào cạnh bài.")
    elif file not in files or not file.startswith("docs/"):
        hint = "Chép tệp vào đó; tên không dấu, đúng chữ hoa chữ thường."
        yield Problem(place, "T107", f"không có tệp «{written}» trong {folder}/.", hint)
    elif files[file] > LARGEST:
        message = f"bản đọc «{written}» nặng {files[file] // 1024**2} MB, tối đa {LARGEST // 1024**2} MB."
        yield Problem(place, "T112", message, "Lưu lại ở 32 kb/s một kênh, đủ rõ cho lời đọc.")
