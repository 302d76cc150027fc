"""The lead and the byline of an article: bold first sentences -> summary, the name at its foot -> author."""

import re
from collections.abc import Sequence

from gandan.importing.blocks import Block, Line
from gandan.importing.signature import NAME

LONGEST = 300  # letters of a summary: the model's own limit
CREDIT = re.compile(
    r"(?i)^\(?(?:tin|bài|ảnh|tin,? ảnh|bài,? ảnh|tin, bài|bài và ảnh|tin và ảnh)\s*:\s*(?P<name>.+?)\)?$"
)


def take(blocks: Sequence[Block]) -> tuple[str, str, list[Block]]:
    """(summary, author, the blocks between); "" for what the article does not have."""
    rest = list(blocks)
    summary = author = ""
    if rest and _lead(rest[0]):
        summary = " ".join(rest.pop(0).plain.split())  # type: ignore[union-attr]
    if rest and (author := _author(rest[-1])):
        rest.pop()
    return summary, author, rest


def _lead(block: Block) -> bool:
    if not isinstance(block, Line) or block.kind != "text" or block.label:
        return False
    said = block.plain.strip()
    return block.bold and len(said) <= LONGEST and said.endswith((".", "…", "!", "?"))


def _author(block: Block) -> str:
    if not isinstance(block, Line) or block.kind == "bullet" or block.label:
        return ""
    said = " ".join(block.plain.split())
    if credit := CREDIT.match(said):
        return credit["name"]
    aside = block.align == "right" and bool(NAME.match(said)) and said == said.title()
    return said if aside else ""
