"""What the search for personal data told of each file, and for how long that holds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from gandan.privacy.gate import Numbers, Watched
from gandan.problems import Problem


class Searched(NamedTuple):
    """What it told by file; the files that are searched each time because they make an exception or name
    another file; the numbers of offices."""

    told: Mapping[str, tuple[Problem, ...]]
    always: frozenset[str]
    offices: Numbers

    def of(self, file: str) -> tuple[Problem, ...] | None:
        """What holds for a file while its bytes do not change."""
        return None if file in self.always else self.told.get(file, ())


def whole(watched: Watched, numbers: Numbers) -> Searched:
    """What a search of the whole folder leaves to be kept, with the numbers of offices that it knew."""
    always = {one.place.file for one in watched.permits}
    always |= watched.holders.keys() | {one.raw.file for each in watched.holders.values() for one in each}
    return Searched(by_file(watched.problems), frozenset(always), numbers)


def by_file(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    """Problems by the file in which they are, in their order."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for one in problems:
        found[one.place.file].append(one)
    return {file: tuple(each) for file, each in found.items()}
