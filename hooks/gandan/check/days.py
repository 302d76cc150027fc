"""Days of one record that cannot stand together."""

from collections.abc import Iterator
from datetime import date

from gandan import sections
from gandan.check.entry import Entry
from gandan.model import Directive, Item, Record
from gandan.problems import Problem
from gandan.read.raw import Path

# Texts that bind everyone are published before they bind; a day in force before the day of issue is
# nearly always two dates mixed up. Other types (a plan, a decision on a person) may reach back.
NORMATIVE = frozenset(
    {
        "Hiến pháp",
        "Bộ luật",
        "Luật",
        "Pháp lệnh",
        "Lệnh",
        "Nghị định",
        "Thông tư",
        "Thông tư liên tịch",
    }
)


def problems(entry: Entry[Record]) -> Iterator[Problem]:
    """N101, N102, N104, N107 and T108 of one record, whatever its kind."""
    if isinstance(entry.record, Directive):
        yield from _of_directive(entry, entry.record)
    if isinstance(entry.record, Item):
        yield from _of_item(entry, entry.record)


def _of_directive(entry: Entry[Record], one: Directive) -> Iterator[Problem]:
    """In force before it was issued, out of force before it was in force."""
    issued = one.issued.first if one.issued else None
    if issued and one.effective and one.effective < issued and one.type in NORMATIVE:
        message = f"{one.type} có hiệu lực {one.effective:%d/%m/%Y}, trước ngày ban hành."
        yield Problem(entry.at("effective"), "N101", message, "So lại hai ngày với bản gốc.")
    start, start_name = (one.effective, "có hiệu lực") if one.effective else (issued, "ban hành")
    if one.expires and start and one.expires <= start:
        message = f"ngày hết hiệu lực {one.expires:%d/%m/%Y} không sau ngày {start_name}."
        hint = "«expires» là ngày đầu tiên văn bản không còn hiệu lực."
        yield Problem(entry.at("expires"), "N102", message, hint)


def _of_item(entry: Entry[Record], item: Item) -> Iterator[Problem]:
    """Updated or corrected before it was published; a folder of another year."""
    published = item.date.day
    yield from _later(entry, item, published)
    yield from _naming(entry, item, published)
    year = entry.raw.file.split("/")[2]
    if year != str(published.year):
        message = f"bài ngày {published:%d/%m/%Y} nằm trong thư mục năm {year}."
        hint = f"Chuyển sang docs/{sections.of(item).folder}{published.year}/, nếu bài chưa đăng."
        yield Problem(entry.at("date"), "T108", message, hint)


def _naming(entry: Entry[Record], item: Item, published: date) -> Iterator[Problem]:
    for number, file in enumerate(item.attachments):
        if file.names and file.names.until < published:
            message = f"danh sách hết hạn {file.names.until:%d/%m/%Y}, trước ngày đăng {published:%d/%m/%Y}."
            place = entry.at("attachments", number, "names", "until")
            yield Problem(place, "N107", message, "Xem lại hai ngày.")


def _later(entry: Entry[Record], item: Item, published: date) -> Iterator[Problem]:
    days: list[tuple[date | None, Path, str]] = [(item.updated, ("updated",), "cập nhật")]
    for number, correction in enumerate(item.corrections):
        days.append((correction.date, ("corrections", number, "date"), "đính chính"))
    for day, path, name in days:
        if day and day < published:
            message = f"ngày {name} {day:%d/%m/%Y} trước ngày đăng."
            yield Problem(entry.at(*path), "N104", message, "Xem lại hai ngày.")
