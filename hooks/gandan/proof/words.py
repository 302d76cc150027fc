"""The account of a page in Vietnamese: what was done, when, what changed."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from gandan.privacy import search
from gandan.proof.account import Account, Entry
from gandan.proof.changes import Change, Deed

SHOWN, LONG = 12, 300  # sentences of one change on paper; letters of one sentence
_WITHHELD = "một câu có số điện thoại, số giấy tờ hoặc thông tin cá nhân khác."
_NUMBER = re.compile(r"\d(?:[ .-]?\d){8,}")  # telephones, identity papers, accounts
_DEEDS = {
    Deed.FIRST: "Đăng lần đầu",
    Deed.CHANGED: "Sửa",
    Deed.STATE: "Đổi trạng thái theo ngày, nội dung như cũ",
    Deed.FRAME: "Chỉ đổi khung trang, nội dung như cũ",
    Deed.MOVED: "Chuyển sang địa chỉ khác",
    Deed.REMOVED: "Gỡ",
    Deed.BACK: "Đăng lại",
}


def time(moment: datetime) -> str:
    """`07 giờ 05 phút, ngày 22/11/2026`; the moment is in Vietnam's zone."""
    return f"{moment:%H} giờ {moment:%M} phút, ngày {moment:%d/%m/%Y}"


def facts(one: Account) -> list[tuple[str, str]]:
    """What the account comes to: first online, last changed, where it stands now."""
    rows = one.of_record
    changed = [row for row in rows if row.change.deed is Deed.CHANGED]
    last = rows[-1]
    told = [("Đăng lần đầu", time(rows[0].publication.time))]
    told.append(
        (
            "Sửa",
            f"{len(changed)} lần, lần cuối {time(changed[-1].publication.time)}"
            if changed
            else "chưa lần nào",
        )
    )
    ends = {Deed.REMOVED: "đã gỡ từ", Deed.MOVED: "đã chuyển sang địa chỉ khác từ"}
    if last.change.deed in ends:
        told.append(("Hiện nay", f"{ends[last.change.deed]} {time(last.publication.time)}"))
    else:
        told.append(("Hiện nay", "đang trên mạng"))
    return told


def deed(entry: Entry) -> Iterator[str]:
    """What one publication did to the page, a line each."""
    change = entry.change
    yield _DEEDS[change.deed] + (f": {change.target}" if change.target else "")
    publication = entry.publication
    if not publication.ours:
        yield f"Chú ý: do {publication.author} đưa thẳng lên nhánh, không qua gandan."
    elif not entry.sound:
        yield "Chú ý: các tệp của bản này không khớp với con dấu của nó."
    if publication.ours and publication.stamp and publication.stamp.back_to:
        yield f"Trở lại bản {publication.stamp.back_to}."
    yield from differences(change)


def public(entry: Entry) -> Iterator[str]:
    """The same for the page itself: a quotation that may hold somebody's data is told, not repeated."""
    for line in deed(entry):
        personal = "«" in line and (_NUMBER.search(line) or search.find(line))
        yield f"{line.partition(':')[0]}: {_WITHHELD}" if personal else line


def differences(change: Change) -> Iterator[str]:
    """What changed: fields, then sentences that went and came."""
    for name, old, new in change.fields:
        yield f"{name}: «{old or 'không có'}» thành «{new or 'không có'}»."
    for name in change.files:
        yield f"Tệp {name}: thay bằng tệp khác cùng tên."
    for name, sentences in (("Bỏ", change.taken), ("Thêm", change.added)):
        for one in sentences[:SHOWN]:
            yield f"{name}: «{short(one)}»"
        if len(sentences) > SHOWN:
            yield f"{name} {len(sentences) - SHOWN} câu nữa."


def short(sentence: str) -> str:
    return sentence if len(sentence) <= LONG else f"{sentence[:LONG].rstrip()}…"


def marks(entry: Entry) -> Iterator[tuple[str, str]]:
    """What identifies one publication of the page: its commit, its source, the sum of the bytes."""
    publication = entry.publication
    yield "Bản:", publication.commit
    if publication.ours and publication.stamp and publication.stamp.source:
        yield "Nguồn:", publication.stamp.source
    yield "SHA-256:", entry.sha256 or "không còn tệp"
    for path, digest in entry.files.items():
        yield f"SHA-256 của {path}:", digest


def lines(entries: Iterable[Entry]) -> str:
    """A line each, for what happens every night: time, commit, sum."""
    rows = ((row.publication.time, row.publication.commit, row.sha256 or "") for row in entries)
    return "\n".join(f"{moment:%H:%M %d/%m/%Y}  {commit}  {digest}" for moment, commit, digest in rows)
