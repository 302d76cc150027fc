"""The rows of proof of one disclosure: each by itself, and those of one place together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from gandan.check.entry import Entry
from gandan.model import Disclosure, Posting, Record
from gandan.model.disclosure import Form
from gandan.problems import Problem
from gandan.vietnamese import slug


class Row(NamedTuple):
    """One row of `posted`, and its number there."""

    number: int
    posting: Posting


def by_place(one: Disclosure, form: Form) -> Mapping[str, tuple[Row, ...]]:
    """The rows of one form by place, each place's in order of days; two spellings of a name are one place.

    A row that ends before it begins has no days and is left out.
    """
    places: dict[str, list[Row]] = defaultdict(list)
    for number, row in enumerate(one.posted):
        if row.form == form and not (row.until and row.until < row.from_):
            places[slug(row.place or "")].append(Row(number, row))
    return {
        place: tuple(sorted(rows, key=lambda row: (row.posting.from_, row.number)))
        for place, rows in places.items()
    }


def problems(entry: Entry[Record]) -> Iterator[Problem]:
    """D112, D113, D114, D120 of one disclosure; nothing for another kind."""
    one = entry.record
    if not isinstance(one, Disclosure):
        return
    if one.date.day < one.decided:
        yield _early(entry, one, "date")
    for number, row in enumerate(one.posted):
        if row.until and row.until < row.from_:
            message = f"ngày cuối {row.until:%d/%m/%Y} trước ngày đầu {row.from_:%d/%m/%Y}."
            yield Problem(entry.at("posted", number, "until"), "D112", message, "Xem lại «from» và «until».")
        if row.form == "a" and not row.place:
            hint = "Thêm «place», mỗi nơi một dòng."
            yield Problem(entry.at("posted", number), "D120", "niêm yết mà chưa ghi nơi nào.", hint)
        if row.from_ < one.decided:
            yield _early(entry, one, "posted", number, "from")
    for form in ("a", "c"):
        for rows in by_place(one, form).values():
            yield from _together(entry, rows)


def _early(entry: Entry[Record], one: Disclosure, *path: str | int) -> Problem:
    message = f"công khai trước ngày văn bản {one.decided:%d/%m/%Y} (decided)."
    return Problem(entry.at(*path), "D114", message, "So lại hai ngày với văn bản.")


def _together(entry: Entry[Record], rows: tuple[Row, ...]) -> Iterator[Problem]:
    """Two rows of one place that share a day: which of them hung there cannot be told."""
    for before, row in pairwise(rows):
        end = before.posting.until
        if end is None or row.posting.from_ <= end:
            until = f"đến hết {end:%d/%m/%Y}" if end else "chưa có ngày cuối"
            message = (
                f"cùng nơi, cùng ngày với dòng thứ {before.number + 1} của «posted» "
                f"(từ {before.posting.from_:%d/%m/%Y}, {until})."
            )
            hint = "Ghi «until» của đợt trước, cho đợt sau bắt đầu sau ngày ấy; nơi khác thì ghi tên khác."
            yield Problem(entry.at("posted", row.number, "from"), "D113", message, hint)
