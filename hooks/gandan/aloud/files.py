"""The one door of reading aloud: which files tell how to say what stands on the pages.

A file holds the sentences of the pages of one month of a section that a voice would read wrongly, each with
what to say instead. It is made from the pages themselves, so that whatever a template prints is said rightly;
of a page that has not changed it is kept. Of news only the newest have one: their number grows for ever, and
a voice reads the others as they are written.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from importlib import import_module

from gandan import addresses
from gandan.cache import Store, digest
from gandan.model import News
from gandan.outputs import Data, Output
from gandan.packs import Pack
from gandan.relate.portal import Portal
from gandan.sections import BY_KIND
from gandan.stock import Stock
from gandan.views.site import Plan

NAME = "loi-doc"  # of the pack
NEWEST = 100  # news that are said rightly, and all others of their months
MANY = 20  # pages to be said anew, as on a new day: then what was said before is worth its reading
READ = frozenset({*BY_KIND, "directive", "event", "page"})  # templates of pages with an article

Page = Callable[[str], Data]  # the path of a page in the site -> its bytes


def of(
    portal: Portal, plans: Iterable[Plan], keys: Mapping[str, bytes], page: Page, store: Store
) -> Iterator[Output]:
    """Each file; `keys` are those of the pages by their paths, without a page that is not to be believed
    later. `store` saves the work of an earlier build."""
    pack, shorts = store.open(NAME, ""), repr(portal.abbreviations).encode()
    stock, files = Stock("said", None, pack), _files(portal, plans)
    names = {one: digest(keys[one], shorts) for pages in files.values() for one in pages if one in keys}
    anew = set(names.values()) - stock.lasting
    known = cache(partial(_known, pack if len(anew) > MANY else None, stock, shorts))
    wanted: dict[bytes, Callable[[], Data]] = {}
    for address, pages in files.items():
        makes = [(names.get(one, b""), partial(_said, portal, page, known, one)) for one in pages]
        wanted |= {name: make for name, make in makes if name}
        key = digest(*(name for name, _ in makes)) if all(name for name, _ in makes) else b""
        yield Output(address, key, partial(_joined, stock, makes))
    if wanted.keys() != stock.lasting:
        made = [(name, make) for name, make in wanted.items() if stock.known(name)]  # so that none is made
        store.save(NAME, "", stock.parts(made) | {"shorts": shorts})


def _files(portal: Portal, plans: Iterable[Plan]) -> dict[str, list[str]]:
    """Address of a file -> the paths of the pages that it is for."""
    news = portal.of(News)
    since = min((one.item.date.day for one in news[:NEWEST]), default=date.max).replace(day=1)
    old = {one.address for one in news if one.item.date.day < since}
    spoken = (one for one in portal.articles if one.address not in old)
    months = {one.address: one.item.date.day.month for one in spoken}
    files: dict[str, list[str]] = defaultdict(list)
    for plan in plans:
        if plan.template in READ and plan.address not in old:
            files[addresses.of_spoken(plan.address, months.get(plan.address))].append(plan.page)
    return {address: sorted(pages) for address, pages in sorted(files.items())}


def _known(pack: Pack | None, stock: Stock, shorts: bytes) -> Mapping[str, str]:
    """What an earlier build with the same short forms says of sentences."""
    same = pack is not None and bytes(pack.part("shorts") or b"") == shorts
    return _told(stock.known(name) or b"{}" for name in stock.lasting) if same else {}


def _said(portal: Portal, page: Page, known: Callable[[], Mapping[str, str]], address: str) -> bytes:
    """The sentences of one page, as an object of JSON."""
    sentences = import_module("gandan.aloud.page").said(str(page(address), "utf-8"))
    return _json(import_module("gandan.spoken").dictionary(sentences, portal.abbreviations, known()))


def _joined(stock: Stock, makes: Sequence[tuple[bytes, Callable[[], Data]]]) -> bytes:
    """The sentences of some pages, each once."""
    return _json(_told(stock.get(name, make) if name else make() for name, make in makes))


def _told(pages: Iterable[Data]) -> dict[str, str]:
    told: dict[str, str] = {}
    for one in pages:
        told |= json.loads(bytes(one))
    return told


def _json(told: dict[str, str]) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
