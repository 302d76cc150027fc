"""A scanned PDF -> its blocks, by the letters' shapes: pdftoppm draws each page, tesseract reads it.

Both are programs of the author's machine, run without a shell; nobody needs them to build the site.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from gandan.importing import boxes, sheets
from gandan.importing.blocks import Document
from gandan.importing.refusal import Refused

Step: TypeAlias = Callable[[str], None]

DPI = "300"
PAGES = 60
PATIENCE = 120  # seconds for one page
LARGEST = "5000"  # points of a page's longer side
READING = ("-l", "vie", "--psm", "4", "tsv")
TOLD = "Văn bản nhận dạng tự động, có thể sai; bản giấy là bản đúng."
INSTALL = (
    "cần chương trình {missing} để nhận dạng chữ. Trên Debian, Ubuntu: sudo apt install poppler-utils "
    "tesseract-ocr tesseract-ocr-vie. Trên máy khác, nhờ người quản trị cài."
)


def read(path: Path, step: Step) -> Document:
    """The words that a machine sees on each page. Raises `Refused` where a program is missing or fails."""
    draws, reads = shutil.which("pdftoppm"), shutil.which("tesseract")
    if not draws or not reads:
        missing = [name for name, found in (("pdftoppm", draws), ("tesseract", reads)) if not found]
        raise Refused(INSTALL.format(missing=", ".join(missing)))
    if "vie" not in _run([reads, "--list-langs"]).split():
        raise Refused(INSTALL.format(missing="tesseract-ocr-vie (chữ Việt cho tesseract)"))
    with tempfile.TemporaryDirectory() as folder:
        pages = _pages(path, Path(folder), draws, reads, step)
    document = sheets.document(pages)
    if not any(page.strip() for page in pages):
        raise Refused("không nhận ra chữ nào. Quét lại rõ hơn, ít nhất 300 dpi.")
    document.warning = TOLD
    document.unsure.append("chữ do máy nhận dạng: so lại từng số, từng tên với bản giấy")
    document.unsure.append("bảng trong bản quét thành các dòng chữ, không thành bảng")
    return document


def _pages(path: Path, folder: Path, draws: str, reads: str, step: Step) -> list[str]:
    found: list[str] = []
    for number in range(1, PAGES + 2):
        picture = folder / "trang"
        page = ["-f", str(number), "-l", str(number)]
        options = ["-r", DPI, "-scale-to", LARGEST, "-gray", "-png", "-singlefile"]
        _run([draws, *page, *options, str(path), str(picture)], ok_from=number > 1)
        drawn = picture.with_suffix(".png")
        if not drawn.exists():
            return found
        if number > PAGES:
            raise Refused(f"bản quét dài hơn {PAGES} trang. Chia nhỏ, hoặc để làm tệp đính kèm.")
        step(f"trang {number}")
        found.append(boxes.text(_run([reads, str(drawn), "stdout", *READING])))
        drawn.unlink()
    return found


def _run(words: list[str], ok_from: bool = False) -> str:
    """What a program says; with `ok_from` it may also fail, as pdftoppm does beyond the last page."""
    try:
        # One thread: tesseract on two cores is slower with more (its threads wait for each other).
        environment = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(words, capture_output=True, timeout=PATIENCE, env=environment, check=False)
    except (OSError, subprocess.TimeoutExpired):
        raise Refused(f"{Path(words[0]).name} không chạy được, hoặc một trang mất quá lâu.") from None
    if done.returncode and not ok_from:
        raise Refused("bản quét hỏng hoặc đặt mật khẩu, không đọc được.")
    return done.stdout.decode("utf-8", "replace")
