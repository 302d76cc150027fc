"""Notices: what holds for a time (water, roads, elections, health days)."""

from pydantic import Field

from gandan.model.fields import Day, Flag
from gandan.model.item import Item


class Notice(Item):
    """Something to be known or done between two days, both included.

    `from_` is the day of publication when it is not written; without `until` no term is claimed.
    An urgent one stands above the front page from the day it is published to the end of `until`.
    """

    from_: Day | None = Field(None, alias="from", title="Từ ngày", description="Bỏ trống thì là ngày đăng")
    until: Day | None = Field(None, title="Đến hết ngày")
    urgent: Flag = Field(
        False,
        title="Khẩn",
        description="true thì đứng trên đầu trang chủ tới hết ngày ghi ở until",
    )
