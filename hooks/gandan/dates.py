"""Days and times as people write them in Vietnam: 20/11/2026, Thứ Hai, 30/11/2026, 16:38."""

from datetime import date, time
from functools import lru_cache
from typing import NamedTuple

from gandan.model import Moment, PartialDay

# By `date.weekday`. Seven names need no library: to load one costs an edit the fiftieth part of its build.
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


class Stamp(NamedTuple):
    """A day for the eye (`words`) and for the machine (`iso`, as HTML's `<time datetime>` wants it)."""

    iso: str
    words: str


@lru_cache(maxsize=8192)  # twenty-two years of days: an archive has several items of one
def short(day: date) -> Stamp:
    """20/11/2026: for lists."""
    return Stamp(day.isoformat(), f"{day:%d/%m/%Y}")


def full(moment: Moment) -> Stamp:
    """`Thứ Sáu, 03/06/2022, 16:38`, without the time where it is not known: for the item itself."""
    named = f"{WEEKDAYS[moment.day.weekday()]}, {short(moment.day).words}"
    return Stamp(moment.iso, named + (f", {moment.clock:%H:%M}" if moment.clock else ""))


def formal(day: date) -> Stamp:
    """`ngày 05 tháng 02 năm 2026`, as papers are dated; days and the first two months take a zero.

    Phụ lục I Nghị định 30/2020/NĐ-CP.
    """
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
    return Stamp(day.isoformat(), f"ngày {day.day:02} tháng {month} năm {day.year}")


def long(day: date) -> Stamp:
    """`Thứ Hai, 30/11/2026`: for deadlines and appointments."""
    return full(Moment(day))


def at(moment: Moment) -> Stamp:
    """`Thứ Hai, 30/11/2026, 7:30`: an appointment in one line, without the hour where it is not known."""
    words = long(moment.day).words
    return Stamp(moment.iso, f"{words}, {_clock(moment.clock)}" if moment.clock else words)


def hours(start: Moment, end: Moment | None) -> Stamp:
    """`7:30–11:00`, `7:30`, `cả ngày`, `đến hết 29/11/2026`: what is said after the day it begins."""
    words = _clock(start.clock) if start.clock else "cả ngày"
    if end and end.day > start.day:
        until = f"đến {_clock(end.clock)} ngày" if end.clock else "đến hết"
        words = " ".join(filter(None, (words if start.clock else "", until, f"{end.day:%d/%m/%Y}")))
    elif end and start.clock and end.clock:
        words += f"–{_clock(end.clock)}"
    return Stamp(start.iso, words)


def _clock(at: time) -> str:
    return f"{at.hour}:{at:%M}"


def rough(day: PartialDay) -> Stamp:
    """10/11/2022, or `tháng 7/2008`, or `năm 2003`: no more than is known."""
    if day.month is None:
        return Stamp(day.iso, f"năm {day.year}")
    if day.day is None:
        return Stamp(day.iso, f"tháng {day.month}/{day.year}")
    return short(date(day.year, day.month, day.day))


def exact(day: PartialDay) -> date | None:
    """The day itself, when nothing of it is missing."""
    return day.first if day.month and day.day else None
