"""The numbers that Word draws before paragraphs, written out, for they are part of the text.

Source: ISO 29500-1, 17.9. Bullets are left alone. A number that goes on after other paragraphs goes on here.
"""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from gandan.importing import marks, ooxml
from gandan.importing.ooxml import WORD
from gandan.importing.styles import Styles

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
LEVELS = 9


@dataclass(slots=True)
class Level:
    """How one level counts: from where, in which signs, in which words ("%1.")."""

    start: int = 1
    form: str = "decimal"
    words: str = ""
    legal: bool = False


@dataclass(slots=True)
class List:
    """One list of the file, with the numbers it has reached."""

    levels: dict[int, Level]
    reached: dict[int, int] = field(default_factory=dict)

    def label(self, level: int) -> str:
        """The number of the next paragraph of a level."""
        rule = self.levels[level]
        self.reached[level] = self.reached.get(level, rule.start - 1) + 1
        for deeper in [one for one in self.reached if one > level]:
            del self.reached[deeper]
        return re.sub(r"%([1-9])", lambda found: self._sign(int(found[1]) - 1, rule.legal), rule.words)

    def _sign(self, level: int, legal: bool) -> str:
        rule = self.levels.get(level, Level())
        number = self.reached.setdefault(level, rule.start)
        return sign(number, "decimal" if legal else rule.form)


class Numbering:
    """The lists of one file."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, List] = {}
        if root is None:
            return
        kinds = {one.get(WORD + "abstractNumId"): _levels(one) for one in root.iter(WORD + "abstractNum")}
        shared: dict[str | None, List] = {}
        for one in root.iter(WORD + "num"):
            kind = ooxml.value(one, "abstractNumId")
            levels = dict(kinds.get(kind, {}))
            changed = _overridden(one, levels)
            # Lists of one kind count on together, unless one begins anew.
            found = List(levels) if changed else shared.setdefault(kind, List(levels))
            self._lists[one.get(WORD + "numId", "")] = found

    def write(self, paragraph: Element) -> None:
        """Writes the number of a paragraph into it, and takes it out of its list."""
        number, level = self._of(paragraph)
        found = self._lists.get(number)
        rule = found.levels.get(level) if found else None
        if found is None or rule is None or rule.form == "bullet":
            return
        label = found.label(level) if rule.form != "none" else rule.words
        _unlisted(paragraph)
        if label.strip():
            words = f"{marks.LABEL}{label.strip()}{marks.LABEL_END}"
            paragraph.insert(1, ooxml.run(words))

    def _of(self, paragraph: Element) -> tuple[str, int]:
        style = self._styles.of(ooxml.value(paragraph, "pPr/pStyle")).numbering
        number = ooxml.value(paragraph, "pPr/numPr/numId") or (style[0] if style else "")
        level = ooxml.value(paragraph, "pPr/numPr/ilvl") or str(style[1] if style else 0)
        return number, min(int(level), LEVELS - 1) if level.isdigit() else 0


def _levels(kind: Element) -> dict[int, Level]:
    found = {}
    for one in kind.iter(WORD + "lvl"):
        found[_number(one.get(WORD + "ilvl"), 0)] = _level(one)
    return found


def _level(one: Element) -> Level:
    form = ooxml.value(one, "numFmt") or "decimal"
    return Level(
        _number(ooxml.value(one, "start"), 1),
        form,
        ooxml.value(one, "lvlText") or "",
        bool(ooxml.on(one, "isLgl")),
    )


def _overridden(one: Element, levels: dict[int, Level]) -> bool:
    changed = False
    for over in one.iter(WORD + "lvlOverride"):
        place = _number(over.get(WORD + "ilvl"), 0)
        whole = ooxml.below(over, "lvl")
        levels[place] = _level(whole) if whole is not None else levels.get(place, Level())
        start = ooxml.value(over, "startOverride")
        if start is not None:
            rule = levels[place]
            levels[place] = Level(_number(start, 1), rule.form, rule.words, rule.legal)
        changed = True
    return changed


def _unlisted(paragraph: Element) -> None:
    properties = ooxml.below(paragraph, "pPr")
    if properties is None:
        properties = Element(WORD + "pPr")
        paragraph.insert(0, properties)
    for old in properties.findall(WORD + "numPr"):
        properties.remove(old)
    none = SubElement(properties, WORD + "numPr")
    SubElement(none, WORD + "ilvl", {WORD + "val": "0"})
    SubElement(none, WORD + "numId", {WORD + "val": "0"})


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else otherwise


def sign(number: int, form: str) -> str:
    """A number in the signs of a list: 4 -> "4", "iv", "d"."""
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        written = ""
        for worth, letters in ROMAN:
            written += letters * (number // worth)
            number %= worth
        return written.upper() if form == "upperRoman" else written
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return f"{number:02}" if form == "decimalZero" else str(number)
