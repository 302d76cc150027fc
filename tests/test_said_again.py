"""Sentences that an earlier build has spoken are not spoken again, whatever else their pages tell today."""

import importlib
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from gandan.aloud import files
from gandan.cache import EMPTY, Store, digest
from gandan.model import Abbreviation
from gandan.spoken import speech

dictionary = importlib.import_module("gandan.spoken.dictionary")


class Said(NamedTuple):
    """What is asked of a page and of a portal."""

    address: str
    template: str = "directive"

    @property
    def page(self) -> str:
        return f"{self.address}index.html"


def of_a_day(day: str, shorts: tuple[Abbreviation, ...], store: Store) -> dict[str, bytes]:
    """The files for the pages of a ward that tell the day."""
    portal: Any = SimpleNamespace(abbreviations=shorts, articles=(), of=lambda model: ())
    pages: Any = {Said(f"van-ban/{number}/"): f"Số {number} của UBND." for number in range(files.MANY + 1)}
    html = {
        one.page: f'<article class="item"><p>{words}</p><p>{day}</p></article>'
        for one, words in pages.items()
    }
    keys = {page: digest(text.encode()) for page, text in html.items()}
    made = files.of(portal, pages, keys, lambda page: html[page].encode(), store)
    return {one.address: bytes(one.data()) for one in made}


def test_of_a_new_day_only_what_is_new_is_spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = list[str]()

    def heard(text: str, shorts: tuple[Abbreviation, ...]) -> str:
        spoken.append(text)
        return speech.of(text, shorts)

    monkeypatch.setattr(dictionary, "of", heard)
    ours = (Abbreviation(short="UBND", long="ủy ban"),)
    for day, shorts, anew in (("1/2", (), files.MANY + 2), ("2/2", (), 1), ("2/2", ours, files.MANY + 2)):
        dictionary._voice.cache_clear()
        made = of_a_day(day, shorts, Store(tmp_path))
        assert len(spoken) == anew
        dictionary._voice.cache_clear()
        assert made == of_a_day(day, shorts, EMPTY)
        spoken.clear()
