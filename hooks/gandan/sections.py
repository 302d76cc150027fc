"""The kinds of items written in Markdown: one model, one folder, one name each.

The one table that says which kinds there are; readers of folders, addresses, lists, search and open data
all ask it.
"""

import re
from typing import NamedTuple

from gandan import addresses
from gandan.model import (
    Consultation,
    Decision,
    Disclosure,
    Exemplar,
    Item,
    News,
    Notice,
    Question,
    Supervision,
)


class Section(NamedTuple):
    """A kind: its name in code, its model, its folder below docs/ and in addresses, its words."""

    kind: str
    model: type[Item]
    folder: str
    name: str  # of the section
    noun: str  # of one item, after a number: `3 thông báo`


SECTIONS = (
    Section("news", News, addresses.NEWS, "Tin tức", "tin"),
    Section("notice", Notice, addresses.NOTICES, "Thông báo", "thông báo"),
    Section("consultation", Consultation, addresses.CONSULTATIONS, "Lấy ý kiến Nhân dân", "đợt lấy ý kiến"),
    Section("disclosure", Disclosure, addresses.DISCLOSURES, "Công khai", "nội dung công khai"),
    Section("question", Question, addresses.QUESTIONS, "Hỏi đáp", "câu hỏi"),
    Section("supervision", Supervision, addresses.SUPERVISION, "Giám sát của Nhân dân", "kiến nghị giám sát"),
    Section("decision", Decision, addresses.DECISIONS, "Nhân dân bàn và quyết định", "cuộc biểu quyết"),
    Section("exemplar", Exemplar, addresses.EXEMPLARS, "Mô hình Dân vận khéo", "mô hình"),
)
BY_FOLDER = {section.folder: section for section in SECTIONS}
BY_KIND = {section.kind: section for section in SECTIONS}
_BY_MODEL = {section.model: section for section in SECTIONS}
_FOLDERS = "|".join(section.folder.rstrip("/") for section in SECTIONS)
FILE = re.compile(rf"^docs/({_FOLDERS})/(\d{{4}})/(?:\d{{4}}-\d{{2}}-\d{{2}}-)?([^/]+)\.md$")


def of(item: Item | type[Item]) -> Section:
    """The section of an item, or of a model of items."""
    return _BY_MODEL[item if isinstance(item, type) else type(item)]


def address(file: str) -> str | None:
    """`docs/lay-y-kien/2026/2026-10-01-a.md` -> `lay-y-kien/2026/a/`; None for what is no item."""
    found = FILE.match(file)
    return addresses.of_item(file, found[3]) if found else None
