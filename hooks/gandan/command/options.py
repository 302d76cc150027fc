"""The options that several commands have, each described once; and what a ward's folder is."""

from argparse import ArgumentParser
from pathlib import Path

from gandan.publishing.git import PATIENCE


def root(parser: ArgumentParser) -> None:
    """`--root`: every command has it."""
    words = "thư mục của phường, nơi có docs/ và data/ (mặc định: thư mục đang đứng)"
    parser.add_argument("--root", type=Path, default=Path(), metavar="THƯ_MỤC", help=words)


def today(parser: ArgumentParser) -> None:
    """`--today`: the day as it was written, which `clock.today` reads."""
    words = "tính theo ngày này, ví dụ 2026-11-20"
    parser.add_argument("--today", metavar="NGÀY", help=words)


def branch(parser: ArgumentParser, use: str) -> None:
    """`--remote`, `--branch` and `--timeout` (seconds): where publications stand; `use` says what for."""
    where = f"{use}: tên hoặc địa chỉ (mặc định: origin)"
    shown = "nhánh mà máy chủ trưng ra (mặc định: gh-pages)"
    wait = f"chờ máy chủ tối đa (mặc định: {PATIENCE:.0f})"
    parser.add_argument("--remote", default="origin", metavar="NƠI", help=where)
    parser.add_argument("--branch", default="gh-pages", metavar="NHÁNH", help=shown)
    parser.add_argument("--timeout", type=float, default=PATIENCE, metavar="GIÂY", help=wait)


def is_ward(root: Path) -> bool:
    """True when something of a ward stands in the folder, so that a wrong one is told as such."""
    return (root / "docs").is_dir() or (root / "data").is_dir()
