"""The small values of which records are made: days, moments, partial days, slugs, addresses.

Every scalar of a content file reaches this room as text, for YAML's own guesses (012 -> 10, 12:30 -> 750,
no -> False) lose what was written; the field alone decides what the text means.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time
from operator import attrgetter
from typing import Annotated, Literal

from annotated_types import Ge, Le
from pydantic import BeforeValidator, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

MOST_DAYS = 3650  # of one duty: ten years
YEARS = range(1900, 2201)  # that a ward may write; every count of days stays within the calendar

DAY_FORM = r"\d{4}-\d{2}-\d{2}"
ISO_FORM = DAY_FORM + r"(?:T\d{2}:\d{2}:\d{2}\+07:00)?"
MOMENT_FORM = DAY_FORM + r"(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\+07:00)?)?"
TWELVE_HOUR_FORM = r"(\d{1,2})/(\d{1,2})/(\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))? (SA|CH)"
STAMPS = f"(?:{MOMENT_FORM}|{TWELVE_HOUR_FORM})"
PARTIAL_DAY_FORM = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
SEGMENT = r"[a-z0-9][a-z0-9-]{0,99}"  # of an address: no dots, so that it never leaves the site
# An attachment whose name is the same in an address; one with accents or spaces cannot be a page later.
FILE_NAME = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,119}\.(?i:jpe?g|png|webp|pdf|docx|xlsx|mp3|ogg)"
FILE_PATH = re.compile(f"/(?:{SEGMENT}/)*{FILE_NAME}")
SLUG_FORM = r"[a-z0-9]+(?:-[a-z0-9]+)*"
COUNT_FORM = r"\d{1,3}(?:[. ]\d{3}){1,2}|\d{1,9}"  # 1200, or 1.200 as people write it


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day, with the time of day in Vietnam where it is known (`clock` is None for a whole day)."""

    day: date
    clock: time | None = None

    def __reduce__(self) -> tuple[type["Moment"], tuple[date, time | None]]:
        return Moment, (self.day, self.clock)  # a tenth of the time that a dataclass takes by itself

    @property
    def iso(self) -> str:
        """`2022-06-03`, or `2022-06-03T16:38:52+07:00` (Vietnam has had no summer time since 1975)."""
        return self.day.isoformat() + (f"T{self.clock.isoformat()}+07:00" if self.clock else "")

    @property
    def order(self) -> tuple[date, time]:
        """Sorts a whole day before any time of that day."""
        return self.day, self.clock or time.min


@dataclass(frozen=True, slots=True)
class PartialDay:
    """A day of which only the year, or the year and the month, may be known ("tháng 7/2008")."""

    year: int
    month: int | None = None
    day: int | None = None

    def __reduce__(self) -> tuple[type["PartialDay"], tuple[int, int | None, int | None]]:
        return PartialDay, (self.year, self.month, self.day)

    @property
    def iso(self) -> str:
        """`2008`, `2008-07` or `2008-07-15`: forms that HTML's `<time datetime>` admits."""
        parts = [f"{self.year:04}", *(f"{n:02}" for n in (self.month, self.day) if n)]
        return "-".join(parts)

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def allows(self, other: "PartialDay") -> bool:
        """True when both can name the same day: what both know is equal."""
        known = zip((self.year, self.month, self.day), (other.year, other.month, other.day), strict=True)
        return all(mine == yours for mine, yours in known if mine and yours)


def twelve_hour(text: str) -> Moment | None:
    """`03/06/2022 4:38:52 CH` -> 3 June 2022, 16:38:52; None when the text has another form.

    The stamp that city portals print; SA is before noon, CH after, so that 12:05 SA is 00:05.
    Raises ValueError for a day or time that does not exist.
    """
    found = re.fullmatch(TWELVE_HOUR_FORM, text)
    if not found:
        return None
    day, month, year, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    if not 1 <= hour <= 12:
        raise ValueError(text)
    hour = hour % 12 + (12 if found[7] == "CH" else 0)
    return Moment(date(year, month, day), time(hour, minute, second))


def _one(value: object) -> str | None:
    """The text of a value that was written; None for one that code made."""
    if isinstance(value, list | dict):
        raise PydanticCustomError("one_value", "one_value")
    return value if isinstance(value, str) else None


def _dated(value: object, form: str, kind: str) -> str | None:
    """The text of a day, or of a part of one, that has its form and a year that can be counted with."""
    if (text := _one(value)) is None:
        return None
    if not re.fullmatch(form, text):
        raise PydanticCustomError(kind, kind)
    if (year := re.search(r"\d{4}", text)) and int(year[0]) not in YEARS:
        raise PydanticCustomError("year_far", "year_far")
    return text


def _day(value: object) -> object:
    if (text := _dated(value, DAY_FORM, "day_form")) is None:
        return value
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("day_missing", "day_missing") from None


def _moment(value: object) -> object:
    if (text := _dated(value, STAMPS, "moment_form")) is None:
        return value
    try:
        if "/" in text and (stamp := twelve_hour(text)):
            return stamp
        read = datetime.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("day_missing", "day_missing") from None
    return Moment(read.date(), read.time() if len(text) > len("2026-11-20") else None)


def _partial_day(value: object) -> object:
    if (text := _dated(value, PARTIAL_DAY_FORM, "partial_day_form")) is None:
        return value
    parts = [int(part) for part in text.split("-")]
    try:
        date(*parts, *[1] * (3 - len(parts)))
    except ValueError:
        raise PydanticCustomError("day_missing", "day_missing") from None
    return PartialDay(*parts)


def _flag(value: object) -> object:
    if (text := _one(value)) is None:
        return value
    if text not in ("true", "false"):
        raise PydanticCustomError("flag_form", "flag_form")
    return text == "true"


def _count(value: object) -> object:
    if (text := _one(value)) is None:
        return value
    if not re.fullmatch(COUNT_FORM, text):
        raise PydanticCustomError("count_form", "count_form")
    return int(re.sub(r"[. ]", "", text))


def _form(pattern: str, mode: Literal["validation", "serialization"] | None = None) -> WithJsonSchema:
    """How staff write it (validation), how open data tell it (serialization), or both."""
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"}, mode)


_ISO = PlainSerializer(attrgetter("iso"), return_type=str)
_NUMBER = WithJsonSchema({"type": "integer", "minimum": 0}, "serialization")

Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
When = Annotated[
    Moment, BeforeValidator(_moment), _ISO, _form(STAMPS, "validation"), _form(ISO_FORM, "serialization")
]
RoughDay = Annotated[PartialDay, BeforeValidator(_partial_day), _ISO, _form(PARTIAL_DAY_FORM)]
Count = Annotated[int, BeforeValidator(_count), _form(f"(?:{COUNT_FORM})", "validation"), _NUMBER]
DayCount = Annotated[
    int, BeforeValidator(_count), Le(MOST_DAYS), _form(f"(?:{COUNT_FORM})", "validation"), _NUMBER
]
# Limits stand before the reading, where JSON Schema sees them as minimum and maximum.
Ordinal = Annotated[int, BeforeValidator(_count)]
OpinionMatter = Annotated[int, Ge(1), Le(9), BeforeValidator(_count)]  # khoản of Điều 25
DecisionMatter = Annotated[int, Ge(1), Le(6), BeforeValidator(_count)]  # khoản of Điều 15
ItemNumber = Annotated[int, Ge(1), Le(14), BeforeValidator(_count)]  # khoản of Điều 11
CalendarYear = Annotated[int, Ge(YEARS[0]), Le(YEARS[-1]), BeforeValidator(_count)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=f"^{SLUG_FORM}$", max_length=100)]
SitePath = Annotated[str, StringConstraints(pattern=f"^/(?:{SEGMENT}/)*(?:{SEGMENT}|{FILE_NAME})?$")]
Telephone = Annotated[str, StringConstraints(pattern=r"^[0-9][0-9 .]{1,14}$")]
