"""A text -> the personal data in it. Most texts hold nothing that looks like it, and cost next to nothing."""

import re

from gandan.patterns import FIGURE, late
from gandan.privacy import accounts, births, conditions, lists, numbers, plates, rolls
from gandan.privacy.finding import Finding
from gandan.privacy.runs import MARKS

# Addresses of pages hold figures that are nobody's; those that dial a telephone are left.
_ADDRESS = late(
    r"(?:https?:)?//(?!zalo\.me/)[^\s)>\]\"']+|(?<![\w-])[\w-]+\.(?:html?|aspx?|php|jpe?g|png|webp|pdf)\b"
)
# What every number and every plate begins with: one walk over the text, from group to group of figures.
_FIGURES = late(
    rf"{FIGURE}(?<!\d\d)(?:(?:\)?[{MARKS}]?\d){{8}}|\d[ -]?[A-ZĐ]{{1,2}}\d?[{MARKS}]{{0,3}}\d{{3}})"
)


def find(text: str, official: frozenset[str] = frozenset()) -> list[Finding]:
    """Everything found, by place. `text` is clean (NFC, nothing invisible); `official` are telephones that
    belong to offices, as they are dialled at home."""
    found: list[Finding] = []
    lower = text.lower()
    figures = _FIGURES.search(text)
    if not figures and lower == text and _unnamed(text):
        return found
    if figures:
        bare = _ADDRESS.sub(_blank, text)
        found += [*numbers.find(bare, official), *plates.find(bare)]
    if len(lower) == len(text):  # places are those of the text; a letter that grows is no Vietnamese one
        held = list(accounts.find(text, lower))
        found = held + [one for one in found if not _within(one, held)]
        found += [*births.find(text, lower), *conditions.find(text, lower)]
        rows = list(lists.find(text, official))
        found += rows + [one for one in rolls.find(text, lower) if not _within(one, rows)]
    else:
        found += lists.find(text, official)
    return sorted(found)


def _unnamed(line: str) -> bool:
    """Whether words in small letters are one line without an account. They name nobody, as most names of
    files, and all but numbers and accounts is told of somebody."""
    return "\n" not in line and not any(seed in line for seed in accounts.SEEDS)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _within(one: Finding, others: list[Finding]) -> bool:
    return any(other.start < one.end and one.start < other.end for other in others)
