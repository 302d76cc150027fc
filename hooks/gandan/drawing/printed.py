"""A chart as HTML beside its table, and a table of HTML as rows that can be drawn."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from gandan.drawing.bars import Bar, Cell, Chart, Undrawn, chart
from gandan.markup import CHART

__all__ = ["Undrawn", "drawn", "figure"]
KEPT = re.compile("\x02[^\x03]*\x03")  # where Markdown will put back what it has laid aside
SVG = {"focusable": "false"}


def drawn(table: Element | None, mark: str) -> Element:
    """The figure that a mark (`[biểu đồ: Thu, Chi]`) asks for below a table. Raises `Undrawn`."""
    if table is None:
        raise Undrawn("ngay phía trên không có bảng", "Đặt dòng biểu đồ dưới bảng, cách một dòng trống.")
    heads, rows = _read(table)
    return figure(chart(heads, rows, columns(mark)))


def columns(mark: str) -> list[str]:
    """The heads of the columns that a mark names, parted by commas, or by semicolons."""
    found = CHART.fullmatch(mark)
    named = (found and found["columns"]) or ""
    return [name.strip() for name in named.split(";" if ";" in named else ",") if name.strip()]


def figure(one: Chart) -> Element:
    """The chart as a figure. The table right above says the same, so that ears need not hear it twice."""
    made = Element("figure", {"class": "chart", "aria-hidden": "true"})
    caption = SubElement(made, "figcaption")
    caption.text = f"Vẽ từ bảng trên. {one.rows}: " if one.rows else "Vẽ từ bảng trên. "
    for number, name in enumerate(one.series, 1):
        entry = SubElement(caption, "span", {"class": "series"})
        if len(one.series) > 1:
            _rectangle(entry, "swatch", number, 100).tail = f" {name} "
        else:
            entry.text = name
    bars = SubElement(made, "div", {"class": "bars"})
    for label, group in one.groups:
        SubElement(bars, "span", {"class": "label"}).text = label
        for bar in group:
            _bar(bars, bar)
    return made


def _bar(parent: Element, bar: Bar) -> None:
    _rectangle(parent, "length", bar.series, bar.length)
    SubElement(parent, "span", {"class": "value"}).text = bar.words


def _rectangle(parent: Element, kind: str, series: int, length: float) -> Element:
    """Stretched to the room there is: a length is a share of it, whatever the screen."""
    picture = SubElement(
        parent,
        "svg",
        SVG | {"class": f"{kind} s{series}", "viewBox": "0 0 100 10", "preserveAspectRatio": "none"},
    )
    SubElement(picture, "rect", {"width": f"{length:g}", "height": "10"})
    return picture


def _read(table: Element) -> tuple[list[str], list[list[Cell]]]:
    """The heads and rows of a table; a merged cell leaves its row too short to be drawn."""
    lines = [list(row) for row in table.iter("tr")]
    merged = [cell for line in lines for cell in line if cell.get("rowspan") or cell.get("colspan")]
    head = table.find("thead")
    if head is None or len(list(head)) != 1 or merged:
        return [], []
    return [_words(cell) for cell in lines[0]], [[_cell(cell) for cell in line] for line in lines[1:]]


def _cell(cell: Element) -> Cell:
    alone = len(cell) == 1 and cell[0].tag == "strong"
    return Cell(_words(cell), alone and not (cell.text or "").strip() and not (cell[0].tail or "").strip())


def _words(cell: Element) -> str:
    return " ".join(KEPT.sub(" ", "".join(_texts(cell))).split())


def _texts(element: Element) -> Iterator[str]:
    """All words but the numbers of notes, which are no part of a figure."""
    yield element.text or ""
    for child in element:
        if child.tag != "sup":
            yield from _texts(child)
        yield child.tail or ""
