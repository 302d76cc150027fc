"""Whose data are given, and as they stand on which day."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from gandan import addresses
from gandan.relate.portal import Portal

HIDDEN = frozenset({"draft", "privacy"})  # fields that tell how a ward works
Row: TypeAlias = dict[str, Any]  # of JSON's own values


class Run(NamedTuple):
    """Neighbouring rows that need not be made: equal `about` of one kind at one root mean equal rows."""

    about: bytes
    rows: Callable[[], Iterable[Row]]


class Giving(NamedTuple):
    """The portal and the day; `root` is the full address of the site."""

    portal: Portal
    today: date
    root: str

    def url(self, address: str) -> str:
        """The full address of a page or file of the site."""
        return addresses.full(self.root, address)
