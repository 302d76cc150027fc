"""`gandan register`: the list of what was publicised in a quarter, for paper and for a spreadsheet."""

import argparse
import sys
from datetime import date
from pathlib import Path

from gandan import clock, ledger, problems
from gandan.assemble import assemble
from gandan.command import options
from gandan.quarters import Quarter, quarter_of, read
from gandan.relate.ledgers import Ledgers
from gandan.relate.portal import Portal
from gandan.tables import csv_bytes
from gandan.views import quarter as quarter_view

DONE, FAILED, WRONG_USE = 0, 1, 2
FOLDER = "so-cong-khai"


class Refused(Exception):
    """Why there is no register, in words for people, and the exit status."""

    def __init__(self, words: str, status: int) -> None:
        super().__init__(words)
        self.status = status


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quarter", metavar="QUÝ", help="quý cần lập sổ, ví dụ 2026-Q4 (mặc định: quý này)")
    options.today(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Writes the two files and prints their paths; 0 done, 1 not possible, 2 wrong use."""
    try:
        today = clock.today(given.today)
        wanted = _quarter(given.quarter, today)
        portal = _portal(given.root, today)
        for path in _write(given.root / FOLDER, wanted, portal, today):
            print(path)
    except clock.NotADay as error:
        print(f"gandan register: {error}.", file=sys.stderr)
        return WRONG_USE
    except Refused as error:
        print(f"gandan register: {error}", file=sys.stderr)
        return error.status
    return DONE


def _quarter(text: str | None, today: date) -> Quarter:
    wanted = read(text) if text is not None else quarter_of(today)
    if wanted is None:
        raise Refused(f"«{text}» không phải quý; viết năm và số quý, ví dụ 2026-Q4.", WRONG_USE)
    if wanted.first > today:
        raise Refused(f"{wanted.words} chưa đến; hôm nay là {today:%d/%m/%Y}.", WRONG_USE)
    return wanted


def _portal(root: Path, today: date) -> Portal:
    """The ward's content; refused when something of it is broken, for the register would lack it."""
    if not options.is_ward(root):
        raise Refused(f"{root.resolve()} không phải thư mục của phường.", WRONG_USE)
    found = assemble(root.resolve(), today)
    if wrong := problems.errors(found.problems):
        words = f"nội dung còn {len(wrong)} lỗi, sổ có thể thiếu; chạy gandan check, sửa xong rồi lập lại."
        raise Refused(words, FAILED)
    if found.portal is None:
        raise Refused("thiếu data/phuong.yml, không biết là sổ của phường nào.", FAILED)
    return found.portal


def _write(folder: Path, wanted: Quarter, portal: Portal, today: date) -> tuple[Path, ...]:
    root = portal.ward.site_url
    all_ = Ledgers(portal, today)
    view = quarter_view.of(wanted, all_)
    made = {
        folder / f"{wanted.name}.html": ledger.html(view, root).encode("utf-8"),
        folder / f"{wanted.name}.csv": csv_bytes(ledger.rows(all_, wanted, root)),
    }
    # A link in the ward's folder could lead the register over any file of the machine.
    if folder.is_symlink():
        raise Refused(f"{folder} là liên kết; xoá đi, gandan sẽ tạo thư mục.", FAILED)
    try:
        folder.mkdir(exist_ok=True)
        for path, data in made.items():
            path.unlink(missing_ok=True)
            path.write_bytes(data)
    except OSError as error:
        raise Refused(f"không ghi được vào {folder}: {error.strerror}.", FAILED) from None
    return tuple(made)
