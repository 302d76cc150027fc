"""Whose data are given, and as they stand on which day."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from gandan import addresses
from gandan.relate.portal import Portal

HIDDEN = frozenset({"draft", "privacy"})  # fields that tell how a ward works
Row: TypeAlias = dict[str, Any]  # of JSON's own values


@dataclass(frozen=True, slots=True)
class Giving:
    """The portal and the day; `root` is the full address of the site."""

    portal: Portal
    today: date
    root: str

    def url(self, address: str) -> str:
        """The full address of a page or file of the site."""
        return addresses.full(self.root, address)
