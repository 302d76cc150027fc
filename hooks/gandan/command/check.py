"""`gandan check`: every problem of the content at once."""

import argparse
import sys
from pathlib import Path

from gandan import clock, reports
from gandan.assemble import assemble
from gandan.command import host, options
from gandan.problems import Problem, errors

NONE, FOUND, WRONG_USE = 0, 1, 2
FORMS = ("auto", "text", "json", "github", "gitlab")
_FORM = "in dạng nào: text, json, github, gitlab (mặc định: auto, tự chọn theo nơi chạy)"


def arguments(parser: argparse.ArgumentParser) -> None:
    options.today(parser)
    parser.add_argument("--format", choices=FORMS, default="auto", metavar="DẠNG", help=_FORM)
    parser.add_argument("--json", action="store_true", help="như --format json, cho máy đọc")
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
    _tell(found.problems, "json" if given.json else given.format, given.root)
    return FOUND if errors(found.problems) else NONE


def _tell(problems: tuple[Problem, ...], form: str, root: Path) -> None:
    chosen = host.form() if form == "auto" else form
    if form == "auto" and chosen == "gitlab":  # the log is for people, the file for the host
        (root / host.CODE_QUALITY).write_text(reports.gitlab(problems), "utf-8")
        chosen = "text"
    if chosen == "github":
        host.summarise(reports.summary(problems))
    print(_REPORTS[chosen](problems), end="")


_REPORTS = {
    "text": reports.text,
    "json": reports.plain,
    "github": reports.github,
    "gitlab": reports.gitlab,
}
