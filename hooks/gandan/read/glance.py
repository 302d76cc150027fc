"""Fields that need no YAML: a line each, a name and a plain or quoted value. Most news has no other.

What passes here means the same to YAML; anything else is for `strict.load`, which takes five times as long.
"""

import re
from collections.abc import Mapping
from functools import partial

from gandan.read.raw import Raw, Value
from gandan.read.strict import Marks

# Letters, figures and signs in which nothing is hidden; without those that mean something to YAML.
SEEN = (
    r" !\x23-\x5b\x5d-\x7e\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u0188\u018a-\u02ff"
    r"\u1ea0-\u1ef9\u2013\u2014\u2018-\u2026"
)
LINE = re.compile(
    rf'([a-z_]+): (?:"((?:[{SEEN}]++|\\")*+)"|((?!null$)[0-9A-Za-zÀ-ỹ](?:[ 0-9A-Za-z,./()-]*[0-9A-Za-z)])?))'
)


def fields(text: str, file: str, line: int) -> Raw | None:
    """What `strict.load` gives for a text whose first line is line `line`; None where that must look."""
    found: dict[str, Value] = {}
    for written in text.split("\n"):
        one = LINE.fullmatch(written)
        if one is None or one[1] in found:
            return None
        name, quoted, bare = one.groups()
        found[name] = bare if quoted is None else quoted.replace('\\"', '"')
    raw = Raw.later(file, b"", partial(_places, line))
    raw.fields, raw.body, raw.body_line = found, "", 1
    return raw


def _places(line: int, raw: Raw, _: str) -> Mapping[str, Marks]:
    """Where fields stand that take a line each; hardly anybody asks."""
    assert isinstance(raw.fields, dict)
    places = list(enumerate(raw.fields, line))
    marks: Marks = {(name,): (place, len(name) + 3) for place, name in places}
    return {"marks": {(): (line, 1)} | marks, "keys": {(name,): (place, 1) for place, name in places}}
