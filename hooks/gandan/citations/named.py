"""What the citations of an item do to its page, a word each: where it stands, which document is meant."""

from collections.abc import Callable, Iterable
from html import escape

from gandan.citations.find import Citation
from gandan.paragraphs import letters

ABOVE = "~"  # leads those of the words above the body


def word(citation: Citation, directive: str | None, body: bool) -> str:
    """`12-26:10-2022-qh15`; nothing behind the colon where no document is meant for sure."""
    return f"{'' if body else ABOVE}{citation.start}-{citation.end}:{directive or ''}"


def linked(text: str, words: Iterable[str], href: Callable[[str], str]) -> str:
    """The letters of a body as HTML, its citations linked; `href` is the address of a directive."""
    parts, done = [], 0
    for one in words:
        if one[0] != ABOVE:
            place, _, name = one.partition(":")
            start, end = map(int, place.split("-"))
            parts += [letters(text[done:start]), marked(letters(text[start:end]), name, href)]
            done = end
    return "".join([*parts, letters(text[done:])])


def marked(written: str, name: str | None, href: Callable[[str], str]) -> str:
    """The words of one citation as HTML."""
    if not name:
        return f'<span data-citation="unresolved">{written}</span>'
    return f'<a href="{escape(href(name))}" data-directive="{escape(name)}">{written}</a>'
