"""What an import did, told to staff: what went where, what to look at, what is missing, what was mended."""

from collections.abc import Iterable, Iterator

from gandan import sections
from gandan.importing.drafting import Draft

AROUND = 24  # letters shown on either side of a change
MOST = 30  # changed lines shown
SEEN = str.maketrans({"\u00a0": "⍽", "\u00ad": "¬", "\t": "→", "\u200b": "◌", "\n": "↵", "\ufeff": "◌"})


def tell(draft: Draft) -> str:
    """The account, in lines."""
    return "\n".join(
        [
            *_part("Đã đưa vào phần đầu bài", _fields(draft)),
            *_part("Bỏ, không đưa lên trang", _dropped(draft)),
            *_part("Đã làm", draft.done),
            *_part("Cần xem lại", [*draft.unsure, *_pictures(draft)]),
            *_part("Không mang sang được", draft.lost),
            *_mends(draft),
        ]
    )


def _part(head: str, lines: Iterable[str]) -> list[str]:
    lines = list(lines)
    return [f"{head}:", *(f"  - {line}" for line in lines)] if lines else []


def _fields(draft: Draft) -> Iterator[str]:
    section = sections.BY_KIND[draft.kind]
    yield f"loại bài: {section.noun} (mục {section.name})"
    yield f"tiêu đề: {draft.read.about.title or 'theo tên tệp'}"
    head = draft.read.head
    for name, value in (("cơ quan", head.issuer), ("số", head.number), ("nơi", head.place)):
        if value:
            yield f"{name}: {value}"
    if head.day:
        yield f"ngày văn bản: {head.day:%d/%m/%Y}"
    for signer in draft.read.foot.signers:
        yield f"người ký: {signer.office} {signer.name}".rstrip()


def _pictures(draft: Draft) -> Iterator[str]:
    for number, one in enumerate(draft.figures, 1):
        if not one.alt:
            yield f"ảnh {number} ({one.file}) chưa có lời tả: viết vào giữa hai dấu [ ]"
        elif one.alt == one.caption:
            yield f"lời tả ảnh {number} lấy từ chú thích: viết lại điều thấy trong ảnh"


def _dropped(draft: Draft) -> Iterator[str]:
    if draft.read.head.parent:
        yield f"cơ quan cấp trên: {draft.read.head.parent}"
    if draft.read.foot.recipients:
        yield f"nơi nhận: {'; '.join(draft.read.foot.recipients)}"


def _mends(draft: Draft) -> Iterator[str]:
    mends = draft.read.mends
    if not mends.counts:
        return
    yield f"Đã sửa chữ, {sum(mends.counts.values())} chỗ:"
    for name, count in mends.counts.items():
        yield f"  - {name}: {count} chỗ"
    for before, after in mends.lines[:MOST]:
        old, new = _changed(before, after)
        yield f"    cũ:  {old}"
        yield f"    mới: {new}"
    if len(mends.lines) > MOST:
        yield f"    … còn {len(mends.lines) - MOST} dòng nữa."


def _changed(before: str, after: str) -> tuple[str, str]:
    """The two lines from shortly before the first change to shortly behind the last."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return _cut(before, start, end), _cut(after, start, end)


def _cut(text: str, start: int, end: int) -> str:
    first, last = max(start - AROUND, 0), min(len(text) - end + AROUND, len(text))
    shown = text[first:last].translate(SEEN)
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"
