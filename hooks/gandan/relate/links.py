"""Links between the ward's own pages: each leads to a file that is there, or to a page that will be."""

import posixpath
from collections.abc import Iterator, Set
from urllib.parse import unquote

from gandan.addresses import FILES
from gandan import markup
from gandan.check.entry import Checked
from gandan.problems import Problem
from gandan.read.raw import Raw


def problems(checked: Checked, addresses: Set[str]) -> Iterator[Problem]:
    """B103 over all bodies; `addresses` are those of all pages, `/van-ban/10-2022-qh15/` and the like."""
    drafts = {entry.raw.file for entry in checked.news if entry.record.draft}
    for entry in (*checked.news, *checked.pages):
        if "](" in entry.raw.body or "]:" in entry.raw.body:
            hidden = set() if entry.raw.file in drafts else drafts
            yield from _of(entry.raw, checked, addresses, hidden)


def _of(raw: Raw, checked: Checked, addresses: Set[str], drafts: Set[str]) -> Iterator[Problem]:
    for link in markup.links(markup.without_code(raw.body)):
        path = unquote(link.target.split("#")[0].split("?")[0])
        if not path or markup.scheme(link.target):
            continue
        place = raw.in_body(link.offset)
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(raw.file), path))
        if path.startswith("/"):
            message = f"liên kết «{link.target}» bắt đầu bằng dấu /."
            hint = "Trỏ tới tệp, tính từ bài này: ví dụ ../../van-ban/index.md."
            yield Problem(place, "B103", message, hint)
        elif wanted in drafts:
            message = f"liên kết này trỏ tới «{path}», bài còn là bản nháp."
            yield Problem(place, "B103", message, "Bỏ liên kết, hoặc đăng bài kia.")
        elif wanted in checked.files and not _published(wanted):
            message = f"liên kết này trỏ tới «{path}», tệp không được đăng."
            yield Problem(place, "B103", message, f"Tệp kèm bài được đăng: {', '.join(sorted(FILES))}.")
        elif wanted not in checked.files and not _there(_page(wanted), checked, addresses):
            message = f"không có tệp «{path}» mà liên kết này trỏ tới."
            hint = "Xem lại tên tệp, kể cả dấu, chữ hoa, chữ thường."
            yield Problem(place, "B103", message, hint)


def _published(file: str) -> bool:
    suffix = posixpath.splitext(file)[1]
    return file.startswith("docs/") and (suffix == ".md" or suffix.lower() in FILES)


def _there(page: str, checked: Checked, addresses: Set[str]) -> bool:
    """A page whose own record is broken is told there, not here."""
    return page in addresses or posixpath.basename(page.rstrip("/")) in checked.broken


def _page(file: str) -> str:
    """`docs/van-ban/10-2022-qh15/index.md` -> `/van-ban/10-2022-qh15/`, a page without a file."""
    return file.removeprefix("docs").removesuffix("index.md")
