"""Questions of residents and their answers; who asked is never recorded."""

from pydantic import Field

from gandan.model.fields import Day
from gandan.model.item import Item


class Question(Item):
    """A question in the title, what was asked and answered in the body.

    `due` is counted from `asked` where it is not written.
    """

    asked: Day = Field(title="Ngày hỏi")
    due: Day | None = Field(None, title="Hạn trả lời", description="Bỏ trống thì tính theo data/quy-tac.yml")
    answered: Day | None = Field(None, title="Ngày trả lời")
