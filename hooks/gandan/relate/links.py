"""Links between the ward's own pages: each leads to a file that is there, or to a page that will be."""

import difflib
import posixpath
from collections.abc import Callable, Iterator, Mapping, Set
from functools import cache, cached_property, partial
from typing import TypeAlias
from urllib.parse import unquote

from gandan import markup, prose
from gandan.addresses import FILES, published
from gandan.check.entry import Checked
from gandan.problems import Problem
from gandan.read.raw import Raw

Wrong: TypeAlias = tuple[str, str] | None  # what is wrong and how to mend it, or nothing


def problems(checked: Checked, addresses: Set[str]) -> Iterator[Problem]:
    """B103 over all bodies; `addresses` are those of all pages, `/van-ban/10-2022-qh15/` and the like."""
    site = _Site(checked, addresses)
    for entry in (*checked.telling, *checked.pages):
        for link in entry.links:
            if not markup.scheme(link.target) and (wrong := site.wrong(entry.raw, link.target)):
                yield Problem(entry.raw.in_body(link.offset), "B103", *wrong)


class _Site:
    """What links may lead to."""

    def __init__(self, checked: Checked, addresses: Set[str]) -> None:
        self.checked = checked
        self.addresses = addresses
        self.drafts = {entry.raw.file for entry in checked.telling if entry.record.draft}
        # What Python-Markdown cannot read is not given to it.
        self.tangled = {one.place.file for one in checked.problems if one.code == "B104"}

    @cached_property
    def raws(self) -> Mapping[str, Raw]:
        return {entry.raw.file: entry.raw for entry in (*self.checked.items, *self.checked.pages)}

    @cached_property
    def anchors(self) -> Callable[[str], frozenset[str]]:
        return cache(partial(_anchors, self.raws))

    def wrong(self, raw: Raw, target: str) -> Wrong:
        path, _, anchor = target.partition("#")
        path = unquote(path.split("?")[0])
        if path.startswith("/"):
            hint = "Trỏ tới tệp, tính từ bài này: ví dụ ../../van-ban/index.md."
            return f"liên kết «{target}» bắt đầu bằng dấu /.", hint
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(raw.file), path)) if path else raw.file
        return self._file(wanted, path, raw.file) or (self._anchor(wanted, anchor) if anchor else None)

    def _file(self, wanted: str, path: str, source: str) -> Wrong:
        if wanted in self.drafts - {source} and source not in self.drafts:
            return f"liên kết này trỏ tới «{path}», bài còn là bản nháp.", "Bỏ liên kết, hoặc đăng bài kia."
        if wanted in self.checked.files and not _published(wanted):
            kinds = ", ".join(sorted(FILES))
            return f"liên kết này trỏ tới «{path}», tệp không được đăng.", f"Tệp kèm bài được đăng: {kinds}."
        if wanted not in self.checked.files and not self._page(wanted):
            hint = "Xem lại tên tệp, kể cả dấu, chữ hoa, chữ thường."
            return f"không có tệp «{path}» mà liên kết này trỏ tới.", hint
        return None

    def _page(self, file: str) -> bool:
        """A page without a file; one whose own record is broken is told there, not here."""
        page = file.removeprefix("docs").removesuffix("index.md")
        return page in self.addresses or posixpath.basename(page.rstrip("/")) in self.checked.broken

    def _anchor(self, file: str, anchor: str) -> Wrong:
        told_elsewhere = file in self.checked.files and file not in self.raws
        if not file.endswith(".md") or told_elsewhere or file in self.tangled or anchor in self.anchors(file):
            return None
        near = difflib.get_close_matches(anchor, sorted(self.anchors(file)), 1, 0.6)
        hint = f"Có phải «#{near[0]}»?" if near else "Bỏ phần từ dấu # trở đi, hoặc xem lại đề mục."
        return f"«#{anchor}» không phải đề mục nào của trang mà liên kết này trỏ tới.", hint


def _anchors(raws: Mapping[str, Raw], file: str) -> frozenset[str]:
    """What links into a file may name; nothing where it is none of the ward's texts."""
    return prose.anchors(raws[file].body) if file in raws else frozenset()


def _published(file: str) -> bool:
    return file.startswith("docs/") and (file.endswith(".md") or published(file))
