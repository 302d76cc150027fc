"""Sentences that a telephone's voice would read wrongly, each with the words it has to say instead.

Most sentences of an article are words already: they are told by one look and cost no more.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from gandan.model import Abbreviation
from gandan.patterns import late
from gandan.spoken import signs, units
from gandan.spoken.abbreviations import GENERAL
from gandan.spoken.speech import of

_signs = re.escape("".join(one for one in signs.SAID if len(one) == 1))
_points = "điểm|tiết|mục|phụ lục|nhóm|khu|lô"
# What any room of this house would change: figures, capitals in a row or alone, signs, units, points.
TOLD = (
    r"\d|[A-ZĂÂÊÔƠƯĐ]{2}|(?<!\w)[A-ZĐ](?!\w)|v\.v|V\.V|(?<!\w)(?:P|Q|TT|[Tt]r)\. ?\w|[a-zđ]\) "
    rf"|(?<!\w)(?i:{_points}) [a-zđ](?!\w)|(?<![\w/])(?:{units.either(units.ALONE)})(?![\w/])"
    rf"|www\.|(?i:thứ) \w+ ?[-–—]|[{_signs}\u00b2\u00b3\u00bc-\u00be\u2150-\u2189]"
)
ODD = late(TOLD)
WORD = late(r"\w+")
NOTHING: Mapping[str, str] = MappingProxyType({})
COMMON = 4096  # sentences that are remembered: a month of a ward


def dictionary(
    sentences: Iterable[str], short_forms: Sequence[Abbreviation] = (), known: Mapping[str, str] = NOTHING
) -> dict[str, str]:
    """Written sentence -> spoken, for those of the sentences that are not read right as they stand; `known`
    are such pairs of the same short forms."""
    say = _voice(tuple(short_forms))
    return {one: said for one in sentences if (said := known.get(one) or say(one))}


@lru_cache(maxsize=16)
def _voice(short_forms: tuple[Abbreviation, ...]) -> Callable[[str], str]:
    """A sentence -> what to say instead of it; nothing where it is read right. Pages have many in common."""
    plain = [re.escape(one) for one in (*GENERAL, *(own.short for own in short_forms)) if not ODD.search(one)]
    shorts = re.compile(rf"(?<!\w)(?:{'|'.join(plain)})(?!\w)")  # that do not look like one: vd, ThS, tp

    @lru_cache(maxsize=COMMON)
    def say(sentence: str) -> str:
        if not ODD.search(sentence) and not shorts.search(sentence):
            return ""
        said = of(sentence, short_forms)
        return said if _heard(said) != _heard(sentence) else ""

    return say


def _heard(text: str) -> list[str]:
    """The words of a text: blanks, stops and quotes are for the voice to make of what it can."""
    return WORD.findall(text.casefold())
