"""What libyaml stumbled over -> the problem: where the slip is, in which field, and the mend."""

from dataclasses import replace

import yaml

from gandan.problems import Place, Problem, Swap
from gandan.read import quoting, sayings, slips

COLON, KEY = sayings.SAYINGS[0][1], "while scanning a simple key"


def problem(error: yaml.MarkedYAMLError, text: str, file: str, offset: int) -> Problem:
    """Y101 for a text whose first line is line `offset` + 1 of the file."""
    said = f"{error.context or ''} | {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if sayings.OPEN.search(said) or KEY in said:  # where it began, for its end is nowhere
        mark = error.context_mark or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    line = min(line, max(text.count("\n") - (1 if text.endswith("\n") else 0), 0))
    found = _told(said, text, Place(file, line + 1, column + 1))
    moved = found.swap and found.swap._replace(place=_down(found.swap.place, offset))
    return replace(found, place=_down(found.place, offset), swap=moved)


def _down(place: Place, offset: int) -> Place:
    return place._replace(line=place.line + offset)


def _told(said: str, text: str, place: Place) -> Problem:
    """The problem with lines counted from that of the text."""
    lines, line = text.split("\n"), place.line - 1
    message, hint = sayings.of(said)
    slip = slips.of(lines, line, place.column - 1) if message == COLON else None
    if KEY in said and (found := slips.TIGHT.match(lines[line])):
        slip = slips.tight(line, found)
    if slip is None:
        swap = quoting.of(text, line, place) if "nháy kép" in hint else None
        return Problem(place, "Y101", message, hint, swap=swap, name=slips.name(lines[line]))
    there = Place(place.file, slip.line + 1, slip.column)
    swap = Swap(there, slip.old, slip.new) if slip.new else None
    return Problem(there, "Y101", slip.message, slip.hint, swap=swap, name=slips.name(lines[slip.line]))
