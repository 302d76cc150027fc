"""`gandan`: the commands of a ward's staff."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path

from gandan.command import check, publish, register, verify
from gandan.command.parser import Parser


def main(words: list[str] | None = None) -> int:
    """Runs one command; returns its exit status."""
    parser = Parser(prog="gandan", description="Trang thông tin của phường: kiểm tra, đăng, tra cứu.")
    commands = parser.add_subparsers(
        title="Lệnh", metavar="LỆNH", required=True, parser_class=Parser, dest="LỆNH"
    )
    saying = "tìm mọi lỗi của nội dung, báo tệp, dòng, cách sửa"
    check.arguments(commands.add_parser("check", help=saying, description=saying))
    saying = "lập sổ công khai của một quý: tờ HTML khổ A4 để in, tệp CSV cho bảng tính"
    register.arguments(commands.add_parser("register", help=saying, description=saying))
    saying = "đăng trang đã dựng lên mạng; kể các bản đã đăng; trở lại bản trước"
    publish.arguments(commands.add_parser("publish", help=saying, description=saying))
    saying = "đọc trang đang sống trên mạng, báo chỗ thiếu, hỏng, lẫn hai bản dựng"
    verify.arguments(commands.add_parser("verify", help=saying, description=saying))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # Vietnamese on a terminal of any country
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = parser.parse_args(words)
    try:
        status = int(given.run(given))
        print(end="", flush=True)
    except BrokenPipeError:  # `gandan check | head`
        with Path(os.devnull).open("w") as nowhere:  # what is still to be written goes there
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    return status
