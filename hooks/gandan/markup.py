"""What of a Markdown source is code and what is prose: told by place, so that positions stay true."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

FENCED = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[ \t]*$|\Z)", re.M | re.S)
INLINE_CODE = re.compile(r"(?<!`)(?P<ticks>`{1,4})(?!`).{1,2000}?(?<!`)(?P=ticks)(?!`)", re.S)
LINK = re.compile(
    r"(?P<image>!)?\[(?P<words>[^\[\]]{0,500})\]\(\s*(?:<(?P<angled>[^<>\n]{0,2000})>"
    r"|(?P<bare>[^()\s<>]{0,2000}))(?P<title>\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
)
DEFINITION = re.compile(r"^ {0,3}\[(?P<words>[^\]\n]{1,200})\]:[ \t]*<?(?P<bare>[^\s>]+)>?.*$", re.M)
HTML = re.compile(r"<(?:!--|/?[A-Za-z][A-Za-z0-9-]{0,30}(?=[\s/>])|[!?][A-Za-z\[])")
SCHEME = re.compile(r"^[\s\x00-\x20]*([A-Za-z][A-Za-z0-9+.\s-]*):")
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture of the source: its target and its place (`offset`) in the text."""

    target: str
    words: str
    image: bool
    offset: int


def without_code(text: str) -> str:
    """The text with every character of code as a space: same length, same lines."""
    for pattern in (FENCED, INLINE_CODE):
        if "`" in text or "~~~" in text:
            text = pattern.sub(_blank, text)
    return text


def links(prose: str) -> Iterator[Link]:
    """Every link, picture and link definition of a text without code."""
    for found in LINK.finditer(prose):
        target = found["angled"] if found["angled"] is not None else found["bare"]
        yield Link(target, found["words"], bool(found["image"]), found.start())
    for found in DEFINITION.finditer(prose):
        yield Link(found["bare"], found["words"], False, found.start())


def scheme(target: str) -> str | None:
    """`java\\nscript:x` -> `javascript`; None for a target without a scheme."""
    found = SCHEME.match(unquote(target))
    return re.sub(r"\s", "", found[1]).lower() if found else None


def html(prose: str) -> Iterator[tuple[str, int]]:
    """Each opening of an HTML tag or comment in a text without code, with its offset."""
    for found in HTML.finditer(prose):
        yield found[0], found.start()


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
