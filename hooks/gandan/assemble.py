"""The front door: a ward's folder and a day -> (Portal, problems)."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from gandan import lasting
from gandan.cache import Store
from gandan.check import kinds
from gandan.check.entry import Checked
from gandan.privacy import gate
from gandan.read import files
from gandan.relate.join import Joined, join
from gandan.views import site

NOWHERE = Store(None)


def assemble(root: Path, today: date, store: Store = NOWHERE, tops: Sequence[str] = files.WHOLE) -> Joined:
    """Read, check and relate everything below `root`; opens nothing else, never raises for content.

    `store` saves the search of files that have not changed since an earlier time. With `tops` only these
    parts are read, for a command that asks about one item of a large archive.
    """
    folder = files.folder(root, tops)
    checked = kinds.records(folder)
    checked.problems += gate.watched(folder, lambda file: (root / file).read_bytes(), today, store).problems
    return _lasting(join(checked, today), checked, today)


def _lasting(joined: Joined, checked: Checked, today: date) -> Joined:
    # While a record is broken its page is missing for that reason only: nobody is told that it vanishes.
    if joined.portal is None or checked.broken or not checked.promised:
        return joined
    pages = {plan.address for plan in site.plans(joined.portal, today)}
    there = {name.removeprefix("docs/") for name in checked.files.keys() - joined.portal.withheld}
    vanishing = lasting.problems(checked.promised, pages | there)
    return Joined(joined.portal, tuple(sorted({*joined.problems, *vanishing})))
