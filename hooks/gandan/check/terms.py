"""Days of one record in the order in which things happen: opened before closed, asked before answered."""

import keyword
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from gandan.check.entry import Entry
from gandan.model import (
    Consultation,
    Decision,
    Event,
    Exemplar,
    Moment,
    Notice,
    Question,
    Record,
    Supervision,
)
from gandan.problems import Problem


class Order(NamedTuple):
    """Two fields of which `first` may not lie after `then`, and how that is told.

    Fields are named as staff write them, `feedback.date` for a field within another; of `from|date` the
    first that is written counts.
    """

    first: str
    then: str
    message: str
    hint: str


ORDERS: Mapping[type[Record], tuple[Order, ...]] = {
    Notice: (
        Order(
            "from|date",
            "until",
            "thông báo hết hạn {then}, trước ngày bắt đầu {first}.",
            "Xem lại «from» và «until»; không ghi «from» thì tính từ ngày đăng.",
        ),
    ),
    Consultation: (
        Order(
            "date",
            "opens",
            "bắt đầu nhận ý kiến {then}, trước ngày đăng {first}.",
            "Nội dung phải đăng trước thì người dân mới góp ý được; xem lại «date» và «opens».",
        ),
        Order(
            "opens",
            "closes",
            "hạn góp ý {then}, trước ngày bắt đầu nhận ý kiến {first}.",
            "Xem lại hai ngày, có thể bị đổi chỗ.",
        ),
        Order(
            "closes",
            "promised",
            "hẹn công bố kết quả {then}, khi còn nhận ý kiến đến hết {first}.",
            "Hẹn một ngày sau hạn góp ý.",
        ),
        Order(
            "closes",
            "feedback.date",
            "tổng hợp ý kiến {then}, khi còn nhận ý kiến đến hết {first}.",
            "Tổng hợp sau khi hết hạn góp ý; xem lại hai ngày.",
        ),
        Order(
            "closes",
            "outcome.date",
            "công bố kết quả {then}, khi còn nhận ý kiến đến hết {first}.",
            "Kết quả chỉ có sau khi hết hạn góp ý; xem lại hai ngày.",
        ),
        Order(
            "feedback.date",
            "outcome.date",
            "công bố kết quả {then}, trước ngày tổng hợp ý kiến {first}.",
            "Tổng hợp ý kiến trước, quyết định sau; xem lại hai ngày.",
        ),
    ),
    Question: (
        Order("asked", "date", "đăng {then}, trước ngày hỏi {first}.", "Xem lại hai ngày."),
        Order("asked", "due", "hạn trả lời {then}, trước ngày hỏi {first}.", "Xem lại hai ngày."),
        Order("asked", "answered", "trả lời {then}, trước ngày hỏi {first}.", "Xem lại hai ngày."),
    ),
    Supervision: (
        Order("received", "date", "đăng {then}, trước ngày nhận kiến nghị {first}.", "Xem lại hai ngày."),
        Order("received", "due", "hạn trả lời {then}, trước ngày nhận {first}.", "Xem lại hai ngày."),
        Order("received", "answered", "trả lời {then}, trước ngày nhận {first}.", "Xem lại hai ngày."),
    ),
    Decision: (
        Order("held", "date", "đăng {then}, trước ngày biểu quyết {first}.", "Xem lại hai ngày."),
        Order("held", "sent", "gửi đi {then}, trước ngày biểu quyết {first}.", "Xem lại hai ngày."),
        Order(
            "sent|held",
            "recognition.date",
            "văn bản công nhận {then}, trước ngày biểu quyết hoặc ngày gửi {first}.",
            "Thứ tự là biểu quyết, gửi, công nhận; xem lại các ngày.",
        ),
    ),
    Event: (
        Order("starts", "ends", "kết thúc {then}, trước lúc bắt đầu {first}.", "Xem lại ngày và giờ."),
        Order(
            "starts",
            "changed.to",
            "hoãn đến {then}, trước lúc bắt đầu đã báo {first}.",
            "Hoãn là dời về sau; dời lên sớm thì sửa «starts» và báo lại.",
        ),
    ),
}

# What has happened and therefore cannot lie ahead.
FACTS: Mapping[type[Record], Mapping[str, str]] = {
    Consultation: {"feedback.date": "tổng hợp ý kiến"},
    Question: {"asked": "hỏi", "answered": "trả lời"},
    Supervision: {"received": "nhận kiến nghị", "answered": "trả lời"},
    Decision: {"held": "biểu quyết", "sent": "gửi", "recognition.date": "công nhận"},
    Exemplar: {"honoured.date": "được công nhận"},
    Event: {"changed.date": "báo thay đổi"},
}


def problems(entry: Entry[Record]) -> Iterator[Problem]:
    """N107: days of one record that stand in the wrong order."""
    for order in ORDERS.get(type(entry.record), ()):
        first = next(filter(None, (moment(entry.record, path) for path in order.first.split("|"))), None)
        then = moment(entry.record, order.then)
        if first and then and _before(then, first):
            message = order.message.format(first=_words(first, then), then=_words(then, first))
            yield Problem(entry.at(*order.then.split(".")), "N107", message, order.hint)
    if isinstance(entry.record, Exemplar):
        yield from _honoured(entry, entry.record)


def _honoured(entry: Entry[Record], one: Exemplar) -> Iterator[Problem]:
    if one.honoured and one.honoured.date.year < one.year:
        message = f"công nhận {one.honoured.date:%d/%m/%Y}, trước năm đăng ký {one.year}."
        yield Problem(entry.at("honoured", "date"), "N107", message, "Xem lại năm và ngày.")


def ahead(entry: Entry[Record], today: date) -> Iterator[Problem]:
    """N103: what a record says has happened, on a day after `today`."""
    for path, name in FACTS.get(type(entry.record), {}).items():
        if (then := moment(entry.record, path)) and then.day > today:
            message = f"ngày {name} {then.day:%d/%m/%Y} chưa tới."
            yield Problem(entry.at(*path.split(".")), "N103", message, "Xem lại năm, tháng, ngày.")


def moment(record: Record, path: str) -> Moment | None:
    """The day, with its time where it has one, in a field; None where it is not written."""
    value: object = record
    for name in path.split("."):
        value = getattr(value, f"{name}_" if keyword.iskeyword(name) else name, None)
    if isinstance(value, date):
        return Moment(value)
    return value if isinstance(value, Moment) else None


def _before(one: Moment, other: Moment) -> bool:
    """A whole day of the same day is not before any time of it."""
    return one < other if one.clock and other.clock else one.day < other.day


def _words(one: Moment, other: Moment) -> str:
    same = one.day == other.day and one.clock
    return f"{one.clock:%H:%M} {one.day:%d/%m/%Y}" if same else f"{one.day:%d/%m/%Y}"
