"""The ward itself, and the lists that its records point to: topics, groups, issuers, old addresses."""

from typing import Literal

from pydantic import Field

from gandan.model.fields import Count, Day, SitePath, Slug, Telephone, Text
from gandan.model.record import Record

LETTER = r"[^\W_]"


class Contact(Record):
    """A telephone and who answers it."""

    name: Text = Field(title="Ai nghe máy", max_length=80)
    number: Telephone = Field(title="Số máy", description="Chữ số và dấu cách, ví dụ 0200 000 0001")
    hours: Text | None = Field(None, title="Giờ nghe máy", max_length=120)


class Ward(Record):
    """The facts of the ward that every page shows (`data/phuong.yml`)."""

    name: Text = Field(title="Tên phường", description="Ví dụ: Phường Bến Mẫu", max_length=80)
    city: Text = Field(title="Tỉnh, thành phố", max_length=80)
    authority: Text = Field(title="Cơ quan chủ quản", max_length=120)
    address: Text = Field(title="Địa chỉ", max_length=200)
    telephones: tuple[Contact, ...] = Field(title="Điện thoại", min_length=1)
    email: Text | None = Field(
        None, title="Thư điện tử", description="Ví dụ: lienhe@benmau.example", pattern=r"^[^@\s]+@[^@\s]+$"
    )
    hours: Text = Field(title="Giờ làm việc", max_length=200)
    reception: Text | None = Field(None, title="Tiếp công dân", max_length=200)
    responsible: Text = Field(title="Chịu trách nhiệm nội dung", max_length=160)
    site_url: Text = Field(
        title="Địa chỉ trang",
        description="Từ https:// đến dấu / cuối cùng, ví dụ https://benmau.example/",
        pattern=r"^https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:/[A-Za-z0-9._~-]+)*/$",
    )
    licence: Text | None = Field(
        None,
        title="Giấy phép dữ liệu mở",
        description="Người khác được dùng lại thế nào, kèm địa chỉ https:// của giấy phép nếu có",
        max_length=300,
    )
    notice: Text | None = Field(None, title="Lời báo ở chân trang", max_length=300)


class Topic(Record):
    """One subject under which items are gathered (`data/chu-de.yml`, the only list of topics)."""

    slug: Slug = Field(title="Mã")
    name: Text = Field(title="Tên chủ đề", max_length=60)
    description: Text | None = Field(None, title="Một dòng giới thiệu", max_length=200)


class Member(Record):
    """One of a tổ dân vận, by what they are there; the name only where public lists tell it."""

    role: Text = Field(title="Việc trong tổ", max_length=120)
    name: Text | None = Field(None, title="Họ và tên", max_length=80)


class Earlier(Record):
    """Where a tổ dân phố belonged, or what it was called, until the end of a day."""

    until: Day = Field(title="Đến hết ngày")
    words: Text = Field(title="Trước đó thuộc đâu, tên gì", max_length=300)


class Group(Record):
    """A tổ dân phố: the smallest place a resident belongs to (`data/to-dan-pho.yml`)."""

    slug: Slug = Field(title="Mã")
    name: Text = Field(title="Tên tổ dân phố", max_length=60)
    description: Text | None = Field(None, title="Địa bàn", max_length=300)
    head: Text | None = Field(None, title="Tổ trưởng", max_length=80)
    telephone: Telephone | None = Field(
        None, title="Số máy của tổ", description="Máy việc chung, không ghi số riêng của ai"
    )
    households: Count | None = Field(None, title="Số hộ")
    team: tuple[Member, ...] = Field((), title="Tổ dân vận")
    before: tuple[Earlier, ...] = Field((), title="Trước đây", description="Khi địa giới hoặc tên đã đổi")


class Abbreviation(Record):
    """A short form and what it stands for (`data/viet-tat.yml`)."""

    short: Text = Field(title="Viết tắt", max_length=20, pattern=LETTER, description="Có chữ hay số")
    long: Text = Field(title="Viết đủ", max_length=120, pattern=LETTER, description="Có chữ hay số")


Family = Literal["state", "party", "front"]


class Issuer(Record):
    """A body that issues documents, as it was called between two days (`data/co-quan.yml`).

    `valid_to` is the last day of that name; from the next day on `successor` stands in its place.
    """

    id: Slug = Field(title="Mã")
    name: Text = Field(title="Tên cơ quan", max_length=160)
    names: tuple[Text, ...] = Field((), title="Cách gọi khác trong văn bản")
    tails: tuple[Text, ...] = Field((), title="Chữ viết tắt trong ký hiệu", description="CP, TW, TU")
    family: Family | None = Field(None, title="Hệ thống")
    valid_from: Day | None = Field(None, title="Có từ ngày")
    valid_to: Day | None = Field(None, title="Đến hết ngày")
    successor: Slug | None = Field(None, title="Cơ quan kế thừa")
    sources: tuple[Text, ...] = Field((), title="Nguồn")


class Removal(Record):
    """Why an address no longer holds its page: what stands there instead is this notice."""

    removed: Day = Field(title="Ngày gỡ")
    title: Text | None = Field(None, title="Tiêu đề cũ", max_length=220)
    reason: Text = Field(title="Lý do", max_length=300)
    unit: Text = Field(title="Đơn vị quyết định", max_length=160)


ON_SITE = "Bắt đầu bằng dấu /, không dấu, ví dụ /tin-tuc/2026/ngay-hoi/"


class OldAddress(Record):
    """An address that was published once: it answers for ever, by a new address or by a removal."""

    address: SitePath = Field(title="Địa chỉ cũ", description=ON_SITE)
    moved: SitePath | None = Field(None, title="Địa chỉ mới", description=ON_SITE)
    removal: Removal | None = Field(None, title="Đã gỡ")
