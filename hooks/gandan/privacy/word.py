"""A Word file -> its text: paragraphs as lines, cells parted by tabs; deleted words and remarks among them.

Source: Office Open XML, WordprocessingML (ISO/IEC 29500-1, 17).
"""

import re
from collections.abc import Iterator

from gandan.patterns import late
from gandan.privacy import office
from gandan.privacy.paper import Paper, Part
from gandan.vietnamese import clean

_TOKEN = late(
    r"<w:(?P<word>t|delText)(?: [^>]*)?>(?P<text>[^<]*)|<w:(?P<gap>tab|br|cr)(?: [^>]*)?/>"
    r"|(?P<cell></w:tc>)|(?P<row></w:tr>)|(?P<end></w:p>)|(?P<begin><w:tc[ >])"
)
_PARTS = (
    (re.compile(r"word/document\.xml"), ""),
    (re.compile(r"word/(?:header|footer)\d*\.xml"), "đầu, chân trang"),
    (re.compile(r"word/(?:footnotes|endnotes)\.xml"), "chú thích"),
    (re.compile(r"word/comments\.xml"), "nhận xét"),
)
_DELETED = late(r"<w:(?:del|moveFrom)[ >]|<w:comment[ >]")


def read(data: bytes) -> Paper:
    """The text of a file. Raises Broken."""
    with office.opened(data) as file:
        parts, hidden = [], 0
        for name in file.namelist():
            where = next((words for form, words in _PARTS if form.fullmatch(name)), None)
            if where is not None:
                xml = office.text(file, name)
                hidden += len(_DELETED.findall(xml))
                parts.append(Part(where, clean("".join(_words(xml)))))
        return Paper(tuple(parts), hidden, tuple(dict.fromkeys(office.told(file))))


def _words(xml: str) -> Iterator[str]:
    in_cell = False
    for found in _TOKEN.finditer(xml):
        kind = found.lastgroup
        if found["word"]:
            yield office.plain(found["text"])
        elif kind == "begin":
            in_cell = True
        elif kind == "cell":
            in_cell = False
            yield "\t"
        elif kind == "gap" or (kind == "end" and in_cell):
            yield " "
        else:
            yield "\n"
