"""`gandan check --fix`: what has only one right answer is mended in the files, and shown."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from gandan import writing
from gandan.command import host
from gandan.mending import shown
from gandan.mending.file import Mended, mended
from gandan.read import files

LARGEST = 100 * 1024 * 1024  # bytes of a picture
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})


def mend(root: Path, out: TextIO, dry: bool) -> int:
    """Mends all files below `root` (none when `dry`) and tells each on `out`; how many there were to mend.

    Raises writing.NotWritten; what was written until then is whole.
    """
    count = 0
    for file, said, data in _found(root, out):
        count += 1
        print(said, file=out, flush=True)
        if not dry:
            writing.replace(root, file, data)
    did = "Sẽ sửa" if dry else "Đã sửa"
    print(f"{did} {count} tệp." if count else "Không có gì máy sửa được.", file=out, flush=True)
    return count


def _found(root: Path, out: TextIO) -> Iterator[tuple[str, str, bytes]]:
    for file, size in sorted(files.folder(root).files.items()):
        suffix = Path(file).suffix
        try:
            if file.startswith("docs/") and suffix.lower() in PICTURES and size <= LARGEST:
                yield from _picture(root, file)
            elif (file[:5], suffix) in (("docs/", ".md"), ("data/", ".yml")) and size <= files.FACTS_LIMIT:
                yield from _text(root, file, out)
        except OSError:
            continue  # the check tells that it cannot be opened


def _text(root: Path, file: str, out: TextIO) -> Iterator[tuple[str, str, bytes]]:
    data = (root / file).read_bytes()
    better = mended(file, data)
    if better.data != data:
        yield file, _shown(file, data, better, out), better.data


def _shown(file: str, data: bytes, better: Mended, out: TextIO) -> str:
    return shown.text(
        file, data.decode("utf-8"), better.data.decode("utf-8"), better.mends, host.colours(out)
    )


def _picture(root: Path, file: str) -> Iterator[tuple[str, str, bytes]]:
    pictures = importlib.import_module("gandan.pictures")  # Pillow is opened only where a picture is
    data = (root / file).read_bytes()
    try:
        better = pictures.clean(data)
    except pictures.Refused:
        return  # the check tells what it is
    same = better.kind == Path(file).suffix.lower().replace(".jpeg", ".jpg")
    if same and better.data != data:
        yield file, f"{file}: {'; '.join(better.done)}.\n", better.data
