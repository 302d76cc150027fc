"""Pages that differ in nothing but their words: the template is asked once for each form of page.

What it prints of signs instead of words is cut where the signs stand; every other page of that form is made
by putting its own words there. Ten thousand news have some dozens of forms. A template of such pages may ask
whether there is a word, never which one it is.
"""

import re
from collections.abc import Callable, Hashable, Iterator
from itertools import count
from typing import Any

from markupsafe import escape

# A sign is printed as it was given, as words are that hold no markup, or as an address seen from the page.
SIGN, RAW, WORDS, PLACE = "\ue000", "<", "&lt;", "/"
PRINTED = re.compile(f"{SIGN}({RAW}|{WORDS}|{PLACE})([0-9]+);")
Way = Callable[[str], str]  # an address of the site -> as seen from the page


def placed(sign: str) -> str | None:
    """The sign of an address, for the filter that prints addresses; None for what is no sign."""
    return sign.replace(RAW, PLACE, 1) if sign.startswith(SIGN) else None


class Moulds:
    """The forms of pages that were met."""

    def __init__(self) -> None:
        self._made: dict[Hashable, _Mould | None] = {}

    def page(self, kind: Hashable, values: Any, render: Callable[[Any], str], way: Way) -> str:
        """What `render` makes of `values`: a tuple of words, of nothing, of tuples again. `kind` names all
        else that it prints."""
        words, parts = list[str](), [kind]
        _take(values, words, parts)
        form = tuple(parts)
        if form in self._made:
            mould = self._made[form]
            return mould.cast(words, way) if mould else render(values)
        page = render(values)
        mould = _Mould(render(_signed(values, count())))
        # A template that does ask which words they are is left alone.
        self._made[form] = mould if mould.cast(words, way) == page else None
        return page


class _Mould:
    """A page cut where its words stand."""

    def __init__(self, page: str) -> None:
        pieces = PRINTED.split(page)
        slots = [(how, int(place)) for how, place in zip(pieces[1::3], pieces[2::3], strict=True)]
        self._pieces = pieces[::3]
        self._plain = [place if how == WORDS else None for how, place in slots]
        self._other = [(2 * slot + 1, *one) for slot, one in enumerate(slots) if one[0] != WORDS]

    def cast(self, words: list[str], way: Way) -> str:
        """The page of these words."""
        made = [""] * (2 * len(self._plain) + 1)
        made[::2] = self._pieces
        made[1::2] = _safe(["" if place is None else words[place] for place in self._plain])
        for slot, how, place in self._other:
            made[slot] = words[place] if how == RAW else str(escape(way(words[place])))
        return "".join(made)


def _safe(words: list[str]) -> list[str]:
    """The words without markup, all at once: they are many and short."""
    made = str(escape(SIGN.join(words))).split(SIGN)
    return made if len(made) == len(words) else [str(escape(one)) for one in words]


def _take(values: tuple[Any, ...], words: list[str], form: list[Any]) -> None:
    """Part a value into its words and what is left of it, its form."""
    form += (type(values), len(values))
    for one in values:
        if type(one) is str and one:
            words.append(one)
            form.append(str)
        elif isinstance(one, tuple):
            _take(one, words, form)
        elif one is None:
            form.append(one)
        else:
            form += (type(one), one)


def _signed(value: Any, numbers: Iterator[int]) -> Any:
    """The same value with a sign for each of its words."""
    if isinstance(value, tuple):
        parts = [_signed(one, numbers) for one in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return f"{SIGN}{RAW}{next(numbers)};" if type(value) is str and value else value
