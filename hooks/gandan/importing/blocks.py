"""What a document holds, whatever file it came in: lines, tables, pictures, in their order."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from gandan.importing import marks

Kind = Literal["text", "heading", "bullet", "caption"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. `words` bear the marks of `marks`; `level` is that of a heading (1–6) or of a bullet (0…).

    `label` is the number that stands before it ("1.", "a)"), `align` "centre", "right" or "".
    """

    words: str
    kind: Kind = "text"
    level: int = 0
    label: str = ""
    align: str = ""

    @property
    def plain(self) -> str:
        return marks.plain(self.words)

    @property
    def bold(self) -> bool:
        return marks.wholly(self.words, marks.BOLD, marks.BOLD_END)

    @property
    def slanted(self) -> bool:
        return marks.wholly(self.words, marks.SLANT, marks.SLANT_END)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its paragraphs; it covers `columns` × `rows` places."""

    lines: tuple[Line, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a place that a cell above or to the left covers has none of its own."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its place in the document's list, with what is written below it."""

    place: int
    caption: str = ""


Block: TypeAlias = Line | Table | Picture


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture's bytes as they stood in the file; `alt`: what to see in it, if anybody wrote that."""

    data: bytes
    alt: str = ""


@dataclass(slots=True)
class Document:
    """A file that was read: its blocks, the notes below them by name, its pictures.

    `warning` is a sentence for readers, above the text. For staff: `unsure` is what to look at,
    `lost` what could not be carried over, `done` what was decided on the way.
    """

    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    drawings: list[Drawing] = field(default_factory=list)
    warning: str = ""
    unsure: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
