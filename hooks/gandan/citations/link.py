"""Citations in a finished page become links, or are marked where no record is meant for sure.

The HTML is what Python-Markdown wrote (well formed); apart from the added tags it stays as it is,
byte for byte. Context is read across inline tags, within one block.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple

from gandan.citations import masks
from gandan.citations.aliases import Aliases
from gandan.citations.find import Citation, find
from gandan.citations.named import marked
from gandan.citations.resolve import Register, Resolution
from gandan.patterns import late

UNTOUCHED = "a code pre script style h1 kbd samp svg math textarea button select option title"
FLOWING = """
a abbr b bdi bdo br cite code data del dfn em font i img input ins kbd label mark q s samp small
span strong sub sup time tt u var wbr
"""
CLOSED = frozenset(UNTOUCHED.split())
INLINE = frozenset(FLOWING.split())
PIECE = late(
    r"<!--|</?(?P<tag>[a-zA-Z][a-zA-Z0-9:-]*)[^<>]*>|<[!?][^<>]*>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,32});"
)
BLOCKS = ("p", "ul", "li")
TAGGED = late(rf"<(?!/?(?:{'|'.join(BLOCKS)})>|br />)|&")
BLOCK = "\n\n"
HIDDEN = "\ufffc"


class Run(NamedTuple):
    """A stretch of text: where it begins in the page, and in the text read off the page."""

    text: str
    page: int
    plain: int
    entity: bool


def link(html: str, register: Register, href: Callable[[str], str]) -> str:
    """The page with its citations linked. `href` gives the address of a directive by its id."""
    simple = _simple(html)
    citations = find(_read(html)[1] if simple is None else simple, register.aliases)
    if not citations:
        return html
    runs, parts, done = _read(html)[0], list[str](), 0
    for citation in citations:
        start, end = _place(runs, citation.start, False), _place(runs, citation.end - 1, True)
        if start is None or end is None or start < done:
            continue
        end = _past_glossary(html, start, end)
        if _straddles(html[start:end]):
            continue
        parts += [html[done:start], marked(html[start:end], register.resolve(citation).directive, href)]
        done = end
    return "".join([*parts, html[done:]])


def in_markdown(text: str, register: Register) -> tuple[tuple[Citation, Resolution], ...]:
    """The same citations in the source of a page, with offsets into that source."""
    read = found(text, register.aliases)
    return tuple((masks.restored(citation, text), register.resolve(citation)) for citation in read)


def found(text: str, aliases: Aliases) -> Iterator[Citation]:
    """The citations in the source of a page as they are read, before any is resolved."""
    for citation in find(masks.mask(text), aliases):
        written = text[citation.start : citation.end]
        if "*" not in written and "_" not in written:  # straddles emphasis: not linked either
            yield citation


def _past_glossary(html: str, start: int, end: int) -> int:
    """Where a citation ends whose tail the glossary has wrapped: 18/CT-<abbr>UBND</abbr>."""
    opened = html.count("<abbr", start, end) > html.count("</abbr>", start, end)
    return end + len("</abbr>") if opened and html.startswith("</abbr>", end) else end


def _straddles(words: str) -> bool:
    """Whether a tag stands inside; a whole <abbr> may, for the glossary sets it, no writer."""
    return "<" in re.sub(r"<abbr\b[^<>]*>([^<>]*)</abbr>", r"\1", words)


def _place(runs: list[Run], place: int, after: bool) -> int | None:
    """Where a letter of the plain text stands in the page (`after`: where it ends), if it does."""
    run = runs[bisect_right(runs, place, key=lambda run: run.plain) - 1] if runs else None
    if run is None or not run.plain <= place < run.plain + (1 if run.entity else len(run.text)):
        return None
    if run.entity:
        return run.page + (len(run.text) if after else 0)
    return run.page + place - run.plain + after


def _simple(html: str) -> str | None:
    """The readable text, as `_read` has it, of a page that is paragraphs, lists and line ends alone; else
    None."""
    if TAGGED.search(html):
        return None
    for tag in BLOCKS:
        html = html.replace(f"<{tag}>", BLOCK).replace(f"</{tag}>", BLOCK)
    return html.replace("<br />", "\n")


def _read(html: str) -> tuple[list[Run], str]:
    """The readable text of a page, and the runs of which it is made."""
    runs: list[Run] = []
    parts: list[str] = []
    length = 0
    for text, page, readable in _pieces(html):
        if readable:
            entity = text[0] == "&" and text[-1] == ";" and len(text) > 2
            runs.append(Run(text, page, length, entity))
        parts.append(unescape(text) if readable and entity else text)
        length += len(parts[-1])
    return runs, "".join(parts)


def _pieces(html: str) -> Iterator[tuple[str, int, bool]]:
    """Text of the page with its place (readable), and signs for tags and hidden parts (not)."""
    done, closed, depth = 0, "", 0
    for match, end in _markup(html):
        if not depth and match.start() > done:
            yield html[done : match.start()], done, True
        done, tag = end, (match["tag"] or "").lower()
        if depth:
            depth += (tag == closed) * (-1 if match[0][1] == "/" else 1)
        elif match[0][0] == "&":
            one = len(unescape(match[0])) == 1
            yield (match[0], match.start(), True) if one else (HIDDEN, match.start(), False)
        elif tag:
            if tag in CLOSED and "/" not in (match[0][1], match[0][-2]):
                closed, depth = tag, 1
            yield _sign(tag), match.start(), False
    if done < len(html) and not depth:
        yield html[done:], done, True


def _markup(html: str) -> Iterator[tuple[re.Match[str], int]]:
    """Tags, entities and comments with the place where each ends; none from within a comment."""
    done = 0
    for match in PIECE.finditer(html):
        if match.start() < done:
            continue
        done = match.end()
        if match[0] == "<!--":
            ending = html.find("-->", done)
            done = ending + len("-->") if ending >= 0 else len(html)
        yield match, done


def _sign(tag: str) -> str:
    """What a tag leaves behind in the text: a new line, a hidden word, a new block, or nothing."""
    if tag == "br":
        return "\n"
    if tag in CLOSED or tag in ("img", "input"):
        return HIDDEN if tag in INLINE else BLOCK
    return "" if tag in INLINE else BLOCK
