"""Lines -> headings and lists: what an office types by hand (bold lines, "1.", "-") as what it means."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gandan.importing import marks, words
from gandan.importing.blocks import Block, Line

LONGEST = 160  # letters of a heading
CHAPTER = re.compile(r"(?i)^(?:phần|chương|mục)\s+(?:thứ\s+)?[\wÀ-ỹ]+\b")
ARTICLE = re.compile(r"(?i)^điều\s+\d+")
ROMAN = re.compile(r"^[IVXL]+\s*[.)\-–/]\s*(?=\S)")
COUNTED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=\S)|^\d{1,2}[.)](?=\S)")
TYPED = re.compile(r"^(\d{1,3}\.)\s+(?=\S)")
DASHED = re.compile(r"^([-–—+•*·\uf0b7])\s*(?=[^\s\d-])")
DEEPER = "+*"


def settle(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with headings and lists told apart, the highest heading on level 2."""
    told = [_one(block) if isinstance(block, Line) else block for block in blocks]
    depths = sorted({block.level for block in told if isinstance(block, Line) and block.kind == "heading"})
    steps = {level: place for place, level in enumerate(depths)}
    return [_level(block, steps) for block in told]


def _level(block: Block, steps: dict[int, int]) -> Block:
    if not isinstance(block, Line) or block.kind != "heading":
        return block
    return replace(block, level=min(steps[block.level] + 2, 6))


def _one(line: Line) -> Line:
    if line.kind == "heading":
        return replace(line, words=_flat(line.words), level=line.level * 10)
    if line.kind != "text":
        return line
    if _heading(line):
        bare = _flat(line.words).strip()
        return replace(line, kind="heading", words=bare, level=_depth(line), align="")
    if found := DASHED.match(line.plain.strip()):
        bare = _behind(line.words, found[0])
        return replace(line, kind="bullet", words=bare, level=1 if found[1] in DEEPER else 0)
    if not line.label and (typed := TYPED.match(line.plain.strip())):
        return replace(line, label=typed[1], words=_behind(line.words, typed[0]))
    return line


def _flat(words: str) -> str:
    """A heading is bold by itself; a break in it is a blank."""
    return marks.without(words, marks.BOLD, marks.BOLD_END, marks.SLANT, marks.SLANT_END).replace("\n", " ")


def _heading(line: Line) -> bool:
    """A short line of its own that is bold throughout and no sentence."""
    said = line.plain.strip()
    whole = line.bold and len(said) <= LONGEST and "\n" not in said
    numbered = bool(line.label or COUNTED.match(said) or ROMAN.match(said) or ARTICLE.match(said))
    return whole and (not said.endswith((";", ",", "!", "?")) and (numbered or not said.endswith((".", ":"))))


def _depth(line: Line) -> int:
    """Levels in the order of Nghị định 30/2020/NĐ-CP: phần, chương, mục; Điều; I.; 1.; a)."""
    said = f"{line.label} {line.plain.strip()}".strip()
    if CHAPTER.match(said):
        return 11
    if ROMAN.match(said):
        return 12
    if ARTICLE.match(said):
        return 13
    if COUNTED.match(said):
        return 14 + (line.label or said.split()[0]).rstrip(".").count(".")
    if re.match(r"^[a-zđ]\)", said):
        return 18
    return 12 if words.capital(said) else 13


def _behind(words: str, start: str) -> str:
    """The words without the letters that they begin with, marks between them kept."""
    left = len(start)
    place = 0
    kept = ""
    while left and place < len(words):
        if marks.ALL.match(words[place]):
            kept += words[place]
        else:
            left -= 1
        place += 1
    return (kept + words[place:]).strip()
