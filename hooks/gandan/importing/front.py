"""Fields -> the head of an item, as YAML that the portal's strict reader takes for the same words."""

import json
import re
from collections.abc import Mapping
from datetime import date

# A value that YAML takes as it stands: begins with a letter or digit, holds no mark and no remark.
BARE = re.compile(r"^[^\W_][^:#\[\]{}\"'`|>&*!%@\\\n]*(?::(?=\S)[^:#\[\]{}\"'`|>&*!%@\\\n]*)*$")


def write(fields: Mapping[str, object]) -> str:
    """`{"title": …}` -> the lines between the two `---`, both included; empty values are left out."""
    lines = [
        line
        for name, value in fields.items()
        if value not in (None, "", (), False)
        for line in _field(name, value)
    ]
    return "\n".join(["---", *lines, "---"]) + "\n"


def _field(name: str, value: object) -> list[str]:
    if isinstance(value, tuple):
        return [f"{name}:", *(line for one in value for line in _entry(one))]
    return [f"{name}: {_scalar(value)}"]


def _entry(one: object) -> list[str]:
    if not isinstance(one, Mapping):
        return [f"  - {_scalar(one)}"]
    lines = [f"{name}: {_scalar(value)}" for name, value in one.items()]
    return [f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])]


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    text = " ".join(str(value).split())
    return text if BARE.match(text) and not text.endswith(" ") else json.dumps(text, ensure_ascii=False)
