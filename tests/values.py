"""A right value for every field of a model, made from the model's JSON Schema, as a file would hold it."""

import re

from gandan.describe import Part
from gandan.model import Record
from gandan.read.raw import Value

# The first that a field's form admits; they are true for every field of that form.
WRITTEN = (
    "mau-1",
    "2026-11-20",
    "12",
    "/mau/",
    "0200 000 0001",
    "mau@benmau.example",
    "https://benmau.example/",
    "1/2",
)


def right(model: type[Record]) -> dict[str, Value]:
    """Every field of the model, the optional ones too, each list with one thing."""
    whole = model.model_json_schema()
    found = of(whole, whole.get("$defs", {}))
    assert isinstance(found, dict)
    return found


def of(part: Part, inner: Part) -> Value:
    """What a part of a schema admits."""
    if "$ref" in part:
        return of(inner[part["$ref"].rpartition("/")[2]], inner)
    if "anyOf" in part:
        return of(part["anyOf"][0], inner)
    if "properties" in part:
        return {name: of(field, inner) for name, field in part["properties"].items()}
    if part.get("type") == "array":
        return [of(part["items"], inner)]
    return _scalar(part)


def _scalar(part: Part) -> str:
    if "enum" in part:
        return str(part["enum"][0])
    if part.get("type") == "boolean":
        return "true"
    if part.get("type") == "integer":
        return str(part.get("minimum", 1))
    if part.get("format") == "date":
        return "2026-11-20"
    return next(one for one in WRITTEN if re.search(part.get("pattern", ""), one))
