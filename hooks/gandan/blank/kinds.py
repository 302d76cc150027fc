"""What may be begun with `gandan new`: each kind with its model and the words that people have for it."""

import difflib
from dataclasses import dataclass

from gandan import addresses, describe, sections
from gandan.model import Directive, Event, Page, Record
from gandan.vietnamese import slug


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record that staff begin: `name` in code, `word` in Vietnamese as it is typed."""

    name: str
    model: type[Record]
    word: str
    also: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What staff call it."""
        return describe.KINDS[self.name].title


def _section(one: sections.Section) -> Kind:
    return Kind(one.kind, one.model, one.folder.rstrip("/"), (slug(one.name), slug(one.noun)))


KINDS = (
    *map(_section, sections.SECTIONS),
    Kind("directive", Directive, addresses.REGISTER.rstrip("/")),
    Kind("event", Event, "su-kien", (addresses.CALENDAR.rstrip("/"),)),
    Kind("page", Page, addresses.ABOUT.rstrip("/"), ("trang",)),
)
_WORDS = {word: kind for kind in KINDS for word in (kind.name, kind.word, *kind.also, slug(kind.title))}


def named(word: str) -> Kind | None:
    """`news`, `tin-tuc`, `Tin tức` -> the kind; None for another word."""
    return _WORDS.get(slug(word))


def near(word: str) -> Kind | None:
    """The kind whose word is nearly the one that was typed."""
    found = difflib.get_close_matches(slug(word), _WORDS, 1, 0.6)
    return _WORDS[found[0]] if found else None
