"""The days off of one year (`data/ngay-nghi.yml`): each span in order, each day in its year."""

from collections.abc import Iterator

from gandan.check.entry import Entry
from gandan.model import Year
from gandan.problems import Problem

SATURDAY = 5  # as date.weekday() counts


def problems(entry: Entry[Year]) -> Iterator[Problem]:
    """N107 and N108 of one year; a slip here would shift every count of working days."""
    for number, one in enumerate(entry.record.off):
        if one.until < one.from_:
            message = f"dịp nghỉ kết thúc {one.until:%d/%m/%Y}, trước ngày bắt đầu {one.from_:%d/%m/%Y}."
            yield Problem(entry.at("off", number, "until"), "N107", message, "Xem lại «from» và «until».")
        elif entry.id not in (str(one.from_.year), str(one.until.year)):
            message = f"dịp nghỉ {one.from_:%d/%m/%Y} không thuộc năm {entry.id}."
            yield Problem(entry.at("off", number, "from"), "N108", message, "Xem lại năm.")
    for number, day in enumerate(entry.record.working):
        if str(day.year) != entry.id:
            message = f"ngày làm bù {day:%d/%m/%Y} không thuộc năm {entry.id}."
            yield Problem(entry.at("working", number), "N108", message, "Xem lại năm.")
        elif day.weekday() < SATURDAY:
            message = f"ngày làm bù {day:%d/%m/%Y} không phải thứ Bảy, Chủ nhật."
            yield Problem(entry.at("working", number), "N108", message, "Xem lại ngày, hoặc xoá đi.")
