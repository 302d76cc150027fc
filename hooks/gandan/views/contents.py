"""The 14 items of publicity by their names (Điều 11 Luật 10/2022/QH15), and what the law wants of each."""

from collections.abc import Iterator
from datetime import date

from gandan.duties.finding import spell
from gandan.model import Rule
from gandan.model.rule import Clock
from gandan.relate.portal import Portal


def name(item: int, portal: Portal) -> str:
    """The ward's short name of an item; its number alone where the ward has none."""
    names = {one.item: one.name for one in portal.catalogue.items}
    return names.get(item, "nội dung của Điều 11")


def named(item: int, portal: Portal) -> str:
    """`Khoản 2: Dự toán, thực hiện, quyết toán ngân sách`."""
    return f"Khoản {item}: {name(item, portal)}"


def rule(item: int, clock: Clock, portal: Portal, day: date) -> Rule | None:
    """The rule of a clock for an item on `day`."""
    return portal.rulebook.on(day, clock, kind="disclosure", item=item)


def duties(item: int, portal: Portal, day: date) -> str:
    """Where and how long an item must be shown beside the page: `niêm yết ít nhất 30 ngày; …`."""
    return "; ".join(_duties(item, portal, day))


def board(item: int, portal: Portal, day: date) -> str | None:
    """How long an item must hang on the board; None where no rule tells."""
    if rule(item, "permanent", portal, day):
        return "niêm yết thường xuyên"
    posting = rule(item, "posting", portal, day)
    return f"niêm yết ít nhất {spell(posting.n, posting.unit)}" if posting else None


def _duties(item: int, portal: Portal, day: date) -> Iterator[str]:
    if hangs := board(item, portal, day):
        yield hangs
    if loud := rule(item, "loudspeaker", portal, day):
        yield f"phát loa ít nhất {spell(loud.n, loud.unit)}"
    if rule(item, "head", portal, day):
        yield "báo qua Tổ trưởng"
