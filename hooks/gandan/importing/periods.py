"""Days in running text: `từ ngày 23/11 đến hết ngày 25/11/2026` -> two days, when no other span is named."""

import re
from datetime import date

DAY = r"(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(\d{1,2})(?:\s*(?:[/.-]|\s+năm\s+)\s*(\d{4}))?"
SPAN = re.compile(
    rf"(?i)\btừ\s+(?:[^.;\n]{{0,40}}?\s)?{DAY}[^.;\n\d]{{0,30}}?\bđến\s+(?:[^.;\n\d]{{0,40}}?){DAY}"
)


def span(text: str, year: int) -> tuple[date, date] | None:
    """First and last day of the one span that a text names; `year` stands where a day has none."""
    found = {days for match in SPAN.finditer(text) if (days := _days(match, year))}
    return found.pop() if len(found) == 1 else None


def _days(match: re.Match[str], year: int) -> tuple[date, date] | None:
    last = int(match[6] or match[3] or year)
    try:
        ends = date(last, int(match[5]), int(match[4]))
        starts = date(int(match[3] or last), int(match[2]), int(match[1]))
    except ValueError:
        return None
    return (starts, ends) if starts <= ends else None


def one(text: str) -> date | None:
    """The first whole day of a text: `ngày 15/11/2026`, `15 tháng 11 năm 2026`."""
    for match in re.finditer(DAY, text, re.I):
        try:
            return date(int(match[3] or 0), int(match[2]), int(match[1]))
        except ValueError:
            continue
    return None
