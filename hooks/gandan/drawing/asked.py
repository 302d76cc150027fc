"""Whether every chart that a text asks for can be drawn (B105)."""

import re
from collections.abc import Callable, Iterator
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown

from gandan import prose
from gandan.drawing.bars import Undrawn
from gandan.drawing.printed import drawn
from gandan.markup import CHART
from gandan.problems import Place, Problem

NOTE = re.compile(r"\[\^[^\[\]\n]{1,60}\]")  # its words stand elsewhere in the text


def problems(text: str, place: Callable[[int], Place]) -> Iterator[Problem]:
    """B105 for each mark of a chart, in a text without code; `place` tells where a character of it stands."""
    for mark in CHART.finditer(text):
        if wrong := _wrong(text, mark.start(), mark[0].strip()):
            yield Problem(place(mark.start()), "B105", f"không vẽ được biểu đồ: {wrong.message}.", wrong.hint)


def _wrong(text: str, start: int, mark: str) -> Undrawn | None:
    before = text[:start]
    if before.strip() and not before.endswith("\n\n"):
        return Undrawn("dòng biểu đồ dính vào dòng trên", "Chừa một dòng trống giữa bảng và dòng biểu đồ.")
    try:
        drawn(_table(before.rstrip().rpartition("\n\n")[2]), mark)
    except Undrawn as why:
        return why
    return None


def _table(block: str) -> Element | None:
    """The table that Markdown makes of the last paragraph before the mark; None if it is none."""
    last = list(_tree(NOTE.sub("", block)))[-1:] if "|" in block else []
    return last[0].find("table") if last else None


def _tree(text: str) -> Element:
    """What Markdown has of a text before it is written: nothing need be read back."""
    markdown = Markdown(
        extensions=[*prose.EXTENSIONS, prose.Prose()], extension_configs=prose.configuration()
    )
    lines = text.split("\n")
    for before in markdown.preprocessors:
        lines = before.run(lines)
    root = cast(Element, markdown.parser.parseDocument(lines).getroot())
    for processor in markdown.treeprocessors:
        made = processor.run(root)
        root = root if made is None else made
    return root
