"""The page of telephone numbers: those of the ward, and those of its tổ dân phố."""

from datetime import date
from typing import NamedTuple

from gandan import addresses
from gandan.model import Page
from gandan.model.ward import Contact
from gandan.relate.portal import Portal
from gandan.views.parts import Link

NAME = "Số điện thoại cần biết"


class TelephonesView(NamedTuple):
    """What the template `records/telephones.html` prints; `groups` are place, who answers, number."""

    title: str
    description: str | None
    crumbs: tuple[Link, ...]
    contacts: tuple[Contact, ...]
    groups: tuple[tuple[Link, str | None, str], ...]


def of(page: Page, portal: Portal, _: date) -> TelephonesView:
    """The numbers, in the ward's own order."""
    head = portal.pages.get(addresses.ABOUT)
    groups = (one for one in portal.groups if one.telephone)
    return TelephonesView(
        page.title,
        page.description,
        (Link(addresses.ABOUT, head.page.title if head else "Giới thiệu"),),
        portal.ward.telephones,
        tuple(
            (Link(addresses.of_group(one.slug), one.name), one.head, one.telephone or "") for one in groups
        ),
    )
