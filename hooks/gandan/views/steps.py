"""The way of a consultation in four steps, each with its days (Điều 26 to 29 Luật 10/2022/QH15)."""

from datetime import date, timedelta
from typing import NamedTuple

from gandan import dates
from gandan.dates import Stamp
from gandan.model import Consultation
from gandan.views.notes import Shown, shown

DAY = timedelta(days=1)
HERE = "Đang ở bước này"


class Step(NamedTuple):
    """One step: its name, its days in words, and on which days (`now`) it says `here` of itself.

    `now` is None for a step on which nobody ever stands, such as a publication on the day of the opening.
    """

    name: str
    days: tuple[str | Stamp, ...]
    here: str
    now: Shown | None


def of(one: Consultation, today: date) -> tuple[Step, ...]:
    """The steps on `today`; of what is written for a day to come only the promise is told."""
    end = one.outcome.date if one.outcome else None
    closed = min(one.closes, end - DAY) if end else one.closes
    summed = one.feedback.date if one.feedback and one.feedback.date <= today else None
    return (
        Step(
            "Công bố nội dung", (dates.short(one.date.day),), HERE,
            _now(one.date.day, one.opens - DAY, today),
        ),
        Step(
            "Nhận ý kiến", ("từ ", dates.short(one.opens), " đến hết ", dates.short(one.closes)), HERE,
            _now(one.opens, closed, today),
        ),
        Step(
            "Tổng hợp, trả lời",
            ("tổng hợp ngày ", dates.short(summed)) if summed else ("từ ", dates.short(one.closes + DAY)),
            HERE, _now(one.closes + DAY, end - DAY if end else None, today),
        ),
        _result(one, end, today),
    )  # fmt: skip


def _result(one: Consultation, end: date | None, today: date) -> Step:
    promised = end or one.promised
    if end and end <= today:
        days: tuple[str | Stamp, ...] = (dates.short(end),)
    else:
        days = ("hẹn ngày ", dates.short(promised)) if promised else ("chưa hẹn ngày",)
    return Step("Công bố kết quả", days, "Đã công bố", _now(end, None, today) if end else None)


def _now(first: date, last: date | None, today: date) -> Shown | None:
    if last and last < first:
        return None
    return shown(first, last, first <= today and (last is None or today <= last))
