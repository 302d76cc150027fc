"""An HTML page read as a list of elements, for tests that ask its marks."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Element:
    """A tag with its attributes, all the text inside it and the words of the pictures inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    pictures: str = ""

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")


@dataclass
class Outline(HTMLParser):
    """`Outline.of(html).all("a", "data-directive")` and the like."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)
    unbalanced: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @classmethod
    def of(cls, html: str) -> "Outline":
        outline = cls()
        outline.feed(html)
        outline.close()
        return outline

    def all(self, tag: str, attribute: str | None = None) -> list[Element]:
        return [
            one for one in self.elements if one.tag == tag and (not attribute or attribute in one.attributes)
        ]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        for each in self.open:
            each.pictures += element["alt"]
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1].tag != tag:
            self.unbalanced.append(tag)
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data
