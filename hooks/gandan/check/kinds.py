"""Which folder holds which kind, and every file of the ward through the door."""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import TypeVar

from gandan import addresses
from gandan.check import body, days, fields
from gandan.check.entry import Checked, Entry
from gandan.model import (
    Abbreviation,
    Directive,
    Group,
    Issuer,
    Item,
    News,
    OldAddress,
    Page,
    Record,
    Removal,
    Topic,
    Ward,
)
from gandan.problems import Place, Problem
from gandan.read.files import Folder
from gandan.read.raw import Path, Raw, Value
from gandan.vietnamese import slug

R = TypeVar("R", bound=Record)

NEWS = re.compile(r"^docs/tin-tuc/(\d{4})/(?:\d{4}-\d{2}-\d{2}-)?([^/]+)\.md$")
DIRECTIVE = re.compile(r"^data/van-ban/([^/]+)\.yml$")
PAGE = re.compile(r"^docs/(?:index|gioi-thieu/[^/]+|(?:tin-tuc|van-ban|chu-de|to-dan-pho)/index)\.md$")
SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
RESERVED = re.compile(r"^(?:trang-\d+|index)$")  # older pages of a list, and its head
WORDS = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})  # what MkDocs takes for a page

WARD, TOPICS = "data/phuong.yml", "data/chu-de.yml"
GROUPS, ISSUERS, OLD = "data/to-dan-pho.yml", "data/co-quan.yml", "data/dia-chi-cu.yml"
SHORT = "data/viet-tat.yml"


def records(folder: Folder) -> Checked:
    """Every record of the folder that passes, and every problem met, those of reading included."""
    checked = Checked(files=folder.files, problems=list(folder.problems))
    _facts(folder, checked)
    for file in sorted(folder.files):
        _file(file, folder, checked)
    return checked


def _facts(folder: Folder, checked: Checked) -> None:
    for file in (WARD, TOPICS, ISSUERS):
        if file not in folder.files:
            message = f"thiếu tệp {file}, trang không dựng được nếu không có nó."
            checked.problems.append(Problem(Place(file), "T106", message, "Chép từ phường mẫu."))
    for file in (TOPICS, GROUPS, ISSUERS, SHORT):
        if file in folder.files and file not in folder.raws:
            checked.broken.add(file)
    if raw := folder.raws.get(WARD):
        checked.ward = _one(Ward, "phuong", raw.fields, raw, (), checked)
    checked.topics += _list(Topic, folder.raws.get(TOPICS), lambda one: one.slug, checked)
    checked.groups += _list(Group, folder.raws.get(GROUPS), lambda one: one.slug, checked)
    checked.issuers += _list(Issuer, folder.raws.get(ISSUERS), lambda one: one.id, checked)
    checked.abbreviations += _list(Abbreviation, folder.raws.get(SHORT), lambda one: one.short, checked)
    checked.old_addresses += _old_addresses(folder.raws.get(OLD), checked)


def _list(model: type[R], raw: Raw | None, name: Callable[[R], str], checked: Checked) -> Iterator[Entry[R]]:
    if raw is None or raw.fields is None:
        return
    if not isinstance(raw.fields, list):
        hint = "Mỗi mục một đoạn bắt đầu bằng «- »."
        checked.problems.append(Problem(raw.at(), "Y106", "tệp này phải là danh sách.", hint))
        checked.broken.add(raw.file)
        return
    for number, value in enumerate(raw.fields):
        if entry := _one(model, "", value, raw, (number,), checked):
            yield Entry(name(entry.record), entry.record, raw, (number,))
        elif isinstance(value, dict):
            checked.broken.add(str(value.get("slug", value.get("id", value.get("short")))))


def _old_addresses(raw: Raw | None, checked: Checked) -> Iterator[Entry[OldAddress]]:
    if raw is None or raw.fields is None:
        return
    if not isinstance(raw.fields, dict):
        hint = "Mỗi dòng: địa chỉ cũ, dấu hai chấm, địa chỉ mới."
        checked.problems.append(Problem(raw.at(), "Y106", "tệp này phải là bảng địa chỉ.", hint))
        return
    for old, new in raw.fields.items():
        if new is None:
            message = f"địa chỉ {old} chưa ghi địa chỉ mới."
            checked.problems.append(Problem(raw.at(old), "M102", message, "Ví dụ: /tin-tuc/2026/a/."))
            continue
        removal = _one(Removal, old, new, raw, (old,), checked) if isinstance(new, dict) else None
        value: Value = {"address": old, "moved": None if isinstance(new, dict) else new}
        if entry := _one(OldAddress, old, value, raw, (old,), checked):
            whole = entry.record.model_copy(update={"removal": removal and removal.record})
            yield Entry(old, whole, raw, (old,))


def _file(file: str, folder: Folder, checked: Checked) -> None:
    raw = folder.raws.get(file)
    if found := NEWS.match(file):
        _into(checked.news, News, found[2], raw, file, checked)
    elif found := DIRECTIVE.match(file):
        _into(checked.directives, Directive, found[1], raw, file, checked)
    elif PAGE.match(file):
        _into(checked.pages, Page, file.removeprefix("docs/").removesuffix(".md"), raw, file, checked)
    elif file not in (WARD, TOPICS, GROUPS, ISSUERS, OLD, SHORT):
        checked.problems += _unread(file)


def _unread(file: str) -> Iterator[Problem]:
    """T104 for words that nobody would see, T109 for other files that lie there for nothing."""
    path = PurePosixPath(file)
    suffix = path.suffix.lower()
    if file.startswith("docs/") and path.suffix == ".md":
        message = "bài nằm ngoài các thư mục của trang, nên không được đăng."
        hint = "Tin đặt trong docs/tin-tuc/NĂM/, trang giới thiệu trong docs/gioi-thieu/."
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
        hint = "Văn bản đặt trong data/van-ban/, đuôi tệp là .yml."
        yield Problem(Place(file), "T109", "trang không dùng đến tệp này.", hint)


def _into(
    shelf: list[Entry[R]], model: type[R], name: str, raw: Raw | None, file: str, checked: Checked
) -> None:
    misnamed = list(_misnamed(name, model, file))
    entry = _one(model, name, raw.fields, raw, (), checked) if raw else None
    checked.problems += misnamed
    if entry:
        checked.problems += _within(entry)
    if entry is None or misnamed:
        checked.broken.add(name)
    else:
        shelf.append(entry)


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
    if isinstance(entry.record, Item) and entry.record.image and not entry.record.image_alt:
        message = "ảnh đầu bài chưa có lời mô tả (image_alt)."
        hint = "Tả điều thấy trong ảnh, cho người không nhìn được."
        yield Problem(entry.at("image"), "M108", message, hint)


def _one(model: type[R], name: str, value: Value, raw: Raw, path: Path, checked: Checked) -> Entry[R] | None:
    record, problems = fields.record(model, value, raw, path)
    checked.problems += problems
    return Entry(name, record, raw, path) if record else None
