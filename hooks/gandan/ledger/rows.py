"""The register of a quarter as rows: one disclosure each, under a row of names."""

from collections.abc import Iterator
from datetime import date

from gandan import addresses, states
from gandan.model import Disclosure
from gandan.quarters import Quarter
from gandan.relate import ledgers
from gandan.relate.ledgers import Ledgers
from gandan.relate.portal import Article, Portal
from gandan.views import contents, forms
from gandan.views.grid import text

HEAD = (
    "STT",
    "Khoản (Điều 11)",
    "Nội dung",
    "Tên",
    "Số văn bản",
    "Ngày văn bản",
    "Ngày đăng trang",
    "Hình thức, nơi, thời gian, ai làm",
    "Niêm yết từ ngày",
    "Niêm yết đến hết ngày",
    "Đơn vị",
    "Tình trạng",
    "Trong quý",
    "Địa chỉ",
)


def rows(all_: Ledgers, quarter: Quarter, root: str) -> Iterator[tuple[str, ...]]:
    """The names of the columns, then each disclosure of the quarter as on its page; `root` is the site's."""
    yield HEAD
    portal, today = all_.portal, all_.today
    for number, article in enumerate(all_.entries(quarter), 1):
        one = article.item
        yield (
            str(number),
            str(one.item),
            contents.name(one.item, portal),
            one.title,
            one.number or "",
            _day(one.decided),
            _day(one.date.day),
            *_shown(one, portal),
            one.unit or "",
            _state(article, portal, today),
            "mới" if ledgers.is_new(one, quarter) else "từ quý trước",
            addresses.full(root, article.address),
        )


def _shown(one: Disclosure, portal: Portal) -> tuple[str, str, str]:
    """All forms in a line; the first and the last day on a board, where there is one."""
    permanent = contents.rule(one.item, "permanent", portal, one.decided)
    shown = forms.of(one, permanent)
    board = [row for row in one.posted if row.form == "a"]
    first = _day(min(row.from_ for row in board)) if board else ""
    ends = [row.until for row in board if row.until]
    last = _day(max(ends)) if ends and len(ends) == len(board) else ""
    if board and not last:
        last = "thường xuyên" if permanent else "chưa gỡ"
    return "; ".join(text(row.line) for row in shown), first, last


def _state(article: Article[Disclosure], portal: Portal, today: date) -> str:
    found = states.of_item(article.item, portal.rulebook, today)
    return f"{found.state.words}, tính đến ngày {_day(today)}" if found else ""


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
