"""Fields that need no YAML: a line each, a name and a plain or quoted value. Most news has no other.

What passes here means the same to YAML; anything else is for `strict.load`, which takes five times as long.
"""

import re

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
    marks: Marks = {(): (line, 1)}
    keys: Marks = {}
    for place, written in enumerate(text.split("\n"), line):
        one = LINE.fullmatch(written)
        if one is None or one[1] in found:
            return None
        name, quoted, bare = one.groups()
        found[name] = bare if quoted is None else quoted.replace('\\"', '"')
        keys[name,], marks[name,] = (place, 1), (place, len(name) + 3)
    return Raw(file, found, marks, keys)
