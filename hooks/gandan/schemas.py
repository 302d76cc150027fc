"""The models -> the JSON Schemas of `schema/`, and which of them describes a file of facts.

A file of facts names its schema in its first line, where editors look for it
(https://github.com/redhat-developer/yaml-language-server#using-inlined-schema).
"""

import fnmatch
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from gandan import addresses, describe
from gandan.check import lists
from gandan.describe import DIALECT, KINDS, Part

FOLDER = "schema"


class Facts(NamedTuple):
    """What a file of facts holds: one record of a kind, a list of them, or a table of names and records."""

    kind: str
    form: Literal["one", "list", "table"]

    @property
    def schema(self) -> str:
        """The name of its schema: `directive`, `topic-list`, `year-table`."""
        return self.kind if self.form == "one" else f"{self.kind}-{self.form}"


FILES: Mapping[str, Facts] = MappingProxyType(
    {
        lists.WARD: Facts("ward", "one"),
        lists.CONTENTS: Facts("catalogue", "one"),
        f"data/{addresses.REGISTER}*.yml": Facts("directive", "one"),
        lists.TOPICS: Facts("topic", "list"),
        lists.GROUPS: Facts("group", "list"),
        lists.ISSUERS: Facts("issuer", "list"),
        lists.SHORT: Facts("abbreviation", "list"),
        lists.RULES: Facts("rule", "list"),
        lists.PLAN: Facts("plan", "list"),
        f"data/{addresses.CALENDAR}*.yml": Facts("event", "list"),
        lists.HOLIDAYS: Facts("year", "table"),
        lists.OLD: Facts("old-address", "table"),
    }
)
# A name of a table -> what stands behind it, beside the record of its kind.
_TABLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"year": (r"^\d{4}$", "null"), "old-address": ("^/", "string")}
)


def of_file(file: str) -> Facts | None:
    """What a file of facts, named by its path below the root, holds."""
    return next((facts for form, facts in FILES.items() if fnmatch.fnmatchcase(file, form)), None)


def head(file: str) -> str:
    """The first line of a file of facts, for editors; nothing for another file."""
    facts = of_file(file)
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{facts.schema}.json\n" if facts else ""


def texts() -> dict[str, str]:
    """Every file of `schema/`, by name without its suffix."""
    whole = {name: describe.schema(kind.model) for name, kind in KINDS.items()}
    whole |= {facts.schema: _gathered(facts) for facts in FILES.values() if facts.form != "one"}
    return {name: json.dumps(part, ensure_ascii=False, indent=2) + "\n" for name, part in whole.items()}


def _gathered(facts: Facts) -> Part:
    record = {"$ref": f"{facts.kind}.json"}
    head: dict[str, Any] = {"$schema": DIALECT, "title": KINDS[facts.kind].title}
    if facts.form == "list":
        return {**head, "type": ["array", "null"], "items": record}
    name, other = _TABLES[facts.kind]
    inside = {"anyOf": [record, {"type": other}]}
    return {
        **head,
        "type": ["object", "null"],
        "patternProperties": {name: inside},
        "additionalProperties": False,
    }
