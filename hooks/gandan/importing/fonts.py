"""Words typed for the fonts of before Unicode (TCVN3: .VnTime; VNI: VNI-Times) -> the letters people saw.

The tables are viparse's, an optional library; this module is the only one that knows it. Only the name of a
run's font decides; a run that already holds Vietnamese letters of Unicode stays as it is.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Protocol
from xml.etree.ElementTree import Element

from gandan.importing import ooxml
from gandan.importing.ooxml import SPACE, WORD
from gandan.importing.refusal import Refused

try:
    from viparse.normalize.encodings import get_charmap
    from viparse.normalize.tables import convert
except ImportError:  # an extra that most offices never need
    get_charmap = None

FAMILIES = ((re.compile(r"^\.vn", re.I), "tcvn3"), (re.compile(r"^vni[- ]", re.I), "vni"))
CAPITALS = re.compile(r"^\.vn.*h$", re.I)  # .VnTimeH draws the small letters as capitals
UNICODE = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9\u0300-\u0323]")
VNI_MARKS = "øùûõïâêåáàãäéèëüöØÙÛÕÏÂÊÅÁÀÃÄÉÈËÜ"
MISSING = "văn bản gõ bằng phông cũ ({fonts}), cần bộ chuyển mã. Chạy «make fonts» để cài, rồi chạy lại."


class Typeface(Protocol):
    """What is known of a run: the font it is drawn in."""

    def __call__(self, run: Element) -> str | None: ...


def family(font: str | None) -> str | None:
    """`.VnTime` -> "tcvn3", `VNI-Times` -> "vni", `Times New Roman` -> None."""
    return next((name for form, name in FAMILIES if font and form.match(font.strip())), None)


def letters(words: str, font: str) -> str:
    """Words typed for a font of before Unicode, as people saw them; in NFC."""
    charmap = get_charmap(family(font) or "") if get_charmap else None
    if charmap is None:
        raise Refused(MISSING.format(fonts=font))
    seen = str(convert(words, charmap))
    return seen.upper() if CAPITALS.match(font.strip()) else seen


def settle(paragraphs: Iterable[Element], font_of: Typeface) -> frozenset[str]:
    """Rewrites the runs of old fonts in place; gives the names of the fonts that were met."""
    met: set[str] = set()
    for paragraph in paragraphs:
        old = [(run, font) for run in ooxml.runs(paragraph) if (font := font_of(run)) and family(font)]
        old = [(run, font) for run, font in old if not UNICODE.search(_words(run))]
        if not old:
            continue
        if get_charmap is None:
            raise Refused(MISSING.format(fonts=", ".join(sorted({font for _, font in old}))))
        _joined([run for run, font in old if family(font) == "vni"])
        for run, font in old:
            met.add(font)
            _each(run, lambda words, font=font: letters(words, font))  # type: ignore[misc]
    return frozenset(met)


def _words(run: Element) -> str:
    return unicodedata.normalize("NFC", "".join(text.text or "" for text in run.iter(WORD + "t")))


def _each(run: Element, seen: Callable[[str], str]) -> None:
    for element in list(run):
        if element.tag == WORD + "softHyphen":  # in TCVN3 the letter ư has its place
            element.tag, element.text = WORD + "t", "\u00ad"
        if element.tag == WORD + "t":
            element.text = seen(element.text or "")
            element.set(SPACE, "preserve")


def _joined(runs: list[Element]) -> None:
    """A letter of VNI is a base and a mark: a mark that begins a run goes back to its base before it."""
    before: Element | None = None
    for run in runs:
        for text in run.iter(WORD + "t"):
            words = text.text or ""
            rest = words.lstrip(VNI_MARKS)
            if before is not None and rest != words and (before.text or "")[-1:].lower() in set("aeiouyôö"):
                before.text = (before.text or "") + words[: len(words) - len(rest)]
                text.text = rest
            before = text
