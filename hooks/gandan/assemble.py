"""The front door: a ward's folder and a day -> (Portal, problems)."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from gandan import lasting
from gandan.cache import EMPTY, Store
from gandan.check import kinds
from gandan.check.entry import Checked
from gandan.keeping import records, searched
from gandan.privacy import gate
from gandan.problems import in_order
from gandan.read import files
from gandan.read.listing import States
from gandan.relate.join import Joined, join
from gandan.views import site


def assemble(
    root: Path,
    today: date,
    store: Store = EMPTY,
    tops: Sequence[str] = files.WHOLE,
    states: States | None = None,
) -> Joined:
    """Read, check and relate everything below `root`; opens nothing else, never raises for content.

    `store` saves the reading of files that have not changed since an earlier time. With `tops` only these
    parts are read, for a command that asks about one item of a large archive. `states` are what the disk said
    of all files, where somebody asked it before.
    """
    whole = store if tops is files.WHOLE else EMPTY
    before = records.load(whole, root)
    folder = files.folder(root, tops, before, states)
    checked = kinds.records(folder, before.known)
    kept = records.of(checked, before)
    numbers, data = gate.offices(folder.raws, before.offices), lambda file: (root / file).read_bytes()
    search = partial(gate.watched, numbers=numbers, data=data, today=today, store=whole)
    watched = before.watched(folder, numbers, search)
    checked.problems += watched.problems
    joined = join(checked, today, before.remembered)
    records.save(whole, before, kept, joined.read, searched.whole(watched, numbers))
    return _lasting(joined, checked, today)


def _lasting(joined: Joined, checked: Checked, today: date) -> Joined:
    # While a record is broken its page is missing for that reason only: nobody is told that it vanishes.
    if joined.portal is None or checked.broken or not checked.promised:
        return joined
    pages = {plan.address for plan in site.plans(joined.portal, today)}
    there = {name.removeprefix("docs/") for name in checked.files.keys() - joined.portal.withheld}
    vanishing = lasting.problems(checked.promised, pages | there)
    return joined._replace(problems=in_order([*joined.problems, *vanishing]))
