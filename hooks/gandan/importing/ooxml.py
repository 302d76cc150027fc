"""The parts of a Word file as trees of XML (ISO 29500-1, WordprocessingML): names, and asking for values."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def value(element: Element | None, path: str, attribute: str = "val") -> str | None:
    """`value(paragraph, "pPr/pStyle")`: the attribute of the element at a path, None when it is not there."""
    found = below(element, path)
    return None if found is None else found.get(WORD + attribute)


def below(element: Element | None, path: str) -> Element | None:
    """The element at a path of Word's own names."""
    if element is None:
        return None
    return element.find("/".join(WORD + name for name in path.split("/")))


def on(element: Element | None, path: str) -> bool | None:
    """A switch such as bold: on, off, or None where nothing is said."""
    found = below(element, path)
    return None if found is None else found.get(WORD + "val", "1") not in ("0", "false", "off", "none")


def paragraphs(root: Element) -> Iterator[Element]:
    """Every paragraph, those in tables and boxes included, in their order."""
    yield from root.iter(WORD + "p")


def runs(paragraph: Element) -> Iterator[Element]:
    """The runs of a paragraph that are shown: not what was struck out, not those of a paragraph inside it."""
    for child in paragraph:
        if child.tag == WORD + "r":
            yield child
        elif child.tag not in (WORD + "p", WORD + "del", WORD + "moveFrom", WORD + "pPr"):
            yield from runs(child)


def run(words: str) -> Element:
    """A run that says these words."""
    made = Element(WORD + "r")
    text = Element(WORD + "t", {SPACE: "preserve"})
    text.text = words
    made.append(text)
    return made
