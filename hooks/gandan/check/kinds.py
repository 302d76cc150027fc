"""Which folder holds which kind, and every file of the ward through the door."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, TypeVar

from gandan import addresses, markup, sections
from gandan.check import attachments, body, counts, days, lists, naming, posted, terms
from gandan.check.entry import Checked, Entry, Said, tells
from gandan.model import Directive, Item, Page, Record
from gandan.problems import Place, Problem
from gandan.read.files import Folder
from gandan.read.raw import Raw
from gandan.vietnamese import slug

R = TypeVar("R", bound=Record)

NOTHING = Said()  # of before

DIRECTIVE = re.compile(r"^data/van-ban/([^/]+)\.yml$")
_APART = {addresses.HOME, addresses.LOOKUP, addresses.ABOUT, addresses.TELEPHONES}
_HEADS = "|".join(head.rstrip("/") for head in sorted(addresses.HEADS - _APART))
PAGE = re.compile(rf"^docs/(?:index|gioi-thieu/[^/]+|(?:{_HEADS})/index)\.md$")
SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
RESERVED = re.compile(r"^(?:trang-\d+|index|so-theo-quy)$")  # older pages of a list, and its head
WORDS = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})  # what MkDocs takes for a page


def records(folder: Folder, said: Said = NOTHING) -> Checked:
    """Every record of the folder that passes, and every problem met, those of reading included.

    `said` is what was found before in files that have not changed.
    """
    pictures = {file: one.points for file, one in folder.contents.items() if one.points}
    checked = Checked(files=folder.files, said=said, pictures=pictures)
    checked.problems += map(naming.named, folder.problems)
    checked.problems += attachments.problems(folder.contents)
    lists.take(folder, checked)
    shelves: dict[type[Record], list[Any]] = {Directive: checked.directives, Page: checked.pages}
    for file in sorted(folder.files):
        if isinstance(entry := said.files.get(file), Entry):
            shelves.get(type(entry.record), checked.items).append(entry)
            checked.problems += said.problems.get(file, ())
        else:
            _file(file, folder, checked)
    checked.telling += filter(tells, checked.items)
    return checked


def _file(file: str, folder: Folder, checked: Checked) -> None:
    raw = folder.raws.get(file)
    if found := sections.FILE.match(file):
        section = sections.BY_FOLDER[f"{found[1]}/"]
        _into(checked.items, section.model, found[3], raw, file, checked)
    elif found := DIRECTIVE.match(file):
        _into(checked.directives, Directive, found[1], raw, file, checked)
    elif PAGE.match(file):
        _into(checked.pages, Page, file.removeprefix("docs/").removesuffix(".md"), raw, file, checked)
    elif file not in lists.NAMED and not lists.EVENTS.match(file):
        checked.problems += _unread(file)


def _unread(file: str) -> Iterator[Problem]:
    """T104 for words that nobody would see, T109 for other files that lie there for nothing."""
    path = PurePosixPath(file)
    suffix = path.suffix.lower()
    if file.startswith("docs/") and path.suffix == ".md":
        message = "bài nằm ngoài các thư mục của trang, nên không được đăng."
        folders = ", ".join(section.folder.rstrip("/") for section in sections.SECTIONS)
        hint = f"Đặt trong docs/MỤC/NĂM/, MỤC là một trong: {folders}; hoặc trong docs/gioi-thieu/."
        yield Problem(Place(file), "T104", message, hint)
    elif file.startswith("docs/") and suffix in WORDS:
        message = f"bài có đuôi tệp {path.suffix}, nên không được đăng."
        yield Problem(Place(file), "T104", message, f"Đổi tên tệp thành {path.stem}.md.")
    elif file.startswith("docs/") and not addresses.published(file):
        hint = f"Tệp kèm bài được đăng: {', '.join(sorted(addresses.FILES))}."
        if suffix == ".txt":
            hint = (
                f"Nếu là bài viết, đổi tên tệp thành {path.name.removesuffix('.txt').removesuffix('.md')}.md."
            )
        yield Problem(Place(file), "T109", "tệp loại này không được đăng.", hint)
    elif file.startswith("data/") and suffix in (".yaml", ".yml") and path.suffix != ".yml":
        hint = f"Đổi tên tệp thành {path.stem}.yml."
        yield Problem(Place(file), "T109", "trang không dùng đến tệp này.", hint)
    elif file.startswith("data/"):
        hint = "Văn bản đặt trong data/van-ban/, lịch trong data/lich/NĂM.yml."
        yield Problem(Place(file), "T109", "trang không dùng đến tệp này.", hint)


def _into(
    shelf: list[Entry[R]], model: type[R], name: str, raw: Raw | None, file: str, checked: Checked
) -> None:
    misnamed = list(_misnamed(name, model, file))
    entry = lists.one(model, name, raw.fields, raw, (), checked) if raw else None
    checked.problems += misnamed
    if entry:
        checked.problems += _within(entry)
    elif raw:  # a wrong field hides no mistake of the words below it
        checked.problems += body.problems(raw.body, raw.in_body)
    if entry is None or misnamed:
        checked.broken.add(name)
    else:
        shelf.append(entry._replace(links=tuple(markup.links_of(entry.raw.body))))


def _misnamed(name: str, model: type[Record], file: str) -> Iterator[Problem]:
    if not all(SLUG.match(part) for part in name.split("/")):
        plain = slug(name.rpartition("/")[2])
        example = f", ví dụ {plain}{PurePosixPath(file).suffix}" if plain else ""
        hint = f"Chỉ dùng chữ thường không dấu, số và dấu gạch nối{example}."
        yield Problem(Place(file), "T104", f"tên tệp «{name}» không làm địa chỉ được.", hint)
    elif model is not Page and RESERVED.match(name):
        message = f"tên tệp «{name}» dành cho trang danh sách."
        yield Problem(Place(file), "T104", message, "Đặt cho tệp một tên khác.")


def _within(entry: Entry[Record]) -> Iterator[Problem]:
    yield from body.problems(entry.raw.body, entry.raw.in_body)
    if isinstance(entry.record, Directive) and entry.record.summary:
        yield from body.problems(entry.record.summary, lambda _: entry.at("summary"))
    yield from days.problems(entry)
    yield from terms.problems(entry)
    yield from counts.problems(entry)
    yield from posted.problems(entry)
    if isinstance(entry.record, Item) and entry.record.image and not entry.record.image_alt:
        message = "ảnh đầu bài chưa có lời mô tả (image_alt)."
        hint = (
            f"Tả điều thấy trong ảnh, cho người không nhìn được; ảnh chỉ để đẹp thì ghi: {markup.DECORATION}."
        )
        yield Problem(entry.at("image"), "M108", message, hint)
