"""The fields that every kind written in Markdown has."""

from pydantic import Field

from gandan.model.fields import Day, Flag, Slug, Text, When
from gandan.model.privacy import Annex, Permit
from gandan.model.record import Correction, Record


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
        None,
        title="Mô tả ảnh",
        description="Điều thấy trong ảnh, cho người không nhìn được; ảnh chỉ để đẹp: trang trí",
    )
    image_caption: Text | None = Field(None, title="Chú thích ảnh", max_length=300)
    audio: Text | None = Field(
        None, title="Bản đọc", description="Tên tệp .mp3 hoặc .ogg đặt cạnh bài, người xem bấm nghe"
    )
    audio_machine: Flag = Field(False, title="Giọng máy", description="true nếu bản đọc do máy đọc")
    directives: tuple[Slug, ...] = Field((), title="Văn bản liên quan", description="Mã trong data/van-ban")
    attachments: tuple[Annex, ...] = Field((), title="Tệp đính kèm")
    corrections: tuple[Correction, ...] = Field((), title="Đính chính")
    privacy: tuple[Permit, ...] = Field((), title="Được phép đăng dữ liệu cá nhân")
    draft: Flag = Field(False, title="Bản nháp", description="true thì chưa đăng")
