"""What all records share: they are frozen, know no field but their own, and say no rule twice."""

from pydantic import BaseModel, ConfigDict, Field

from gandan.model.fields import Day, Flag, Slug, Text, When


class Record(BaseModel):
    """One thing a ward writes down. Unknown fields are refused, so that a slip of the pen is told."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, validate_by_name=True)


class Attachment(Record):
    """A file to take home; the words stand on the page itself, a file is never the only copy."""

    file: Text = Field(title="Tệp", description="Tên tệp đặt cạnh bài, ví dụ bang-chi-tiet.pdf")
    title: Text = Field(title="Tên gọi", max_length=160)


class Correction(Record):
    """What was wrong and is put right, shown above the item (Điều 22 Luật 104/2016/QH13)."""

    date: Day = Field(title="Ngày đính chính")
    text: Text = Field(title="Nội dung đính chính", max_length=600)


class Item(Record):
    """The fields that every kind written in Markdown has."""

    title: Text = Field(title="Tiêu đề", max_length=220)
    date: When = Field(
        title="Ngày đăng", description="2026-11-20, hoặc 2026-11-20T16:38:00+07:00 nếu biết giờ"
    )
    description: Text | None = Field(
        None, title="Tóm tắt", description="Một hai câu, hiện dưới tiêu đề", max_length=300
    )
    updated: Day | None = Field(None, title="Ngày cập nhật")
    topics: tuple[Slug, ...] = Field((), title="Chủ đề", description="Mã trong data/chu-de.yml")
    groups: tuple[Slug, ...] = Field((), title="Tổ dân phố", description="Mã trong data/to-dan-pho.yml")
    unit: Text | None = Field(None, title="Đơn vị phụ trách", max_length=160)
    source: Text | None = Field(
        None, title="Nguồn", description="Nơi đăng đầu tiên, nếu là bài lấy lại", max_length=300
    )
    author: Text | None = Field(None, title="Tác giả", max_length=120)
    image: Text | None = Field(None, title="Ảnh đầu bài", description="Tên tệp đặt cạnh bài")
    image_alt: Text | None = Field(
        None, title="Mô tả ảnh", description="Điều thấy trong ảnh, cho người không nhìn được"
    )
    image_caption: Text | None = Field(None, title="Chú thích ảnh", max_length=300)
    directives: tuple[Slug, ...] = Field((), title="Văn bản liên quan", description="Mã trong data/van-ban")
    attachments: tuple[Attachment, ...] = Field((), title="Tệp đính kèm")
    corrections: tuple[Correction, ...] = Field((), title="Đính chính")
    draft: Flag = Field(False, title="Bản nháp", description="true thì chưa đăng")
