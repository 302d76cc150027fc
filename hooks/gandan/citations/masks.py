"""Markdown source with all that is no running text blotted out, letter for letter."""

import re
from collections.abc import Callable
from html import unescape

from gandan import markup
from gandan.citations.find import Citation, addressed
from gandan.patterns import late

HIDDEN = "\ufffc"  # stands for a word that cannot be read
GONE = "\u2060"  # stands for nothing at all: the reader folds it away

DEFINITION = late(r"(?m)^ {0,3}(?:\*\[[^\]\n]+\]:|\[(?!\^)(?P<label>[^\]\n]+)\]:[ \t]*\S).*$")
TAG = late(r"</?[a-zA-Z][^<>]*>|<(?:[a-z][a-z0-9+.-]{1,30}:[^<>\s]*|[^<>\s@]{1,80}@[^<>\s]{1,200})>")
ADDRESS = late(r"(?:https?://|www\.)[^\s<>]+", re.IGNORECASE)
ATTRIBUTES = late(r"\{:?[ \t]*[.#:][^{}\n]*\}")
ENTITY = late(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});")
HEADING = late(r"(?m)^(?P<marks>#{1,6})(?!#).*$|^(?P<over>[^\n]+)\n(?P<line>=+|-+)[ \t]*$")
BULLET = late(r"(?m)^[ \t]*(?:>[ \t]*)*(?:[*+-]|\d{1,9}[.)])(?=[ \t])")
BRACKET = late(r"\\.|!?\[|\]")
TARGET = late(
    r"\([ \t\n]*(?:<[^<>\n]{0,2000}>|(?:[^\s()<>]|\([^\s()]{0,200}\)){0,2000})"
    r"(?:[ \t\n]+(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?[ \t\n]*\)|[ ]?\[(?P<label>[^\[\]]{0,200})\]"
)
EMPHASIS = late(r"\\(?=[^\w\s])|[*_]+")


def mask(text: str) -> str:
    """Hides code, links, addresses, definitions, tags and comments; keeps the length."""
    if markup.bare(text) and not addressed(text):
        return text
    text = _comments(markup.without_code(text, HIDDEN))
    if "]" in text:
        labels = {" ".join(m["label"].lower().split()) for m in DEFINITION.finditer(text) if m["label"]}
        text = _links(DEFINITION.sub(_hidden, text), labels)
    small = text.lower()
    for signs, pattern, blot in BLOTS:
        if any(sign in small for sign in signs):
            text = pattern.sub(blot, text)
    return text


def restored(citation: Citation, text: str) -> Citation:
    """A citation found under the mask, with the words as the source has them."""
    return citation._replace(written=text[citation.start : citation.end])


def _hidden(match: re.Match[str]) -> str:
    return _blot(match[0])


def _blot(text: str) -> str:
    """Hides all but the ends of lines."""
    return re.sub(r"[^\n]", HIDDEN, text)


def _entity(match: re.Match[str]) -> str:
    letter = unescape(match[0])
    return letter.ljust(len(match[0]), GONE) if len(letter) == 1 else _blot(match[0])


def _heading(match: re.Match[str]) -> str:
    """Before and after a heading the block ends."""
    return HIDDEN * len(match["marks"] or "") + match[0][len(match["marks"] or "") :]


# What is hidden, and what of it stands in the text in small letters: else no pattern walks there.
BLOTS: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (("<",), TAG, _hidden),
    (("://", "www."), ADDRESS, _hidden),
    (("{",), ATTRIBUTES, _hidden),
    (("&",), ENTITY, _entity),
    (("#", "\n=", "\n-"), HEADING, _heading),
    (tuple("*+-.)"), BULLET, _hidden),
    (tuple("\\*_"), EMPHASIS, lambda match: GONE * len(match[0])),
)


def _comments(text: str) -> str:
    parts, done = [], 0
    while (start := text.find("<!--", done)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts += [text[done:start], _blot(text[start : end + 3])]
        done = end + 3
    return "".join([*parts, text[done:]])


def _links(text: str, labels: set[str]) -> str:
    """Hides links and pictures, words and target alike: the writer has linked them already."""
    spans, opened = [], list[int]()
    for mark in BRACKET.finditer(text):
        if mark[0].endswith("["):
            opened.append(mark.start())
        elif mark[0] == "]" and opened:
            start = opened.pop()
            target = TARGET.match(text, mark.end())
            label = text[start : mark.start()].lstrip("!")[1:].lower() if mark.start() - start < 200 else ""
            if target:
                spans.append((start, target.end()))
            elif " ".join(label.split()) in labels:
                spans.append((start, mark.end()))
    return _without(text, spans)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > done:
            start = max(start, done)
            parts += [text[done:start], _blot(text[start:end])]
            done = end
    return "".join([*parts, text[done:]])
