"""The foot of an official paper: who signed it and as what, and to whom it was sent (Nơi nhận).

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I: recipients to the left, to the right capacity (TM., KT., TL.),
office, name. Minutes bear two signatures side by side.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from gandan.importing import words
from gandan.importing.blocks import Block, Cell, Line, Table
from gandan.importing.letterhead import RULE
from gandan.vietnamese import fold

RECIPIENTS = re.compile(r"(?i)^\s*nơi nhận\s*:?")
CAPACITY = re.compile(r"(?i)^(?:tm|kt|tl|tuq|q|thay mặt)\s*[.:]?\s+\S")
OFFICE = re.compile(
    r"^(?:pho )?(?:q\. )?(?:chu tich|bi thu|truong|giam doc|thu ky|chu toa|chu tri|nguoi chu tri|"
    r"chanh van phong|to truong|to pho|cong chuc|hieu truong|nguoi lap|ke toan|dai dien|can bo|uy vien|"
    r"tram truong|chi huy|thu quy)"
)
SIGNED = re.compile(
    r"(?i)^\(?\s*(?:đã ký|ký tên|ký và ghi rõ họ tên|ký,? ghi rõ họ tên|ký,? đóng dấu|chữ ký)\s*\)?$"
)
NAME = re.compile(r"^(?:(?:Ông|Bà|ThS|TS|BS)\.?\s+)?[^\W\d_]+(?: [^\W\d_]+){1,5}$")
LAST = 16  # blocks among which the foot stands
SENT = re.compile(r"^\s*[-–+•]|(?i:^\s*lưu\b)")


@dataclass(frozen=True, slots=True)
class Signer:
    """`office` as it is written within a sentence ("Phó Chủ tịch"), `name` of who signed."""

    office: str
    name: str


@dataclass(slots=True)
class Signature:
    """Who signed, in the order of the sheet from left to right, and who got the paper."""

    signers: list[Signer] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def take(blocks: Sequence[Block]) -> tuple[Signature, list[Block]]:
    """(the foot, the blocks above and beside it)."""
    found = Signature()
    kept = list(blocks)
    for place in range(len(kept) - 1, max(len(kept) - LAST, -1), -1):
        block = kept[place]
        if isinstance(block, Table) and (parts := _table(block)) and _into(found, parts):
            del kept[place]
            break
    else:
        _lines(found, kept)
    _sent(found, kept)
    return found, kept


def _table(table: Table) -> list[list[str]]:
    """The columns of a table without frames, as lines; empty for a table that holds facts."""
    width = max(len(row) for row in table.rows)
    if width > 3 or len(table.rows) > 8:
        return []
    columns: list[list[str]] = [[] for _ in range(width)]
    for row in table.rows:
        for place, cell in enumerate(row):
            columns[place] += _said(cell)
    return columns


def _said(cell: Cell) -> list[str]:
    return [one.strip() for line in cell.lines for one in re.split(r"[\n\t]", line.plain) if one.strip()]


def _into(found: Signature, columns: Sequence[list[str]]) -> bool:
    """Takes columns that are all recipients or signatures; nothing of others."""
    taken: list[Signer] = []
    sent: list[str] = []
    for column in columns:
        if not column:
            continue
        if RECIPIENTS.match(column[0]):
            sent += [RECIPIENTS.sub("", column[0]), *column[1:]]
        elif signer := _signer(column):
            taken.append(signer)
        else:
            return False
    found.signers += taken
    found.recipients += [one.strip(" -–+•;.") for one in sent if one.strip(" -–+•;.")]
    found.dropped += [one for column in columns for one in column]
    return bool(taken or sent)


def _signer(lines: Sequence[str]) -> Signer | None:
    """`TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`, `(Đã ký)`, `Trần Văn Mẫu`; None where an office is missing."""
    office, name = "", ""
    for line in lines:
        if RULE.match(line) or SIGNED.match(line):
            continue
        plain = fold(re.sub(r"(?i)^(?:tm|kt|tl|tuq|q)\s*[.:]\s*", "", line))
        if OFFICE.match(plain) and not name:
            # KT. CHỦ TỊCH, then PHÓ CHỦ TỊCH: the lower one signed.
            office = re.sub(r"(?i)^(?:tm|kt|tl|tuq)\s*[.:]\s*", "", line)
        elif CAPACITY.match(line) or (words.capital(line) and not office):
            continue
        elif (NAME.match(line) and line.istitle()) or (NAME.match(line) and _titled(line)):
            name = line
        else:
            return None
    return Signer(_office(office), _name(name)) if office or name else None


def _titled(line: str) -> bool:
    return words.capital(line) or all(part[:1].isupper() for part in line.split())


def _name(text: str) -> str:
    return " ".join(part.capitalize() for part in text.split()) if words.capital(text) else text


def _office(text: str) -> str:
    """`PHÓ CHỦ TỊCH` -> `Phó Chủ tịch`, as Nghị định 30/2020/NĐ-CP (Phụ lục II) writes offices."""
    written = words.sentence(text)
    return re.sub(r"(?i)(?<=^phó )(\w)", lambda found: found[1].upper(), written).strip(" :")


def _lines(found: Signature, kept: list[Block]) -> None:
    """A foot without a table: lines to the right or in the middle, or two columns made by tabs."""
    for start in range(max(len(kept) - LAST, 0), len(kept)):
        if not _begins(kept[start]):
            continue
        end = next(
            (place for place in range(start, len(kept)) if not isinstance(kept[place], Line)), len(kept)
        )
        columns = _columns([block for block in kept[start:end] if isinstance(block, Line)])
        if _into(found, columns):
            del kept[start:end]
            return


def _columns(lines: Sequence[Line]) -> list[list[str]]:
    """Recipients to the left, a signature to the right."""
    left: list[str] = []
    right: list[str] = []
    for line in [part for block in lines for part in block.plain.split("\n")]:
        parts = re.split(r"\t+| {6,}", line.rstrip())
        sent = RECIPIENTS.match(parts[0]) or (SENT.match(parts[0]) and left)
        (left if len(parts) > 1 or sent else right).append(parts[0].strip())
        right += [part.strip() for part in parts[1:] if part.strip()]
    return [[one for one in column if one] for column in (left, right) if any(column)]


def _begins(block: Block) -> bool:
    if not isinstance(block, Line) or block.kind in ("heading", "bullet") or block.label:
        return False
    parts = re.split(r"\t+| {6,}|\n", block.plain.strip())
    last = parts[-1].strip()
    aside = words.capital(last) or (block.align == "right" and len(last) < 60)
    office = aside and bool(OFFICE.match(fold(last)))
    return bool(RECIPIENTS.match(parts[0])) or (bool(CAPACITY.match(last)) and words.capital(last)) or office


def _sent(found: Signature, kept: list[Block]) -> None:
    """Recipients that stand by themselves, before or after the signature."""
    for place in range(len(kept) - 1, max(len(kept) - LAST, -1), -1):
        block = kept[place]
        if not isinstance(block, Line) or not RECIPIENTS.match(block.plain) or "\t" in block.plain:
            continue
        end = place + 1
        while end < len(kept) and _recipient(kept[end]):
            end += 1
        lines = [one for each in kept[place:end] for one in each.plain.split("\n")]  # type: ignore[union-attr]
        found.dropped += lines
        lines[0] = RECIPIENTS.sub("", lines[0])
        found.recipients += [one.strip(" -–+•;.") for one in lines if one.strip(" -–+•;.")]
        del kept[place:end]
        return


def _recipient(block: Block) -> bool:
    if not isinstance(block, Line) or "\t" in block.plain.strip():
        return False
    return block.kind == "bullet" or bool(SENT.match(block.plain))
