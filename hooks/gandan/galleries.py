"""Pictures that stand by themselves in a text: one with its caption, several in a row as a gallery.

A row is pictures alone in a paragraph, in paragraphs that follow one another, or in a list. Each of a gallery
leads to its file, so that it opens large without a script; `gallery.js` opens it on the page.
"""

from collections.abc import Iterator
from itertools import count
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

ROWS = frozenset({"p", "ul", "ol"})
WITHIN = frozenset({"p", "li"})
# How wide one stands in the grid (`overrides/assets/portal/pictures.css`), for browsers to choose a form.
SIZES = "(min-width: 46rem) 22rem, 50vw"


def arrange(root: Element) -> None:
    """Pictures in a row become one group, a picture alone becomes a figure."""
    numbers = count(1)
    for parent in list(root.iter()):
        for row in list(_rows(parent)):
            pictures = [one for block in row for one in _pictures(block)]
            if len(pictures) > 1:
                _exchange(parent, row, _gallery(pictures, next(numbers)))
            elif row[0].tag == "p":
                _exchange(parent, row, _figure(pictures[0]))


def _rows(parent: Element) -> Iterator[list[Element]]:
    """The blocks of pictures alone, those that follow one another together."""
    row: list[Element] = []
    for child in parent:
        if child.tag in ROWS and _pictures(child):
            row.append(child)
        elif row:
            yield row
            row = []
    if row:
        yield row


def _pictures(block: Element) -> list[Element]:
    """The pictures of a block that holds nothing else."""
    found: list[Element] = []
    if _words(block.text):
        return found
    for child in block:
        more = [child] if child.tag == "img" else _pictures(child) if child.tag in WITHIN else []
        if _words(child.tail) or not (more or child.tag == "br"):
            return []
        found += more
    return found


def _words(text: str | None) -> bool:
    return bool((text or "").strip())


def _exchange(parent: Element, row: list[Element], made: Element) -> None:
    place, made.tail = list(parent).index(row[0]), row[-1].tail
    for block in row:
        parent.remove(block)
    parent.insert(place, made)


def _gallery(pictures: list[Element], number: int) -> Element:
    words = f"Bộ ảnh {number}: {len(pictures)} ảnh"
    gallery = Element("div", {"class": "gallery", "role": "group", "aria-label": words})
    for picture in pictures:
        picture.set("sizes", SIZES)
        gallery.append(_figure(picture, leads=True))
    return gallery


def _figure(picture: Element, leads: bool = False) -> Element:
    """A picture above its caption. One that is decoration leads nowhere: such a link would have no name."""
    figure = Element("figure")
    caption = picture.attrib.pop("title", None)
    picture.tail = None
    if leads and picture.get("alt"):
        ElementTree.SubElement(figure, "a", {"href": picture.get("src", "")}).append(picture)
    else:
        figure.append(picture)
    if caption:
        ElementTree.SubElement(figure, "figcaption").text = caption
    return figure
