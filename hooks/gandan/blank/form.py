"""A model -> a form in YAML: what is required stands there empty, the rest behind a # that is taken away.

`# words` explain, `#name:` is a field that is not used yet: without its # it stands where it belongs.
"""

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from gandan import describe
from gandan.describe import Row
from gandan.model import Item, Record

WIDTH = 100  # letters of a line of explanation
HEAD = """\
# Dòng có dấu # ở đầu là lời giải thích hoặc mục chưa dùng, máy bỏ qua. Điền giá trị sau dấu hai chấm;
# muốn dùng mục nào dưới hàng «Không bắt buộc» thì xoá dấu # ở đầu các dòng của mục ấy.
"""
OPTIONAL = "# --- Không bắt buộc ---"


def text(model: type[Record], given: Mapping[str, str]) -> str:
    """The fields of a record: first those in `given` (values as YAML) or required, then the optional ones."""
    rows = tuple(describe.rows(model))
    used, unused = _parted(rows, (), given)
    lines = [HEAD.rstrip("\n")]
    for row in used:
        lines += _field(row, rows, given.get(row.path[-1], ""))
    if unused:
        lines += ["", OPTIONAL]
    # What only this kind has is asked for more often than what all have.
    for row in sorted(unused, key=lambda row: row.path[-1] in Item.model_fields):
        lines += _behind(_field(row, rows, ""))
    return "\n".join(lines) + "\n"


def quoted(words: str) -> str:
    """A title as a value of YAML that no letter of it can spoil."""
    return json.dumps(words, ensure_ascii=False)


def _parted(
    rows: Sequence[Row], path: tuple[str, ...], given: Mapping[str, str]
) -> tuple[list[Row], list[Row]]:
    mine = [row for row in rows if row.path[:-1] == path]
    used = [row for row in mine if row.required or row.path[-1] in given]
    return used, [row for row in mine if row not in used]


def _field(row: Row, rows: Sequence[Row], value: str) -> list[str]:
    name = row.path[-1]
    said = [*_explained(row), f"{name}: {value}".rstrip()]
    if row.inner:
        inside = list(_inside(row, rows))
        return said + (_listed(inside) if row.many else [f"  {line}" for line in inside])
    return [*said, "  -"] if row.many else said


def _inside(row: Row, rows: Sequence[Row]) -> Iterator[str]:
    used, unused = _parted(rows, row.path, {})
    for one in used:
        yield from _field(one, rows, "")
    for one in unused:
        yield from _behind(_field(one, rows, ""))


def _listed(lines: list[str]) -> list[str]:
    """The fields of the first thing of a list: its first field carries the dash."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return [f"  {'- ' if number == first else '  '}{line}" for number, line in enumerate(lines)]


def _behind(lines: list[str]) -> list[str]:
    """A field that is not used: its explanation as it is, the rest behind a #."""
    explained = next(number for number, line in enumerate(lines) if not line.startswith("# "))
    return lines[:explained] + [f"#{line}" for line in lines[explained:]]


def _explained(row: Row) -> list[str]:
    way = row.way.replace("`", "")
    words = f"{row.label}{': ' if way else ''}{way}"
    return textwrap.wrap(
        words,
        WIDTH,
        initial_indent="# ",
        subsequent_indent="# ",
        break_long_words=False,
        break_on_hyphens=False,
    )
