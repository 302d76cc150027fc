"""What all records share: they are frozen, know no field but their own, and say no rule twice."""

from pydantic import BaseModel, ConfigDict, Field

from gandan.model.fields import Day, Text


class Record(BaseModel):
    """One thing a ward writes down. Unknown fields are refused, so that a slip of the pen is told."""

    # Deferred: a validator takes its time to be made, and no build needs those of all kinds.
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, validate_by_name=True, defer_build=True
    )


class Attachment(Record):
    """A file to take home; the words stand on the page itself, a file is never the only copy."""

    file: Text = Field(title="Tệp", description="Tên tệp đặt cạnh bài, ví dụ bang-chi-tiet.pdf")
    title: Text = Field(title="Tên gọi", max_length=160)


class Correction(Record):
    """What was wrong and is put right, shown above the item (Điều 22 Luật 104/2016/QH13)."""

    date: Day = Field(title="Ngày đính chính")
    text: Text = Field(title="Nội dung đính chính", max_length=600)
