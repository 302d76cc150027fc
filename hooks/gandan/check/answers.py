"""A wrong name or value -> the only one that can be meant, or None; nothing here guesses."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping

from gandan.check import labels
from gandan.model import Record
from gandan.model.fields import SLUG_FORM, YEARS
from gandan.patterns import late
from gandan.problems import Place, Swap
from gandan.vietnamese import fold

# Day, month, year: the order of all Vietnamese papers (Phụ lục I Nghị định 30/2020/NĐ-CP).
PEOPLE = late(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")
MACHINES = late(r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})")


def day(written: str) -> str | None:
    """`20/11/2026`, `5.1.2026` and `2026-1-5` as YYYY-MM-DD; None when there is no such day."""
    found = PEOPLE.fullmatch(written) or MACHINES.fullmatch(written)
    if not found:
        return None
    year, month, number = (int(found[name]) for name in ("year", "month", "day"))
    exists = year in YEARS and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]
    return f"{year}-{month:02}-{number:02}" if exists else None


def value(kind: str, written: str, owner: type[Record], name: str) -> str | None:
    """What the field should hold, where pydantic's finding of that kind leaves one answer."""
    if kind in ("day_form", "moment_form", "partial_day_form"):
        return day(written)
    if kind == "literal_error":
        return _only(written, labels.known(owner, name))
    if kind == "flag_form":
        return _only(written, ("true", "false"))
    if kind == "string_pattern_mismatch" and re.fullmatch(SLUG_FORM, written.lower()):
        return written.lower()
    return None


def field(written: str, names: Mapping[str, str]) -> str | None:
    """The field whose name differs only in capitals, or whose label was written; `names`: labels by name."""
    same = _only(written, names)
    labelled = [name for name, label in names.items() if fold(label) == fold(written)]
    return same or (labelled[0] if len(labelled) == 1 else None)


def quotes(place: Place, written: str) -> Swap | None:
    """`“Ngày hội”` -> `"Ngày hội"`."""
    bare = written.strip()[1:-1]
    return None if {'"', "\\"} & set(bare) else Swap(place, written.strip(), f'"{bare}"')


def _only(written: str, choices: Iterable[str]) -> str | None:
    same = [choice for choice in choices if choice.casefold() == written.casefold()]
    return same[0] if len(same) == 1 else None
