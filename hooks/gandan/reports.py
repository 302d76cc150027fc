"""Problems -> the texts in which people and hosts read them, each problem in one line."""

import hashlib
import json
from collections.abc import Sequence

from gandan.problems import Level, Problem

SHOWN = 9  # GitHub shows 10 annotations of one kind per step and drops the others without a word
_WORDS = {Level.ERROR: "Lỗi", Level.WARNING: "Nên xem"}
_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_[]<>#|~@&"}
_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "info"}


def text(problems: Sequence[Problem]) -> str:
    """A line for each problem, then how many there are."""
    return "\n".join((*map(_line, problems), total(problems))) + "\n"


def total(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are, as a sentence."""
    errors = sum(problem.level is Level.ERROR for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "Không có lỗi nào."
    if not errors:
        return f"Không có lỗi; {warnings} điều nên xem lại."
    also = f", {warnings} điều nên xem lại" if warnings else ""
    return f"{errors} lỗi phải sửa{also}. Mỗi mã có một mục trong HUONG-DAN.md."


def plain(problems: Sequence[Problem]) -> str:
    """A list as JSON, for machines; its fields are those of the contract."""
    return json.dumps([_fields(one) for one in problems], ensure_ascii=False, indent=1) + "\n"


def github(problems: Sequence[Problem]) -> str:
    """The text, and workflow commands that show the first problems of each level beside their lines.

    https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
    """
    lines = []
    for level, word in _WORDS.items():
        mine = [one for one in problems if one.level is level]
        for one in mine[:SHOWN]:
            file, line, column = one.place
            place = f"file={_value(file)},line={line},col={column},title={_value(f'{word} {one.code}')}"
            lines.append(f"::{level} {place}::{_escaped(_said(one))}")
        if len(mine) > SHOWN:
            lines.append(f"::{level}::Còn {len(mine) - SHOWN} điều nữa: xem bản tóm tắt.")
    return text(problems) + "".join(f"{line}\n" for line in lines)


def summary(problems: Sequence[Problem]) -> str:
    """All problems as Markdown: a heading for each file, short lines, no table that a telephone would cut."""
    if not problems:
        return "## Không có lỗi nào\n"
    errors = sum(one.level is Level.ERROR for one in problems)
    lines = [f"## {errors} lỗi phải sửa, {len(problems) - errors} điều nên xem", ""]
    for file in dict.fromkeys(one.place.file for one in problems):
        lines += [f"**{words(file)}**", ""]
        for one in problems:
            if one.place.file == file:
                lines.append(f"- dòng {one.place.line}: {_WORDS[one.level]} {one.code}. {words(_said(one))}")
        lines.append("")
    return "\n".join(lines)


def gitlab(problems: Sequence[Problem]) -> str:
    """Code Quality: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""
    report = [
        {
            "description": _said(one),
            "check_name": one.code,
            "fingerprint": hashlib.sha256(json.dumps(_fields(one), sort_keys=True).encode()).hexdigest(),
            "severity": _SEVERITIES[one.level],
            "location": {"path": one.place.file, "lines": {"begin": one.place.line}},
        }
        for one in problems
    ]
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def words(said: str) -> str:
    """What staff wrote, as words in Markdown: nothing in it may become a link, a mention or markup."""
    return " ".join(said.translate(_SIGNS).split())


def _line(problem: Problem) -> str:
    # A name of a field may hold a line's end, and what follows it could speak to the host.
    return "".join(letter if letter.isprintable() else " " for letter in str(problem))


def _fields(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "level": problem.level.value,
        "message": problem.message,
        "hint": problem.hint,
    }


def _said(problem: Problem) -> str:
    return f"{problem.message} {problem.hint}".strip()


def _escaped(said: str) -> str:
    """What would end a command, written as GitHub wants it."""
    return said.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(said: str) -> str:
    return _escaped(said).replace(":", "%3A").replace(",", "%2C")
