"""Plates of vehicles: a province, a series, four or five figures (Thông tư 79/2024/TT-BCA)."""

import re
from collections.abc import Iterator

from gandan.patterns import late
from gandan.privacy.finding import Finding, Kind
from gandan.privacy.spelling import any_of

BEFORE = 40  # characters in which the word for it stands
PLATE = late(
    r"(?<![\w/.-])[1-9]\d[ -]?(?:[A-Z]\d?|[A-Z]{2}|MĐ\d?)[ \u00a0.\u2011-]{0,3}"
    r"(?:(?P<five>\d{3}[.]?\d{2})|(?P<four>\d{4}))(?![\w/]|[.-]\d)"
)
WORD = late(any_of("biển số", "bks", "biển kiểm soát", "biển", "xe"), re.I)


def find(text: str) -> Iterator[Finding]:
    """Plates; one of four figures, or run together, only behind a word that says so."""
    for found in PLATE.finditer(text):
        start, end = found.span()
        told = bool(WORD.search(text, max(0, start - BEFORE), start))
        if told or "." in found[0] or (found["five"] and re.search(r"[ -]", found[0])):
            yield Finding(start, end, Kind.PLATE, found[0], sure=False)
