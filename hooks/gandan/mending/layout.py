"""Tabs and foreign spaces in a text that YAML cannot read (Y101), if one reading results; line ends."""

import re

from gandan.read.front import edges
from gandan.read.raw import Raw
from gandan.read.strict import Refused, load

TAB, SPACES = "\t", "\u00a0\u2000-\u200a\u202f\u3000"
INDENT = re.compile(rf"^[ {SPACES}{TAB}]+", re.M)
AFTER = re.compile(rf"^( *(?:- +)*\w+:)[{SPACES} ]*[{SPACES}][{SPACES} ]*", re.M)
WIDTHS = (2, 4, 8)  # points of a tab, as editors show it


def mended(text: str, file: str) -> str:
    """The text with plain spaces, if it could not be read before and can be read in one way after."""
    start, end = edges(text) if file.endswith(".md") else (0, len(text))
    front = text[start:end]
    if _read(front) is not None:
        return text
    tried = [_plain(front, width) for width in WIDTHS]
    read = [(one, raw.fields) for one in tried if (raw := _read(one)) is not None]
    if not read or any(fields != read[0][1] for _, fields in read):
        return text
    return text[:start] + read[0][0] + text[end:]


def _plain(front: str, width: int) -> str:
    def spaced(found: re.Match[str]) -> str:
        return "".join(" " * width if one == TAB else " " for one in found[0])

    return AFTER.sub(r"\1 ", INDENT.sub(spaced, front))


def _read(front: str) -> Raw | None:
    try:
        return load(front, "")[0]
    except Refused:
        return None


def trimmed(text: str, file: str) -> str:
    """YAML without spaces at the ends of its lines; in Markdown two of them break a line, and stay."""
    start, end = edges(text) if file.endswith(".md") else (0, len(text))
    front = text[start:end]
    bare = re.sub(r"[ \t]+$", "", front, flags=re.M)
    before, after = _read(front), _read(bare)
    same = before is not None and after is not None and before.fields == after.fields
    return text[:start] + bare + text[end:] if same else text
