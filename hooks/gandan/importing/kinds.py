"""Which kind of item a paper becomes, and the fields that only this kind has; none where nobody is sure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from gandan.importing import periods, votes
from gandan.importing.letterhead import Letterhead
from gandan.vietnamese import fold

# Item of Điều 11 by the words of a title, the first that fits.
ITEMS = (
    (11, ("lay y kien", "tong hop y kien", "tiep thu y kien")),
    (9, ("nhap ngu", "nghia vu quan su", "nghia vu cong an", "so tuyen")),
    (2, ("ngan sach", "du toan", "quyet toan")),
    (6, ("tai san cong",)),
    (13, ("thu tuc hanh chinh",)),
    (12, ("le phi", "muc thu")),
    (4, ("quy che dan chu", "quy che thuc hien dan chu", "quy tac ung xu")),
    (8, ("cuu tro", "quyen gop", "thien tai", "ung ho")),
    (7, ("ho ngheo", "can ngheo", "tro cap", "an sinh", "bao hiem y te", "nguoi cao tuoi", "ho tro")),
    (3, ("thu hoi dat", "boi thuong", "quy hoach", "cong trinh", "du an")),
    (5, ("quy ", "tai tro", "dong gop")),
    (1, ("kinh te - xa hoi", "kinh te xa hoi")),
    (10, ("thanh tra", "tin nhiem", "ky luat")),
)
PLAIN = {"thong bao": "notice", "giay moi": "notice", "thu moi": "notice", "ke hoach": "notice",
         "lich": "notice", "thu ngo": "notice", "loi keu goi": "notice", "huong dan": "notice",
         "chuong trinh": "notice", "": "news", "thu cam on": "news"}  # fmt: skip
DISCLOSED = frozenset(
    {"cong khai", "niem yet", "du toan", "quyet toan", "bang", "danh sach", "bao cao", "quyet dinh"}
)
VOTE = ("households", "present", "for", "against")
LAWS = "Điều 11 Luật 10/2022/QH15"


@dataclass(slots=True)
class Choice:
    """`kind` is a section's (`notice`), "" when it must be asked for; `fields` are its own."""

    kind: str
    fields: dict[str, object] = field(default_factory=dict)
    unsure: list[str] = field(default_factory=list)
    why: str = ""


def choose(type_: str, title: str, text: str, head: Letterhead, today: date, given: str | None) -> Choice:
    """The kind by what the paper calls itself and says; `given` is the officer's own word and goes first."""
    choice = Choice(given) if given else _guessed(fold(type_), fold(title), text)
    filler = FILLERS.get(choice.kind)
    if filler:
        filler(choice, title, text, head, today)
    return choice


def _guessed(type_: str, title: str, text: str) -> Choice:
    if "lay y kien" in title or "gop y" in title:
        why = "tiêu đề nói lấy ý kiến, góp ý: có thể đang lấy ý kiến, hay chỉ báo tin"
        return Choice("consultation" if type_ == "thong bao" and periods.span(text, 2000) else "", why=why)
    if type_ == "bien ban":
        return Choice("decision" if all(name in votes.read(text) for name in VOTE) else "news")
    if "cong khai" in title or "niem yet" in title or type_ in DISCLOSED:
        why = f"chưa rõ là công khai theo khoản nào của {LAWS}"
        return Choice("disclosure" if item(title) else "", why=why)
    why = f"chưa rõ «{type_}» đăng ở mục nào" if type_ else ""
    return Choice(PLAIN.get(type_, ""), why=why)


def item(title: str) -> int | None:
    """The item of Điều 11 that a title names, None where it names none."""
    plain = f"{fold(title)} "
    return next((number for number, said in ITEMS if any(one in plain for one in said)), None)


def _notice(choice: Choice, title: str, text: str, head: Letterhead, today: date) -> None:
    if days := periods.span(text, (head.day or today).year):
        choice.fields |= {"from": days[0], "until": days[1]}
        told = f"thời hạn {days[0]:%d/%m/%Y} – {days[1]:%d/%m/%Y} lấy từ trong bài (from, until)"
        choice.unsure.append(told)
    if fold(title).startswith(("giay moi", "thu moi")):
        choice.unsure.append("buổi họp chưa có trong lịch của trang: ghi thêm bằng lệnh gandan new su-kien")


def _consultation(choice: Choice, title: str, text: str, head: Letterhead, today: date) -> None:
    if days := periods.span(text, (head.day or today).year):
        choice.fields |= {"opens": days[0], "closes": days[1]}
        choice.unsure.append(f"nhận ý kiến từ {days[0]:%d/%m/%Y} đến hết {days[1]:%d/%m/%Y} (opens, closes)")


def _disclosure(choice: Choice, title: str, text: str, head: Letterhead, today: date) -> None:
    if number := item(title):
        choice.fields["item"] = number
        choice.unsure.append(f"xếp vào khoản {number} của {LAWS} theo tiêu đề (item)")
    if head.number:
        choice.fields["number"] = head.number
    if head.day:
        choice.fields["decided"] = head.day


def _decision(choice: Choice, title: str, text: str, head: Letterhead, today: date) -> None:
    figures: Mapping[str, int] = votes.read(text)
    choice.fields["matter"] = votes.matter(f"{title} {text}")
    if held := head.day or periods.one(text):
        choice.fields["held"] = held
    choice.fields |= {name: figures[name] for name in VOTE if name in figures}
    choice.unsure.append(f"xếp vào khoản {choice.fields['matter']} của Điều 15 theo lời văn (matter)")
    if held:
        choice.unsure.append(f"ngày biểu quyết {held:%d/%m/%Y} lấy từ văn bản (held)")
    if figures:
        choice.unsure.append("số hộ lấy từ biên bản")


FILLERS = {"notice": _notice, "consultation": _consultation, "disclosure": _disclosure, "decision": _decision}
