"""A problem of the form of a file, found before its fields are known -> the same with the field's label."""

from collections.abc import Iterator
from dataclasses import replace

from gandan import describe, schemas, sections
from gandan.check import labels
from gandan.model import Page, Record
from gandan.problems import Problem


def named(problem: Problem) -> Problem:
    """The problem with `Tiêu đề (title): ` before its words, if the line it speaks of begins with a field."""
    if not problem.name:
        return problem
    label = next((one for model in _models(problem.place.file) if (one := _label(model, problem.name))), None)
    return replace(problem, message=f"{label} ({problem.name}): {problem.message}") if label else problem


def _label(model: type[Record], name: str) -> str | None:
    field = labels.fields(model).get(name)
    return field.title if field else None


def _models(file: str) -> Iterator[type[Record]]:
    """The model of a file's records, then those of the records within them."""
    if found := sections.FILE.match(file):
        model: type[Record] = sections.BY_FOLDER[f"{found[1]}/"].model
    elif facts := schemas.of_file(file):
        model = describe.KINDS[facts.kind].model
    else:
        model = Page
    yield model
    for field in model.model_fields.values():
        yield from labels.records(field.annotation)
