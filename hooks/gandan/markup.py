"""What of a Markdown source is code and what is prose: told by place, so that positions stay true."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from gandan.patterns import late, look

FENCE = late(r"(?m)^(?P<marks>`{3,}|~{3,}).*$")  # in column 0, as Python-Markdown has it
TICKS = late(r"`+")
# The words may hold a picture, which is a link of its own: then only what follows them is read.
CHUNK = r"(?:[^()<>\s]|\([^()\n]{0,500}\))++"
TITLE = r"(?:\"[^\"\n]*\"|'[^'\n]*')"
LINK = late(
    r"(?:(?P<image>!)?\[(?P<words>[^\[\]]{0,500}))?\]\(\s*+(?:<(?P<angled>[^<>\n]{0,2000})>"
    rf"|(?P<bare>(?:{CHUNK}(?:[ \t]++(?![\"']){CHUNK})*+)?))(?:\s++{TITLE})?\s*+\)"
)
# As Python-Markdown reads it: behind the target stands a title, or nothing.
DEFINITION = late(
    r"^ {0,3}\[(?P<words>[^\^\[\]\n][^\[\]\n]{0,199})\]:[ ]*+(?:\n[ ]*+)?<?(?P<bare>[^\s>]++)>?[ ]*+"
    rf"(?:(?:\n[ ]*+)?(?:{TITLE}|\([^()\n]*\))[ ]*+)?$",
    re.M,
)
# A picture whose address stands elsewhere: `![words][name]`, `![name][]` or `![name]`.
DRAWN = late(r"!\[(?P<words>[^\[\]]{0,500})\](?:[ \n]?\[(?P<name>[^\[\]]{0,200})\])?(?!\()")
HTML = late(r"<(?:!--|/?[A-Za-z][A-Za-z0-9-]{0,30}(?=[\s/>])|[!?][A-Za-z\[])")
SCHEME = late(r"^[\s\x00-\x20]*([A-Za-z][A-Za-z0-9+.\s-]*):")
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

# What the dialect of `prose.py` may read as a mark: anywhere, or at the start of a line.
MARKED = look(
    r"[\x00-\x09\x0b-\x1f\x7f-\x{9f}*<\[\\\]_`{|]|&(?:\S|\z)| (?:\n|\z)"
    r"|(?:\A|\n)(?:[\s--\n]|[#+=>~:-]|\d+[.)])"
)

# A line of its own below a table, which asks for its chart: `[biểu đồ]`, `[biểu đồ: Thu, Chi]`.
CHART = late(
    r"^[ ]{0,3}\[(?:biểu đồ|bieu do)[ ]*(?::(?P<columns>[^\[\]\n]*))?\][ \t]*$", re.IGNORECASE | re.MULTILINE
)


class Link(NamedTuple):
    """A link or picture of the source: its target and its place (`offset`) in the text."""

    target: str
    words: str
    image: bool
    offset: int


@lru_cache(maxsize=1 << 17)  # of one text each room asks it again: two of each item are asked in turn
def bare(text: str) -> bool:
    """Whether a text holds no mark at all: it is paragraphs, and lines that end where they end."""
    return not MARKED(text)


def without_code(text: str, mark: str = " ") -> str:
    """The text with every character of code as `mark`: same length, same lines."""
    if "`" not in text and "~~~" not in text:
        return text
    return _ticked(_fenced(text, mark), mark)


def links(prose: str) -> Iterator[Link]:
    """Every link, picture and link definition of a text without code."""
    if "](" not in prose and "]:" not in prose:
        return
    for found in LINK.finditer(prose):
        target = found["angled"] if found["angled"] is not None else found["bare"]
        yield Link(target.strip(), found["words"] or "", bool(found["image"]), found.start())
    drawn = {_key(found["name"] or found["words"]) for found in DRAWN.finditer(prose)}
    for found in DEFINITION.finditer(prose):
        yield Link(found["bare"], found["words"], _key(found["words"]) in drawn, found.start())


def links_of(body: str) -> Iterator[Link]:
    """Every link and picture of a body; most have none, which is seen at once."""
    return iter(()) if bare(body) else links(without_code(body))


def _key(name: str) -> str:
    return " ".join(name.lower().split())


def scheme(target: str) -> str | None:
    """`java\\nscript:x` and `java&#115;cript:x` -> `javascript`; None for a target without a scheme."""
    found = SCHEME.match(unquote(unescape(target)))
    return re.sub(r"\s", "", found[1]).lower() if found else None


def html(prose: str) -> Iterator[tuple[str, int]]:
    """Each opening of an HTML tag or comment in a text without code, with its offset."""
    for found in HTML.finditer(prose):
        yield found[0], found.start()


def _fenced(text: str, mark: str) -> str:
    """Hides fenced code; a fence that is not closed hides nothing (as in Python-Markdown)."""
    parts, done, opened = [], 0, None
    for fence in FENCE.finditer(text):
        marks = fence["marks"]
        if opened is None:
            opened = fence
        elif marks.startswith(opened["marks"]) and fence[0].strip() == marks:
            parts += [text[done : opened.start()], _blot(text[opened.start() : fence.end()], mark)]
            done, opened = fence.end(), None
    return "".join([*parts, text[done:]])


def _ticked(text: str, mark: str) -> str:
    """Hides inline code: from a run of backticks to the next run of the same length."""
    runs = [(match.start(), match.end()) for match in TICKS.finditer(text)]
    places: defaultdict[int, list[int]] = defaultdict(list)
    for start, end in runs:
        places[end - start].append(start)
    parts, done = [], 0
    for start, end in runs:
        same = places[end - start]
        after = bisect_right(same, start)
        if start < done or after == len(same):
            continue
        stop = same[after] + end - start
        if "\n\n" not in text[start:stop]:
            parts += [text[done:start], _blot(text[start:stop], mark)]
            done = stop
    return "".join([*parts, text[done:]])


def _blot(text: str, mark: str) -> str:
    """Hides all but the ends of lines."""
    return re.sub(r"[^\n]", mark, text)


SYNTAX = late(
    r"(?=[!\[#*+>\d|:_ \t^<-])(?:"  # the first letter of any: where it is not, nothing else is tried
    r"!?\[(?P<words>[^\[\]]*)\]\([^()\s]*(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\)"
    r"|^[ \t]*(?:#{1,6}|[-*+>]|\d{1,9}[.)])[ \t]+|^[ \t]*\|?[ \t:|-]{3,}\|?[ \t]*$|\*{1,3}|_{2,3}"
    r"|(?<=\| )(?:\^\^|<<)(?= \|)|\||^[ ]{0,3}\[(?i:biểu đồ|bieu do)[ ]*(?::[^\[\]\n]*)?\][ \t]*$)",
    re.M,
)


DECORATION = "trang trí"  # written where the words of a picture stand: it says nothing that is not said


def seen(words: str) -> str:
    """The words of a picture for who does not see it; none for one that is decoration."""
    return "" if words.strip().casefold() == DECORATION else words


def _shown(found: re.Match[str]) -> str:
    words = found["words"] or ""
    return (seen(words) if found[0][0] == "!" else words) or " "


def plain(text: str) -> str:
    """The words of a Markdown source without its marks, one line a paragraph: for search and excerpts."""
    words = text if bare(text) else SYNTAX.sub(_shown, text)
    return "\n".join(filter(None, map(str.strip, words.split("\n"))))


# As Python-Markdown has it: # in column 0, a blank behind it or not; or a line of = or - below the first line
# of a paragraph.
HEADING = late(
    r"^(?:#{1,6}(?P<words>[^\n]*[^\n#\s][^\n]*)$|(?:\A|(?<=\n\n))(?P<lined>[^\n]+)\n[=-]+[ ]*$)", re.M
)


def sections(text: str) -> Iterator[tuple[str, str]]:
    """A body cut at its headings: (words of the heading, what stands below it); the first has no heading."""
    heading, start = "", 0
    for found in () if bare(text) else HEADING.finditer(without_code(text, "x")):
        yield heading, text[start : found.start()]
        words = text[slice(*found.span("lined" if found["words"] is None else "words"))]
        heading, start = plain(words.replace("`", "").rstrip(" \t#")), found.end()
    yield heading, text[start:]
