"""The register of a quarter as one HTML file that needs nothing else: to be printed on A4, lying, or kept."""

from collections.abc import Iterator
from html import escape

from gandan import addresses
from gandan.dates import Stamp
from gandan.views.grid import Cell, Grid, Line
from gandan.views.quarter import QuarterView
from gandan.views.sheet import Heading

STYLE = """\
@page { size: A4 landscape; margin: 12mm 10mm 14mm; }
body { max-width: 277mm; margin: 1rem auto; padding: 0 1rem; color: #000;
  font: 11pt/1.35 "Noto Sans", "Segoe UI", Roboto, Arial, sans-serif; }
h1 { margin: 1rem 0 0.5rem; font-size: 15pt; line-height: 1.5; text-align: center;
  text-transform: uppercase; }
h2 { margin: 1.2rem 0 0.5rem; font-size: 12pt; break-after: avoid; }
p { margin: 0 0 0.3rem; }
a { color: inherit; }
time { white-space: nowrap; }
.official { display: flex; justify-content: space-between; text-align: center; }
.official p { margin: 0; line-height: 1.5; }
.capitals { text-transform: uppercase; }
.bold { font-weight: 700; }
.dated { font-style: italic; }
.scroll { overflow-x: auto; }
table { width: 100%; min-width: 60rem; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 1mm 1.5mm; border: 0.5pt solid #000; font-size: 9pt; line-height: 1.3; text-align: left;
  vertical-align: top; overflow-wrap: break-word; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
td p { margin: 0 0 0.5mm; }
.signed { display: flex; justify-content: space-around; min-height: 30mm; margin-top: 8mm; text-align: center;
  break-inside: avoid; }
@media print {
  body { max-width: none; margin: 0; padding: 0; }
  .scroll { overflow: visible; }
  table { min-width: 0; }
  a { text-decoration: none; }
}
"""
WIDTHS = (4, 13, 16, 11, 36, 12, 8)  # hundredths of the sheet
PLAN_WIDTHS = (9, 20, 23, 18, 14, 16)


def html(view: QuarterView, root: str) -> str:
    """The whole file; links lead to the site at `root`."""
    return "\n".join(
        [
            '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">',
            f"<title>{escape(view.title)}</title>",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<style>\n{STYLE}</style>\n</head>\n<body>",
            *_body(view, root),
            "</body>\n</html>\n",
        ]
    )


def _body(view: QuarterView, root: str) -> Iterator[str]:
    yield from official(view.heading)
    yield f"<h1>{escape(view.title)}</h1>"
    running = " Quý chưa hết, sổ còn thêm." if view.running else ""
    yield f"<p>{escape(view.description)}{running} Tình trạng tính đến ngày {_stamp(view.today)}.</p>"
    yield from _grid(view.register, WIDTHS, root, "Trong quý này chưa công khai nội dung nào.")
    yield "<h2>So với kế hoạch</h2>"
    yield from _grid(view.plan, PLAN_WIDTHS, root, "Kế hoạch không có việc nào đến hạn trong quý này.")
    yield "<h2>Nội dung chưa có gì trong quý</h2>"
    if view.without:
        yield "<ul>" + "".join(f"<li>{escape(one)}</li>" for one in view.without) + "</ul>"
    else:
        yield "<p>Cả 14 nội dung đều đã có.</p>"
    signers = (("Người lập sổ", "(ký, ghi rõ họ tên)"), ("Thủ trưởng đơn vị", "(ký, đóng dấu)"))
    signed = "".join(f'<div><p class="bold">{who}</p><p>{how}</p></div>' for who, how in signers)
    yield f'<div class="signed">{signed}</div>'


def official(one: Heading) -> Iterator[str]:
    """The head of an official paper: who issues it, the state's name and motto, place and day."""
    yield '<div class="official">\n<div>'
    for place, name in enumerate(one.authority, 1):
        bold = " bold" if place == len(one.authority) else ""
        yield f'<p class="capitals{bold}">{escape(name)}</p>'
    yield '</div>\n<div>\n<p class="capitals bold">Cộng hòa xã hội chủ nghĩa Việt Nam</p>'
    yield '<p class="bold">Độc lập - Tự do - Hạnh phúc</p>'
    yield f'<p class="dated">{escape(one.place)}, {_stamp(one.day)}</p>\n</div>\n</div>'


def _grid(one: Grid, widths: tuple[int, ...], root: str, empty: str) -> Iterator[str]:
    if not one.rows:
        yield f"<p>{empty}</p>"
        return
    yield '<div class="scroll" tabindex="0">\n<table>\n<colgroup>'
    yield "".join(f'<col style="width: {width}%">' for width in widths) + "</colgroup>"
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in one.head)
    yield f"<thead><tr>{names}</tr></thead>\n<tbody>"
    for row in one.rows:
        yield "<tr>" + "".join(f"<td>{_cell(cell, root)}</td>" for cell in row) + "</tr>"
    yield "</tbody>\n</table>\n</div>"


def _cell(cell: Cell, root: str) -> str:
    lines = [_line(line) for line in cell.lines]
    if cell.url and lines:
        lines[0] = f'<a href="{escape(addresses.full(root, cell.url))}">{lines[0]}</a>'
    if cell.badge:
        lines.append(escape(cell.badge.words))
    return lines[0] if len(lines) == 1 else "".join(f"<p>{line}</p>" for line in lines)


def _line(line: Line) -> str:
    return "".join(escape(one) if isinstance(one, str) else _stamp(one) for one in line)


def _stamp(day: Stamp) -> str:
    return f'<time datetime="{day.iso}">{escape(day.words)}</time>'
