"""`gandan check`: every problem of the content at once."""

import argparse
import importlib
import sys
from pathlib import Path

from gandan import clock, reports, writing
from gandan.assemble import assemble
from gandan.cache import Store
from gandan.command import host, options
from gandan.problems import Problem, errors

NONE, FOUND, WRONG_USE = 0, 1, 2
FORMS = ("auto", "text", "json", "github", "gitlab")
_FORM = "in dạng nào: text, json, github, gitlab (mặc định: auto, tự chọn theo nơi chạy)"

_PRIVACY = "kể mọi ngoại lệ về dữ liệu cá nhân, mọi danh sách có tên người: lý do, ai duyệt, đến bao giờ"


def arguments(parser: argparse.ArgumentParser) -> None:
    options.today(parser)
    parser.add_argument("--format", choices=FORMS, default="auto", metavar="DẠNG", help=_FORM)
    parser.add_argument("--privacy", action="store_true", help=_PRIVACY)
    parser.add_argument("--json", action="store_true", help="như --format json, cho máy đọc")
    parser.add_argument(
        "--fix", action="store_true", help="sửa điều chỉ có một cách đúng, cho xem, rồi tìm lại"
    )
    parser.add_argument("--dry-run", action="store_true", help="cùng --fix: chỉ cho xem sẽ sửa gì")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Prints the problems; 0 without errors, 1 with, 2 for wrong use."""
    try:
        today = clock.today(given.today)
    except clock.NotADay as error:
        print(f"gandan check: {error}.", file=sys.stderr)
        return WRONG_USE
    if wrong := _misused(given):
        print(f"gandan check: {wrong}", file=sys.stderr)
        return WRONG_USE
    form = "json" if given.json else given.format
    if given.privacy:
        exceptions = importlib.import_module("gandan.command.exceptions")
        print(exceptions.tell(given.root.resolve(), today, form), end="")
        return NONE
    try:
        if given.fix:
            _mend(given.root.resolve(), form, given.dry_run)
    except writing.NotWritten as error:
        print(f"gandan check: {error}", file=sys.stderr)
        return FOUND
    root = given.root.resolve()
    found = assemble(root, today, Store(root / ".cache", keeps=False))
    _tell(found.problems, form, given.root)
    return FOUND if errors(found.problems) else NONE


def _misused(given: argparse.Namespace) -> str:
    """What is wrong with the words of the command; nothing when all is well."""
    if not options.is_ward(given.root):
        return f"{given.root.resolve()} không phải thư mục của phường."
    return "--dry-run chỉ đi với --fix." if given.dry_run and not given.fix else ""


def _mend(root: Path, form: str, dry: bool) -> None:
    # Opened only when asked for: a check must be quick. What machines read stays alone on the output.
    told = sys.stdout if form in ("auto", "text") else sys.stderr
    importlib.import_module("gandan.command.mend").mend(root, told, dry)


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
