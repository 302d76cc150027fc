"""Consultations: a draft put to the people, and what came of it (Điều 25-29 Luật 10/2022/QH15)."""

from pydantic import Field

from gandan.model.fields import Count, Day, OpinionMatter, Text
from gandan.model.item import Item
from gandan.model.record import Record


class Feedback(Record):
    """What people answered, summed up without a name (Điều 28 khoản 3)."""

    date: Day = Field(title="Ngày tổng hợp")
    received: Count = Field(title="Số ý kiến nhận được")
    agreed: Count | None = Field(None, title="Số ý kiến tán thành")
    disagreed: Count | None = Field(None, title="Số ý kiến không tán thành")
    other: Count | None = Field(None, title="Số ý kiến khác")
    summary: Text | None = Field(None, title="Tóm tắt các ý kiến", max_length=3000)


class Outcome(Record):
    """What was decided after the consultation; before `date` it is not shown as the outcome."""

    date: Day = Field(title="Ngày công bố kết quả")
    decision: Text = Field(title="Quyết định", description="Quyết định gì, số văn bản", max_length=1000)


class Consultation(Item):
    """A draft on which people may speak until the end of `closes`.

    `matter` is the khoản of Điều 25 of the law; the days between `date` and `closes` are counted by
    Điều 28 khoản 2.
    """

    opens: Day = Field(title="Ngày bắt đầu nhận ý kiến")
    closes: Day = Field(title="Hết hạn góp ý", description="Ngày cuối còn nhận ý kiến")
    matter: OpinionMatter | None = Field(None, title="Khoản của Điều 25", description="Số từ 1 đến 9")
    audience: Text | None = Field(None, title="Ai được lấy ý kiến", max_length=300)
    ways: tuple[Text, ...] = Field((), title="Cách góp ý", description="Mỗi cách một dòng")
    promised: Day | None = Field(None, title="Ngày hẹn công bố kết quả")
    feedback: Feedback | None = Field(None, title="Tổng hợp ý kiến")
    response: Text | None = Field(
        None,
        title="Tiếp thu, giải trình",
        description="Tiếp thu gì, không tiếp thu gì và vì sao",
        max_length=5000,
    )
    outcome: Outcome | None = Field(None, title="Kết quả")
