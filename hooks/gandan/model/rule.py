"""Duties as data: what is counted, how long, on which basis; and the ward's plan of publicity."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from gandan.model.decision import Scope
from gandan.model.disclosure import Form
from gandan.model.fields import Day, DayCount, Flag, ItemNumber, Ordinal, Slug, Text
from gandan.model.happening import EventType
from gandan.model.record import Record

Clock = Literal[
    "publish",  # from the day of the document to the day it is publicised
    "posting",  # how long it stays on the board
    "permanent",  # it stays on the board
    "loudspeaker",  # how long it is read out
    "head",  # it goes through the tổ trưởng
    "consultation",  # from the publication of a draft to the last day for opinions
    "answer",  # from a question or recommendation to its answer
    "notice",  # from the announcement to the event
    "sending",  # from the vote to the authority
    "recognition",  # from the authority's receipt to its answer
    "threshold",  # the share of all households
    "preparation",  # from a step that must be done to the event
    "plan",  # what the ward's plan of publicity promises
    "basis",  # what an item rests on is in force
]
Unit = Literal["days", "working_days"]
Bound = Literal["at_least", "at_most"]
Direction = Literal["after", "before"]

SHARE_FORM = r"^[1-9]/[1-9]$"

# What each clock counts: never fewer days than `n`, or never more; after the day it counts from, or before.
COUNTING: Mapping[Clock, tuple[Bound, Direction]] = MappingProxyType(
    {
        "publish": ("at_most", "after"),
        "posting": ("at_least", "after"),
        "loudspeaker": ("at_least", "after"),
        "consultation": ("at_least", "after"),
        "answer": ("at_most", "after"),
        "notice": ("at_least", "before"),
        "preparation": ("at_least", "before"),
        "sending": ("at_most", "after"),
        "recognition": ("at_most", "after"),
    }
)


class Rule(Record):
    """One duty: `clock` says what it counts, `items`, `types` or `matters` say of what.

    `n` is what the ward keeps, `statutory` what the law asks, both in `unit`; a ward may do more for its
    residents, never less. A rule without `statutory` is the ward's own. `statutory_share` does for `share`
    what `statutory` does for `n`.
    """

    id: Slug = Field(title="Mã")
    clock: Clock = Field(title="Đếm gì")
    what: Text = Field(title="Quy tắc", max_length=300)
    kind: Text | None = Field(
        None, title="Loại nội dung", description="Tên tiếng Anh của loại, ví dụ supervision"
    )
    items: tuple[ItemNumber, ...] = Field((), title="Các nội dung công khai", description="Khoản của Điều 11")
    matters: tuple[Ordinal, ...] = Field((), title="Các việc dân quyết định", description="Khoản của Điều 15")
    scope: Scope | None = Field(None, title="Phạm vi biểu quyết", description="Bỏ trống là cả hai")
    types: tuple[EventType, ...] = Field((), title="Các loại sự kiện")
    n: DayCount | None = Field(None, title="Số ngày phường áp dụng")
    statutory: DayCount | None = Field(None, title="Số ngày luật định")
    unit: Unit = Field("days", title="Đơn vị", description="days là ngày, working_days là ngày làm việc")
    bound: Bound = Field(
        "at_least", title="Ít nhất hay nhiều nhất", description="at_least ít nhất, at_most nhiều nhất"
    )
    direction: Direction = Field("after", title="Sau hay trước mốc", description="after sau, before trước")
    counts_from: Text | None = Field(None, title="Mốc đếm", max_length=160)
    inclusive: Flag = Field(
        False, title="Tính cả mốc", description="Ngày mốc cũng là một ngày; với tỷ lệ: đúng bằng cũng đạt"
    )
    share: Text | None = Field(None, title="Tỷ lệ", description="Ví dụ 2/3", pattern=SHARE_FORM)
    statutory_share: Text | None = Field(
        None, title="Tỷ lệ luật định", description="Ví dụ 2/3", pattern=SHARE_FORM
    )
    statutory_inclusive: Flag | None = Field(None, title="Luật tính cả đúng tỷ lệ ấy")
    basis: Text = Field(title="Căn cứ", description="Điều, khoản, số văn bản", max_length=200)
    directive: Slug | None = Field(None, title="Văn bản căn cứ", description="Mã trong data/van-ban")
    valid_from: Day | None = Field(None, title="Áp dụng từ ngày")
    valid_to: Day | None = Field(None, title="Đến hết ngày")
    level: Literal["error", "warning"] = Field(
        "warning", title="Mức báo", description="error thì dừng việc dựng trang"
    )

    @property
    def is_whole(self) -> bool:
        """True when it holds what its clock counts: a number of days, a share, or nothing."""
        if self.clock == "threshold":
            return self.share is not None
        return self.clock not in COUNTING or self.n is not None


class PlannedDisclosure(Record):
    """One line of the ward's plan of publicity (Điều 14 khoản 1): what, in which forms, by when, by whom."""

    item: ItemNumber = Field(title="Nội dung công khai", description="Khoản của Điều 11, số từ 1 đến 14")
    title: Text = Field(title="Tên nội dung", max_length=220)
    from_: Day = Field(alias="from", title="Từ ngày")
    due: Day = Field(title="Chậm nhất ngày")
    forms: tuple[Form, ...] = Field((), title="Hình thức", description="Các điểm của Điều 12 khoản 1")
    unit: Text | None = Field(None, title="Đơn vị thực hiện", max_length=160)
