"""A slip of the pen in any field of any kind is told with its place, the field in Vietnamese, and the mend.

Each case starts from a right record with every field of its model, spoils one field in one way, and asks for
a problem at that very place.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import values

from gandan import describe, sections
from gandan.check import fields
from gandan.check.kinds import records
from gandan.describe import KINDS, Part, Row
from gandan.model import Record
from gandan.problems import Problem
from gandan.read.files import folder
from gandan.read.raw import Path as Names
from gandan.read.raw import Raw, Value
from gandan.read.strict import load

ENGLISH = re.compile(
    r"\b(error|invalid|expected|missing|required|unknown|field|value|should|string|input|none|null)\b", re.I
)
AS_WRITTEN = r"error thì|«[^»]*»|\([a-z_]+\)|(?:Chọn một|Các mục có|Một trong): .*"


class Field(NamedTuple):
    """A field of a kind: its row of the guide, where it stands in the sample, what its schema says."""

    kind: str
    model: type[Record]
    row: Row
    path: Names
    parts: tuple[Part, ...]

    @property
    def name(self) -> str:
        return self.row.path[-1]


def found(kind: str) -> Iterator[Field]:
    model = KINDS[kind].model
    whole = model.model_json_schema()
    for row in describe.rows(model):
        path, part = place(row.path, whole)
        yield Field(kind, model, row, path, tuple(parts(part)))


def place(names: tuple[str, ...], whole: Part) -> tuple[Names, Part]:
    """Where a field stands in the sample (its lists have one thing), and its part of the schema."""
    record, path = whole, ()
    for name in names[:-1]:
        path = (*path, name)
        inside = list(parts(record["properties"][name]))
        if any(part.get("type") == "array" for part in inside):
            path = (*path, 0)
        reference = next(part["$ref"] for part in inside if "$ref" in part)
        record = whole["$defs"][reference.rpartition("/")[2]]
    return (*path, names[-1]), record["properties"][names[-1]]


def parts(field: Part) -> Iterator[Part]:
    yield field
    for part in (*field.get("anyOf", ()), *([field["items"]] if "items" in field else ())):
        yield from parts(part)


FIELDS = {kind: tuple(found(kind)) for kind in KINDS}


# --- the slips -----------------------------------------------------------------------------------

Slip = Callable[[Field], "Value | None"]  # what is written instead; None where the slip cannot be made


def leaf(field: Field) -> bool:
    return not field.row.inner and not field.row.many


def a_list(field: Field) -> Value:
    return ["a", "b"] if leaf(field) else None


def one_line(field: Field) -> Value:
    return "mau" if field.row.inner or field.row.many else None


def names(field: Field) -> Value:
    return {"a": "b"} if leaf(field) else None


def of_days(field: Field, written: str) -> Value:
    patterns = " ".join(part.get("pattern", "") for part in field.parts)
    days = any(part.get("format") == "date" for part in field.parts) or r"\d{4}" in patterns
    return listed(field, written) if days and not field.row.inner else None


def listed(field: Field, written: str) -> Value:
    return [written] if field.row.many else written


def chosen(field: Field) -> Value:
    return listed(field, "khác hẳn") if any("enum" in part for part in field.parts) else None


def too_long(field: Field) -> Value:
    limit = next((part["maxLength"] for part in field.parts if "maxLength" in part), None)
    return listed(field, "m" * (limit + 7)) if limit else None


def of_another_form(field: Field) -> Value:
    formed = any(part.get("pattern") or part.get("type") in ("integer", "boolean") for part in field.parts)
    return listed(field, "!?") if formed and not field.row.inner else None


def nothing(field: Field) -> Value:
    return listed(field, "") if leaf(field) or (field.row.many and not field.row.inner) else None


SLIPS: dict[str, Slip] = {
    "a list for one value": a_list,
    "one value for a list or for fields": one_line,
    "fields for a value": names,
    "a day as people write it": lambda field: of_days(field, "20/11/2026"),
    "a day that does not exist": lambda field: of_days(field, "2026-02-30"),
    "a day in words": lambda field: of_days(field, "hôm qua"),
    "a year of another age": lambda field: of_days(field, "0026-11-20"),
    "a choice that is none": chosen,
    "too long": too_long,
    "another form": of_another_form,
    "nothing in quotes": nothing,
}


def opened(field: Field) -> tuple[Value, dict[str, Value]]:
    """A right record, and what holds the field in it."""
    whole = values.right(field.model)
    holder: Value = whole
    for part in field.path[:-1]:
        holder = holder[part]  # type: ignore[index, call-overload]
    assert isinstance(holder, dict)
    return whole, holder


def spoiled(field: Field, written: Value) -> Value:
    whole, holder = opened(field)
    holder[field.name] = written
    return whole


def told(model: type[Record], value: Value) -> tuple[list[Problem], Raw]:
    """The problems of a record that stands in a file as JSON does, a field a line."""
    raw = load(json.dumps(value, ensure_ascii=False, indent=1), "a.yml")[0]
    return fields.record(model, raw.fields, raw)[1], raw


def right_to_the_point(problem: Problem, field: Field) -> None:
    assert field.row.label in problem.message and f"({field.name})" in problem.message, problem
    assert problem.hint and (problem.message + problem.hint).endswith((".", "?")), problem
    assert not ENGLISH.search(re.sub(AS_WRITTEN, "", f"{problem.message} {problem.hint}")), problem


@pytest.mark.parametrize("kind", KINDS)
def test_the_sample_is_right(kind: str) -> None:
    assert told(KINDS[kind].model, values.right(KINDS[kind].model))[0] == []


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_value_is_told_where_it_stands(kind: str, slip: str) -> None:
    for field in FIELDS[kind]:
        written = SLIPS[slip](field)
        if written is None:
            continue
        problems, raw = told(field.model, spoiled(field, written))
        ends = [path for path in raw.marks if path[: len(field.path)] == field.path]
        mine = [one for one in problems if one.place in {raw.at(*path) for path in ends}]
        assert len(mine) == 1, (field.path, written, problems)
        right_to_the_point(mine[0], field)


NAMES: dict[str, Callable[[Field], str]] = {
    "a letter too many": lambda field: field.name + "z",
    "two letters changed about": lambda field: field.name[:-2] + field.name[:-3:-1],
    "capitals": lambda field: field.name.upper(),
    "in Vietnamese": lambda field: field.row.label,
}


@pytest.mark.parametrize("slip", NAMES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_misspelt_name_is_told_with_the_right_one(kind: str, slip: str) -> None:
    for field in FIELDS[kind]:
        wrong = NAMES[slip](field)
        if wrong == field.name:  # `address`, its last two letters changed about
            continue
        value, holder = opened(field)
        holder[wrong] = holder.pop(field.name)
        problems, raw = told(field.model, value)
        mine = [one for one in problems if one.place == raw.key(*field.path[:-1], wrong)]
        assert mine and f"«{wrong}»" in mine[0].message, (field.path, problems)
        assert mine[0].hint.startswith("Có phải «") and f"«{field.name}» ({field.row.label})" in mine[0].hint


@pytest.mark.parametrize("kind", KINDS)
def test_quotes_that_would_stay_are_told(kind: str) -> None:
    for field in FIELDS[kind]:
        if field.row.inner:
            continue
        problems, raw = told(field.model, spoiled(field, listed(field, "“Mẫu”")))
        place = raw.at(*field.path, *([0] if field.row.many else []))
        mine = [one for one in problems if one.place == place and one.code == "M109"]
        assert len(mine) == 1, field.path
        right_to_the_point(mine[0], field)


FORMS: dict[str, Callable[[str], str]] = {
    "no space behind the colon": lambda name: f"{name}:mẫu",
    "no colon": lambda name: f"{name} mẫu",
    "a colon in the value": lambda name: f"{name}: mẫu: thử",
    "a quote that is not closed": lambda name: f'{name}: "mẫu',
    "a bracket that is not closed": lambda name: f"{name}: [mẫu",
    "half a value behind a sign": lambda name: f"{name}: mẫu #thử",
    "a star": lambda name: f"{name}: *mẫu*",
    "twice": lambda name: f"{name}: mẫu\n{name}: thử",
}
FILES = {
    **{one.kind: f"docs/{one.folder}2026/mau.md" for one in sections.SECTIONS},
    "page": "docs/gioi-thieu/mau.md",
    "directive": "data/van-ban/mau.yml",
    "ward": "data/phuong.yml",
}


@pytest.mark.parametrize("slip", FORMS)
@pytest.mark.parametrize("kind", FILES)
def test_a_slip_that_yaml_cannot_read_names_the_field_too(kind: str, slip: str, tmp_path: Path) -> None:
    for field in FIELDS[kind]:
        if len(field.path) > 1:
            continue
        text = f"truoc: a\n{FORMS[slip](field.name)}\nsau: b\n"
        file = tmp_path / FILES[kind]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{text}---\n" if file.suffix == ".md" else text, "utf-8")
        line = (3 if file.suffix == ".md" else 2) + (slip == "twice")
        mine = [one for one in records(folder(tmp_path)).problems if one.place[:2] == (FILES[kind], line)]
        assert mine and mine[0].code.startswith("Y"), (field.path, mine)
        right_to_the_point(mine[0], field)


@pytest.mark.parametrize("way", ["left out", "left empty"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_required_field_is_missed(kind: str, way: str) -> None:
    for field in FIELDS[kind]:
        if not field.row.required:
            continue
        value, holder = opened(field)
        if way == "left out":
            del holder[field.name]
            holder["title" if field.name != "title" and "title" in holder else "zzz"] = "x"
        else:
            holder[field.name] = None
        problems, raw = told(field.model, value)
        place = raw.at(*field.path)
        mine = [one for one in problems if f"({field.name}): " in one.message and one.place == place]
        assert len(mine) == 1, problems
        right_to_the_point(mine[0], field)
