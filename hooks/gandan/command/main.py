"""`gandan`: the commands of a ward's staff."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path

from gandan.command import check, new, options, proof, publish, register, verify
from gandan.command.parser import Parser

COMMANDS = {
    "check": (check, "tìm mọi lỗi của nội dung, báo tệp, dòng, cách sửa"),
    "new": (new, "bắt đầu một bài mới từ mẫu: đúng thư mục, đúng tên tệp, đủ các mục"),
    "register": (register, "lập sổ công khai của một quý: tờ HTML khổ A4 để in, tệp CSV cho bảng tính"),
    "publish": (publish, "đăng trang đã dựng lên mạng; kể các bản đã đăng; trở lại bản trước"),
    "verify": (verify, "đọc trang đang sống trên mạng, báo chỗ thiếu, hỏng, lẫn hai bản dựng"),
    "proof": (proof, "lập phiếu xác nhận một trang đăng lúc nào, sửa gì, ai cũng kiểm tra lại được"),
}


def main(words: list[str] | None = None) -> int:
    """Runs one command; returns its exit status."""
    parser = Parser(prog="gandan", description="Trang thông tin của phường: kiểm tra, đăng, tra cứu.")
    commands = parser.add_subparsers(
        title="Lệnh", metavar="LỆNH", required=True, parser_class=Parser, dest="LỆNH"
    )
    for name, (command, saying) in COMMANDS.items():
        one = commands.add_parser(name, help=saying, description=saying)
        options.root(one)
        command.arguments(one)
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
