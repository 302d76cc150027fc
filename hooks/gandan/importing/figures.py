"""Pictures of a document -> files for the page: clean, named after their item, with words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gandan import pictures
from gandan.importing import marks
from gandan.importing.blocks import Block, Document, Drawing, Line, Picture, Table

CAPTION = re.compile(r"(?i)^\(?(?:ảnh|hình|tranh|trong ảnh)\b")
LONGEST = 300  # letters of a caption: the model's limit
# What Word, or a camera, wrote by itself.
IDLE = re.compile(
    r"(?i)automatically generated|tạo tự động|^(?:a |an )?(?:picture|image|img|dsc|photo|screenshot|hình ảnh|"
    r"ảnh|hình|z)?[\s_-]*[\d_-]*(?:\.\w{3,4})?$"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that goes out: its file beside the item, its bytes, its words."""

    file: str
    data: bytes
    alt: str
    caption: str = ""

    @property
    def markdown(self) -> str:
        title = f' "{_quoted(self.caption)}"' if self.caption else ""
        return f"![{_bracketed(self.alt)}]({self.file}{title})"


def gather(blocks: Sequence[Block]) -> list[Block]:
    """Pictures out of lines and layout tables, each with the line below it that is its caption."""
    flat = [one for block in blocks for one in _unfolded(block)]
    found: list[Block] = []
    for block in flat:
        before = found[-1] if found else None
        if isinstance(before, Picture) and not before.caption and isinstance(block, Line) and _below(block):
            found[-1] = replace(before, caption=" ".join(block.plain.split()))
        else:
            found.append(block)
    return found


def _below(line: Line) -> bool:
    said = line.plain.strip()
    short = len(said) <= LONGEST and line.kind in ("text", "caption") and not line.label
    return short and (line.kind == "caption" or bool(CAPTION.match(said)) or line.slanted)


def _unfolded(block: Block) -> list[Block]:
    """A table that only lays pictures out side by side, as its pictures, each with what stands below it."""
    if not isinstance(block, Table):
        return [block]
    cells = [cell for row in block.rows for cell in row]
    drawn = [cell for cell in cells if any(marks.pictures(line.words) for line in cell.lines)]
    filled = [cell for cell in cells if cell.lines]
    if not drawn or len(drawn) * 2 < len(filled):
        return [block] if len(cells) != 1 else [_outer(line) for line in cells[0].lines]
    found: list[Block] = []
    width = max(len(row) for row in block.rows)
    for column in range(width):
        for row in block.rows:
            found += [_outer(line) for line in (row[column].lines if column < len(row) else ())]
    return [replace(one, kind="caption") if isinstance(one, Line) else one for one in found]


def _outer(line: Line) -> Block:
    drawn = marks.pictures(line.words)
    return Picture(drawn[0]) if drawn else line


def made(blocks: Sequence[Block], document: Document, stem: str) -> tuple[dict[int, Figure], list[str]]:
    """The figure of each picture by its place, and what could not be taken. `stem` names the files."""
    figures: dict[int, Figure] = {}
    lost: list[str] = []
    wanted = {block.place: block.caption for block in blocks if isinstance(block, Picture)}
    for block in blocks:
        if isinstance(block, Table):
            places = [
                one
                for row in block.rows
                for cell in row
                for line in cell.lines
                for one in marks.pictures(line.words)
            ]
            wanted |= {place: "" for place in places}
    for number, (place, caption) in enumerate(wanted.items(), 1):
        drawing = document.drawings[place]
        try:
            cleaned = pictures.clean(drawing.data)
        except pictures.Refused as refused:
            lost.append(f"ảnh {number}: {_reason(drawing, refused)}")
            continue
        file = f"anh/{stem}-{number}{cleaned.kind}"
        figures[place] = Figure(file, cleaned.data, described(drawing.alt) or caption, caption)
        document.done += [f"ảnh {number}: {one}" for one in cleaned.done]
    return figures, lost


def _reason(drawing: Drawing, refused: pictures.Refused) -> str:
    if drawing.data[40:44] == b" EMF" or drawing.data.startswith(b"\xd7\xcd\xc6\x9a"):
        return "hình vẽ của Office (EMF, WMF). Chụp màn hình hình ấy, chèn lại dạng ảnh PNG."
    return str(refused)


def described(alt: str) -> str:
    """The words that a person wrote for who cannot see the picture; "" for those of a machine."""
    first = next((line.strip() for line in alt.splitlines() if line.strip()), "")
    return "" if IDLE.search(alt.strip()) else " ".join(first.split())


def _bracketed(words: str) -> str:
    return re.sub(r"[\\`*]", "", words).translate(str.maketrans("[]<>", "()‹›"))


def _quoted(words: str) -> str:
    return re.sub(r"[\\`*]", "", words).replace('"', "”").translate(str.maketrans("[]<>", "()‹›"))
