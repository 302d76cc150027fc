"""Disclosures: what a ward is bound to publicise (Điều 11-14 Luật 10/2022/QH15)."""

from typing import Literal

from pydantic import Field

from gandan.model.fields import Day, ItemNumber, Slug, Text
from gandan.model.item import Item
from gandan.model.record import Record

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


class Content(Record):
    """One of the 14 items by a short name of the ward's own; `also` are what a ward adds under it."""

    item: ItemNumber = Field(title="Nội dung công khai", description="Khoản của Điều 11, số từ 1 đến 14")
    name: Text = Field(title="Tên gọi ngắn", max_length=120)
    also: tuple[Text, ...] = Field(
        (), title="Phường thêm", description="Nội dung phường tự thêm theo quy chế, thường ở khoản 14"
    )


class Catalogue(Record):
    """What must be publicised, as the ward names it (`data/noi-dung-cong-khai.yml`).

    The names are labels, not the law's words; `wording` tells which text they were read in, `checked` when.
    """

    directive: Slug | None = Field(None, title="Văn bản căn cứ", description="Mã trong data/van-ban")
    wording: Text | None = Field(None, title="Theo bản nào", max_length=120)
    checked: Day | None = Field(None, title="Ngày kiểm tra")
    items: tuple[Content, ...] = Field((), title="Các nội dung")
