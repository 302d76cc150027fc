"""JSON Schema (2020-12) of a file of open data: the model's own fields, and those the portal adds.

A field stands in `required` when every row has it; what is not known is left out, never null.
"""

from collections.abc import Iterator
from functools import cache

from gandan import addresses
from gandan.describe import DIALECT, Part
from gandan.opendata.giving import HIDDEN, Giving
from gandan.opendata.kinds import Dataset

DAY = {"type": "string", "format": "date"}
URL = {"type": "string", "format": "uri"}

# Fields that the portal adds to those of the model.
ADDED: dict[str, Part] = {
    "id": {"title": "Mã", "type": "string", "description": "Phần cuối của địa chỉ trang"},
    "url": {"title": "Địa chỉ trang", **URL},
    "state": {
        "title": "Trạng thái",
        "description": "Tính vào ngày ghi ở «generated»; không có khi không tính được",
        "type": "object",
        "properties": {
            "id": {"title": "Mã", "type": "string"},
            "words": {"title": "Bằng chữ", "type": "string"},
            "since": {"title": "Từ ngày", **DAY},
            "until": {"title": "Đến hết ngày", **DAY},
        },
        "required": ["id", "words"],
        "additionalProperties": False,
    },
}
ALWAYS = ("id", "url")
FILE = {"title": "Tệp", "description": "Địa chỉ đầy đủ của tệp", **URL}
# What the portal tells in another way than staff write it: class and field -> the field as it is told.
RETOLD: dict[tuple[str, str], Part] = {
    ("Attachment", "file"): FILE,
    ("Annex", "file"): FILE,
    ("", "audio"): {"title": "Bản đọc", "description": "Địa chỉ đầy đủ của bản đọc", **URL},
    ("", "image"): {"title": "Ảnh đầu bài", "description": "Địa chỉ đầy đủ của ảnh", **URL},
}
# Where staff look a code up -> where a reader of the data does.
PLACES = {
    "data/chu-de.yml": "topic.json",
    "data/to-dan-pho.yml": "group.json",
    "data/van-ban": "directive.json",
    "data/co-quan.yml": "issuer.json",
    "data/quy-tac.yml": "quy tắc của phường",
}


def of(dataset: Dataset, giving: Giving) -> Part:
    """The schema of the whole file."""
    row, inner = parts(dataset)
    return {
        "$schema": DIALECT,
        "$id": giving.url(addresses.of_data(dataset.kind, "schema.json")),
        "title": f"{dataset.name}, {giving.portal.ward.name}",
        "type": "object",
        "properties": {
            "schema": {"title": "Địa chỉ của lược đồ này", **URL},
            "ward": {"title": "Phường", "type": "string"},
            "licence": {"title": "Giấy phép", "type": "string"},
            "generated": {"title": "Ngày dựng dữ liệu", **DAY},
            "items": {"title": dataset.name, "type": "array", "items": row},
        },
        "required": ["schema", "ward", "generated", "items"],
        "additionalProperties": False,
        "$defs": inner,
    }


@cache
def parts(dataset: Dataset) -> tuple[Part, dict[str, Part]]:
    """The schema of one row, and of the records within it by name."""
    whole = dataset.model.model_json_schema(mode="serialization")
    inner = {name: _record(part, name) for name, part in whole.pop("$defs", {}).items()}
    row = _record(whole, "")
    row["properties"] = {name: ADDED[name] for name in dataset.added} | row["properties"]
    row["required"] = [name for name in dataset.added if name in ALWAYS] + row["required"]
    return row, inner


def _record(part: Part, name: str) -> Part:
    fields = {field: one for field, one in part["properties"].items() if field not in HIDDEN}
    return {
        "type": "object",
        "properties": {field: RETOLD.get((name, field)) or _field(one) for field, one in fields.items()},
        "required": [field for field, one in fields.items() if one.get("default", 0) not in (None, [])],
        "additionalProperties": False,
    }


def _field(part: Part) -> Part:
    """Without null and defaults, which are ways of writing; with codes looked up in open data."""
    made = {name: one for name, one in part.items() if name not in ("default", "anyOf", "$ref")}
    if "description" in part:
        made["description"] = _words(part["description"])
    for one in _choices(part):
        made |= one
    return made


def _choices(part: Part) -> Iterator[Part]:
    if "$ref" in part:
        yield {"$ref": part["$ref"]}
    for one in part.get("anyOf", ()):
        if one != {"type": "null"}:
            yield one


def _words(text: str) -> str:
    for place, instead in PLACES.items():
        text = text.replace(place, instead)
    return text
