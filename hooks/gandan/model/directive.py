"""Directives: laws, decrees, Party documents and the ward's own, as the register keeps them."""

from typing import Literal

from pydantic import Field

from gandan.model.fields import Day, RoughDay, Slug, Text
from gandan.model.record import Attachment, Record
from gandan.model.ward import Family

DirectiveType = Literal[
    "Hiến pháp",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Lệnh",
    "Nghị quyết",
    "Nghị quyết liên tịch",
    "Nghị định",
    "Quyết định",
    "Chỉ thị",
    "Thông tư",
    "Thông tư liên tịch",
    "Quy định",
    "Quy chế",
    "Quy ước",
    "Kết luận",
    "Hướng dẫn",
    "Chương trình",
    "Kế hoạch",
    "Đề án",
    "Phương án",
    "Thông báo",
    "Thông cáo",
    "Thông tri",
    "Báo cáo",
    "Tờ trình",
    "Biên bản",
    "Công văn",
    "Công điện",
    "Văn bản hợp nhất",
    "Chưa rõ",
]

RelationKind = Literal[
    "replaces",
    "replaced_by",
    "repeals",
    "repealed_by",
    "amends",
    "amended_by",
    "details",
    "detailed_by",
    "implements",
    "implemented_by",
    "continues",
    "continued_by",
    "corrects",
    "corrected_by",
    "cites",
    "cited_by",
]

Force = Literal["unknown", "partly", "suspended"]


class Relation(Record):
    """What this document does to another, or what another does to it.

    `target` is the id of a record, or the written number of a document that the register lacks;
    a written number has a slash, an id never has one. `articles` names the parts; without it, the whole.
    """

    kind: RelationKind = Field(title="Loại quan hệ")
    target: Text = Field(title="Văn bản kia", description="Mã trong data/van-ban, hoặc số ký hiệu")
    articles: tuple[Text, ...] = Field((), title="Các điều, khoản")


class Directive(Record):
    """One document, known by issuer + type + number + date, never by its number alone."""

    number: Text | None = Field(None, title="Số, ký hiệu", max_length=60)
    type: DirectiveType = Field(title="Loại văn bản")
    issuer: Slug = Field(title="Cơ quan ban hành", description="Mã trong data/co-quan.yml")
    family: Family | None = Field(None, title="Hệ thống")
    issued: RoughDay | None = Field(None, title="Ngày ban hành", description="Có thể chỉ có năm")
    effective: Day | None = Field(None, title="Ngày có hiệu lực")
    expires: Day | None = Field(
        None, title="Ngày hết hiệu lực", description="Ngày đầu tiên không còn hiệu lực"
    )
    title: Text = Field(title="Trích yếu", max_length=400)
    signer: Text | None = Field(None, title="Người ký", max_length=80)
    summary: Text | None = Field(None, title="Nói ngắn gọn", max_length=3000)
    force: Force | None = Field(
        None, title="Hiệu lực", description="Chỉ ghi điều mà ngày tháng không nói được"
    )
    checked: Day | None = Field(None, title="Ngày kiểm tra gần nhất")
    relations: tuple[Relation, ...] = Field((), title="Quan hệ")
    aliases: tuple[Text, ...] = Field((), title="Cách gọi khác", description="Viết đúng như trong bài")
    topics: tuple[Slug, ...] = Field((), title="Chủ đề")
    files: tuple[Attachment, ...] = Field((), title="Tệp toàn văn")
    sources: tuple[Text, ...] = Field(title="Nguồn", min_length=1)
