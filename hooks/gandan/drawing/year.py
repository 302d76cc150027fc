"""A year as a line: where a day stands on it, and what lasts from day to day."""

from datetime import date
from typing import NamedTuple

MONTH = 31  # units of every month, so that the months of a drawing are equally wide
LENGTH = 12 * MONTH


class Stretch(NamedTuple):
    """What lasts from `start` on, `length` units; `on` tells that it goes on after the year."""

    start: float
    length: float
    on: bool


def place(day: date, year: int) -> float:
    """The middle of a day in units from the begin of the year; a day of another year lies at an end of it."""
    if day.year != year:
        return 0.0 if day.year < year else float(LENGTH)
    return (day.month - 1) * MONTH + day.day - 0.5


def stretch(first: date, last: date | None, year: int) -> Stretch | None:
    """The part of `first` to `last`, both included, that lies in the year; None for `last` has no end."""
    if first.year > year or (last is not None and last.year < year):
        return None
    start = max(place(first, year) - 0.5, 0.0)
    end = min(place(last, year) + 0.5, LENGTH) if last else LENGTH
    return Stretch(start, end - start, last is None or last.year > year)
