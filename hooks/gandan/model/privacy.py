"""What a ward lets out of people's personal data, and why: exceptions of an item, lists the law wants."""

from typing import Literal

from pydantic import Field

from gandan.model.fields import Day, Text
from gandan.model.record import Attachment, Record

Personal = Literal["identity", "telephone", "account", "birth", "plate", "condition", "list"]


class Permit(Record):
    """One exception: what may stand in the item, why, and who decided so on which day."""

    allows: Personal = Field(title="Cho đăng loại nào")
    value: Text | None = Field(
        None,
        title="Chữ hoặc số được đăng",
        description="Chép như trong bài; bỏ trống là mọi chỗ cùng loại trong bài và tệp kèm",
        max_length=120,
    )
    reason: Text = Field(title="Lý do", description="Căn cứ, hoặc sự đồng ý của người ấy", max_length=300)
    approved_by: Text = Field(title="Người duyệt", description="Chức danh và họ tên", max_length=160)
    date: Day = Field(title="Ngày duyệt")


class Naming(Record):
    """That a file names people because a law wants it, and until which day (included) it is shown."""

    basis: Text = Field(
        title="Căn cứ buộc công khai", description="Ví dụ: khoản 9 Điều 11 Luật 10/2022/QH15", max_length=200
    )
    until: Day = Field(title="Đăng đến hết ngày", description="Sau ngày này trang không đưa tệp ra nữa")


class Annex(Attachment):
    """A file beside an item; one that lists people by name says so, and leaves when its day is over."""

    names: Naming | None = Field(None, title="Danh sách có tên người")
