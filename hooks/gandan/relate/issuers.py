"""Bodies have a history: which one it was on a given day, and what it is now."""

from collections.abc import Mapping
from datetime import date

from gandan.model import Issuer


def on(day: date | None, issuer: Issuer, issuers: Mapping[str, Issuer]) -> Issuer:
    """The body that stood in this one's line on `day`; the body itself when the day is unknown."""
    if day is None:
        return issuer
    seen = {issuer.id}
    while step := _step(day, issuer, issuers):
        if step.id in seen:
            return issuer
        seen.add(step.id)
        issuer = step
    return issuer


def now(today: date, issuer: Issuer, issuers: Mapping[str, Issuer]) -> Issuer | None:
    """Who stands in its place on `today`, or None when that is still itself."""
    heir = on(today, issuer, issuers)
    return heir if heir.id != issuer.id else None


def _step(day: date, issuer: Issuer, issuers: Mapping[str, Issuer]) -> Issuer | None:
    if issuer.valid_to and day > issuer.valid_to:
        return issuers.get(issuer.successor or "")
    if issuer.valid_from and day < issuer.valid_from:
        elders = [one for one in issuers.values() if one.successor == issuer.id and not _before(one, day)]
        return elders[0] if len(elders) == 1 else None  # of two that merged neither is guessed
    return None


def _before(elder: Issuer, day: date) -> bool:
    return elder.valid_to is not None and elder.valid_to < day
