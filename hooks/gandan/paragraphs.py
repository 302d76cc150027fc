"""Texts that hold no mark, or none but those of plain lists -> the HTML that Markdown would make of them."""

import re
from itertools import groupby

from gandan import markup

# How an item of a list begins that is a paragraph of one line.
ITEM = re.compile(r"\n\n[-*+] +(?=\S[^\n]*(?:\n\n|\n*\Z))")


def spared(text: str) -> bool:
    """Whether a text holds no mark, or none but those of such items: then Markdown need not be asked."""
    return markup.bare(text) or markup.bare(ITEM.sub("\n\n", f"\n\n{text}"))


def listed(text: str, line_end: str) -> str:
    """The HTML of a text that is spared."""
    blocks = (block.strip("\n") for block in ITEM.sub("\n\n\0", f"\n\n{text}").split("\n\n"))
    runs = groupby(filter(None, blocks), lambda block: block[0] == "\0")
    made = (_list(list(run)) if items else simple("\n\n".join(run), line_end) for items, run in runs)
    return "\n".join(made)


def simple(text: str, line_end: str) -> str:
    """The HTML of a text that holds no mark at all (`markup.bare`)."""
    return blocks(letters(text), line_end)


def blocks(html: str, line_end: str) -> str:
    """The paragraphs of a text whose letters are HTML already."""
    bodies = (block.strip("\n").replace("\n", f"{line_end}\n") for block in html.split("\n\n"))
    return "\n".join([f"<p>{body}</p>" for body in bodies if body])


def _list(items: list[str]) -> str:
    """A list of one item holds its words, a longer one a paragraph for each."""
    begin, end = ("<li>", "</li>") if len(items) == 1 else ("<li>\n<p>", "</p>\n</li>")
    return "\n".join(["<ul>", *[f"{begin}{letters(item[1:])}{end}" for item in items], "</ul>"])


def letters(text: str) -> str:
    """The letters of a text as HTML; where `<` stands it is a mark."""
    return text.replace("&", "&amp;").replace(">", "&gt;")
