"""A kind, a title, a day and a name -> the file of a new record and its text, with what is wrong with it.

The texts go through the same door as any other: what is told of them, but empty fields, stops the writing.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gandan import addresses, schemas, sections
from gandan.blank import form
from gandan.blank.kinds import Kind
from gandan.check import kinds as door
from gandan.model import Event, Item
from gandan.problems import Problem
from gandan.read.files import Folder
from gandan.read.front import split
from gandan.read.strict import load
from gandan.vietnamese import slug

NAME_LIMIT = 60  # letters of an address that people can still read
MEND = "# Sửa ở đây, rồi chạy: gandan check\n"
EMPTY = "M102"  # what a form leaves to be filled in


class Blank(NamedTuple):
    """A file below the root, its whole text, and the line (from 1) where what is new begins."""

    file: str
    text: str
    line: int = 1


def named(title: str) -> str:
    """`Ngày hội: trăm người gói bánh` -> `ngay-hoi-tram-nguoi-goi-banh`, cut after a whole word."""
    name = slug(title)
    return name if len(name) <= NAME_LIMIT else name[: NAME_LIMIT + 1].rpartition("-")[0] or name[:NAME_LIMIT]


def place(kind: Kind, name: str, day: date) -> str:
    """Where a record of the kind belongs; of an event, the list of its year."""
    if issubclass(kind.model, Item):
        return f"docs/{sections.of(kind.model).folder}{day.year}/{day}-{name}.md"
    if kind.model is Event:
        return f"data/{addresses.CALENDAR}{day.year}.yml"
    if kind.name == "directive":
        return f"data/{addresses.REGISTER}{name}.yml"
    return f"docs/{addresses.ABOUT}{name}.md"


def written(kind: Kind, title: str, name: str, day: date) -> Blank:
    """A file of its own: an item (as a draft), a page, a directive."""
    given = {"title": form.quoted(title)}
    if issubclass(kind.model, Item):
        given |= {"date": day.isoformat(), "draft": "true"}
    file = place(kind, name, day)
    text = form.text(kind.model, given)
    if file.endswith(".yml"):
        return Blank(file, f"{schemas.head(file)}{MEND}{text}")
    return Blank(file, f"---\n{text}---\n")


def listed(kind: Kind, title: str, name: str, day: date | None, file: str, before: str) -> Blank:
    """One more event at the end of its year's list, whose text was `before`."""
    given = {"id": name, "title": form.quoted(title)} | ({"starts": day.isoformat()} if day else {})
    head = before if before.endswith("\n") or not before else f"{before}\n"
    head = f"{head}\n" if head else f"{schemas.head(file)}{MEND}"
    lines = form.text(kind.model, given).splitlines()
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    body = "".join(
        f"{'- ' if number == first else '  '}{line}".rstrip() + "\n" for number, line in enumerate(lines)
    )
    return Blank(file, head + body, head.count("\n") + 1)


def taken(name: str, file: str, before: str) -> bool:
    """Whether an event of the list has that id. Raises Refused, as `told`."""
    events = load(before, file)[0].fields
    return isinstance(events, list) and any(isinstance(one, dict) and one.get("id") == name for one in events)


def told(blank: Blank) -> Iterator[Problem]:
    """What is wrong with what is new in the file; a field left empty is told with code M102.

    Raises Refused of `gandan.read.strict` when the text cannot be read.
    """
    raw, found = (split if blank.file.endswith(".md") else load)(blank.text, blank.file)
    checked = door.records(Folder(raws={blank.file: raw}, files={blank.file: len(blank.text)}))
    for problem in (*found, *checked.problems):
        if problem.place.file == blank.file and problem.place.line >= blank.line:
            yield problem
