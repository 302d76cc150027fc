"""`gandan check`: every problem of the content at once."""

import argparse
import json
import sys

from gandan import clock
from gandan.assemble import assemble
from gandan.command import options
from gandan.problems import Level, Problem

NONE, FOUND, WRONG_USE = 0, 1, 2


def arguments(parser: argparse.ArgumentParser) -> None:
    options.today(parser)
    parser.add_argument("--json", action="store_true", help="in dạng JSON, cho máy đọc")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Prints the problems; 0 without errors, 1 with, 2 for wrong use."""
    try:
        today = clock.today(given.today)
    except clock.NotADay as error:
        print(f"gandan check: {error}.", file=sys.stderr)
        return WRONG_USE
    if not options.is_ward(given.root):
        where = given.root.resolve()
        print(f"gandan check: {where} không phải thư mục của phường.", file=sys.stderr)
        return WRONG_USE
    found = assemble(given.root.resolve(), today)
    errors = sum(problem.level is Level.ERROR for problem in found.problems)
    if given.json:
        print(json.dumps([_plain(one) for one in found.problems], ensure_ascii=False, indent=1))
    else:
        _tell(found.problems, errors)
    return FOUND if errors else NONE


def _tell(problems: tuple[Problem, ...], errors: int) -> None:
    for problem in problems:
        print(problem)
    warnings = len(problems) - errors
    if not problems:
        print("Không có lỗi nào.")
    elif not errors:
        print(f"Không có lỗi; {warnings} điều nên xem lại.")
    else:
        also = f", {warnings} điều nên xem lại" if warnings else ""
        print(f"{errors} lỗi phải sửa{also}. Mỗi mã có một mục trong HUONG-DAN.md.")


def _plain(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "level": problem.level.value,
        "message": problem.message,
        "hint": problem.hint,
    }
