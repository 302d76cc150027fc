"""Ordinary texts with personal data planted in them (`cases/privacy.yml`): `[[kind|words]]`."""

import re
from pathlib import Path
from typing import NamedTuple

import yaml

from gandan.vietnamese import clean

FILE = Path(__file__).parent / "cases" / "privacy.yml"
_OPEN = re.compile(r"\[\[([a-z]+)\|")


class Planted(NamedTuple):
    """One piece: its kind and its place in the text without marks."""

    kind: str
    start: int
    end: int


class Text(NamedTuple):
    """A text as staff would write it, and what is planted in it."""

    name: str
    words: str
    planted: tuple[Planted, ...]


def texts() -> list[Text]:
    """Every text of the file."""
    cases = yaml.safe_load(FILE.read_text("utf-8"))
    return [_read(case["kind"], clean(case["text"])) for case in cases]


def _read(name: str, marked: str) -> Text:
    words, planted, begun, place = "", [], [], 0
    while place < len(marked):
        if found := _OPEN.match(marked, place):
            begun.append((found[1], len(words)))
            place = found.end()
        elif marked.startswith("]]", place) and begun:
            kind, start = begun.pop()
            planted.append(Planted(kind, start, len(words)))
            place += 2
        else:
            words += marked[place]
            place += 1
    return Text(name, words, tuple(planted))
