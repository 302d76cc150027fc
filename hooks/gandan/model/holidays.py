"""The days off of a year, and the weekend days that make up for some of them (`data/ngay-nghi.yml`)."""

from pydantic import Field

from gandan.model.fields import Day, Text
from gandan.model.record import Record


class DaysOff(Record):
    """One holiday: its first and its last day, both off."""

    from_: Day = Field(alias="from", title="Từ ngày")
    until: Day = Field(title="Đến hết ngày")
    name: Text = Field(title="Dịp nghỉ", description="Ví dụ: Tết Nguyên đán", max_length=120)


class Year(Record):
    """What the authorities decided for one year; Saturdays and Sundays are off without being listed.

    Days and periods are those of civil servants: Điều 112 Bộ luật Lao động 45/2019/QH14 and the decision
    or notice of the year, which `sources` names.
    """

    off: tuple[DaysOff, ...] = Field((), title="Các dịp nghỉ")
    working: tuple[Day, ...] = Field(
        (), title="Ngày làm bù", description="Thứ Bảy, Chủ nhật phải đi làm bù cho ngày nghỉ hoán đổi"
    )
    sources: tuple[Text, ...] = Field((), title="Căn cứ", description="Văn bản quyết định lịch nghỉ của năm")
