"""`gandan speak`: a recording in a machine's voice beside an item, and the item told of it."""

import argparse
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from gandan import clock, markup, recording, spoken, writing
from gandan.assemble import assemble
from gandan.command import options
from gandan.model import Abbreviation
from gandan.read import front
from gandan.read.letters import settle
from gandan.read.strict import Refused
from gandan.views.tellings import ended

DONE, FAILED, WRONG_USE = 0, 1, 2
OWN = re.compile(r"^(?:audio|audio_machine)[ \t]*:.*\n", re.MULTILINE)


class NotRead(Exception):
    """Why an item has no recording, in words for people, and the exit status."""

    def __init__(self, words: str, status: int = FAILED) -> None:
        super().__init__(words)
        self.status = status


class Written(NamedTuple):
    """An item as it stands in its file: its path in the ward, its text, its fields, its body."""

    file: str
    text: str
    fields: Mapping[str, object]
    body: str


def arguments(parser: argparse.ArgumentParser) -> None:
    words = "bài cần bản đọc, ví dụ docs/thong-bao/2026/2026-11-20-ngung-cap-nuoc.md"
    parser.add_argument("files", metavar="TỆP", nargs="+", type=Path, help=words)
    accents = "giọng: bac, trung hay nam (mặc định: bac)"
    parser.add_argument(
        "--accent", choices=list(recording.ACCENTS), default="bac", metavar="GIỌNG", help=accents
    )
    speed = f"số tiếng mỗi phút, 80 đến 300 (mặc định: {recording.SPEED})"
    parser.add_argument("--speed", type=int, default=recording.SPEED, metavar="SỐ", help=speed)
    parser.add_argument("--again", action="store_true", help="làm lại bản đọc giọng máy đã có")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Writes the recordings and prints their files; 0 done, 1 not possible, 2 wrong use."""
    root = given.root.resolve()
    try:
        if not options.is_ward(root):
            raise NotRead(f"{root} không phải thư mục của phường.", WRONG_USE)
        if not 80 <= given.speed <= 300:
            raise NotRead("tốc độ từ 80 đến 300 tiếng mỗi phút.", WRONG_USE)
        suffix, shorts = recording.suffix(), _shorts(root)
        for path in given.files:
            print(_recorded(root, path, suffix, shorts, given), flush=True)
    except Refused as refused:
        return _refused(f"{refused.problem} Sửa xong rồi chạy lại.", FAILED)
    except (recording.NotSpoken, writing.NotWritten) as error:
        return _refused(str(error), FAILED)
    except NotRead as error:
        return _refused(str(error), error.status)
    print("Nghe thử rồi chạy: gandan check", file=sys.stderr)
    return DONE


def _refused(words: str, status: int) -> int:
    print(f"gandan speak: {words}", file=sys.stderr)
    return status


def _shorts(root: Path) -> tuple[Abbreviation, ...]:
    """The ward's abbreviations; none of a ward that cannot be built yet."""
    portal = assemble(root, clock.today()).portal
    return portal.abbreviations if portal else ()


def _recorded(
    root: Path, path: Path, suffix: str, shorts: tuple[Abbreviation, ...], given: argparse.Namespace
) -> str:
    """The file of the recording of one item."""
    one = _read(root, path)
    name = f"{path.stem}{suffix}"
    file = f"{one.file.rpartition('/')[0]}/{name}"
    before = one.fields.get("audio")
    again = given.again and one.fields.get("audio_machine") == "true" and before == name
    if before and not again:
        hint = "bản do máy đọc thì thêm --again để làm lại; bản người đọc thì giữ nguyên."
        raise NotRead(f"{one.file} đã có bản đọc {before}: {hint}")
    data = recording.spoken(spoken.of(_words(one), shorts), given.accent, given.speed)
    (writing.replace if again else writing.create)(root, file, data)
    if not again:
        writing.replace(root, one.file, _told(one, name).encode())
    return file


def _read(root: Path, path: Path) -> Written:
    whole = path.resolve()
    if not whole.is_relative_to(root / "docs") or whole.suffix != ".md":
        raise NotRead(f"{path} không phải bài viết trong docs/.", WRONG_USE)
    file = whole.relative_to(root).as_posix()
    try:
        text = whole.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise NotRead(f"không đọc được {file}; chạy gandan check để biết vì sao.") from None
    raw, problems = front.split(settle(text, file)[0], file)
    if problems or not isinstance(raw.fields, dict):
        raise NotRead(f"{file} còn lỗi ở phần đầu bài; chạy gandan check, sửa xong rồi chạy lại.")
    return Written(file, text, raw.fields, raw.body)


def _words(one: Written) -> str:
    """What is read: title, summary, body."""
    heads = [ended(str(one.fields[name])) for name in ("title", "description") if one.fields.get(name)]
    return "\n".join([*heads, markup.plain(one.body)])


def _told(one: Written, name: str) -> str:
    """The item's text with the recording in its front matter."""
    start, end = front.edges(one.text)
    fields = OWN.sub("", one.text[start:end])
    return f"{one.text[:start]}{fields}audio: {name}\naudio_machine: true\n{one.text[end:]}"
