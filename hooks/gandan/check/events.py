"""Events of the calendar, each by itself: rules of repetition, days that are skipped, the file's year."""

from collections.abc import Iterator

from gandan import recurrence, repetition
from gandan.check.entry import Entry
from gandan.model import Event
from gandan.problems import Problem


def problems(entry: Entry[Event]) -> Iterator[Problem]:
    """E101, E102 and T108 of one event."""
    event, year = entry.record, entry.raw.file.rpartition("/")[2].removesuffix(".yml")
    if str(event.starts.day.year) != year:
        message = f"sự kiện bắt đầu {event.starts.day:%d/%m/%Y} nằm trong tệp của năm {year}."
        hint = f"Chuyển sang data/lich/{event.starts.day.year}.yml, nếu trang chưa đăng."
        yield Problem(entry.at("starts"), "T108", message, hint)
    if not event.repeats:
        return
    try:
        days = recurrence.dates(event.repeats, event.starts.day)
    except repetition.NotARule as error:
        yield Problem(entry.at("repeats"), "E101", f"{error}.", error.hint)
        return
    if event.starts.day not in days:
        message = f"ngày bắt đầu {event.starts.day:%d/%m/%Y} không theo quy tắc lặp."
        hint = f"Ngày đầu theo quy tắc là {days[0]:%d/%m/%Y}; sửa «starts» hoặc «repeats»."
        yield Problem(entry.at("starts"), "E102", message, hint)
    for number, day in enumerate(event.skips):
        if day not in days:
            message = f"ngày nghỉ {day:%d/%m/%Y} không phải ngày nào của chuỗi lặp."
            yield Problem(entry.at("skips", number), "E102", message, "Xem lại ngày, hoặc xoá dòng này.")
