"""A table whose cells say `^^` (goes on from above) or `<<` (from the left) -> cells that span; row heads.

Works on the tree of HTML that Markdown makes. What is no rectangle is left as it was written.
"""

from xml.etree.ElementTree import Element

ABOVE, LEFT = "^^", "<<"


def merge(table: Element) -> None:
    """Joins the marked cells of one `<table>`, and makes heads of rows that its heads reach into."""
    rows = list(table.iter("tr"))
    cells = [list(row) for row in rows]
    if not any(_says(cell) in (ABOVE, LEFT) for row in cells for cell in row):
        return
    origins = _origins(cells)
    for origin, places in _spans(origins).items():
        if not _whole(places):
            continue
        first, *covered = sorted(places)
        down = max(place[0] for place in places) - first[0] + 1
        across = max(place[1] for place in places) - first[1] + 1
        _set(cells[origin[0]][origin[1]], "rowspan", down)
        _set(cells[origin[0]][origin[1]], "colspan", across)
        for row, column in covered:
            rows[row].remove(cells[row][column])
    _heads(table)


def corners(table: Element) -> None:
    """A head without words heads nothing; where it is the corner, the first cell of each row heads that row.

    WCAG 2.2, 1.3.1: each figure belongs to a head that a screen reader can tell.
    """
    empty = [head for head in table.iter("th") if not "".join(head.itertext()).strip() and not len(head)]
    first = next(iter(table.iter("th")), None)
    for head in empty:
        head.tag = "td"
    if first is None or first not in empty:
        return
    for row in table.iterfind("tbody/tr"):
        if len(row) and "".join(row[0].itertext()).strip():
            row[0].tag = "th"
            row[0].set("scope", "row")


def _says(cell: Element) -> str:
    return (cell.text or "").strip() if not len(cell) else ""


def _origins(cells: list[list[Element]]) -> dict[tuple[int, int], tuple[int, int]]:
    """The place each place belongs to: its own, or that of the cell that covers it."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for row, line in enumerate(cells):
        for column, cell in enumerate(line):
            before = {ABOVE: (row - 1, column), LEFT: (row, column - 1)}.get(_says(cell))
            found[row, column] = found.get(before, (row, column)) if before else (row, column)
    return found


def _spans(
    origins: dict[tuple[int, int], tuple[int, int]],
) -> dict[tuple[int, int], list[tuple[int, int]]]:
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place, origin in origins.items():
        found.setdefault(origin, []).append(place)
    return {origin: places for origin, places in found.items() if len(places) > 1}


def _whole(places: list[tuple[int, int]]) -> bool:
    downs, acrosses = {place[0] for place in places}, {place[1] for place in places}
    return len(places) == len(downs) * len(acrosses)


def _set(cell: Element, name: str, count: int) -> None:
    if count > 1:
        cell.set(name, str(count))


def _heads(table: Element) -> None:
    """A head that reaches into rows below the first makes heads of them (a cell cannot leave its group)."""
    head, body = table.find("thead"), table.find("tbody")
    if head is None or body is None:
        return
    reach = max((int(cell.get("rowspan", "1")) for cell in head.iter("th")), default=1)
    for row in list(body)[: reach - 1]:
        body.remove(row)
        head.append(row)
        for cell in row:
            cell.tag = "th"
