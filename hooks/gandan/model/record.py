"""What all records share: they are frozen, know no field but their own, and say no rule twice."""

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from gandan.model.fields import Day, Text


class Record(BaseModel):
    """One thing a ward writes down. Unknown fields are refused, so that a slip of the pen is told."""

    # Deferred: a validator takes its time to be made, and no build needs those of all kinds.
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, validate_by_name=True, defer_build=True
    )

    def __getstate__(self) -> dict[str, Any]:
        """The fields that were written: what pickle keeps of it, with which it is again in half the time."""
        written = self.__pydantic_fields_set__
        return {name: value for name, value in self.__dict__.items() if name in written}

    def __setstate__(self, state: dict[str, Any]) -> None:
        fill(self, unwritten(type(self)) | state, set(state))


def fill(record: Record, fields: dict[str, Any], written: set[str]) -> None:
    """Let a record that says nothing yet have these fields, all of its model, of which some were written."""
    put = object.__setattr__  # it is frozen
    put(record, "__dict__", fields)
    put(record, "__pydantic_fields_set__", written)
    put(record, "__pydantic_extra__", None)
    put(record, "__pydantic_private__", None)


@cache
def unwritten(model: type[Record]) -> dict[str, Any]:
    """Every field of a model in its order, with what stands for it where it was not written."""
    return {name: field.default for name, field in model.model_fields.items()}


class Attachment(Record):
    """A file to take home; the words stand on the page itself, a file is never the only copy."""

    file: Text = Field(title="Tệp", description="Tên tệp đặt cạnh bài, ví dụ bang-chi-tiet.pdf")
    title: Text = Field(title="Tên gọi", max_length=160)


class Correction(Record):
    """What was wrong and is put right, shown above the item (Điều 22 Luật 104/2016/QH13)."""

    date: Day = Field(title="Ngày đính chính")
    text: Text = Field(title="Nội dung đính chính", max_length=600)
