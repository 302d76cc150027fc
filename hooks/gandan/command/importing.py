"""`gandan import`: files from the office become items of the portal, with their pictures."""

import argparse
import sys
from datetime import date
from pathlib import Path

from gandan import clock, sections
from gandan.assemble import assemble
from gandan.command import options
from gandan.command.progress import Progress
from gandan.importing import account, drafting, placing, reading
from gandan.importing.drafting import Draft
from gandan.importing.refusal import Refused
from gandan.problems import Level, Problem
from gandan.relate.portal import Portal

DONE, LEFT, WRONG_USE = 0, 1, 2
KINDS = {section.folder.rstrip("/"): section.kind for section in sections.SECTIONS}
FACTS = ("data", "docs/gioi-thieu")  # what an item is checked against, however large the archive


def arguments(parser: argparse.ArgumentParser) -> None:
    files = "tệp Word (.docx) hay PDF; ảnh đi kèm nếu chỉ có một văn bản"
    parser.add_argument("files", nargs="+", type=Path, metavar="TỆP", help=files)
    kinds = f"loại bài: {', '.join(KINDS)} (hay tên tiếng Anh: news, notice…)"
    parser.add_argument("--kind", metavar="LOẠI", help=kinds)
    ocr = "nhận dạng chữ của bản quét (cần tesseract-ocr-vie, poppler-utils)"
    parser.add_argument("--ocr", action="store_true", help=ocr)
    options.today(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Writes the items, tells of each; 0 all ready, 1 something refused or left to write, 2 wrong use."""
    try:
        today = clock.today(given.today)
    except clock.NotADay as error:
        return _wrong(f"{error}.")
    photos = [path for path in given.files if reading.photo(path)]
    papers = [path for path in given.files if not reading.photo(path)]
    if not options.is_ward(given.root):
        return _wrong(f"{given.root.resolve()} không phải thư mục của phường.")
    if given.kind is not None and given.kind not in {*KINDS, *sections.BY_KIND}:
        return _wrong(f"không có loại bài «{given.kind}». Chọn một trong: {', '.join(KINDS)}.")
    if not papers or (photos and len(papers) > 1):
        return _wrong("ảnh đi kèm thì cần đúng một tệp Word hay PDF.")
    root = given.root.resolve()
    known = _known(assemble(root, today, tops=FACTS).portal)
    statuses = [_one(path, photos, root, known, today, given) for path in papers]
    return max(statuses)


def _wrong(words: str) -> int:
    print(f"gandan import: {words}", file=sys.stderr)
    return WRONG_USE


def _known(portal: Portal | None) -> list[str]:
    """Names whose spelling the ward's own data tell."""
    if portal is None:
        return []
    groups = [group.name for group in portal.groups]
    issuers = [name for issuer in portal.issuers.values() for name in (issuer.name, *issuer.names)]
    return [portal.ward.authority, portal.ward.name, portal.ward.city, *groups, *issuers]


def _one(
    path: Path, photos: list[Path], root: Path, known: list[str], today: date, given: argparse.Namespace
) -> int:
    progress = Progress("Đang đọc")
    progress.step(path.name)
    try:
        document = reading.read(path, given.ocr, progress.step)
        progress.clear()
        reading.attach(document, photos)
        kind = KINDS.get(given.kind, given.kind)
        draft = drafting.draft(document, path.stem, known, today, kind, len(photos))
        if sys.stdin.isatty():
            _ask(draft)
        written = placing.place(root, draft)
    except Refused as refused:
        progress.clear()
        print(f"gandan import: {path}: {refused}", file=sys.stderr)
        return LEFT
    for one in written:
        print(one.relative_to(root))
    print(account.tell(draft))
    return _left(draft.file, root, today)


def _ask(draft: Draft) -> None:
    """Asks for the words of pictures that have none; an empty answer leaves them to be written later."""
    for number, figure in enumerate(draft.figures, 1):
        if not figure.alt:
            print(
                f"Ảnh {number} ({figure.caption or figure.file}) cho thấy gì? Bỏ trống thì viết sau.",
                file=sys.stderr,
            )
            try:
                said = " ".join(input("> ").split())
            except (EOFError, UnicodeDecodeError):
                return
            if said:
                draft.describe(figure, said)


def _left(file: str, root: Path, today: date) -> int:
    """Tells what of the new item the check still asks for."""
    tops = (*FACTS, file.rpartition("/")[0])
    problems = [one for one in assemble(root, today, tops=tops).problems if one.place.file == file]
    wrong = [one for one in problems if one.level is Level.ERROR]
    _list("Còn phải viết, sửa trước khi đăng", wrong)
    _list("Nên xem lại", [one for one in problems if one.level is not Level.ERROR])
    print("Sửa xong thì xem thử: make serve." if wrong else "Xem thử: make serve.")
    return LEFT if wrong else DONE


def _list(head: str, problems: list[Problem]) -> None:
    if problems:
        print(f"{head}:")
        for one in problems:
            print(f"  {one}")
