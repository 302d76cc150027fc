"""The body of an item away from its page: on a board, and read out."""

from collections.abc import Mapping
from types import MappingProxyType

from gandan import addresses, markup, prose
from gandan.model import Item
from gandan.patterns import late
from gandan.relate.portal import Article
from gandan.renditions import Size
from gandan.views import pictures

NONE: Mapping[str, Size] = MappingProxyType({})

BACK = late(r'<a class="footnote-backref"[^<>]*>[^<>]*</a>')
LINK = late(r"</?a\b[^<>]*>")
NEAR = late(r'(<img\b[^<>]*\bsrc=")(?![A-Za-z]+:|/)')
UP = "../../"  # from the sheet's own folder to the folder of the item's year
PICTURE = late(r"!\[[^\[\]]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]\n]*\])")
NOTE = late(r"\[\^[^\[\]\n]{1,60}\]:?")
BLOCK = late(r"\n[ \t]*(?:\n[ \t]*)+")
BAR = late(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")


def html(article: Article[Item], drawn: Mapping[str, Size] = NONE) -> str:
    """The body as HTML for a sheet: the words of links stay, their targets are no use on a board. `drawn` are
    pictures with their sizes."""
    made = prose.clock(prose.html(article.body))
    near = NEAR.sub(rf"\g<1>{UP}", LINK.sub("", BACK.sub("", made)))
    return pictures.placed(near, addresses.of_sheet(article.address), drawn)


def words(article: Article[Item]) -> str:
    """The body as plain lines to be read out: no tables, pictures or marks of notes."""
    blocks = BLOCK.split(article.body)
    kept = [block for block, after in zip(blocks, [*blocks[1:], ""], strict=True) if not _seen(block, after)]
    return markup.plain(NOTE.sub("", PICTURE.sub("", "\n\n".join(kept))))


def _seen(block: str, after: str) -> bool:
    """A table, and the heading of one, can only be read with the eyes."""
    return is_table(block) or (is_table(after) and bool(markup.HEADING.fullmatch(block.strip())))


def has_table(article: Article[Item]) -> bool:
    """Whether something of the body can only be read with the eyes."""
    return any(map(is_table, BLOCK.split(article.body)))


def is_table(block: str) -> bool:
    """As Markdown has it: a block whose second line is a rule with bars."""
    lines = block.strip("\n").split("\n")
    return len(lines) > 1 and "|" in lines[0] and "-" in lines[1] and bool(BAR.fullmatch(lines[1]))
