"""Supervision by the people: a recommendation and the answer it is owed (Điều 36-45 Luật 10/2022/QH15)."""

from pydantic import Field

from gandan.model.fields import Day, Text
from gandan.model.item import Item


class Supervision(Item):
    """A recommendation of a supervising body to an authority, who must answer in time."""

    by: Text = Field(
        title="Ai giám sát, kiến nghị", description="Ví dụ: Ban Thanh tra nhân dân phường", max_length=160
    )
    received: Day = Field(title="Ngày nhận kiến nghị")
    recommendation: Text = Field(title="Kiến nghị", max_length=3000)
    to: Text = Field(title="Ai phải trả lời", max_length=160)
    due: Day | None = Field(None, title="Hạn trả lời", description="Bỏ trống thì tính theo data/quy-tac.yml")
    answered: Day | None = Field(None, title="Ngày trả lời")
    answer: Text | None = Field(None, title="Nội dung trả lời", max_length=3000)
