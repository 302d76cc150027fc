"""A text -> the personal data in it. Most texts hold nothing that looks like it, and cost one look."""

import re

from gandan.patterns import late, look
from gandan.privacy import accounts, births, conditions, lists, numbers, plates, rolls
from gandan.privacy.finding import Finding
from gandan.privacy.runs import MARKS

# Addresses of pages hold figures that are nobody's; those that dial a telephone are left.
_SUFFIX = r"\.(?:html?|aspx?|php|jpe?g|png|webp|pdf)\b"
_ADDRESS = late(rf"(?:https?:)?//(?!zalo\.me/)[^\s)>\]\"']+|(?<![\w-])[\w-]+{_SUFFIX}")
_ADDRESSED = late(rf"//|{_SUFFIX}")  # what each of them holds
# What every number and every plate begins with.
FIGURES = rf"\d(?:(?:\)?[{MARKS}]?\d){{8}}|\d[ -]?[A-ZĐ]{{1,2}}\d?[{MARKS}]{{0,3}}\d{{3}})"
# Of what the rooms for words tell, the part without which none of them tells anything.
WORDS = f"(?i:{'|'.join(room.LOOK for room in (accounts, births, conditions, rolls))})"
_figures, _words, _anything = look(FIGURES), look(WORDS), look(f"{FIGURES}|{WORDS}")


def find(text: str, official: frozenset[str] = frozenset()) -> list[Finding]:
    """Everything found, by place. `text` is clean (NFC, nothing invisible); `official` are telephones that
    belong to offices, as they are dialled at home."""
    found, rows = list[Finding](), list(lists.find(text, official))
    if not _anything(text):  # one look for these and for lists would take more than two
        return rows
    if _figures(text):
        bare = _ADDRESS.sub(_blank, text) if _ADDRESSED.search(text) else text
        found += [*numbers.find(bare, official), *plates.find(bare)]
    lower = text.lower() if _words(text) else ""
    if len(lower) == len(text):  # places are those of the text; a letter that grows is no Vietnamese one
        held = list(accounts.find(text, lower))
        found = held + [one for one in found if not _within(one, held)]
        found += [*births.find(text, lower), *conditions.find(text, lower)]
        found += [one for one in rolls.find(text, lower) if not _within(one, rows)]
    return sorted(found + rows)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _within(one: Finding, others: list[Finding]) -> bool:
    return any(other.start < one.end and one.start < other.end for other in others)
