"""What was written, and where: values as text, each with its line and column."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from gandan.problems import Place

Path: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"


@dataclass(frozen=True, slots=True)
class Raw:
    """One file as it was read.

    `fields` holds what YAML said, every scalar as text or None; `marks` maps the path of each value to
    (line, column), counted from 1, and `keys` that of each field's name. `body` is the Markdown below the
    front matter, beginning at line `body_line`; `digest` names the bytes of the file.
    """

    file: str
    fields: Value
    marks: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    keys: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    digest: bytes = b""

    def at(self, *path: str | int) -> Place:
        """The place of a value; of the nearest thing around it when it was not written."""
        for end in range(len(path), -1, -1):
            if mark := self.marks.get(path[:end]):
                return Place(self.file, *mark)
        return Place(self.file)

    def key(self, *path: str | int) -> Place:
        """The place of a field's name."""
        mark = self.keys.get(path)
        return Place(self.file, *mark) if mark else self.at(*path)

    def in_body(self, offset: int) -> Place:
        """The place of a character of the body."""
        starts = _starts(self.body)
        line = bisect_right(starts, offset) - 1
        return Place(self.file, self.body_line + line, offset - starts[line] + 1)


@lru_cache(maxsize=4)
def _starts(text: str) -> tuple[int, ...]:
    """Where each line of a text begins."""
    return 0, *(found.end() for found in re.finditer("\n", text))
