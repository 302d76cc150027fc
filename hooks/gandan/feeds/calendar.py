"""The files of the calendar (RFC 5545), by what they follow from: most builds make none of them.

Each is put together by `entries.py`, which is opened only then, for its library is dear to load.
"""

from collections.abc import Iterator
from functools import partial
from importlib import import_module
from typing import NamedTuple
from urllib.parse import urlsplit

from gandan import addresses
from gandan.cache import digest
from gandan.installed import version
from gandan.model import Consultation, Notice
from gandan.outputs import Output
from gandan.relate.portal import Portal


class Site(NamedTuple):
    """Whose calendar it is, and the full address of the site."""

    portal: Portal
    root: str

    def url(self, address: str) -> str:
        return addresses.full(self.root, address)

    def uid(self, address: str, what: str = "") -> str:
        """Of the address, which never changes, and the ward's own host, wherever the site is built for."""
        name = "-".join(filter(None, (what, *address.split("/"))))
        return f"{name}@{urlsplit(self.portal.ward.site_url).hostname}"


def files(portal: Portal, root: str) -> Iterator[Output]:
    """Each file; `root` is the full address of the site. An entry follows from its file, the ward and its
    groups: what was told before is not put together again."""
    site, name = Site(portal, root), portal.ward.name
    ground = repr((version("icalendar"), root, portal.ward.site_url, name, portal.groups))
    told = {one.address: repr(one) for one in portal.appointments}
    consultations = portal.of(Consultation)
    terms = [*consultations, *portal.of(Notice)]
    days = {one.address: one.digest.hex() for one in terms}
    asked = {one.address: days[one.address] for one in consultations}
    yield _file(addresses.ICALENDAR, (ground, told, days), f"Lịch {name}", "whole", site, terms)
    yield _file(addresses.DEADLINES, (ground, asked), f"Hạn góp ý {name}", "deadlines", site, consultations)
    for one in portal.appointments:
        address = addresses.of_event_file(one.address)
        yield _file(address, (ground, told[one.address]), None, "of_event", site, one)


def _file(address: str, key: object, name: str | None, deed: str, *given: object) -> Output:
    return Output(address, digest(repr(key).encode("utf-8")), partial(_text, name, deed, *given))


def _text(name: str | None, deed: str, *given: object) -> bytes:
    entries = import_module("gandan.feeds.entries")
    return bytes(entries.calendar(name, getattr(entries, deed)(*given)), "utf-8")
