"""Markdown -> HTML, in a dialect that cannot run anything: no raw HTML, no dangerous link.

The extension knows no MkDocs; MkDocs and the records' own texts are both rendered through it, so that a
word looks the same wherever it was written.
"""

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from itertools import count
from types import MappingProxyType
from typing import Any, cast
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import unique
from markdown.treeprocessors import Treeprocessor

from gandan import galleries, markup, paragraphs, spans
from gandan.citations.link import link
from gandan.citations.named import linked
from gandan.citations.resolve import Register
from gandan.markup import SAFE_SCHEMES, scheme
from gandan.model.fields import TWELVE_HOUR_FORM, twelve_hour
from gandan.patterns import late
from gandan.vietnamese import slug

EXTENSIONS = ("tables", "toc", "fenced_code", "nl2br", "sane_lists", "footnotes")
# A link may lead to another site; a picture is the ward's own.
ALLOWED: Mapping[str, frozenset[str | None]] = MappingProxyType(
    {"href": SAFE_SCHEMES | {None}, "src": frozenset({None})}
)


class Prose(Extension):
    """The dialect: headings from h2 down, captions, galleries, tables that scroll, safe links."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Shape(md), "gandan", 8)  # after inline (20), before toc (5)


class _Shape(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            for attribute, allowed in ALLOWED.items():
                if scheme(element.get(attribute, "")) not in allowed:
                    element.set(attribute, "#")
            if element.tag == "img":
                element.set("alt", markup.seen(element.get("alt", "")))
                element.set("loading", "lazy")
            # Columns are aligned by classes: the policy of the pages lets no style stand in an attribute.
            if style := element.attrib.pop("style", None):
                element.set("class", style.removeprefix("text-align: ").rstrip(";"))
        galleries.arrange(root)
        lower = root.find(".//h1") is not None
        numbers = count(1)
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag == "p" and place and _asks_for_chart(child):
                    parent[place] = _chart(parent[place - 1], child)
                elif child.tag == "table":
                    parent[place] = _scroll(child, next(numbers))
                elif re.fullmatch("h[1-5]", child.tag) and lower:
                    child.tag = f"h{int(child.tag[1]) + 1}"


def _asks_for_chart(paragraph: ElementTree.Element) -> bool:
    text = paragraph.text or ""
    return text.startswith("[") and not len(paragraph) and bool(markup.CHART.fullmatch(text))


def _chart(above: ElementTree.Element, mark: ElementTree.Element) -> ElementTree.Element:
    """The chart of the table above; the words themselves where none can be drawn, as the check has told."""
    drawing = import_module("gandan.drawing.printed")
    try:
        return cast(ElementTree.Element, drawing.drawn(above.find("table"), mark.text))
    except drawing.Undrawn:
        return mark


def _scroll(table: ElementTree.Element, number: int) -> ElementTree.Element:
    spans.merge(table)
    heads = table.find("thead")
    if heads is not None and not "".join(heads.itertext()).strip() and heads.find(".//img") is None:
        table.remove(heads)  # a table without heads: Markdown asks for a row of them all the same
    spans.corners(table)
    # A wide table scrolls in its own box, which the keyboard must reach (WCAG 2.1.1).
    box = ElementTree.Element(
        "div", {"class": "scroll", "tabindex": "0", "role": "region", "aria-label": f"Bảng {number}"}
    )
    box.append(table)
    return box


def configuration() -> dict[str, dict[str, Any]]:
    """Settings of the extensions: anchors without accents, footnotes in Vietnamese."""
    return {
        "toc": {"slugify": lambda text, separator: _slug(text)},
        "footnotes": {"BACKLINK_TITLE": "Trở lại chỗ có chú thích {}"},
    }


def _slug(text: str) -> str:
    return slug(text) or "muc"


class Anchors:
    """The ids that headings get on their page, asked in the order in which they stand there."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counters: dict[str, int] = {}  # without it, many equal headings take their number squared

    def of(self, heading: str) -> str:
        return unique(_slug(heading), self._taken, self._counters)  # type: ignore[call-arg]  # older stubs


def html(text: str) -> str:
    """The HTML of a text that stands in a record's field."""
    return marked(text) if (made := unmarked(text, "<br>")) is None else made


def unmarked(text: str, line_end: str) -> str | None:
    """The HTML of a text without any mark, as Markdown makes it; None for any other.

    Most news is such a text, and Markdown takes fifty times as long for it. What `markup.bare` lets pass
    holds for EXTENSIONS: another one needs another look at it.
    """
    return paragraphs.simple(text, line_end) if markup.bare(text) else None


def marked(text: str) -> str:
    """The HTML of any text, by Markdown itself."""
    return Markdown(
        extensions=[*EXTENSIONS, Prose()], extension_configs=configuration(), output_format="html"
    ).convert(text)


def anchors(text: str) -> frozenset[str]:
    """The ids of headings and notes in the HTML of a text: where a link with # may lead."""
    return frozenset(re.findall(r'<[^<>]*\bid="([^"]+)"', html(text)))


STAMP = late(rf"(?<![\w/])({TWELVE_HOUR_FORM})(?!\w)")
TAGS = late(r"(<[^>]*>)")


def clock(html: str) -> str:
    """`03/06/2022 4:38:52 CH` in running text -> `03/06/2022, 16:38`, the exact time in `<time>`."""
    if " CH" not in html and " SA" not in html:
        return html
    parts = TAGS.split(html)
    parts[::2] = [STAMP.sub(_stamp, part) for part in parts[::2]]
    return "".join(parts)


def finish(html: str, register: Register, href: Callable[[str], str]) -> str:
    """What Markdown became, with stamps as times and citations as links; `href` is a directive's address."""
    return link(clock(html), register, href)


def finished(text: str, named: str | None, register: Register, href: Callable[[str], str]) -> str:
    """A text that is spared, as `finish` gives it. `named` tells the citations that were read in it
    (`citations/named.py`), so that nobody looks for them again; None where that is not known."""
    if not markup.bare(text):
        return finish(paragraphs.listed(text, "<br />"), register, href)
    made = paragraphs.simple(text, "<br />")
    alike = "<br />" not in made and clock(made) is made  # it reads as its source does
    if named is None or not alike:
        return finish(made, register, href)
    return paragraphs.blocks(linked(text, named.split(), href), "") if named else made


def _stamp(found: re.Match[str]) -> str:
    try:
        moment = twelve_hour(found[1])
    except ValueError:
        return found[0]
    if moment is None or moment.clock is None:
        return found[0]
    words = f"{moment.day:%d/%m/%Y}, {moment.clock:%H:%M}"
    return f'<time datetime="{moment.iso}">{words}</time>'
