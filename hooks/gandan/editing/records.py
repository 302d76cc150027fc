"""Files that hold lists or stand alone: the ward's facts, its calendar, the words above each section."""

from typing import Any, TypeAlias

from gandan import sections
from gandan.editing.fields import LISTS, Field, fields
from gandan.model import (
    Abbreviation,
    Catalogue,
    Event,
    Group,
    Issuer,
    OldAddress,
    Page,
    PlannedDisclosure,
    Record,
    Rule,
    Topic,
    Ward,
    Year,
)

Collection: TypeAlias = dict[str, Any]

# The forms of files, as the editor's part in JavaScript reads and writes them.
PAGE, RECORD, LIST, YEARS, MOVES = "page-frontmatter", "record", "list", "years", "moves"
BODY: Field = {
    "name": "body",
    "label": "Bài viết",
    "widget": "markdown",
    "modes": ["raw"],  # the other one writes anew what it does not know
    "buttons": [],
    "editor_components": [],
    "required": False,
    "hint": "Mỗi đoạn cách nhau một dòng trống; **chữ đậm**, ## Đề mục, - danh sách",
}
_LISTS = (
    ("chu-de", "Chủ đề", Topic, LIST),
    ("to-dan-pho", "Tổ dân phố", Group, LIST),
    ("co-quan", "Sổ cơ quan ban hành", Issuer, LIST),
    ("viet-tat", "Chữ viết tắt", Abbreviation, LIST),
    ("ke-hoach-cong-khai", "Kế hoạch công khai", PlannedDisclosure, LIST),
    ("quy-tac", "Quy tắc, thời hạn", Rule, LIST),
    ("noi-dung-cong-khai", "Nội dung phải công khai", Catalogue, RECORD),
    ("ngay-nghi", "Ngày nghỉ từng năm", Year, YEARS),
    ("dia-chi-cu", "Trang đã gỡ, đã chuyển", OldAddress, MOVES),
    ("phuong", "Phường: tên, địa chỉ, số máy", Ward, RECORD),
)
_SHOWN = ("title", "what", "name", "short", "address", "year")  # what a row of a list is called, first first
_YEAR: Field = {
    "name": "year",
    "label": "Năm",
    "widget": "string",
    "required": True,
    "pattern": [r"^\d{4}$", "Chưa đúng cách viết. Năm có bốn chữ số, ví dụ 2027."],
}


def calendar(year: int) -> Collection:
    """The calendars of last, this and next year."""
    rows = _rows(Event, LIST)
    files = [
        _file(f"lich-{one}", f"Lịch năm {one}", f"data/lich/{one}.yml", rows, LIST)
        for one in (year, year + 1, year - 1)
    ]
    return {"name": "lich", "label": "Lịch", "files": files}


def heads() -> Collection:
    """What stands above the lists of the sections, and on the front page."""
    sectional = {f"{one.folder}index": f"Đầu mục {one.name}" for one in sections.SECTIONS}
    files = [
        _file(name.replace("/", "-"), label, f"docs/{name}.md", [*fields(Page), BODY], PAGE)
        for name, label in ({"index": "Trang chủ"} | sectional).items()
    ]
    return {"name": "dau-muc", "label": "Lời đầu các mục", "files": files}


def lists() -> Collection:
    """The lists of the ward, one file each."""
    files = [
        _file(name, label, f"data/{name}.yml", _rows(model, form), form)
        for name, label, model, form in _LISTS
    ]
    return {"name": LISTS, "label": "Danh sách, quy tắc", "files": files}


def _file(name: str, label: str, file: str, form: list[Field], format_: str) -> Collection:
    return {"name": name, "label": label, "file": file, "format": format_, "fields": form}


def _rows(model: type[Record], form: str) -> list[Field]:
    """The fields of a file; a list of records is one field, for the editor knows files of fields only."""
    if form == RECORD:
        return fields(model)
    rows = [*([_YEAR] if form == YEARS else ()), *fields(model)]
    shown = next(row["name"] for row in rows if row["name"] in _SHOWN)
    return [
        {
            "name": "items",
            "label": "Các dòng",
            "label_singular": "dòng",
            "widget": "list",
            "required": False,
            "collapsed": True,
            "summary": f"{{{{fields.{shown}}}}}",
            "fields": rows,
        }
    ]
