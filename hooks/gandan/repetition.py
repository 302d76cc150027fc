"""How an event repeats: the rule of RFC 5545, section 3.3.10, as far as a calendar of whole days needs it.

What the RFC allows and this room refuses would let one day come twice, or never come while somebody waits:
hours, days within a daily rule, the 31st of February.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

FARTHEST = 10  # years from the first day; nobody plans beyond
FORM = re.compile(r"[A-Z]+=[A-Z0-9,+-]+(?:;[A-Z]+=[A-Z0-9,+-]+)*")
END = re.compile(r"(\d{8})(?:T\d{6}Z?)?")
WEEKDAY = r"(?:MO|TU|WE|TH|FR|SA|SU)"
NUMBER = r"[1-9]\d{0,2}"
ALWAYS = {"FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY", "INTERVAL": NUMBER, "COUNT": NUMBER, "UNTIL": ".*"}
MONTHS = {"BYMONTH": r"[1-9]|1[0-2]"}
WITHIN = MONTHS | {"BYMONTHDAY": r"[+-]?(?:[1-9]|[12]\d|3[01])", "BYDAY": rf"(?:[+-]?[1-5])?{WEEKDAY}"}
PARTS: Mapping[str, Mapping[str, str]] = {
    "DAILY": {},
    "WEEKLY": MONTHS | {"BYDAY": WEEKDAY, "WKST": WEEKDAY},
    "MONTHLY": WITHIN,
    "YEARLY": WITHIN,
}
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days of the months
EXAMPLE = "Ví dụ: FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231."


class NotARule(ValueError):
    """Raised for a rule that cannot be followed; its text and `hint` are for people."""

    def __init__(self, message: str, hint: str = EXAMPLE) -> None:
        super().__init__(message)
        self.hint = hint


class Endless(NotARule):
    """Raised for a rule without UNTIL or COUNT."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """A rule that was read: `steps` without its end, the last day it may reach, how often it comes."""

    steps: str
    last: date
    count: int | None


def read(rule: str, first: date) -> Repetition:
    """`FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231` of an event whose first day is `first`.

    Raises NotARule, or Endless where the rule has no end.
    """
    if not FORM.fullmatch(rule):
        raise NotARule("quy tắc lặp không đọc được")
    pairs = [part.split("=", 1) for part in rule.split(";") if part.count("=") == 1]
    parts = {name: value for name, value in pairs}
    if len(parts) < rule.count("="):
        raise NotARule("quy tắc lặp có một mục viết hai lần")
    _allowed(parts)
    _possible(parts)
    steps = ";".join(f"{name}={value}" for name, value in parts.items() if name not in ("UNTIL", "COUNT"))
    return Repetition(steps, _last(parts, first), int(parts["COUNT"]) if "COUNT" in parts else None)


def _allowed(parts: Mapping[str, str]) -> None:
    frequency = parts.get("FREQ", "")
    if frequency not in PARTS:
        raise NotARule("quy tắc lặp phải có FREQ là DAILY, WEEKLY, MONTHLY hoặc YEARLY")
    forms = {**ALWAYS, **PARTS[frequency]}
    for name, value in parts.items():
        if name not in forms:
            raise NotARule(f"{name} không dùng được cùng FREQ={frequency}")
        if not all(re.fullmatch(forms[name], one) for one in value.split(",")):
            raise NotARule(f"{name}={value} không đọc được")


def _possible(parts: Mapping[str, str]) -> None:
    """A rule that no day can keep would be followed to the end of the calendar."""
    days = [abs(int(day)) for day in parts.get("BYMONTHDAY", "1").split(",")]
    months = [int(month) for month in parts.get("BYMONTH", "1").split(",")]
    if min(days) > max(LONGEST[month - 1] for month in months):
        raise NotARule("quy tắc lặp không có ngày nào", "Tháng ấy không có ngày ấy.")
    if "BYMONTHDAY" in parts and re.search(r"\d", parts.get("BYDAY", "")):
        raise NotARule("BYMONTHDAY không dùng được cùng thứ có số, như 1TH", "Giữ một trong hai.")


def _last(parts: Mapping[str, str], first: date) -> date:
    """The last day that a rule may reach; an UNTIL with a clock or zone means its day."""
    farthest = date(min(first.year + FARTHEST, date.max.year), 12, 31)
    if {"UNTIL", "COUNT"} <= parts.keys():
        raise NotARule("quy tắc lặp có cả UNTIL và COUNT", "Giữ một trong hai.")
    if "COUNT" in parts:
        return farthest
    if "UNTIL" not in parts:
        raise Endless("quy tắc lặp chưa có ngày kết thúc", f"Thêm vào cuối: ;UNTIL={first.year}1231.")
    try:
        found = END.fullmatch(parts["UNTIL"])
        last = datetime.strptime(found[1] if found else "", "%Y%m%d").date()  # noqa: DTZ007 - a day
    except ValueError:
        raise NotARule("UNTIL không phải ngày", "Viết liền năm tháng ngày, ví dụ UNTIL=20261231.") from None
    if last > farthest:
        raise NotARule(f"lặp quá {FARTHEST} năm", f"Kết thúc chậm nhất UNTIL={farthest:%Y%m%d}.")
    return last
