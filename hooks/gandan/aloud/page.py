"""A page of the site -> the sentences that are read aloud of it.

What is a sentence to the browser (`words.js` and `sentences.js` in `overrides/assets/aloud/`) has to be one
here: the same tags end a run of words, the same are passed over. More than the browser reads does no harm.
"""

import re
from collections.abc import Iterator
from html import unescape

from gandan.patterns import late
from gandan.spoken import sentences

BEGIN, END = '<article class="item"', "</article>"
TAG = late(r'<!--.*?-->|<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>(?:[^>"]|"[^"]*")*)>', re.DOTALL)
# Tags within a run of words. Any other ends it.
INNER = """
a abbr b bdi cite code data del dfn em i ins kbd mark q s samp small span strong sub time u var wbr
"""
WITHIN = frozenset(INNER.split())
MUTE = """
audio button form nav script select style sup svg template video
"""
PASSED = frozenset(MUTE.split())
APART = late(r"\sdata-(?:shown|left)-")  # what comes and goes by the day is a run of its own
ALT = late(r'\salt="([^"]*)"')
LINE = "\x00"  # stands for <br>, for a line break of the source is a blank


def said(page: str) -> Iterator[str]:
    """The sentences of the article in a page's HTML, in order; nothing for a page without one."""
    start = page.find(BEGIN)
    if start >= 0:
        for run in _runs(page[start : page.rfind(END)]):
            yield from sentences(run, None)


def _runs(html: str) -> Iterator[str]:
    """Texts between tags that are no part of a sentence, lines of one kept; alternatives of pictures."""
    words: list[str] = []
    inner: list[bool] = []  # for each open tag within a run, whether it stands apart
    place, passed = 0, ""
    for tag in TAG.finditer(html):
        if not passed:
            words.append(html[place : tag.start()])
        place, name = tag.end(), (tag["name"] or "").lower()
        if passed:
            passed = "" if name == passed and tag["close"] else passed
        elif name in PASSED:
            passed = name
        elif name == "br":
            words.append(LINE)
        elif name and _ends(name, tag, inner):
            yield _text(words)
            words = []
            if name == "img" and (alt := ALT.search(tag["rest"])):
                yield _text([alt[1]])
    yield _text(words)


def _ends(name: str, tag: re.Match[str], inner: list[bool]) -> bool:
    """Whether a tag ends a run; `inner` is kept."""
    if name not in WITHIN:
        return True
    if tag["close"]:
        return bool(inner) and inner.pop()
    apart = APART.search(tag["rest"]) is not None
    if name != "wbr":
        inner.append(apart)
    return apart


def _text(words: list[str]) -> str:
    lines = " ".join(unescape("".join(words)).split()).split(LINE)
    return "\n".join(filter(None, map(str.strip, lines)))
