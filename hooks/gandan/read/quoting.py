"""A value of one line that YAML stumbles over -> the same value in quotes, where that is the only answer."""

import re

from gandan.patterns import late
from gandan.problems import Place, Swap

# A field and a value without quotes or brackets; what a # was meant to be is not known.
LINE = late(r"(?P<head> *(?:- +)*\w+:[ \t]+)(?P<value>[^\s\"'\[{|>#](?:(?! #)[^\"\\])*?)[ \t]*")


def of(text: str, line: int, place: Place) -> Swap | None:
    """The value of a line (from 0) of `text` in straight quotes; `place` is any place in that line."""
    lines = text.split("\n")
    found = LINE.fullmatch(lines[line])
    if not found or _goes_on(lines, line):
        return None
    value = found["value"]
    bare = value[1:-1] if re.fullmatch(r"[“”][^“”]*[“”]", value) else value
    column = len(found["head"]) + 1
    return Swap(Place(place.file, place.line, column), value, f'"{bare}"')


def _goes_on(lines: list[str], line: int) -> bool:
    """Whether the next line may belong to the value."""
    own, following = lines[line], "".join(lines[line + 1 : line + 2])
    return len(following) - len(following.lstrip()) > len(own) - len(own.lstrip()) and bool(following.strip())
