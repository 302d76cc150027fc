"""A spreadsheet -> its text: rows as lines, cells parted by tabs, hidden sheets and columns among them.

Source: Office Open XML, SpreadsheetML (ISO/IEC 29500-1, 18).
"""

import re
from collections.abc import Iterator

from gandan.patterns import late
from gandan.privacy import numbers, office
from gandan.privacy.paper import Paper, Part
from gandan.vietnamese import clean

_STRING = late(r"<si>(.*?)</si>", re.S)
_TEXT = late(r"<t(?: [^>]*)?>([^<]*)</t>")
_SHEET = late(r"<sheet [^>]*?name=\"([^\"]*)\"")
_ROW = late(r"<row[ >].*?</row>", re.S)
_CELL = late(r"<c(?P<about> [^>]*)?>(?P<held>.*?)</c>", re.S)
_VALUE = late(r"<v>([^<]*)</v>")
_PAGE = late(r"xl/worksheets/sheet(\d+)\.xml")


def read(data: bytes) -> Paper:
    """The text of a file. Raises Broken."""
    with office.opened(data) as file:
        strings = [
            "".join(_TEXT.findall(one)) for one in _STRING.findall(office.text(file, "xl/sharedStrings.xml"))
        ]
        names = _SHEET.findall(office.text(file, "xl/workbook.xml"))
        parts = []
        for name in sorted(file.namelist()):
            if found := _PAGE.fullmatch(name):
                number = int(found[1])
                sheet = names[number - 1] if number <= len(names) else str(number)
                rows = "\n".join(_rows(office.text(file, name), strings))
                parts.append(Part(f"trang tính «{office.plain(sheet)}»", clean(rows)))
        return Paper(tuple(parts), 0, tuple(dict.fromkeys(office.told(file))))


def _rows(xml: str, strings: list[str]) -> Iterator[str]:
    for row in _ROW.finditer(xml):
        yield "\t".join(office.plain(_cell(one, strings)) for one in _CELL.finditer(row[0]))


def _cell(cell: re.Match[str], strings: list[str]) -> str:
    about, value = cell["about"] or "", _VALUE.search(cell["held"])
    if 't="s"' in about:
        number = int(value[1]) if value and value[1].isdigit() else -1
        return strings[number] if 0 <= number < len(strings) else ""
    if value is None or 't="str"' in about:
        return "".join(_TEXT.findall(cell["held"])) or (value[1] if value else "")
    return _whole(value[1])


def _whole(written: str) -> str:
    """A number as people read it: a spreadsheet drops the zero that telephones and cards begin with."""
    longer = f"0{written}"
    if not written.isdigit() or written.endswith("000"):
        return written
    card = len(longer) == 12 and numbers.structured(longer)
    return longer if card or numbers.telephone(longer) else written
