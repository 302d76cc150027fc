"""A recurrence rule in words (`Thứ Năm hằng tuần`), where it is one of those that wards use."""

from datetime import date

from gandan.dates import WEEKDAYS

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ENDS = frozenset({"UNTIL", "COUNT", "WKST"})  # say when it ends, or nothing where every week counts
PLACES = {"1": "đầu tháng", "+1": "đầu tháng", "-1": "cuối tháng"}
EVERY = ("INTERVAL", "1")


def words(rule: str, first: date) -> str | None:
    """None for a rule that has no plain words; its days stand on the page anyway."""
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    asked = {name: value for name, value in parts.items() if name not in ENDS and (name, value) != EVERY}
    match asked:
        case {"FREQ": "DAILY", **rest} if not rest:
            return "Hằng ngày"
        case {"FREQ": "WEEKLY", **rest} if not rest:
            return f"{_names([CODES[first.weekday()]])} hằng tuần"
        case {"FREQ": "WEEKLY", "BYDAY": days, **rest} if not rest and set(days.split(",")) <= set(CODES):
            return f"{_names(days.split(','))} hằng tuần"
        case {"FREQ": "MONTHLY", "BYMONTHDAY": days, **rest} if not rest and "-" not in days:
            return f"Ngày {' và '.join(days.split(','))} hằng tháng"
        case {"FREQ": "MONTHLY", "BYDAY": day, **rest} if not rest and day[:-2] in PLACES:
            return f"{_names([day[-2:]])} {PLACES[day[:-2]]}"
    return None


def _names(codes: list[str]) -> str:
    joined = ", ".join(WEEKDAYS[CODES.index(code)] for code in sorted(codes, key=CODES.index))
    return joined[0].upper() + joined[1:]
