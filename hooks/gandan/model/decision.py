"""Decisions of residents: a vote and what came of it (Luật 10/2022/QH15, Điều 15-24)."""

from typing import Literal

from pydantic import Field

from gandan.model.fields import Count, Day, DecisionMatter, Text
from gandan.model.item import Item
from gandan.model.record import Record

Way = Literal["họp", "phát phiếu", "trực tuyến"]
Scope = Literal["tổ dân phố", "toàn phường"]


class Recognition(Record):
    """The authority's answer to a decision: recognised, or refused with a reason (Điều 21)."""

    date: Day = Field(title="Ngày văn bản")
    number: Text | None = Field(None, title="Số, ký hiệu", max_length=60)
    refused: Text | None = Field(None, title="Lý do không công nhận", max_length=1000)


class Decision(Item):
    """A vote of households. Thresholds are counted on `households`, all of them, not on those present.

    Of a vote of the whole ward, `units` tổ dân phố in all and `units_for` in favour are counted too.
    """

    matter: DecisionMatter = Field(title="Khoản của Điều 15", description="Số từ 1 đến 6")
    scope: Scope = Field("tổ dân phố", title="Phạm vi")
    way: Way = Field("họp", title="Hình thức quyết định")
    held: Day = Field(title="Ngày biểu quyết")
    households: Count = Field(title="Tổng số hộ gia đình", ge=1)
    present: Count = Field(title="Số hộ dự họp, hoặc nộp phiếu")
    for_: Count = Field(alias="for", title="Số hộ tán thành")
    against: Count = Field(title="Số hộ không tán thành")
    units: Count | None = Field(None, title="Tổng số tổ dân phố", ge=1)
    units_for: Count | None = Field(None, title="Số tổ dân phố tán thành")
    sent: Day | None = Field(None, title="Ngày gửi Ủy ban nhân dân, Mặt trận")
    recognition: Recognition | None = Field(None, title="Công nhận")
