"""Figures and choices of one record that cannot stand together."""

from collections.abc import Iterator
from typing import NamedTuple

from gandan.check.entry import Entry
from gandan.model import Consultation, Decision, Event, Notice, Question, Record, Supervision
from gandan.problems import Place, Problem

UNITS = ("units", "units_for")  # what a vote of the whole ward counts
ONLINE = 6  # the one khoản of Điều 15 that may be decided online (Điều 17 Luật 10/2022/QH15)


class Part(NamedTuple):
    """A figure that is a part of another, both in words."""

    field: str
    part: int | None
    whole: int | None
    message: str


def problems(entry: Entry[Record]) -> Iterator[Problem]:
    """S101 and S102 of one record; M102 of a refusal that was begun."""
    one = entry.record
    if isinstance(one, Decision):
        yield from _vote(entry, one)
        yield from _way(entry, one)
        yield from _refusal(entry, one)
    if isinstance(one, Consultation) and one.feedback:
        given = sum(part or 0 for part in (one.feedback.agreed, one.feedback.disagreed, one.feedback.other))
        if given > one.feedback.received:
            message = f"tán thành, không tán thành và ý kiến khác cộng lại là {given}, "
            message += f"nhiều hơn {one.feedback.received} ý kiến nhận được."
            hint = "Một ý kiến chỉ tính vào một loại; cộng lại, hoặc sửa «received»."
            yield Problem(entry.at("feedback", "received"), "S101", message, hint)
    if isinstance(one, Question | Supervision):
        yield from _answer(entry, one)
    if isinstance(one, Event):
        yield from _event(entry, one)
    if isinstance(one, Notice) and one.urgent and one.until is None:
        message = "thông báo khẩn mà chưa ghi ngày hết: trang chủ không biết lúc nào cất đi."
        yield Problem(entry.at("urgent"), "S102", message, "Thêm dòng: until: …, là ngày cuối còn áp dụng.")


def _vote(entry: Entry[Record], one: Decision) -> Iterator[Problem]:
    parts = (
        Part("present", one.present, one.households, "{} hộ dự, nhiều hơn {} hộ của cả địa bàn."),
        Part("for", one.for_, one.households, "{} hộ tán thành, nhiều hơn {} hộ của cả địa bàn."),
        Part("for", one.for_ + one.against, one.present, "{} hộ biểu quyết, nhiều hơn {} hộ dự."),
        Part("units_for", one.units_for, one.units, "{} tổ tán thành, nhiều hơn {} tổ của phường."),
    )
    told: set[str] = set()
    for field, part, whole, message in parts:
        if part is not None and whole is not None and part > whole and field not in told:
            told.add(field)
            hint = "So lại với biên bản" + ("." if field == "units_for" else _HOUSEHOLDS)
            yield Problem(entry.at(field), "S101", message.format(part, whole), hint)


_HOUSEHOLDS = "; hộ là số hộ, không phải số người."


def _way(entry: Entry[Record], one: Decision) -> Iterator[Problem]:
    if one.way == "trực tuyến" and one.matter != ONLINE:
        message = f"biểu quyết trực tuyến chỉ dùng cho khoản {ONLINE} Điều 15, không cho khoản {one.matter}"
        hint = "Việc này phải họp hoặc phát phiếu; xem lại «way» và «matter»."
        yield Problem(entry.at("way"), "S102", f"{message} (Điều 17 Luật 10/2022/QH15).", hint)
    lacking = [name for name in UNITS if getattr(one, name) is None]
    if one.scope == "toàn phường" and lacking:
        message = f"biểu quyết toàn phường mà chưa ghi {' và '.join(f'«{name}»' for name in lacking)}."
        hint = "Ghi tổng số tổ dân phố và số tổ tán thành."
        yield Problem(entry.at("scope"), "S102", message, hint)
    if one.scope == "tổ dân phố" and len(lacking) < len(UNITS):
        message = "có số tổ dân phố mà phạm vi là một tổ dân phố."
        hint = "Cả phường biểu quyết thì thêm dòng: scope: toàn phường; một tổ thì bỏ «units», «units_for»."
        given = next(name for name in UNITS if name not in lacking)
        yield Problem(entry.at(given), "S102", message, hint)


def _refusal(entry: Entry[Record], one: Decision) -> Iterator[Problem]:
    """Without its reason it would be taken for the opposite, a recognition."""
    path = (*entry.path, "recognition", "refused")
    if one.recognition and one.recognition.refused is None and path in entry.raw.keys:
        hint = "Ghi lý do; được công nhận thì xoá dòng này."
        yield Problem(entry.raw.key(*path), "M102", "Lý do không công nhận (refused): để trống.", hint)


def _answer(entry: Entry[Record], one: Question | Supervision) -> Iterator[Problem]:
    written = one.answer if isinstance(one, Supervision) else entry.raw.body.strip()
    if one.answered and not written:
        where = "mục «answer»" if isinstance(one, Supervision) else "phần thân bài"
        message = f"đã trả lời {one.answered:%d/%m/%Y} mà chưa ghi trả lời thế nào."
        yield Problem(entry.at("answered"), "S102", message, f"Ghi nội dung trả lời vào {where}.")
    if isinstance(one, Supervision) and one.answer and not one.answered:
        message = "có nội dung trả lời mà chưa ghi ngày trả lời."
        yield Problem(entry.at("answer"), "S102", message, "Thêm dòng: answered: ….")


def _event(entry: Entry[Record], one: Event) -> Iterator[Problem]:
    def told(place: Place, message: str, hint: str) -> Problem:
        return Problem(place, "S102", message, hint)

    if one.changed and one.changed.to and one.changed.status == "cancelled":
        hint = "Nếu dời sang ngày khác, ghi status: postponed."
        yield told(entry.at("changed", "to"), "sự kiện đã huỷ thì không có ngày mới.", hint)
    if one.skips and not one.repeats:
        hint = "Bỏ «skips», hoặc thêm «repeats»."
        yield told(entry.at("skips"), "có ngày nghỉ trong chuỗi mà sự kiện không lặp lại.", hint)
