"""A page as published -> what it says: title, state, sentences; without the frame and what the day turns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_]|[“«(])")
_REFRESH = re.compile(r"""<meta http-equiv="refresh" content="0; url=([^"]*)">""")
_PIECE = re.compile(rb"<article[\s>].*</article>", re.S)
_INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    )
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_SILENT = frozenset(("script", "style", "svg", "button", "template"))
# Marks of the templates: what days alone change. "Tính đến ngày …" is one; a written day of that form is not.
_TURNING = frozenset(("data-left-until", "data-by-day", "data-tools"))
_DRAWN = ("class", "chart")  # says again what the table above it says


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page says. `state` is that of its record; `moved` is where a page that moved sends its reader.

    `record` tells whether it holds an `<article>`; `told` are its sentences, pictures and files among them;
    `passing` those of each part that is on the page for some days only; `files` are the links
    to what it offers for download.
    """

    title: str
    state: str
    told: tuple[str, ...]
    passing: Mapping[str, tuple[str, ...]]
    record: bool
    moved: str | None = None
    files: tuple[str, ...] = ()


def read(data: bytes) -> Reading:
    """Reads the article of a page; its `<main>` where it has none; all of it where it has neither."""
    text = data.decode("utf-8", "replace")
    room = next((tag for tag in ("article", "main") if f"<{tag}" in text and f"</{tag}>" in text), "html")
    page = _Page(room)
    page.feed(text)
    page.close()
    page.end_of_block()
    gone = _REFRESH.search(text) if room != "article" else None
    passing = {key: tuple(words) for key, words in page.passing.items()}
    record = room == "article"
    moved, files = gone[1] if gone else None, tuple(page.files)
    return Reading(page.title, page.state, tuple(page.told), passing, record, moved, files)


def article(data: bytes) -> bytes | None:
    """The bytes of a page's article, to see at once that nothing of it changed; None without one."""
    found = _PIECE.search(data)
    return found[0] if found else None


class _Page(HTMLParser):
    def __init__(self, room: str) -> None:
        super().__init__()
        self.title, self.state = "", ""
        self.told: list[str] = []
        self.files: list[str] = []
        self.passing: dict[str, list[str]] = {}
        self._into = self.told
        self._part, self._depth = "", 0  # the tag of the part of some days that is open, and how often it is
        self._room, self._inside, self._words = room, 0, ""
        self._silent: list[str] = []  # tags that are open below one that says nothing
        self._badge = self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._silent:
            if tag not in _VOID:
                self._silent.append(tag)
            return
        if tag == self._room:
            self._inside += 1
        if not self._inside:
            return
        if tag in _SILENT or _TURNING & given.keys() or _DRAWN in given.items():
            self._silent.append(tag)
        elif "data-state" in given:
            self._silent.append(tag)
            self._badge = not self.state
        else:
            self._begin(tag, given)
            self._enter(tag, given)

    def _enter(self, tag: str, given: dict[str, str]) -> None:
        """A part that is there for some days only is kept apart, by its class and the kind of its days."""
        if self._part:
            self._depth += tag == self._part
        elif days := sorted(name for name in given if name.startswith("data-shown-")):
            self.end_of_block()
            self._part, self._depth = tag, 1
            self._into = self.passing.setdefault(" ".join([given.get("class", ""), *days]), [])

    def _leave(self, tag: str) -> None:
        self._depth -= bool(self._part) and tag == self._part
        if self._part and not self._depth:
            self.end_of_block()
            self._part, self._into = "", self.told

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        if tag not in _INLINE:
            self.end_of_block()
        self._heading = self._heading or (tag == "h1" and not self.title)
        if tag == "img":
            self._into.append(f"[Ảnh {_name(given.get('src', ''))}] {given.get('alt', '')}".strip())
        elif tag == "a" and "download" in given:
            self.files.append(given.get("href", ""))
            self._into.append(f"[Tệp {_name(self.files[-1])}]")

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag in self._silent:
                while self._silent.pop() != tag:
                    pass
            self._badge = self._badge and bool(self._silent)
            return
        if tag == "h1" and self._heading:
            self.title, self._heading = _plain(self._words), False
            self._words = ""
        if tag not in _INLINE:
            self.end_of_block()
        self._leave(tag)
        if tag == self._room:
            self._inside -= 1

    def handle_data(self, data: str) -> None:
        if self._badge:
            self.state = _plain(self.state + data)
        if self._inside > 0 and not self._silent:
            self._words += data

    def end_of_block(self) -> None:
        """What was gathered becomes sentences."""
        words = _plain(self._words)
        self._words = ""
        self._into += [one for one in _SENTENCE.split(words) if any(map(str.isalnum, one))]


def _plain(words: str) -> str:
    return " ".join(words.split())


def _name(address: str) -> str:
    return address.rpartition("/")[2]
