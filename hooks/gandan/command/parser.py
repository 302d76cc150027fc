"""Command lines in Vietnamese: argparse with its own words put aside."""

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

WRONG_USE = 2


class Form(argparse.HelpFormatter):
    """Help whose frame is Vietnamese too."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that helps and complains in Vietnamese; wrong use ends with 2."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, formatter_class=Form, allow_abbrev=False, **settings)
        self._positionals.title = "Viết sau lệnh"
        self._optionals.title = "Tuỳ chọn"
        self.add_argument("-h", "--help", action="help", help="hiện lời hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {_said(message)} Xem: {self.prog} --help", file=sys.stderr)
        raise SystemExit(WRONG_USE)


_SAYINGS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"unrecognized arguments: (.*)", lambda found: f"không có tuỳ chọn «{found[1]}»."),
    (r"argument (\S+): expected", lambda found: f"sau {found[1]} còn thiếu giá trị."),
    (
        r"argument (\S+): not allowed with argument (\S+)",
        lambda found: f"{found[1]} và {found[2]} không đi cùng nhau.",
    ),
    (r"argument (\S+): invalid \w+ value", lambda found: f"giá trị sau {found[1]} không đúng dạng."),
    (
        r"argument (--\S+): invalid choice: '([^']*)'",
        lambda found: f"sau {found[1]} không có giá trị «{found[2]}».",
    ),
    (r"invalid choice: '([^']*)'", lambda found: f"không có lệnh «{found[1]}»."),
    (r"required: (.*)", lambda found: f"còn thiếu {found[1]}."),
)


def _said(message: str) -> str:
    for pattern, saying in _SAYINGS:
        if found := re.search(pattern, message):
            return saying(found)
    return "lệnh viết chưa đúng."
