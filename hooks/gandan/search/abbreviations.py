"""Long names and their short forms: a text that holds either is found by either."""

from collections.abc import Iterable

from gandan.model import Abbreviation
from gandan.search.normalise import Speller


class Shortener:
    """Knows the ward's abbreviations (`data/viet-tat.yml`) as words.

    `forms` are long and short ones by the first word of the long, the longest first. `listed` holds
    [long, short] without accents for the client, which maps a typed long form to the short.
    """

    def __init__(self, abbreviations: Iterable[Abbreviation], speller: Speller) -> None:
        self.forms: dict[str, list[tuple[tuple[str, ...], list[str]]]] = {}
        self.listed: list[list[str]] = []
        for one in abbreviations:
            long, short = tuple(speller.tokens(one.long)), speller.tokens(one.short)
            self.forms.setdefault(long[0], []).append((long, short))
            self.listed.append(
                [
                    " ".join(speller.plain(word) for word in long),
                    " ".join(speller.plain(word) for word in short),
                ]
            )
        self.listed.sort(key=lambda form: -len(form[0].split()))
        for forms in self.forms.values():
            forms.sort(key=lambda form: -len(form[0]))
