"""The ids of documents: numbers that grow with their days and seldom change when others come."""

import hashlib
from array import array
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from gandan.cache import digest
from gandan.search.documents import Found

EPOCH = date(1900, 1, 1).toordinal()
SLOTS = 64  # ids of one day; a day with more borrows from the next


class Ids(NamedTuple):
    """The ids of some documents in their order; `told` names the addresses and days that they follow from."""

    told: bytes
    given: Sequence[int]


NONE = Ids(b"", ())


def of(found: Sequence[Found], known: Ids = NONE) -> Ids:
    """The ids of documents: the day, then a slot. Those that are `known` hold while no address and no day is
    another."""
    paths = [one.address for one in found]
    days = [max(one.day.toordinal() - EPOCH, 0) if one.day else 0 for one in found]
    told = digest("\n".join(paths).encode(), array("q", days).tobytes())
    return known if told == known.told else Ids(told, _given(paths, days))


def _given(paths: Sequence[str], days: Sequence[int]) -> list[int]:
    given = [0] * len(paths)
    after: dict[int, int] = {}
    for row in sorted(range(len(paths)), key=paths.__getitem__):
        spread = hashlib.sha256(paths[row].encode()).digest()
        place = days[row] * SLOTS + spread[0] % SLOTS
        if place in after:
            place = _free(place, after)
        after[place] = place + 1
        given[row] = place
    return given


def _free(place: int, after: dict[int, int]) -> int:
    """The first place from this one on that is not taken; `after` leads past those that are, so that a day
    with thousands of documents costs each no more than a day with ten."""
    passed = []
    while place in after:
        passed.append(place)
        place = after[place]
    after.update(dict.fromkeys(passed, place + 1))
    return place
