"""Events as https://schema.org/Event, those that repeat with their https://schema.org/Schedule."""

from gandan import repetition
from gandan.linked.frame import LANGUAGE, SCHEMA, Frame, Node, filled
from gandan.model import Event
from gandan.relate import agenda
from gandan.relate.portal import Appointment
from gandan.repetition import NotARule
from gandan.zone import VIETNAM

PERIODS = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M", "YEARLY": "Y"}


def node(one: Appointment, frame: Frame) -> Node:
    """What one event is; times bear the +07:00 of Vietnam. Where it was moved, the former day is told too."""
    event, ward = one.event, frame.portal.ward
    moved = event.changed.to if event.changed else None
    start = moved or event.starts
    end = agenda.moved_end(event, moved) if moved else event.ends
    schedule = None if moved else _schedule(one)
    place = {"@type": "Place", "name": event.place, "address": f"{ward.name}, {ward.city}"}
    return filled(
        {
            "@type": "Event",
            "name": event.title,
            "url": frame.url(one.address),
            "description": event.description,
            "startDate": start.iso,
            "endDate": end.iso if end and not schedule else None,
            "previousStartDate": event.starts.iso if moved else None,
            "eventStatus": f"{SCHEMA}/Event{_status(event)}",
            "eventSchedule": schedule,
            "location": place if event.place else None,
            "organizer": frame.publisher(),
            "inLanguage": LANGUAGE,
        }
    )


def _status(event: Event) -> str:
    if event.changed is None:
        return "Scheduled"
    if event.changed.to:
        return "Rescheduled"
    return "Postponed" if event.changed.status == "postponed" else "Cancelled"


def _schedule(one: Appointment) -> Node | None:
    """The rule of an event that repeats; None for a rule that schema.org cannot say."""
    event = one.event
    if not event.repeats or not one.occurrences:
        return None
    try:
        steps = repetition.read(event.repeats, event.starts.day).steps
    except NotARule:
        return None
    parts = dict(part.split("=", 1) for part in steps.split(";"))
    days = [int(day) for day in parts.get("BYMONTHDAY", "").split(",") if day]
    if any(day < 0 for day in days):
        return None
    return filled({**_when(one), **_rhythm(parts), "byMonthDay": days})


def _when(one: Appointment) -> Node:
    event, start, end = one.event, one.event.starts, one.event.ends
    return {
        "@type": "Schedule",
        "startDate": start.day.isoformat(),
        "endDate": one.occurrences[-1].start.day.isoformat(),
        "startTime": start.clock.isoformat() if start.clock else None,
        "endTime": end.clock.isoformat() if end and end.clock else None,
        "scheduleTimezone": VIETNAM.key,
        "exceptDate": [day.isoformat() for day in event.skips],
    }


def _rhythm(parts: dict[str, str]) -> Node:
    """`byDay` is written as iCalendar has it, which schema.org allows."""
    months = [int(month) for month in parts.get("BYMONTH", "").split(",") if month]
    return {
        "repeatFrequency": f"P{parts.get('INTERVAL', '1')}{PERIODS[parts['FREQ']]}",
        "byDay": [day for day in parts.get("BYDAY", "").split(",") if day],
        "byMonth": months,
    }
