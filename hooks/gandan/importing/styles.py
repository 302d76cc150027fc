"""What a Word file's styles say of a paragraph or run: font, weight, numbering (ISO 29500-1, 17.7)."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from gandan.importing import ooxml
from gandan.importing.ooxml import WORD

DEEPEST = 20  # styles that build on each other


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says; None where it says nothing. `numbering` is (number of the list, its level)."""

    font: str | None = None
    bold: bool | None = None
    slanted: bool | None = None
    numbering: tuple[str, int] | None = None

    def over(self, other: "Look") -> "Look":
        """This look, and where it says nothing the other's."""
        return Look(
            other.font if self.font is None else self.font,
            other.bold if self.bold is None else self.bold,
            other.slanted if self.slanted is None else self.slanted,
            other.numbering if self.numbering is None else self.numbering,
        )


class Styles:
    """The styles of one file; `usual` is the look of a paragraph that names none."""

    def __init__(self, root: Element | None) -> None:
        found = list(root.iter(WORD + "style")) if root is not None else []
        self._written = {style.get(WORD + "styleId", ""): style for style in found}
        self._known: dict[str, Look] = {}
        ground = look(ooxml.below(root, "docDefaults/rPrDefault"))
        normal = next(
            (name for name, style in self._written.items() if _usual(style)),
            "",
        )
        self.usual = self.of(normal).over(ground) if normal else ground

    def of(self, name: str | None, depth: int = 0) -> Look:
        """The look of a style with all it builds on."""
        style = self._written.get(name or "")
        if name is None or style is None or depth > DEEPEST:
            return Look()
        if name not in self._known:
            own = look(style)
            self._known[name] = own.over(self.of(ooxml.value(style, "basedOn"), depth + 1))
        return self._known[name]

    def heading(self, name: str | None) -> bool:
        """Whether a style is one of headings, whose weight says nothing."""
        style = self._written.get(name or "")
        return style is not None and (ooxml.value(style, "name") or "").lower().startswith(
            ("heading", "title")
        )


def _usual(style: Element) -> bool:
    return style.get(WORD + "type") == "paragraph" and style.get(WORD + "default") in ("1", "true")


def look(element: Element | None) -> Look:
    """What the properties of a run, or of a style, say by themselves."""
    fonts = ooxml.below(element, "rPr/rFonts")
    font = None if fonts is None else fonts.get(WORD + "ascii") or fonts.get(WORD + "hAnsi")
    number = ooxml.value(element, "pPr/numPr/numId")
    level = ooxml.value(element, "pPr/numPr/ilvl") or "0"
    numbering = (number, int(level)) if number and level.isdigit() else None
    return Look(font, ooxml.on(element, "rPr/b"), ooxml.on(element, "rPr/i"), numbering)
