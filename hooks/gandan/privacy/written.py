"""A file of words or facts as one text, so that it is searched once; its places lead back to the file."""

from bisect import bisect_right
from typing import NamedTuple

from gandan.problems import Place
from gandan.read.raw import Path, Raw, Value

BETWEEN = "\n\n"  # no number, and no sentence, goes from one field into the next
OWN = frozenset({"privacy"})  # what an exception lets out it must name


class Written(NamedTuple):
    """`text` is the body and behind it the values of the fields; `starts`, `paths`: where each begins."""

    raw: Raw
    text: str
    starts: list[int]
    paths: list[Path]

    def place(self, offset: int) -> Place:
        """Where in the file a character of the text stands; within a field, where its value begins."""
        if offset <= len(self.raw.body):
            return self.raw.in_body(offset)
        return self.raw.at(*self.paths[bisect_right(self.starts, offset) - 1])


def of(raw: Raw) -> Written:
    """The text of a file that was read."""
    parts, starts, paths, place = [raw.body], list[int](), list[Path](), len(raw.body)
    _gather(raw.fields, (), parts, paths)
    for value in parts[1:]:
        starts.append(place + len(BETWEEN))
        place += len(BETWEEN) + len(value)
    return Written(raw, BETWEEN.join(parts), starts, paths)


def _gather(value: Value, path: Path, parts: list[str], paths: list[Path]) -> None:
    """The texts of a value, and the path of each."""
    if isinstance(value, str):
        parts.append(value)
        paths.append(path)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            _gather(one, (*path, number), parts, paths)
    elif value:
        for name, one in value.items():
            if path or name not in OWN:
                _gather(one, (*path, name), parts, paths)
