"""Whatever a reader or listener meets is Vietnamese: pages, labels, feeds, calendars, tables, scripts.

A word that no Vietnamese syllable can be is foreign (tongue.py); those that people use anyway stand here.
"""

import csv
import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import built
import icalendar
import pytest
import tongue

from gandan import vietnamese

# Things and names that have no other word; "Menu" stands on telephones everywhere.
KNOWN = {
    "menu",
    "zalo",
    "unicode",
    "javascript",
    "cookie",
    "mkdocs",
    "word",
    "vneid",
    "micro",
    "karaoke",
    "esc",
}
KNOWN |= {"creative", "commons", "schema", "tab", "ics", "cm", "kb", "mb", "m²", "m³"}
KNOWN |= {"excel", "chromium", "axe", "core"}  # what is used, and what tries the pages
KNOWN |= {"winco", "docplayer", "znews"}  # who keeps copies of documents
VALUES = {"until", "postponed", "cancelled"}  # /du-lieu/ explains what stands in the files of data
NUMBERS = {"2.2", "4.0", "44.13"}  # of WCAG, of a licence, of a heading of Pháp điển
SAID = ("aria-label", "title", "alt", "placeholder", "data-label", "label")
MUTE = {"script", "style", "code", "kbd"}
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
KEYS = {"Escape", "Enter", "Home", "End", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"}
SENTENCE = re.compile(r"\s*[A-ZĐÀ-Ỹ]|.*[^\x00-\x7f]", re.S)
NAMED = {"description", "title", "og:title", "og:description", "og:site_name", "og:image:alt"}


class Said(HTMLParser):
    """What a page says: each piece of text and each label by itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._mute = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self._mute += tag in MUTE
        self.pieces += [told[name] or "" for name in SAID if name in told and tag != "link"]
        if tag == "meta" and (told.get("name") or told.get("property")) in NAMED:
            self.pieces.append(told.get("content") or "")

    def handle_endtag(self, tag: str) -> None:
        self._mute -= tag in MUTE

    def handle_data(self, data: str) -> None:
        if not self._mute and data.strip():
            self.pieces.append(data)


@cache
def said(path: Path) -> list[str]:
    return Said(path.read_text("utf-8")).pieces


def name(path: Path) -> str:
    return path.relative_to(built.site()).as_posix()


every_page = pytest.mark.parametrize("path", built.pages(), ids=name)


@pytest.mark.parametrize(
    "word", ["nghiêng", "Quyền", "giữa", "khuỷu", "xoong", "ươm", "yêu", "Đặng", "in", "UBND", "gìn", "quốc"]
)
def test_a_syllable_is_known_by_its_build(word: str) -> None:
    assert tongue.foreign(word, ()) == []


@pytest.mark.parametrize(
    "word",
    ["search", "Home", "page", "Next", "share", "Close", "Print", "Tags", "updated", "loading", "edit"],
)
def test_a_word_of_another_tongue_falls_through(word: str) -> None:
    assert tongue.foreign(f"Đây là {word}.", ()) == [word]


@every_page
def test_a_page_says_nothing_in_another_tongue(path: Path) -> None:
    known = KNOWN | (VALUES if name(path) == "du-lieu/index.html" else set())
    assert [word for piece in said(path) for word in tongue.foreign(piece, known)] == []


@every_page
def test_days_and_figures_are_written_as_here(path: Path) -> None:
    text = " ".join(re.sub(r"https?://\S+|\S*/\S*-\S*|\S+\.(?:ics|csv|json)", " ", one) for one in said(path))
    if name(path) != "du-lieu/index.html":  # it explains how files of data write a day
        assert re.findall(r"\b\d{4}-\d{2}-\d{2}\b", text) == []
    assert re.findall(r"\b\d{1,3}(?:,\d{3})+\b(?!,)", text) == []  # 1,234
    assert set(re.findall(r"(?<![\d.])\d+\.\d{1,2}(?![\d.])", text)) <= NUMBERS  # 1.5
    assert re.findall(r"\b\d{1,2}:\d{2} ?[AaPp]\.?[Mm]\b", text) == []


def test_what_scripts_say_is_vietnamese() -> None:
    for path in sorted((built.ROOT / "overrides/assets").rglob("*.js")):
        code = re.sub(r"^\s*//.*$", "", path.read_text("utf-8"), flags=re.M)
        texts = [re.sub(r"\$\{[^}]*\}", " ", one or other) for one, other in LITERAL.findall(code)]
        texts = [text for text in texts if SENTENCE.match(text) and text not in KEYS]
        assert [word for text in texts for word in tongue.foreign(text, KNOWN)] == [], path.name


def test_feeds_calendars_and_tables_to_take_home_are_vietnamese() -> None:
    texts: list[str] = []
    for path in built.site().rglob("*.xml"):
        texts += [
            one.text or "" for one in ElementTree.parse(path).iter() if one.tag in ("title", "description")
        ]
    feed = json.loads((built.site() / "tin-tuc/feed.json").read_text("utf-8"))
    texts += [feed["title"], *(one["title"] for one in feed["items"])]
    for path in built.site().rglob("*.ics"):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        texts += [
            str(event.get(field, ""))
            for event in calendar.walk()
            for field in ("SUMMARY", "DESCRIPTION", "LOCATION")
        ]
    for path in built.site().rglob("so-cong-khai-*.csv"):
        texts += next(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert len(texts) > 200
    assert [word for text in texts for word in tongue.foreign(text, KNOWN)] == []


def test_topics_stand_in_the_order_of_the_vietnamese_alphabet() -> None:
    search = (built.site() / "tim-kiem/index.html").read_text("utf-8")
    choices = re.findall(r'<select id="tim-chu-de".*?</select>', search, re.S)[0]
    topics = re.findall(r'<option value="[^"]+">([^<]+)<', choices)
    listed = (built.site() / "chu-de/index.html").read_text("utf-8")
    named = [one for one in re.findall(r'<a href="[a-z-]+/">([^<]+)</a>', listed) if one in topics]
    assert len(topics) > 5
    assert topics == sorted(topics, key=vietnamese.collate)
    assert named == sorted(topics, key=vietnamese.collate)


def test_the_theme_gives_icons_and_no_words() -> None:
    """What Material leaves in English is on none of its templates' pages: none of them is printed."""
    for path in (built.ROOT / "overrides").rglob("*.html"):
        asked = re.findall(r'{%-? (?:extends|include|from|import) "([^"]+)"', path.read_text("utf-8"))
        for one in asked:
            assert one.startswith(".icons/material/") or (built.ROOT / "overrides" / one).is_file(), one
    assert not [path for path in built.pages() if re.search(r'class="[^"]*\bmd-', path.read_text("utf-8"))]
