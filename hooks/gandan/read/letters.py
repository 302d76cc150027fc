"""The letters of a file at the door: cleaned, and told where they were not clean."""

import re
import unicodedata

from gandan.patterns import late
from gandan.problems import Place, Problem
from gandan.vietnamese import INVISIBLE, LOOK_ALIKES, WIDTHLESS, clean

ALIKE = "".join(map(chr, LOOK_ALIKES))
LOOKS = late(f"[{ALIKE}]")
BREAKS = "\x0b\x0c\x85\u2028\u2029"  # line ends of Word that no editor counts: each becomes a space
CONTROLS = rf"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff{BREAKS}"
UNSEEN = late(f"[{CONTROLS}]|{INVISIBLE.pattern}")
MARKS = "\u0300-\u036f"
COMBINING = late(f"[{MARKS}]")
SUSPECT = re.compile(f"[{ALIKE}{CONTROLS}{WIDTHLESS}{MARKS}\u00ad]")  # one class, searched fast


def settle(text: str, file: str) -> tuple[str, list[Problem]]:
    """The text in NFC, with LF line ends, no byte-order mark, no look-alikes and nothing unseen."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if settled(text):
        return text, []
    problems = [*_decomposed(text, file), *_look_alikes(text, file), *_unseen(text, file)]
    return clean(UNSEEN.sub(lambda found: " " if found[0] in BREAKS else "", text)), problems


def settled(text: str) -> bool:
    """Whether a text without CR is as `settle` would leave it; most files are."""
    return not SUSPECT.search(text) and unicodedata.is_normalized("NFC", text)


def _decomposed(text: str, file: str) -> list[Problem]:
    first = COMBINING.search(text)
    if not first or unicodedata.is_normalized("NFC", text):
        return []
    message = "chữ có dấu rời (NFD), thường do chép từ máy Mac hay iPhone; đã được ghép lại khi đăng."
    return [Problem(_place(text, first.start(), file), "C101", message)]


def _look_alikes(text: str, file: str) -> list[Problem]:
    found = list(LOOKS.finditer(text))
    if not found:
        return []
    message = f"có {len(found)} chữ «{found[0][0]}» chỉ giống chữ Đ; đã được thay khi đăng."
    return [Problem(_place(text, found[0].start(), file), "C102", message)]


def _unseen(text: str, file: str) -> list[Problem]:
    found = list(UNSEEN.finditer(text))
    if not found:
        return []
    message = f"có {len(found)} ký tự không nhìn thấy (U+{ord(found[0][0]):04X}); đã bỏ khi đăng."
    return [Problem(_place(text, found[0].start(), file), "C103", message)]


def _place(text: str, offset: int, file: str) -> Place:
    before = text[:offset]
    return Place(file, before.count("\n") + 1, offset - before.rfind("\n"))
