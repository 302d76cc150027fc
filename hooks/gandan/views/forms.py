"""The ten forms of publicity by their points of the law, and the days of a row, in words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from gandan import dates
from gandan.dates import Stamp
from gandan.model import Disclosure, Form, Posting
from gandan.model.rule import Rule

# Points of Điều 12 khoản 1 Luật 10/2022/QH15, by short labels of our own.
NAMES: Mapping[Form, str] = MappingProxyType(
    {
        "a": "Niêm yết",
        "b": "Trang thông tin điện tử",
        "c": "Truyền thanh",
        "d": "Qua Tổ trưởng tổ dân phố",
        "đ": "Gửi văn bản đến người dân",
        "e": "Hội nghị trao đổi, đối thoại",
        "g": "Tiếp công dân, tiếp xúc cử tri, họp báo",
        "h": "Thông báo đến tổ chức chính trị - xã hội",
        "i": "Mạng viễn thông, mạng xã hội",
        "k": "Hình thức khác",
    }
)

Piece = str | Stamp


class Shown(NamedTuple):
    """One form at one place: the point and its words, where, from and until which day, by whom.

    `until` is None where no end is written; `remark` then says what that means.
    """

    form: Form
    name: str
    place: str | None
    since: Stamp
    until: Stamp | None
    remark: str | None
    by: str | None

    @property
    def term(self) -> tuple[Piece, ...]:
        """Its days in a line: `từ 16/10/2026 đến hết 20/11/2026`."""
        if self.until is None:
            first = "từ " if self.remark else "ngày "
            return (first, self.since, f", {self.remark}" if self.remark else "")
        if self.until == self.since:
            return ("ngày ", self.since)
        return ("từ ", self.since, " đến hết ", self.until)

    @property
    def line(self) -> tuple[Piece, ...]:
        """The whole row in a line, as the register has it."""
        where = f"{self.place}, " if self.place else ""
        who = (f" ({self.by})",) if self.by else ()
        return (f"{self.form}) {self.name}: {where}", *self.term, *who)


def of(one: Disclosure, permanent: Rule | None) -> tuple[Shown, ...]:
    """Every form in which it was publicised, in the law's order; the page itself is form b.

    `permanent` is the rule by which the item stays on the board, if there is one.
    """
    rows = [_shown(row, permanent) for row in one.posted]
    if all(row.form != "b" for row in rows):
        since = dates.short(one.date.day)
        rows.append(Shown("b", NAMES["b"], None, since, None, "không gỡ", None))
    order = list(NAMES)
    return tuple(sorted(rows, key=lambda row: (order.index(row.form), row.since.iso)))


def _shown(row: Posting, permanent: Rule | None) -> Shown:
    until = dates.short(row.until) if row.until else None
    remark = None
    if row.until is None and row.form == "a":
        remark = "thường xuyên" if permanent else "chưa gỡ"
    return Shown(row.form, NAMES[row.form], row.place, dates.short(row.from_), until, remark, row.by)
