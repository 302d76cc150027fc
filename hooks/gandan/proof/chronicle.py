"""The chronicle of a record: when it went out and what changed, as the file that stands beside its page."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from gandan.proof.changes import Deed
from gandan.publishing import stamp

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Event:
    """One publication that changed the record.

    `time` is that of the publication (ISO 8601), `source` the commit of the ward's repository it was built
    of; `said` tells in Vietnamese what was done, a line each. `sha256` is that of the page's bytes, None when
    it is no more, `files` those of its attachments by their paths in the site. The publication's own commit
    cannot stand in a file that it holds: `git log` finds it by its time.
    """

    time: str
    deed: str
    said: tuple[str, ...]
    source: str
    sha256: str | None
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All of them, oldest first, of the record at `address`."""

    address: str
    events: tuple[Event, ...] = ()

    @property
    def files(self) -> Mapping[str, str]:
        """The attachments of today."""
        return self.events[-1].files if self.events else {}

    def then(self, event: Event) -> "Chronicle":
        """With one more; of a record that was taken down the words that stood there are told no longer."""
        events = self.events
        if event.deed == Deed.REMOVED:
            events = tuple(replace(one, said=one.said[:1]) for one in events)
            event = replace(event, said=event.said[:1])
        return Chronicle(self.address, (*events, event))

    def written(self) -> bytes:
        """The bytes of the file; `line` and `when` are what a page shows of it."""
        events = [asdict(one) | {"when": stamp.words(one.time)} for one in self.events]
        told = {"format": FORMAT, "address": f"/{self.address}", "line": line(self), "events": events}
        return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read(address: str, data: bytes) -> Chronicle:
    """The chronicle that these bytes hold; an empty one when they hold none of this form."""
    try:
        given = json.loads(data)
        if given["format"] != FORMAT:
            return Chronicle(address)
        return Chronicle(address, tuple(map(_event, given["events"])))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Chronicle(address)


def _event(given: dict[str, Any]) -> Event:
    names = ("time", "deed", "source", "sha256")
    time, deed, source, sha256 = (given[name] for name in names)
    return Event(time, deed, tuple(map(str, given["said"])), source, sha256, dict(given["files"]))


def line(one: Chronicle) -> str:
    """`Đăng lần đầu 08:00 ngày 01/11/2026; sửa 2 lần, lần cuối ….`"""
    if not one.events:
        return ""
    changed = [event for event in one.events[1:] if event.deed == Deed.CHANGED]
    told = [f"Đăng lần đầu {stamp.words(one.events[0].time)}"]
    told.append(
        f"sửa {len(changed)} lần, lần cuối {stamp.words(changed[-1].time)}" if changed else "chưa sửa lần nào"
    )
    last = one.events[-1]
    if last.deed in (Deed.REMOVED, Deed.MOVED):
        told.append(f"{'gỡ' if last.deed == Deed.REMOVED else 'chuyển địa chỉ'} {stamp.words(last.time)}")
    return f"{'; '.join(told)}."
