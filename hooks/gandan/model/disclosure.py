"""Disclosures: what a ward is bound to publicise (Điều 11-14 Luật 10/2022/QH15)."""

from typing import Literal

from pydantic import Field

from gandan.model.fields import Day, ItemNumber, Text
from gandan.model.record import Item, Record

# The points of Điều 12 khoản 1; the law's alphabet has đ, and neither f nor j.
Form = Literal["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"]


class Posting(Record):
    """One row of proof: in which form, where, from and until which day (both included), by whom."""

    form: Form = Field(title="Hình thức", description="Điểm của Điều 12 khoản 1")
    place: Text | None = Field(None, title="Nơi niêm yết, nơi phát", max_length=200)
    from_: Day = Field(alias="from", title="Từ ngày")
    until: Day | None = Field(
        None, title="Đến hết ngày", description="Bỏ trống khi chưa gỡ, hoặc niêm yết thường xuyên"
    )
    by: Text | None = Field(
        None,
        title="Người thực hiện",
        description="Chức danh, không ghi tên riêng nếu không cần",
        max_length=160,
    )


class Disclosure(Item):
    """One publication of one of the 14 items; `decided` is the day of its decision or document."""

    item: ItemNumber = Field(title="Nội dung công khai", description="Khoản của Điều 11, số từ 1 đến 14")
    number: Text | None = Field(None, title="Số, ký hiệu văn bản", max_length=60)
    decided: Day = Field(title="Ngày văn bản")
    posted: tuple[Posting, ...] = Field((), title="Đã công khai ở đâu")
