"""YAML without surprises: every scalar is text, no field twice, no anchors, aliases or tags.

PyYAML's own loaders read 012 as 10, 12:30 as 750 and no as False, keep the last of two equal keys in
silence and let 300 bytes of aliases grow to a million nodes. Here the parser's events become plain values,
and whatever could surprise is told with its line and column.
"""

import re
from collections.abc import Iterator
from typing import NoReturn, TypeAlias

import yaml

from gandan.problems import Place, Problem
from gandan.read import sayings, slips, syntax
from gandan.read.letters import UNSEEN, settle, settled
from gandan.read.raw import Path, Raw, Value
from gandan.vietnamese import clean

DEPTH = 12
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Marks: TypeAlias = dict[Path, tuple[int, int]]


class Refused(Exception):
    """The text cannot be taken; carries the one problem that stopped the reading."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def load(text: str, file: str, line: int = 1) -> tuple[Raw, list[Problem]]:
    """YAML text whose first line is line `line` of `file`, and what is wrong with it.

    Raises Refused when nothing useful can be read.
    """
    reader = _Reader(file, line - 1, text.split("\n"))
    try:
        fields = reader.document(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        raise Refused(syntax.problem(error, text, file, line - 1)) from None
    except yaml.YAMLError:
        message = "có ký tự mà YAML không đọc được."
        raise Refused(Problem(Place(file, line), "Y101", message, sayings.RETYPE)) from None
    return Raw(file, fields, reader.marks, reader.keys), reader.problems


class _Reader:
    def __init__(self, file: str, offset: int, lines: list[str]) -> None:
        self.file = file
        self.offset = offset
        self.lines = lines
        self.marks: Marks = {}
        self.keys: Marks = {}
        self.problems: list[Problem] = []

    def document(self, events: Iterator[yaml.Event]) -> Value:
        value: Value = None
        seen = False
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    hint = "Mỗi tệp chỉ một phần; bỏ dòng --- thừa."
                    self._refuse(event, "Y101", "có hơn một phần trong cùng một tệp.", hint)
                seen = True
            elif isinstance(event, yaml.NodeEvent):
                value = self._value(event, events, ())
        return value

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Value:
        self._plain(event, path)
        self.marks[path] = self._mark(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        text = _text(event)
        if text and not settled(text) and (UNSEEN.search(text) or clean(text) != text):
            text = self._seen(text, event)
        self._remark(event)
        return text

    def _seen(self, text: str, event: yaml.Event) -> str:
        # "\b" and the like, which stood in the file as two letters and passed the door so.
        message = "dấu \\ trong nháy kép làm ra ký tự không nhìn thấy; đã bỏ khi đăng."
        place = Place(self.file, *self._mark(event))
        self.problems.append(Problem(place, "C103", message, sayings.BACKSLASH[1]))
        return settle(text, self.file)[0]

    def _remark(self, event: yaml.Event) -> None:
        # `title: Tổ 2 #sửa mái`: to YAML the rest is a remark, to whoever wrote it half of the title.
        end = event.end_mark
        if getattr(event, "style", None) or end is None or end.line >= len(self.lines):
            return
        rest = self.lines[end.line][end.column :]
        if not re.match(r"[ \t]+#", rest):
            return
        place = Place(self.file, end.line + 1 + self.offset, end.column + 1 + rest.index("#"))
        message = f"phần sau dấu # bị bỏ: «{rest.strip()[:40]}»."
        hint = 'Đặt cả câu trong dấu nháy kép "…"; ghi chú thì viết ở dòng riêng.'
        name = slips.name(self.lines[end.line])
        self.problems.append(Problem(place, "Y108", message, hint, name=name))

    def _mapping(self, events: Iterator[yaml.Event], path: Path) -> Value:
        fields: dict[str, Value] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            self._plain(event, path)
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(event, "Y106", "tên mục phải là chữ.", "Viết dạng «ten: giá trị».")
            name, mark = str(event.value), self._mark(event)
            again = name in fields
            value = self._value(next(events), events, (*path, f"{name} 2" if again else name))
            if again:
                line = self.keys[*path, name][0]
                message = f"mục «{name}» viết hai lần (lần đầu ở dòng {line})."
                place = Place(self.file, *mark)
                self.problems.append(Problem(place, "Y102", message, "Giữ một, xoá một.", name=name))
                continue
            fields[name] = value
            self.keys[*path, name] = mark
        return fields

    def _sequence(self, events: Iterator[yaml.Event], path: Path) -> Value:
        values: list[Value] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._value(event, events, (*path, len(values))))
        return values

    def _plain(self, event: yaml.Event, path: Path) -> None:
        if len(path) > DEPTH:
            hint = "Bớt thụt vào, bớt dấu ngoặc."
            self._refuse(event, "Y107", f"lồng sâu quá {DEPTH} tầng.", hint)
        marked = getattr(event, "anchor", None) or getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent) or marked:
            message = "dấu & * ! của YAML không được dùng ở đây."
            self._refuse(event, "Y103", message, 'Đặt cả giá trị trong dấu nháy kép "…".')

    def _mark(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        return (mark.line + 1 + self.offset, mark.column + 1) if mark else (1 + self.offset, 1)

    def _refuse(self, event: yaml.Event, code: str, message: str, hint: str) -> NoReturn:
        line, column = self._mark(event)
        name = slips.name("".join(self.lines[line - 1 - self.offset :][:1]))
        raise Refused(Problem(Place(self.file, line, column), code, message, hint, name=name))


def _text(event: yaml.Event) -> str | None:
    """The scalar as it was written; nothing, ~ and null without quotes are None."""
    if not isinstance(event, yaml.ScalarEvent):
        return None
    empty = event.value in ("", "~", "null") and event.implicit[0]
    return None if empty else str(event.value)
