"""Lists of people whose day is over: their files stay at home, their addresses tell that they are gone."""

import posixpath
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from gandan import states
from gandan.check.entry import Checked, Entry
from gandan.model import Annex, Item, OldAddress, Removal
from gandan.model.fields import FILE_PATH


class Over(NamedTuple):
    """A file (`docs/…`) that an item named as a list of people until a day that is behind us."""

    file: str
    annex: Annex
    entry: Entry[Item]


def over(checked: Checked, today: date) -> Iterator[Over]:
    """Every such file, drafts' included."""
    for entry in checked.telling:
        for annex in entry.record.attachments:
            if not states.is_shown(annex, today):
                file = posixpath.normpath(posixpath.join(posixpath.dirname(entry.raw.file), annex.file))
                yield Over(file, annex, entry)


def old_addresses(checked: Checked, today: date) -> tuple[OldAddress, ...]:
    """Those that the ward wrote, and those of the files that left: what stands there is a notice."""
    return *(entry.record for entry in checked.old_addresses), *_gone(checked, today)


def _gone(checked: Checked, today: date) -> Iterator[OldAddress]:
    told = {f"/{entry.id.strip('/')}" for entry in checked.old_addresses}
    for file, annex, entry in over(checked, today):
        address = "/" + file.removeprefix("docs/")
        if annex.names and not entry.record.draft and address not in told and FILE_PATH.fullmatch(address):
            told.add(address)
            unit = entry.record.unit or (checked.ward.record.authority if checked.ward else annex.title)
            day = annex.names.until
            reason = (
                f"Danh sách có tên người, đăng theo {annex.names.basis}, chỉ đến hết ngày {day:%d/%m/%Y}."
            )
            gone_on = day + timedelta(days=1)
            removal = Removal(removed=gone_on, title=annex.title, reason=reason, unit=unit)
            yield OldAddress(address=address, removal=removal)
