"""What day it is in Vietnam: the only room that asks the clock and the environment, for doors only."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime

from gandan.zone import VIETNAM


class NotADay(ValueError):
    """Raised when the day that was asked for cannot be read; its text is for people."""


def today(asked: str | None = None, environment: Mapping[str, str] = os.environ) -> date:
    """The day of a build or check.

    In this order: `asked` (YYYY-MM-DD), GANDAN_TODAY, the day of SOURCE_DATE_EPOCH (seconds, in Vietnam;
    https://reproducible-builds.org/specs/source-date-epoch/), today in Vietnam. Raises NotADay.
    """
    if asked:
        return _read(asked, f"«{asked}»")
    if text := environment.get("GANDAN_TODAY"):
        return _read(text, f"GANDAN_TODAY=«{text}»")
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.fromtimestamp(int(epoch), UTC).astimezone(VIETNAM).date()
        except (ValueError, OverflowError, OSError):
            raise NotADay(f"SOURCE_DATE_EPOCH=«{epoch}» không phải số giây") from None
    return datetime.now(VIETNAM).date()


def now() -> datetime:
    """This moment in Vietnam: when something is published, never what a page shows."""
    return datetime.now(VIETNAM)


def _read(text: str, written: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=VIETNAM).date()
    except ValueError:
        raise NotADay(f"{written} không phải ngày năm-tháng-ngày, ví dụ 2026-11-20") from None
