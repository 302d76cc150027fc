"""Events: reception of citizens, dialogues, meetings, festival days (`data/lich/YYYY.yml`)."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from gandan.model.fields import Day, Slug, Text, When
from gandan.model.happening import EVENT_TYPES, EventType
from gandan.model.record import Record

Status = Literal["postponed", "cancelled"]


def _not_a_month(name: str) -> str:
    """Numbers alone are the addresses of months: `lich/2026/11/`."""
    if name.isdigit():
        raise PydanticCustomError("month", "month")
    return name


class Change(Record):
    """An event that does not take place as it was told: since which day that is known, and why."""

    status: Status = Field(title="Tình trạng", description="postponed là hoãn, cancelled là huỷ")
    date: Day = Field(title="Ngày báo")
    reason: Text = Field(title="Lý do", max_length=300)
    to: When | None = Field(None, title="Hoãn đến")


class Event(Record):
    """Something that takes place at a time, once or again and again.

    `repeats` is a recurrence rule of RFC 5545 (section 3.3.10) with an end; it counts in Vietnam time.
    """

    id: Annotated[Slug, AfterValidator(_not_a_month)] = Field(
        title="Mã", description="Làm địa chỉ trang, không đổi về sau; phải có chữ cái"
    )
    title: Text = Field(title="Tên", max_length=220)
    type: EventType = Field("khac", title="Loại", description=f"Một trong: {', '.join(EVENT_TYPES)}")
    starts: When = Field(title="Bắt đầu", description="2026-11-28T07:30:00+07:00, hoặc ngày nếu cả ngày")
    ends: When | None = Field(None, title="Kết thúc")
    place: Text | None = Field(None, title="Địa điểm", max_length=200)
    host: Text | None = Field(None, title="Người chủ trì, tiếp dân", max_length=160)
    description: Text | None = Field(None, title="Nội dung", max_length=1500)
    groups: tuple[Slug, ...] = Field((), title="Tổ dân phố", description="Mã trong data/to-dan-pho.yml")
    topics: tuple[Slug, ...] = Field((), title="Chủ đề", description="Mã trong data/chu-de.yml")
    announced: Day | None = Field(None, title="Ngày báo trước", description="Ngày niêm yết hoặc gửi giấy mời")
    repeats: Text | None = Field(
        None, title="Lặp lại", description="Ví dụ: FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231", max_length=200
    )
    skips: tuple[Day, ...] = Field(
        (), title="Ngày nghỉ trong chuỗi", description="Những ngày chuỗi lặp không diễn ra"
    )
    changed: Change | None = Field(None, title="Thay đổi")
    result: Text | None = Field(
        None,
        title="Kết quả",
        description="Đường dẫn bài viết, ví dụ /tin-tuc/2026/doi-thoai-quy-4/, hoặc một câu",
        max_length=500,
    )
