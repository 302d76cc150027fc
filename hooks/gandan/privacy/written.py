"""A file of words or facts as one text, so that it is searched once; its places lead back to the file."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from gandan.problems import Place
from gandan.read.raw import Path, Raw, Value

BETWEEN = "\n\n"  # no number, and no sentence, goes from one field into the next
OWN = frozenset({"privacy"})  # what an exception lets out it must name


@dataclass(frozen=True, slots=True)
class Written:
    """`text` is the body and behind it the values of the fields; `starts`, `paths`: where each begins."""

    raw: Raw
    text: str
    starts: tuple[int, ...]
    paths: tuple[Path, ...]

    def place(self, offset: int) -> Place:
        """Where in the file a character of the text stands; within a field, where its value begins."""
        if offset <= len(self.raw.body):
            return self.raw.in_body(offset)
        return self.raw.at(*self.paths[bisect_right(self.starts, offset) - 1])


def of(raw: Raw) -> Written:
    """The text of a file that was read."""
    parts, starts, paths, place = [raw.body], [], [], len(raw.body)
    for path, value in _values(raw.fields, ()):
        starts.append(place + len(BETWEEN))
        paths.append(path)
        parts.append(value)
        place += len(BETWEEN) + len(value)
    return Written(raw, BETWEEN.join(parts), tuple(starts), tuple(paths))


def _values(value: Value, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _values(one, (*path, number))
    elif value:
        for name, one in value.items():
            if path or name not in OWN:
                yield from _values(one, (*path, name))
