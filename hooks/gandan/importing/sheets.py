"""Pages of text, each line where it stood on the sheet -> paragraphs: for PDF files and for scans.

Such a text knows no paragraphs, no headings and no tables: how a line stands, how it ends and how the next
begins decide. Columns are kept as tabs, which the readers of heads and feet know.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gandan.importing import marks, words
from gandan.importing.blocks import Document, Line
from gandan.importing.letterhead import RULE

PAGE = re.compile(r"^(?:trang\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*/\s*\d{1,4})?$", re.I)
STARTS = re.compile(
    r"^(?:[-–+•*\uf0b7]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s|[IVXL]+\.\s|Điều \d|Số\s*:|"
    r"Kính gửi|Nơi nhận|Căn cứ)"
)
ENDS = re.compile(r"[.;:!?…)\]”»/]$")
GAP = re.compile(r" {3,}|\t+")
FULL = 0.75  # of the width, from which on a line goes on in the next
TITLE = 160  # letters


@dataclass(frozen=True, slots=True)
class Written:
    """A line of a sheet: words with a tab for each wide gap, where it begins, whether it stands apart."""

    text: str
    indent: int
    apart: bool

    @property
    def end(self) -> int:
        return self.indent + len(self.text)


def document(pages: Sequence[str]) -> Document:
    """Paragraphs of all pages; numbers of pages, and a line that heads or ends most pages, are left out."""
    sheets = [_lines(page) for page in pages]
    running = _running(sheets)
    lines = [line for sheet in sheets for line in _inner(sheet) if line.text not in running]
    width = sorted(line.end for line in lines)[len(lines) * 9 // 10] if lines else 0
    spaced = sum(line.apart for line in lines) * 10 > len(lines) * 8  # every line apart tells nothing
    found = Document(lost=[f"dòng lặp ở mọi trang: «{text}»" for text in sorted(running)])
    paragraph: list[Written] = []
    for line in lines:
        if paragraph and not _goes_on(paragraph, line, width, spaced):
            found.blocks.append(_paragraph(paragraph, width))
            paragraph = []
        paragraph.append(line)
    if paragraph:
        found.blocks.append(_paragraph(paragraph, width))
    return found


def _lines(page: str) -> list[Written]:
    found: list[Written] = []
    apart = False
    for line in page.expandtabs(8).split("\n"):
        text = marks.ALL.sub("", line.strip())
        if text:
            found.append(Written(GAP.sub("\t", text), len(line) - len(line.lstrip()), apart))
        apart = not text
    return found


def _inner(sheet: Sequence[Written]) -> list[Written]:
    """The lines of a sheet without its number."""
    lines = list(sheet)
    if lines and PAGE.match(lines[0].text):
        lines = lines[1:]
    if lines and PAGE.match(lines[-1].text):
        lines = lines[:-1]
    return lines


def _running(sheets: Sequence[Sequence[Written]]) -> set[str]:
    """What heads or ends more than half of the sheets, of three at least."""
    edges = [{line.text for line in (*inner[:1], *inner[-1:])} for inner in map(_inner, sheets)]
    counts = Counter(text for edge in edges for text in edge)
    return {text for text, count in counts.items() if count > 2 and count * 2 > len(sheets)}


def _goes_on(paragraph: Sequence[Written], line: Written, width: int, spaced: bool) -> bool:
    """Whether a line belongs to the paragraph above it."""
    before = paragraph[-1]
    beside = "\t" in line.text or "\t" in before.text
    if STARTS.match(line.text) or beside or RULE.match(line.text) or RULE.match(before.text):
        return False
    if _centred(before, width) or _centred(line, width) or words.capital(line.text):
        return False
    if (line.apart and not spaced) or (len(paragraph) > 1 and line.indent > before.indent + 1):
        return False
    ended = bool(ENDS.search(before.text))
    full = before.end >= width * FULL
    return (full and not (ended and line.text[:1].isupper())) or (line.text[:1].islower() and not ended)


def _centred(line: Written, width: int) -> bool:
    """In the middle of the sheet, with room on both sides."""
    room = width - line.end
    return line.indent > 1 and room > line.indent / 2 and abs(line.indent - room) <= max(width * 0.12, 4)


def _right(line: Written, width: int) -> bool:
    return line.indent > width * 0.45 and not _centred(line, width)


def _paragraph(lines: Sequence[Written], width: int) -> Line:
    """Capitals and a place in the middle are all that tells what stands out."""
    text = " ".join(line.text for line in lines)
    alone = len(lines) == 1 and "\t" not in text
    centred = alone and _centred(lines[0], width)
    if alone and _right(lines[0], width):
        text = f"\t{text}"
    stands = len(text) < TITLE and (words.capital(text) or centred)
    return Line(f"{marks.BOLD}{text}{marks.BOLD_END}" if stands else text, align="centre" if centred else "")
