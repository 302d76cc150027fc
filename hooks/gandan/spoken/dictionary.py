"""Sentences that a telephone's voice would read wrongly, each with the words it has to say instead.

Most sentences of an article are words already: they are told by one look and cost no more.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

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


def dictionary(sentences: Iterable[str], short_forms: Sequence[Abbreviation] = ()) -> dict[str, str]:
    """Written sentence -> spoken, for those of the sentences that are not read right as they stand."""
    shorts = _shorts(tuple(one.short for one in short_forms))
    told = {one: of(one, short_forms) for one in sentences if ODD.search(one) or shorts.search(one)}
    return {one: said for one, said in told.items() if said and _heard(said) != _heard(one)}


@lru_cache(maxsize=16)
def _shorts(own: tuple[str, ...]) -> re.Pattern[str]:
    """The short forms that do not look like one: vd, ThS, tp."""
    plain = [re.escape(one) for one in (*GENERAL, *own) if not ODD.search(one)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(plain)})(?!\w)")


def _heard(text: str) -> list[str]:
    """The words of a text: blanks, stops and quotes are for the voice to make of what it can."""
    return WORD.findall(text.casefold())
