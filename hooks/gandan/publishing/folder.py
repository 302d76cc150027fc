"""The built folder: what is in it, and why it is no whole site."""

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote

from gandan import addresses
from gandan.publishing import stamp
from gandan.publishing.ledger import NAME as LEDGER
from gandan.publishing.refusal import Refused, some

NEEDED = ("index.html", "404.html", addresses.SITEMAP, addresses.SEARCH_ROOT)
FILE_LIMIT = 95 * 1000 * 1000  # bytes; GitHub refuses a file of 100 MiB
SITE_LIMIT = 900 * 1000 * 1000  # bytes; GitHub Pages shows a site of 1 GB at most
OURS = (
    stamp.NAME,
    LEDGER,
    addresses.CHRONICLES.rstrip("/"),
)  # written at publication, never taken from the folder
Marks: TypeAlias = dict[str, tuple[int, int]]
_MEND = "Dựng lại bằng make site rồi đăng."
_END = re.compile(rb"</html>\s*\Z", re.I)


@dataclass(frozen=True, slots=True)
class Site:
    """A folder that is a whole site: its pages counted; of each file its bytes and time of writing."""

    folder: Path
    pages: int
    marks: Mapping[str, tuple[int, int]]

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(self.marks)

    @property
    def size(self) -> int:
        return sum(size for size, _ in self.marks.values())


def whole(folder: Path) -> Site:
    """The site in `folder`. Raises Refused with every reason why it may not go out."""
    if not folder.is_dir():
        raise Refused(f"không có thư mục {folder}. {_MEND}")
    found: Marks = {}
    reasons = list(_walk(folder, "", found))
    site = Site(folder, pages(found), found)
    if not found:
        raise Refused(*reasons, f"thư mục {folder} trống. {_MEND}")
    reasons += _missing(site)
    reasons += _broken(site)
    if site.size > SITE_LIMIT:
        reasons.append(f"cả trang {megabytes(site.size)}, máy chủ nhận tối đa {megabytes(SITE_LIMIT)}.")
    if reasons:
        raise Refused(*reasons)
    return site


def unchanged(site: Site) -> None:
    """Raises Refused when the folder is no longer what it was: two builds must not go out as one."""
    now: Marks = {}
    if list(_walk(site.folder, "", now)) or now != site.marks:
        raise Refused(f"thư mục {site.folder} vừa đổi trong khi đăng: trang đang được dựng lại? {_MEND}")


def pages(files: Iterable[str]) -> int:
    """How many of these files are pages; the one for wrong addresses is none."""
    return sum(name.endswith(".html") and name != "404.html" for name in files)


def megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB".replace(".", ",")


def _walk(folder: Path, below: str, found: Marks) -> Iterator[str]:
    """Every file into `found` with its marks; what is no plain file is told."""
    try:
        entries = sorted(os.scandir(folder / below), key=lambda entry: entry.name)
    except OSError:
        yield f"không đọc được thư mục «{below}»."
        return
    for entry in entries:
        name = f"{below}{entry.name}"
        if name in OURS:
            continue
        try:
            state = entry.stat(follow_symlinks=False)
        except OSError:
            yield f"không đọc được «{name}». {_MEND}"
            continue
        if stat.S_ISLNK(state.st_mode):
            yield f"«{name}» là liên kết tượng trưng: nó có thể đưa tệp ngoài thư mục lên mạng. Xoá nó đi."
        elif entry.name.lower() == ".git":
            yield f"«{name}» là kho git, không phải tệp của trang. Xoá nó đi."
        elif stat.S_ISDIR(state.st_mode):
            yield from _walk(folder, f"{name}/", found)
        elif not stat.S_ISREG(state.st_mode):
            yield f"«{name}» không phải tệp thường. Xoá nó đi."
        else:
            found[name] = (state.st_size, state.st_mtime_ns)


def _missing(site: Site) -> Iterator[str]:
    if lacking := sorted(set(NEEDED) - set(site.files)):
        yield f"thư mục {site.folder} thiếu {some(lacking)}: chưa phải cả trang. {_MEND}"
    if not {addresses.SITEMAP, "index.html"} <= set(site.files):
        return
    told = re.findall(r"<loc>([^<]+)</loc>", _text(site.folder / addresses.SITEMAP))
    root = min(told, key=len, default="")
    there = set(site.files)
    gone = [one for loc in told if _file(one := loc.removeprefix(root)) not in there]
    if gone or not told:
        named = f"{len(gone)} trang có trong {addresses.SITEMAP} mà không có tệp: {some(gone, 5)}"
        yield f"{named if told else f'{addresses.SITEMAP} không kể trang nào'}. Trang dựng dở. {_MEND}"


def _file(address: str) -> str:
    return unquote(unescape(address)) + ("index.html" if address.endswith("/") or not address else "")


def _broken(site: Site) -> Iterator[str]:
    for name, (size, _) in site.marks.items():
        if size > FILE_LIMIT:
            limit = f"máy chủ nhận tối đa {megabytes(FILE_LIMIT)} một tệp"
            yield f"tệp «{name}» {megabytes(size)}, {limit}. Nén hoặc chia nhỏ tệp."
    pages = (one for one in site.files if one.rpartition("/")[2] in ("index.html", "404.html"))
    if cut := [name for name in pages if not _END.search(_tail(site.folder / name))]:
        yield f"{len(cut)} trang bị cụt: {some(cut, 5)}. {_MEND}"


def _tail(path: Path, length: int = 64) -> bytes:
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - length))
            return file.read()
    except OSError:
        return b""


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""
