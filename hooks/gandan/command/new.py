"""`gandan new`: a new record from its form, in its place."""

import argparse
import sys
from datetime import date
from pathlib import Path

from gandan import clock, sections, writing
from gandan.blank import files, kinds
from gandan.blank.files import Blank
from gandan.blank.kinds import KINDS, Kind
from gandan.command import options
from gandan.model import Event
from gandan.problems import Problem
from gandan.read.strict import Refused

DONE, FAILED, WRONG_USE = 0, 1, 2

_KIND = f"loại bài: {', '.join(kind.word for kind in KINDS)} (hay tên tiếng Anh: news, notice…)"
_DATE = "ngày đăng, của sự kiện là ngày diễn ra, ví dụ 2026-11-20 (mặc định: hôm nay)"


class NotBegun(Exception):
    """Why there is no new record, in words for people, and the exit status."""

    def __init__(self, words: str, status: int = FAILED) -> None:
        super().__init__(words)
        self.status = status


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="LOẠI", help=_KIND)
    parser.add_argument("title", metavar="TIÊU_ĐỀ", help="tiêu đề, đặt trong dấu nháy")
    parser.add_argument("--date", metavar="NGÀY", help=_DATE)
    parser.add_argument("--name", metavar="TÊN", help="tên tệp, cũng là địa chỉ (mặc định: theo tiêu đề)")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Writes the form and prints its file; 0 done, 1 not possible, 2 wrong use."""
    try:
        file, empty = _begun(given)
    except clock.NotADay as error:
        return _refused(f"{error}.", WRONG_USE)
    except NotBegun as error:
        return _refused(str(error), error.status)
    except writing.NotWritten as error:
        return _refused(str(error), FAILED)
    except Refused as refused:
        return _refused(f"{refused.problem} Sửa xong rồi chạy lại.", FAILED)
    print(file, flush=True)
    fill = f"Điền nốt: {'; '.join(empty)}. " if empty else ""
    draft = "xoá dòng «draft: true» để đăng, rồi " if sections.address(file) else ""
    print(f"{fill}Viết xong thì {draft}chạy: gandan check", file=sys.stderr)
    return DONE


def _refused(words: str, status: int) -> int:
    print(f"gandan new: {words}", file=sys.stderr)
    return status


def _begun(given: argparse.Namespace) -> tuple[str, list[str]]:
    """The file that was written, and the fields to be filled in."""
    root = given.root.resolve()
    kind = _kind(given.kind)
    if not options.is_ward(root):
        raise NotBegun(f"{root} không phải thư mục của phường.", WRONG_USE)
    name = files.named(given.name if given.name is not None else given.title)
    if not name:
        raise NotBegun("tiêu đề phải có chữ để làm tên tệp; hoặc ghi thêm: --name ten-tep", WRONG_USE)
    blank = _blank(kind, " ".join(given.title.split()), name, given.date, root)
    empty = _empty(blank)
    data = blank.text.encode("utf-8")
    if kind.model is Event:
        writing.replace(root, blank.file, data)
        return f"{blank.file}:{blank.line}", empty
    writing.create(root, blank.file, data)
    return blank.file, empty


def _kind(word: str) -> Kind:
    if kind := kinds.named(word):
        return kind
    near = kinds.near(word)
    hint = (
        f"Có phải «{near.word}» ({near.title})?"
        if near
        else f"Các loại: {', '.join(one.word for one in KINDS)}."
    )
    raise NotBegun(f"không có loại bài «{word}». {hint}", WRONG_USE)


def _blank(kind: Kind, title: str, name: str, asked: str | None, root: Path) -> Blank:
    today = clock.today(asked)
    if kind.model is Event:
        return _event(kind, title, name, today, asked is not None, root)
    blank = files.written(kind, title, name, today)
    if (root / blank.file).exists() or (other := _same_address(root, blank.file)):
        there = blank.file if (root / blank.file).exists() else other
        raise NotBegun(f"đã có {there}, cùng địa chỉ. Đổi tiêu đề, hoặc ghi thêm: --name {name}-2")
    return blank


def _same_address(root: Path, file: str) -> str | None:
    """Another item of the year whose file would get the same address."""
    address = sections.address(file)
    beside = sorted((root / file).parent.glob("*.md")) if address else []
    names = (path.relative_to(root).as_posix() for path in beside)
    return next((one for one in names if sections.address(one) == address), None)


def _event(kind: Kind, title: str, name: str, day: date, dated: bool, root: Path) -> Blank:
    file = files.place(kind, name, day)
    path = root / file
    try:
        before = path.read_bytes().decode("utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError):
        raise NotBegun(f"không đọc được {file}; chạy gandan check để biết vì sao.") from None
    if files.taken(name, file, before):
        raise NotBegun(f"{file} đã có sự kiện «{name}». Đổi tiêu đề, hoặc ghi thêm: --name {name}-2")
    return files.listed(kind, title, name, day if dated else None, file, before)


def _empty(blank: Blank) -> list[str]:
    """The fields that the form leaves empty; whatever else is wrong with it is told."""
    found = list(files.told(blank))
    if wrong := [one for one in found if one.code != files.EMPTY]:
        raise NotBegun(" ".join(f"{one.message} {one.hint}".rstrip() for one in wrong))
    return [_field(one) for one in found]


def _field(problem: Problem) -> str:
    """`Ngày văn bản (decided): để trống.` -> `Ngày văn bản (decided)`."""
    return problem.message.rpartition(": ")[0] or problem.message
