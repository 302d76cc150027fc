"""What was mended in a file, for eyes: the lines before and after, with what cannot be seen made visible."""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from gandan.problems import LEVELS
from gandan.read.letters import UNSEEN

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "BOM": "bỏ dấu thứ tự byte ở đầu tệp",
        "CRLF": "xuống dòng kiểu Unix",
        "SPACES": "bỏ dấu cách thừa ở cuối dòng",
        "C101": "ghép chữ có dấu rời",
        "C102": "thay chữ chỉ giống chữ Đ",
        "C103": "bỏ ký tự không nhìn thấy",
        "Y101": "viết lại chỗ máy không đọc được",
        "M101": "sửa tên mục",
        "M103": "viết ngày theo năm-tháng-ngày",
        "M104": "viết giá trị như trong danh sách",
        "M106": "viết mã bằng chữ thường",
        "M109": "thay dấu nháy cong",
    }
)
RED, GREEN, FAINT, PLAIN = "\033[31m", "\033[32m", "\033[2m", "\033[0m"
HIDDEN = re.compile(rf"{UNSEEN.pattern}|[\u00a0\u2000-\u200a\u202f\u3000\t\r\ufeff]|[\u0300-\u036f]|[ ]+$")


def text(file: str, before: str, after: str, mends: tuple[str, ...], colours: bool) -> str:
    """The head (file and what was done), then a unified diff; coloured for a terminal."""
    said = "; ".join(f"{WORDS.get(one, 'sửa')}{f' ({one})' if one in LEVELS else ''}" for one in mends)
    return "\n".join([f"{file}: {said}.", *_lines(before, after, colours)]) + "\n"


def _lines(before: str, after: str, colours: bool) -> Iterator[str]:
    # Line ends of another system would show every line; that they changed is said in the head.
    old, new = (re.sub("\r\n?", "\n", one).split("\n") for one in (before, after))
    for line in list(difflib.unified_diff(old, new, n=1, lineterm=""))[2:]:
        sign = line[:1]
        shown = sign + (_visible(line[1:]) if sign == "-" else line[1:])
        colour = {"-": RED, "+": GREEN, "@": FAINT}.get(sign, "") if colours else ""
        yield f"{colour}{shown}{PLAIN}" if colour else shown


def _visible(line: str) -> str:
    return HIDDEN.sub(lambda found: "".join(map(_named, found[0])), line)


def _named(letter: str) -> str:
    if unicodedata.combining(letter):
        return f"◌{letter}"
    return "·" if letter == " " else f"⟨U+{ord(letter):04X}⟩"
