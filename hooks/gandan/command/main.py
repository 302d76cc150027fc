"""`gandan`: the commands of a ward's staff."""

import sys

from gandan.command import check
from gandan.command.parser import Parser


def main(words: list[str] | None = None) -> int:
    """Runs one command; returns its exit status."""
    parser = Parser(prog="gandan", description="Trang thông tin của phường: kiểm tra, đăng, tra cứu.")
    commands = parser.add_subparsers(
        title="Lệnh", metavar="LỆNH", required=True, parser_class=Parser, dest="LỆNH"
    )
    saying = "tìm mọi lỗi của nội dung, báo tệp, dòng, cách sửa"
    check.arguments(commands.add_parser("check", help=saying, description=saying))
    given = parser.parse_args(words)
    try:
        return int(given.run(given))
    except BrokenPipeError:  # `gandan check | head`
        sys.stderr.close()
        return 1
