"""What was written, and where: values as text, each with its line and column."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Self, TypeAlias

from gandan.problems import Place

Path: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

READ = frozenset({"fields", "marks", "keys", "body", "body_line"})


def _nothing(_: "Raw", name: str) -> Mapping[str, Any]:
    raise AttributeError(name)


@dataclass(slots=True)
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
    _asked: "Asked" = field(default=_nothing, repr=False, compare=False)

    @classmethod
    def later(cls, file: str, digest: bytes, asked: "Asked") -> Self:
        """A file that was read before: the first time that something of it is asked for, `asked` gets it and
        the name of the field, and gives that, and any others that came with it."""
        raw = cls.__new__(cls)
        raw.file, raw.digest, raw._asked = file, digest, asked
        return raw

    def __getattr__(self, name: str) -> Any:
        """Only for fields that nobody has set: those of a file that is read later."""
        if name not in READ:
            raise AttributeError(name)
        for one, value in self._asked(self, name).items():
            setattr(self, one, value)
        return object.__getattribute__(self, name)

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


Asked: TypeAlias = Callable[[Raw, str], Mapping[str, Any]]


@lru_cache(maxsize=4)
def _starts(text: str) -> tuple[int, ...]:
    """Where each line of a text begins."""
    return 0, *(found.end() for found in re.finditer("\n", text))
