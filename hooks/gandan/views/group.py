"""A tổ dân phố: who leads it, whom to call, and everything that concerns it."""

from dataclasses import dataclass
from datetime import date

from gandan import addresses, dates
from gandan.dates import Stamp
from gandan.model import Group
from gandan.relate.portal import Portal
from gandan.relate.shelves import Slice
from gandan.views import calendar, listing
from gandan.views.listing import ListingView
from gandan.views.parts import Link
from gandan.views.shares import grouped
from gandan.views.slots import Slot


@dataclass(frozen=True, slots=True)
class GroupView(ListingView):
    """What the template `records/group.html` prints; the facts stand on the newest page alone."""

    head: str | None
    telephone: str | None
    households: str | None
    team: tuple[tuple[str, str | None], ...]  # what they are there, and their names
    before: tuple[tuple[Stamp, str], ...]
    coming: tuple[Slot, ...]


def of(group: Group, piece: Slice, portal: Portal, today: date) -> GroupView:
    """One page of what concerns a tổ dân phố."""
    newest = piece.number == piece.total
    return GroupView(
        group.name,
        group.description,
        (Link(addresses.GROUPS, "Tổ dân phố"),),
        (),
        listing.listed(piece, "Chưa có gì của riêng tổ này.", portal, today, "Tin và việc của tổ"),
        listing.pager(addresses.of_group(group.slug), piece),
        None,
        (),
        mixed=True,
        feeds=(),
        today=dates.short(today) if newest else None,
        head=group.head if newest else None,
        telephone=group.telephone if newest else None,
        households=grouped(group.households) if group.households and newest else None,
        team=tuple((one.role, one.name) for one in group.team if newest),
        before=tuple((dates.short(one.until), one.words) for one in group.before if newest),
        coming=calendar.of_group(group.slug, portal, today) if newest else (),
    )
