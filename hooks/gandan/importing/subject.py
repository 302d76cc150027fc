"""What a paper is and what it is about: `THÔNG BÁO` and the lines below it -> the title of an item."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gandan.importing import marks, words
from gandan.importing.blocks import Block, Line
from gandan.importing.letterhead import RULE

TYPES = (
    "Thông báo", "Giấy mời", "Thư mời", "Kế hoạch", "Biên bản", "Báo cáo", "Quyết định", "Tờ trình",
    "Danh sách", "Lịch", "Bảng", "Dự toán", "Quyết toán", "Công khai", "Quy chế", "Quy ước", "Hương ước",
    "Quy định", "Hướng dẫn", "Chương trình", "Nghị quyết", "Kết luận", "Thư ngỏ", "Lời kêu gọi", "Phương án",
    "Tổng hợp", "Chỉ thị", "Công điện", "Phiếu", "Niêm yết", "Thư cảm ơn", "Đề án", "Công văn",
)  # fmt: skip
LONGEST = 220  # letters of a title: the model's own limit
TYPE = re.compile(rf"(?i)^({'|'.join(TYPES)})(?!\w)")
ABOUT = re.compile(r"(?i)^(?:v/v|về việc|về)\b\s*:?\s*")
ATTACHED = re.compile(r"(?i)^\(?\s*(?:ban hành )?k[èe]m theo")
ENDS = re.compile(r"(?i)^(?:kính gửi|kính mời|căn cứ|thực hiện|hôm nay|theo )")
SENTENCE = re.compile(r"[.;:]$")
AUTHORITY = re.compile(
    r"^(?:CHỦ TỊCH|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BAN )"
)  # of a decision
FIRST = 10  # blocks among which the type stands
MOST = 5  # lines of a title


@dataclass(frozen=True, slots=True)
class Subject:
    """`type` as the paper calls itself ("" for news), `title` for the page; `rest` are the blocks below."""

    type: str
    title: str
    rest: tuple[Block, ...]
    unsure: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def take(blocks: Sequence[Block], about: str, known: Sequence[str]) -> Subject:
    """Reads type and title off the blocks below a head; `about` is what the head itself said (V/v …)."""
    place = _typed(blocks)
    if place is None:
        return _letter(blocks, about, known) if about else _news(blocks, known)
    lines: list[str] = []
    end = place
    for block in blocks[place:]:
        if not isinstance(block, Line) or not _goes_on(block, lines):
            break
        end += 1
        if lines and RULE.match(block.plain):
            break
        lines += [] if RULE.match(block.plain) or ATTACHED.match(block.plain) else block.plain.split("\n")
    beside = tuple(
        block for block in blocks[place:end] if isinstance(block, Line) and ATTACHED.match(block.plain)
    )
    rest = (*blocks[:place], *beside, *blocks[end:])
    title, unsure = _composed(lines, about, known)
    return Subject(_type(lines), title, rest, unsure, tuple(lines))


def _type(lines: Sequence[str]) -> str:
    found = TYPE.match(lines[0].strip()) if lines else None
    return next((one for one in TYPES if found and one.lower() == found[1].lower()), "")


def _typed(blocks: Sequence[Block]) -> int | None:
    """Where the line stands by which a paper names itself: in capitals, or bold and centred."""
    for place, block in enumerate(blocks[:FIRST]):
        if isinstance(block, Line) and TYPE.match(block.plain) and not block.label:
            first = block.plain.split("\n")[0]
            centred = (block.bold or block.kind == "heading") and block.align == "centre"
            if len(first) <= LONGEST and (words.capital(first) or centred):
                return place
    return None


def _goes_on(block: Line, lines: Sequence[str]) -> bool:
    text = block.plain.strip()
    if not lines or RULE.match(text):
        return len(lines) < MOST
    if len(lines) >= MOST or len(text) > LONGEST or ENDS.match(text) or block.label:
        return False
    if words.capital(text) and AUTHORITY.match(text):
        return False
    about = bool(ABOUT.match(text))
    if about and len(lines) == 1 and not SENTENCE.search(text):
        return True  # as wide as the sheet, in a PDF, no line stands out
    stands_out = block.bold or block.align == "centre" or block.kind == "heading" or words.capital(text)
    return stands_out and (block.align == "centre" or about or len(lines) == 1)


def _composed(lines: Sequence[str], about: str, known: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    parts = [part.strip() for part in lines if part.strip()]
    title = words.sentence(parts[0], words.proper(known)) if parts else ""
    for part in [*parts[1:], *([f"về việc {about}"] if about and len(parts) < 2 else [])]:
        below = words.sentence(part, words.proper(known))
        below = re.sub(r"(?i)^v/v\s*:?\s*", "về việc ", below)
        title = f"{title} {_small(below)}"
    unsure = []
    if any(words.capital(part) for part in parts[1:]):
        unsure.append("tiêu đề viết hoa trong văn bản: xem lại chữ hoa của tên riêng")
    title, cut = _short(title)
    if TYPE.fullmatch(title):
        unsure.append(
            "văn bản không ghi nội dung dưới tên loại: viết thêm vào tiêu đề để người đọc biết việc gì"
        )
    return title, (*unsure, *cut)


def _small(text: str) -> str:
    """The first letter as within a sentence, unless the word is a name or short for something."""
    second = text.split(" ")[0][1:]
    next_ = text.split(" ")[1] if " " in text else ""
    named = next_[:1].isupper() and not next_.isupper()  # «Bến Mẫu …», but «Quý IV …»
    return text if second.isupper() or named or not text else text[0].lower() + text[1:]


def _short(title: str) -> tuple[str, tuple[str, ...]]:
    title = " ".join(title.split())
    if len(title) <= LONGEST:
        return title, ()
    cut = title[: LONGEST - 1].rpartition(" ")[0] + "…"
    return cut, (f"tiêu đề dài quá {LONGEST} chữ, đã cắt; câu đầy đủ: «{title}»",)


def _letter(blocks: Sequence[Block], about: str, known: Sequence[str]) -> Subject:
    title, unsure = _short(words.sentence(about, words.proper(known)))
    return Subject("Công văn", title[:1].upper() + title[1:], tuple(blocks), unsure, ())


def _news(blocks: Sequence[Block], known: Sequence[str]) -> Subject:
    """An article: its first line is its title, if it looks like one."""
    for place, block in enumerate(blocks[:3]):
        if not isinstance(block, Line) or not block.plain.strip():
            continue
        text = " ".join(marks.plain(block.words).split())
        stands_out = block.kind == "heading" or block.bold or block.align == "centre" or words.capital(text)
        if len(text) > LONGEST or (text.endswith(".") and not stands_out) or block.label:
            break
        title = words.sentence(text, words.proper(known))
        sure = () if stands_out else ("lấy dòng đầu làm tiêu đề",)
        return Subject("", title, (*blocks[:place], *blocks[place + 1 :]), sure, (text,))
    return Subject("", "", tuple(blocks), (), ())
