"""The HTML that comes out of a Word file -> blocks. It was cleaned before: only known tags come here."""

import re
from html.parser import HTMLParser

from gandan.importing import marks
from gandan.importing.blocks import Block, Cell, Document, Kind, Line, Picture, Table

EMPHASIS = {"strong": (marks.BOLD, marks.BOLD_END), "em": (marks.SLANT, marks.SLANT_END)}
RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
NOTE = re.compile(r"^#?(footnote|endnote)-(\d+)$")
BACK = re.compile(r"^#(?:footnote|endnote)-ref-")


def read(html: str, document: Document) -> None:
    """Adds the blocks and notes of a page of HTML to the document."""
    reader = _Reader(document)
    reader.feed(html)
    reader.close()
    reader.end_line()


class _Reader(HTMLParser):
    """Walks through tags; `_words` is the line that is being read, `_shelves` where finished lines go."""

    def __init__(self, document: Document) -> None:
        super().__init__(convert_charrefs=True)
        self._document = document
        self._words: list[str] = []
        self._shelves: list[list[Block]] = [document.blocks]
        self._tables: list[list[list[Cell]]] = []
        self._spans: list[tuple[int, int]] = []
        self._kind: Kind = "text"
        self._level = 0
        self._align = ""
        self._lists: list[str] = []
        self._note = ""
        self._hidden = 0  # inside a mark of a note, whose words are Word's own
        self._links: list[str] = []
        self._raised = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li"):
            self._begin(tag, given)
        elif tag in EMPHASIS:
            self._words.append(EMPHASIS[tag][0])
        elif tag in ("sup", "sub"):
            self._raised = tag
        elif tag == "br":
            self._words.append("\n")
        elif tag == "a":
            self._link(given.get("href", ""))
        elif tag == "img":
            place = given.get("src", "").rpartition("-")[2]
            self._words.append(f"{marks.PICTURE}{place}{marks.PICTURE_END}")
        elif tag in ("ul", "ol"):
            self.end_line()
            self._lists.append(tag)
        else:
            self._table(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li"):
            self.end_line()
            if tag == "li" and self._note:
                self._note = ""
                self._shelves.pop()
        elif tag in EMPHASIS:
            self._words.append(EMPHASIS[tag][1])
        elif tag in ("sup", "sub"):
            self._raised = ""
        elif tag == "a":
            self._unlink()
        elif tag in ("ul", "ol"):
            self.end_line()
            self._lists.pop()
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "table":
            self._end_table()

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._raised:
            signs = data.translate(RAISED if self._raised == "sup" else LOWERED)
            data = signs if not re.search(r"[0-9A-Za-z]", signs) else data
        self._words.append(data)

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        self.end_line()
        if found := NOTE.match(given.get("id", "")):
            self._note = _name(found)
            self._shelves.append([])
        elif tag == "li":
            self._kind, self._level = "bullet", max(len(self._lists) - 1, 0)
        elif tag != "p":
            self._kind, self._level = "heading", int(tag[1])
        elif given.get("class") == "caption":
            self._kind = "caption"
        else:
            self._align = given.get("class", "")

    def end_line(self) -> None:
        """What was read since the last line becomes one, with its pictures behind it."""
        words = "".join(self._words)
        label, words = marks.labelled(words)
        self._words = []
        line = Line(marks.without_pictures(words).strip(), self._kind, self._level, label, self._align)
        self._kind, self._level, self._align = "text", 0, ""
        if self._note:
            known = self._document.notes.get(self._note, "")
            self._document.notes[self._note] = f"{known} {line.words}".strip()
            return
        shelf = self._shelves[-1]
        pictures = [Picture(place) for place in marks.pictures(words)]
        shelf += pictures
        if line.plain.strip() or line.label or marks.NOTE in line.words:
            shelf.append(line)

    def _link(self, address: str) -> None:
        self._links.append("")
        if found := NOTE.match(address):
            self._words.append(f"{marks.NOTE}{_name(found)}{marks.NOTE_END}")
            self._hidden += 1
            self._links[-1] = "hidden"
        elif BACK.match(address):
            self._hidden += 1
            self._links[-1] = "hidden"
        elif address and not address.startswith("#"):
            self._words.append(f"{marks.LINK}{address}{marks.LINK_WORDS}")
            self._links[-1] = "link"

    def _unlink(self) -> None:
        kind = self._links.pop() if self._links else ""
        if kind == "hidden":
            self._hidden -= 1
        elif kind == "link":
            self._words.append(marks.LINK_END)

    def _table(self, tag: str, given: dict[str, str]) -> None:
        if tag == "table":
            self.end_line()
            self._tables.append([])
        elif tag == "tr" and self._tables:
            self._tables[-1].append([])
        elif tag in ("td", "th") and self._tables:
            self.end_line()
            self._shelves.append([])
            self._spans.append((_span(given.get("colspan")), _span(given.get("rowspan"))))

    def _end_cell(self) -> None:
        self.end_line()
        held = self._shelves.pop()
        columns, rows = self._spans.pop()
        lines = tuple(line for block in held for line in _lines(block))
        self._tables[-1][-1].append(Cell(lines, columns, rows))

    def _end_table(self) -> None:
        table = Table(tuple(tuple(row) for row in self._tables.pop() if row))
        if table.rows:
            self._shelves[-1].append(table)


def _name(found: re.Match[str]) -> str:
    return found[2] if found[1] == "footnote" else f"c{found[2]}"


def _span(text: str | None) -> int:
    return min(int(text), 200) if text and text.isdigit() and int(text) else 1


def _lines(block: Block) -> list[Line]:
    """What stands in a cell as lines: a picture as a mark, a table in it cell by cell."""
    if isinstance(block, Line):
        return [block]
    if isinstance(block, Picture):
        return [Line(f"{marks.PICTURE}{block.place}{marks.PICTURE_END}")]
    return [line for row in block.rows for cell in row for line in cell.lines]
