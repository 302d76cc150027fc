"""News: what happened."""

from pydantic import Field

from gandan.model.fields import When
from gandan.model.record import Item


class News(Item):
    """One thing that happened, told once; it never expires."""

    date: When = Field(
        title="Ngày đăng", description="2026-11-20, hoặc 2026-11-20T16:38:00+07:00 nếu biết giờ"
    )
