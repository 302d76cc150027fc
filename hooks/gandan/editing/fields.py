"""The fields of a model -> the fields of a form, in the terms of the web editor's settings.

What a form asks for is read off the model's JSON Schema, as the guide's tables are: label, hint, must it be
there, how long, in which form. What a schema cannot tell (that a text is a picture) the tables below do.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from annotated_types import Le

from gandan.describe import FORMS, Part
from gandan.editing.choices import options
from gandan.model import Record
from gandan.model.happening import EVENT_TYPES

Field: TypeAlias = dict[str, Any]

LISTS = "danh-sach"  # the collection of the ward's lists
LONG = 250  # letters from which on a text gets a box of several lines
# Fields that name a record: in which file, by which of its fields, shown how.
_NAMED = {
    "topics": ("chu-de", "items.*.slug", "{{items.*.name}}"),
    "groups": ("to-dan-pho", "items.*.slug", "{{items.*.name}}"),
    "issuer": ("co-quan", "items.*.id", "{{items.*.name}}"),
    "successor": ("co-quan", "items.*.id", "{{items.*.name}}"),
    "item": ("noi-dung-cong-khai", "items.*.item", "{{items.*.item}}. {{items.*.name}}"),
}
_DIRECTIVES = frozenset({"directives", "directive"})
_FILES = {"image": "image", "file": "file", "audio": "file"}
_TEXTS = frozenset({"image_alt", "audience"})
_MOMENT = {"format": "YYYY-MM-DDTHH:mm:ssZ", "input_timezone": "Asia/Ho_Chi_Minh"}
_PICKED = frozenset({"relation", "image", "file", "boolean"})  # nobody types here, so nobody asks how to
_SAYING = "Chưa đúng cách viết. {}"


def fields(model: type[Record]) -> list[Field]:
    """The form of a model, field by field in its order."""
    whole = model.model_json_schema()
    for name, field in model.model_fields.items():
        if most := next((one.le for one in field.metadata if isinstance(one, Le)), None):
            whole["properties"][field.alias or name]["maximum"] = most  # a schema of our own does not tell it
    return list(_fields(whole, whole.get("$defs", {})))


def _fields(record: Part, inner: Part) -> Iterator[Field]:
    required = record.get("required", ())
    for name, part in record["properties"].items():
        yield _field(name, part, name in required, inner)


def _field(name: str, part: Part, required: bool, inner: Part) -> Field:
    shape = next((one for one in part.get("anyOf", ()) if one.get("type") != "null"), part)
    about: Field = {"name": name, "label": part["title"], "required": required}
    form = _several(name, shape, inner) if "items" in shape else _one(name, shape, inner, part)
    hint = part.get("description", "")
    if hint and form["widget"] not in _PICKED and not (form["widget"] == "datetime" and hint[0].isdigit()):
        about["hint"] = hint
    return about | form


def _several(name: str, shape: Part, inner: Part) -> Field:
    each = shape["items"]
    if reference := each.get("$ref"):
        rows = list(_fields(inner[reference.rpartition("/")[2]], inner))
        shown = next((row["name"] for row in rows if row.get("required")), rows[0]["name"])
        summary = "{{fields.item}}. {{fields.title}}" if shown == "item" else f"{{{{fields.{shown}}}}}"
        about: Field = {"widget": "list", "label_singular": "dòng", "fields": rows, "summary": summary}
        return about | {"collapsed": "auto"} | _least(shape)
    if name in _NAMED or name in _DIRECTIVES:
        return _reference(name) | {"multiple": True}
    if "enum" in each:
        return {"widget": "select", "multiple": True, "options": options(each["enum"])}
    one = {"name": "mot", "label": "Một dòng", "required": True}
    about = {"widget": "list", "label_singular": "dòng", "collapsed": False}
    return about | {"field": one | _one("", each, inner, each)} | _least(shape)


def _least(shape: Part) -> Field:
    return {"min": shape["minItems"]} if "minItems" in shape else {}


def _one(name: str, shape: Part, inner: Part, part: Part) -> Field:
    if reference := shape.get("$ref"):
        rows = list(_fields(inner[reference.rpartition("/")[2]], inner))
        return {"widget": "object", "fields": rows, "collapsed": "auto"}
    if name in _FILES:
        return {"widget": _FILES[name], "choose_url": False}
    if name in _NAMED or name in _DIRECTIVES:
        return _reference(name)
    if shape.get("type") == "boolean":
        either = {"widget": "select", "options": options(["true", "false"])}
        return either if part.get("default", False) is None else {"widget": "boolean"}
    if shape.get("format") == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if "SA|CH" in shape.get("pattern", ""):
        return _when(name)
    return _chosen(name, shape, part) or _text(name, shape, part)


def _when(name: str) -> Field:
    """The day of an item; the time of an event."""
    if name == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "default": "{{now}}"}
    return {"widget": "datetime", **_MOMENT}


def _chosen(name: str, shape: Part, part: Part) -> Field | None:
    if "enum" in shape:
        return {"widget": "select", "options": options(shape["enum"])}
    if name == "type":
        return {"widget": "select", "options": options(EVENT_TYPES)}
    most = part.get("maximum", shape.get("maximum"))
    if shape.get("type") == "integer" and most and most < 20:
        return {"widget": "select", "options": options(str(one) for one in range(1, most + 1))}
    return None


def _text(name: str, shape: Part, part: Part) -> Field:
    most = shape.get("maxLength", 0 if name in _TEXTS else 1)
    field: Field = {"widget": "text" if most == 0 or most >= LONG else "string"}
    if most > 1:
        field["maxlength"] = most
    pattern: str | None = r"^\d+$" if shape.get("type") == "integer" else shape.get("pattern")
    if pattern and pattern.startswith("^"):
        said: str = FORMS.get(pattern) or part.get("description", "Viết bằng chữ số, ví dụ 120")
        field["pattern"] = [pattern, _SAYING.format(f"{said[:1].upper()}{said[1:]}.")]
    return field


def _reference(name: str) -> Field:
    """A choice among the records there are, found by what people call them."""
    if name in _DIRECTIVES:
        shown = ["{{number}} – {{title}}"]
        return {
            "widget": "relation",
            "collection": "van-ban",
            "value_field": "{{slug}}",
            "display_fields": shown,
            "search_fields": ["number", "title"],
        }
    file, value, words = _NAMED[name]
    return {
        "widget": "relation",
        "collection": LISTS,
        "file": file,
        "value_field": value,
        "display_fields": [words],
        "search_fields": [words.rpartition("{{")[2].rstrip("}")],
    }
