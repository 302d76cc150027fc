"""What happens in the next seven days: the lines of the front page."""

from datetime import date, timedelta
from typing import NamedTuple

from gandan import dates
from gandan.addresses import NOTICES
from gandan.dates import Stamp
from gandan.relate import agenda
from gandan.relate.portal import Portal
from gandan.views import slots
from gandan.views.slots import Slot

SPAN = timedelta(days=6)  # beside the day itself: each day of the week comes once, whatever day it is
MOST = 6  # lines, so that what follows is not pushed off the front page


class Week(NamedTuple):
    """The days `first` to `last`, both included, with the first few things of `total`.

    `after` is what comes next where these days hold nothing; None where the calendar ends before.
    """

    first: Stamp
    last: Stamp
    slots: tuple[Slot, ...]
    total: int
    after: Slot | None


def of(portal: Portal, today: date) -> Week:
    """The seven days from `today` on: events at each of their times, what was moved,
    deadlines of consultations. Notices stand in a list of their own."""
    end = today + SPAN
    coming = [one for one in agenda.of(portal) if one.last >= today and not one.address.startswith(NOTICES)]
    there = [one for one in coming if one.start.day <= end]
    later = next((one for one in coming if not one.struck), None) if not there else None
    return Week(
        dates.short(today),
        dates.short(end),
        tuple(slots.slot(one, portal, today) for one in there[:MOST]),
        len(there),
        slots.slot(later, portal, today) if later else None,
    )
