"""Models "Dân vận khéo": who does what well, with figures."""

from pydantic import Field

from gandan.model.fields import CalendarYear, Day, Text
from gandan.model.item import Item
from gandan.model.record import Record


class Figure(Record):
    """One result in numbers."""

    name: Text = Field(title="Chỉ số", max_length=120)
    value: Text = Field(title="Số liệu", description="Số và đơn vị, ví dụ 120 hộ", max_length=60)


class Honour(Record):
    """Who honoured a model, and by which document."""

    date: Day = Field(title="Ngày công nhận")
    by: Text = Field(title="Cơ quan công nhận", max_length=160)
    number: Text | None = Field(None, title="Số, ký hiệu", max_length=60)


class Exemplar(Item):
    """A model worth following: no praise without a figure."""

    year: CalendarYear = Field(title="Năm đăng ký")
    holder: Text = Field(title="Tập thể thực hiện", max_length=160)
    work: Text = Field(title="Việc làm", description="Làm gì, trong một hai câu", max_length=500)
    figures: tuple[Figure, ...] = Field(title="Kết quả bằng số", min_length=1)
    honoured: Honour | None = Field(None, title="Được công nhận")
