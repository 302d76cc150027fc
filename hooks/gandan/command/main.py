"""`gandan`: the commands of a ward's staff."""

import importlib
import os
import sys
from io import TextIOWrapper
from pathlib import Path

from gandan.command import options
from gandan.command.parser import Parser

# What each does; its room bears its name and is opened only when it is asked for.
COMMANDS = {
    "check": "tìm mọi lỗi của nội dung, báo tệp, dòng, cách sửa",
    "new": "bắt đầu một bài mới từ mẫu: đúng thư mục, đúng tên tệp, đủ các mục",
    "import": "đưa tệp Word, PDF, bản quét vào thành bài, kèm ảnh",
    "register": "lập sổ công khai của một quý: tờ HTML khổ A4 để in, tệp CSV cho bảng tính",
    "speak": "làm bản đọc giọng máy cho một bài, để nghe trên máy không có giọng tiếng Việt",
    "publish": "đăng trang đã dựng lên mạng; kể các bản đã đăng; trở lại bản trước",
    "verify": "đọc trang đang sống trên mạng, báo chỗ thiếu, hỏng, lẫn hai bản dựng",
    "proof": "lập phiếu xác nhận một trang đăng lúc nào, sửa gì, ai cũng kiểm tra lại được",
}

ROOMS = {"import": "importing"}  # Python keeps the word for itself


def main(words: list[str] | None = None) -> int:
    """Runs one command; returns its exit status."""
    parser = Parser(prog="gandan", description="Trang thông tin của phường: kiểm tra, đăng, tra cứu.")
    commands = parser.add_subparsers(
        title="Lệnh", metavar="LỆNH", required=True, parser_class=Parser, dest="LỆNH"
    )
    asked = (sys.argv[1:] if words is None else words)[:1]
    for name, saying in COMMANDS.items():
        one = commands.add_parser(name, help=saying, description=saying)
        if name in asked:
            options.root(one)
            importlib.import_module(f"gandan.command.{ROOMS.get(name, name)}").arguments(one)
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
