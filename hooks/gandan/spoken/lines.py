"""Lines of a notice: bullets fall away, numbers of points become words, lines of dots are a pause."""

import re

from gandan.patterns import late
from gandan.spoken.letters import spell
from gandan.spoken.numerals import cardinal
from gandan.spoken.roman import value

BULLET = late(r"(?m)^[ \t]*(?:[-–—−•*+▪▫◦●○■□►▶➢➤✓✔☐☑>·]|#{1,6})[ \t]+")
RULE = late(r"(?m)^[ \t]*(?:[-–—_*=~#][ \t]*){3,}$")
MARKER = late(
    r"(?m)^[ \t]*(?:(?P<numbers>\d{1,2}(?:\.\d{1,2}){0,3})[.)]"
    r"|(?P<roman>[IVX]{1,5})[.)]|(?P<letter>[a-zđ])[.)])[ \t]+"
)
POINT = late(r"(?<![\w(])(?P<letter>[a-zđ])\) ")
DOTTED = late(r"([-–—_*=~#.…])[ \t]*\1")  # what a line of dots or strokes has
DOTS = late(r"\.{4,}|…{2,}|(?:\. ){3,}\.?|_{2,}")


def say(text: str) -> str:
    """The text with its lines kept, each as a line that is heard: 2. Địa điểm -> hai, Địa điểm."""
    text = DOTS.sub("…", RULE.sub("", text)) if DOTTED.search(text) else text
    text = MARKER.sub(_marker, BULLET.sub("", text))
    return POINT.sub(lambda found: f"{spell(found['letter'])}, ", text) if ") " in text else text


def _marker(found: re.Match[str]) -> str:
    if found["numbers"]:
        return " chấm ".join(cardinal(int(part)) for part in found["numbers"].split(".")) + ", "
    if found["letter"]:
        return f"{spell(found['letter'])}, "
    number = value(found["roman"])
    return f"{cardinal(number)}, " if number else found[0]
