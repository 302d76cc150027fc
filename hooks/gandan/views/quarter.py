"""The quarterly register: what was publicised, what the plan still wants, which items have nothing."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from gandan import addresses, dates
from gandan.dates import Stamp
from gandan.duties import planning
from gandan.model import Disclosure, Page
from gandan.model.disclosure import Form
from gandan.quarters import Quarter
from gandan.relate import ledgers
from gandan.relate.ledgers import Ledger, Ledgers, Promise
from gandan.relate.portal import Article, Portal
from gandan.views import contents, forms, sheet
from gandan.views.grid import Cell, Grid, cell
from gandan.views.parts import Link, item_badge
from gandan.views.sheet import Heading


class QuarterView(NamedTuple):
    """What the template `records/quarter.html` prints, and what stands on paper.

    `plan` holds the lines due in the quarter, `without` the items of which nothing was publicised; `running`
    tells that the quarter is not over. `file` is the address of the same rows for a spreadsheet.
    """

    title: str
    heading: Heading
    description: str
    crumbs: tuple[Link, ...]
    register: Grid
    plan: Grid
    without: tuple[str, ...]
    running: bool
    file: str
    earlier: Link | None
    later: Link | None
    today: Stamp


class QuartersView(NamedTuple):
    """What the template `records/quarters.html` prints: every register, newest first, by what it holds."""

    title: str
    description: str | None
    crumbs: tuple[Link, ...]
    quarters: tuple[Link, ...]
    today: Stamp


HEAD = ("STT", "Nội dung", "Tên", "Văn bản", "Hình thức, nơi, thời gian, ai làm", "Đơn vị", "Tình trạng")
PLAN_HEAD = ("Hạn", "Nội dung", "Việc theo kế hoạch", "Hình thức", "Đơn vị", "Tình trạng")
CRUMBS = (Link(addresses.DISCLOSURES, "Công khai"), Link(addresses.LEDGERS, "Sổ theo quý"))


def of(quarter: Quarter, all_: Ledgers) -> QuarterView:
    """The register of a quarter, one of all."""
    portal, today = all_.portal, all_.today
    ledger, there = all_.of(quarter), frozenset(all_.quarters)
    return QuarterView(
        f"Danh mục nội dung đã công khai, {quarter.words}",
        sheet.heading(portal, today),
        _counted(ledger),
        CRUMBS,
        Grid(HEAD, tuple(_row(n, one, ledger, portal, today) for n, one in enumerate(ledger.entries, 1))),
        plan(ledger.promises, portal, today),
        tuple(contents.named(item, portal) for item in ledger.without),
        quarter.first <= today <= quarter.last,
        addresses.of_ledger_file(quarter.name),
        link(quarter.before) if quarter.before in there else None,
        link(quarter.next) if quarter.next in there else None,
        dates.short(today),
    )


def all_of(page: Page, portal: Portal, today: date) -> QuartersView:
    """Every register with the number of its disclosures, newest quarter first."""
    all_ = Ledgers(portal, today)
    return QuartersView(
        page.title,
        page.description or _ABOUT,
        CRUMBS[:1],
        tuple(link(one, len(all_.entries(one))) for one in reversed(all_.quarters)),
        dates.short(today),
    )


_ABOUT = "Mỗi quý một danh mục: đã công khai gì, bằng hình thức nào, ở đâu, từ ngày nào đến ngày nào."


def link(quarter: Quarter, count: int | None = None) -> Link:
    """The register of a quarter by the quarter's name."""
    return Link(addresses.of_ledger(quarter.name), quarter.title, count)


def plan(promises: tuple[Promise, ...], portal: Portal, today: date) -> Grid:
    """Lines of the plan and what became of each by `today`."""
    return Grid(PLAN_HEAD, tuple(_promised(one, portal, today) for one in promises))


def _counted(ledger: Ledger) -> str:
    carried = sum(not ledgers.is_new(one.item, ledger.quarter) for one in ledger.entries)
    also = f", {carried} trong số đó từ quý trước chuyển sang" if carried else ""
    return f"{len(ledger.entries)} nội dung đã công khai{also}."


def _row(
    number: int, article: Article[Disclosure], ledger: Ledger, portal: Portal, today: date
) -> tuple[Cell, ...]:
    one = article.item
    shown = forms.of(one, contents.rule(one.item, "permanent", portal, one.decided))
    remark = () if ledgers.is_new(one, ledger.quarter) else (("Từ quý trước",),)
    return (
        cell(str(number)),
        cell(contents.named(one.item, portal)),
        cell(one.title, url=article.address),
        cell(one.number and f"{one.number}, ", "ngày ", dates.short(one.decided)),
        Cell(tuple(row.line for row in shown)),
        cell(one.unit),
        Cell(remark, badge=item_badge(one, portal, today)),
    )


def _promised(one: Promise, portal: Portal, today: date) -> tuple[Cell, ...]:
    line = one.line
    return (
        cell(dates.short(line.due)),
        cell(contents.named(line.item, portal)),
        cell(line.title, url=one.kept.address if one.kept else None),
        cell(_named(line.forms)),
        cell(line.unit),
        _kept(one, today),
    )


def _kept(one: Promise, today: date) -> Cell:
    """In time, late, still to come, or missing; and the forms that are not proved."""
    if one.kept is None:
        return cell("Chưa đến hạn" if today <= one.line.due else "Quá hạn, chưa công khai")
    day = one.kept.item.date.day
    told = ("Đã công khai " if day <= one.line.due else "Muộn, công khai ", dates.short(day))
    missing = planning.unused(one.line, one.kept.item)
    return Cell((told, (f"Chưa thấy: {_named(missing)}",)) if missing else (told,))


def _named(chosen: Iterable[Form]) -> str:
    """`a) Niêm yết; c) Truyền thanh`: nobody knows the letters by heart."""
    return "; ".join(f"{form}) {forms.NAMES[form]}" for form in chosen)
