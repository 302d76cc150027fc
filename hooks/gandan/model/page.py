"""Standing pages: the front page, the heads of sections, about the ward."""

from pydantic import Field

from gandan.model.fields import Day, Flag, Text
from gandan.model.record import Record


class Page(Record):
    """A page that stands: it has no day of its own and belongs to no list."""

    title: Text = Field(title="Tiêu đề", max_length=160)
    description: Text | None = Field(None, title="Tóm tắt", max_length=300)
    updated: Day | None = Field(None, title="Ngày cập nhật")
    unit: Text | None = Field(None, title="Đơn vị phụ trách", max_length=160)
    audio: Text | None = Field(
        None, title="Bản đọc", description="Tên tệp .mp3 hoặc .ogg đặt cạnh bài, người xem bấm nghe"
    )
    audio_machine: Flag = Field(False, title="Giọng máy", description="true nếu bản đọc do máy đọc")
