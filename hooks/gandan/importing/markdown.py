"""Blocks -> the Markdown of a ward's item: nothing in the words is taken for a mark, nothing becomes HTML."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from gandan.importing import marks, tables
from gandan.importing.blocks import Block, Line, Picture, Table

RULED = re.compile(r"^[_\-–—=*~.]{3,}$")
BLANKS = re.compile(r"_{3,}")  # to be filled in by hand
NUMBER = re.compile(r"^(\d{1,4})\.$")
# Wherever they stand, these mean something to Markdown; `_` only at the edge of a word, `&` before an entity.
ANYWHERE = re.compile(r"[\\`*\[\]]|(?<!\w)_|_(?!\w)|~~~|(?<=!)(?=\[)")
ENTITY = re.compile(r"&(?=#?\w{1,32};)")
TAG = re.compile(r"<(?=[A-Za-z/!?])")
HEAD = re.compile(r"^([#>]|[-+](?=\s|$)|=+\s*$|-{2,}\s*$)")
COUNTED = re.compile(r"^(\d{1,9})([.)])(?=\s)")
EDGE = re.compile(r"(\s*)(.*?)(\s*)", re.S)


def write(blocks: Sequence[Block], notes: Mapping[str, str], files: Mapping[int, str]) -> str:
    """The body of an item. `files` names the file of each picture, by its place; others are left out."""
    parts: list[str] = []
    before: Block | None = None
    for block in map(_settled, blocks):
        block = _after(block, before)
        if written := _block(block, files):
            gap = "" if before is None else "\n" if _tight(before, block) else "\n\n"
            parts.append(gap + written)
            before = block
    used = marks.notes(blocks_words(blocks))
    lines = [f"[^{name}]: {inline(notes[name])}" for name in used if name in notes]
    return "".join(parts) + ("\n\n" + "\n".join(lines) if lines else "") + "\n"


def _settled(block: Block) -> Block:
    """A line that only rules off says nothing."""
    if isinstance(block, Line) and block.kind == "text" and RULED.match(block.plain.strip()):
        return replace(block, words="")
    return block


def _after(block: Block, before: Block | None) -> Block:
    """A bullet is at most one level below its neighbour; a number goes on in a list, or stands as it is."""
    if not isinstance(block, Line):
        return block
    neighbour = before if isinstance(before, Line) else None
    if block.kind == "bullet":
        above = neighbour.level if neighbour and neighbour.kind == "bullet" else -1
        return replace(block, level=min(block.level, above + 1))
    number = _number(block)
    if number is not None and neighbour and _number(neighbour) not in (None, number - 1):
        # Markdown would count on: what does not follow its neighbour is no list.
        return replace(block, label="", words=f"{block.label} {block.words}")
    return block


def _number(block: Block) -> int | None:
    found = NUMBER.match(block.label) if isinstance(block, Line) and block.kind == "text" else None
    return int(found[1]) if found else None


def _tight(before: Block, block: Block) -> bool:
    """Lines of one list stand without a blank line between them."""
    if isinstance(before, Line) and isinstance(block, Line) and before.kind == block.kind == "bullet":
        return True
    return _number(before) is not None and _number(block) is not None


def blocks_words(blocks: Iterable[Block]) -> str:
    """All words of blocks, marks included."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            found.append(block.words)
        elif isinstance(block, Table):
            found += [line.words for row in block.rows for cell in row for line in cell.lines]
    return "\n".join(found)


def _block(block: Block, files: Mapping[int, str]) -> str:
    if isinstance(block, Picture):
        return files.get(block.place, "")
    if isinstance(block, Table):
        return tables.write(block, lambda line: inline(_said(line)).replace("|", r"\|"))
    words = inline(block.words)
    if block.kind == "heading":
        said = marks.without(block.words, marks.BOLD, marks.BOLD_END)
        return f"{'#' * max(block.level, 2)} {_heading(block.label)}{inline(said)}".replace(
            "\n", " "
        ).rstrip()
    if block.kind == "bullet":
        return f"{'    ' * block.level}- {_hung(words, block.level)}"
    if NUMBER.match(block.label):
        return f"{block.label} {_hung(words, 0)}".rstrip()
    label = inline(block.label) + " " if block.label else ""
    return "\n".join(_line(line) for line in f"{label}{words}".split("\n"))


def _heading(label: str) -> str:
    return f"{label} " if label else ""


def _said(line: Line) -> str:
    """A line in a cell: its number before it, its emphasis as it stands."""
    return f"{line.label} {line.words}" if line.label else line.words


def _hung(words: str, level: int) -> str:
    return words.replace("\n", "\n" + "    " * (level + 1))


def _line(line: str) -> str:
    """A line that begins with what Markdown would take for a heading, a list or a rule."""
    line = HEAD.sub(r"\\\1", line.strip())
    return COUNTED.sub(r"\1\\\2", line)


def inline(words: str) -> str:
    """Words with their marks as Markdown."""
    words = BLANKS.sub("……", words)
    words = ANYWHERE.sub(lambda found: "\\" + found[0], words)
    words = TAG.sub("&lt;", ENTITY.sub("&amp;", words))
    words = _emphasis(words, marks.SLANT, marks.SLANT_END, "*")
    words = _emphasis(words, marks.BOLD, marks.BOLD_END, "**")
    words = re.sub(
        f"{marks.LINK}([^{marks.LINK_WORDS}]*){marks.LINK_WORDS}([^{marks.LINK_END}]*){marks.LINK_END}",
        _link,
        words,
    )
    words = re.sub(f"{marks.NOTE}([^{marks.NOTE_END}]*){marks.NOTE_END}", r"[^\1]", words)
    return marks.ALL.sub("", words)


def _link(found: re.Match[str]) -> str:
    address = found[1].replace("\\", "").replace("&amp;", "&").replace(" ", "%20")
    address = address.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
    words = found[2].strip()
    return f"[{words}]({address})" if words else ""


def _emphasis(words: str, start: str, end: str, mark: str) -> str:
    """Spaces go outside, neighbours of one kind grow together; where no letter is, nothing is stressed."""
    words = re.sub(f"{end}(\\s*){start}", r"\1", words)

    def one(found: re.Match[str]) -> str:
        edge = EDGE.fullmatch(found[1])
        if edge is None or not re.search(r"\w", edge[2]):
            return found[1]
        return edge[1] + mark + edge[2].replace("\n", f"{mark}\n{mark}") + mark + edge[3]

    return re.sub(f"{start}([^{start}{end}]*){end}", one, words)
