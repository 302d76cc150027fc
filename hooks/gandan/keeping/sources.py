"""What pages of records draw on -> their keys, known from the build before.

A view names its page exactly, but to make all of them costs a build that changes none of them most of its
keys. So what they are made from is named as a whole, roughly: while that name stands, the key of a page is
that of the build before; where it does not, its view is made, and tells whether the page is another.
"""

from collections.abc import Callable, Iterator
from datetime import date

from gandan.cache import Store, digest
from gandan.model import Item, News
from gandan.relate.portal import Article, Portal
from gandan.relate.shelves import Slice
from gandan.stock import digests
from gandan.views.site import Plan

NAME = "khoa"  # of the pack
# Pages about no record that show no news either.
TEMPLATES = {"calendar", "plan", "publicity", "quarter", "quarters", "register"}


class Sources:
    """The keys of pages that draw on records of a portal on a day, and on the news that stands near them.

    `frame` names what all of them are printed with: templates, words of the ward, register, rules."""

    def __init__(self, portal: Portal, today: date, frame: bytes, store: Store) -> None:
        self._store, self._portal = store, portal
        self._others = [one for one in portal.articles if not isinstance(one.item, News)]
        told = repr((today, *self._records(), *self._files())).encode()
        self._all = digest(frame, told, *map(self._told, self._others))
        self._near = {one.address: portal.related.get(one.address, ()) for one in self._others}
        self._near |= {one.address: one.articles for one in portal.documents.values()}
        self._near |= {one.address: () for one in portal.appointments}
        self._known, self._asked = _read(store), dict[bytes, bytes]()

    def key(self, plan: Plan, told: bytes, make: Callable[[], bytes]) -> bytes:
        """The key of a page of which `told` is printed besides its view: `make` gives it where it is new."""
        near = plan.shows.articles if isinstance(plan.shows, Slice) else self._near.get(plan.address)
        if near is None and plan.template not in TEMPLATES:
            return make()
        name = digest(self._all, told, *map(self._told, near or ()))
        self._asked[name] = key = self._known.get(name) or make()
        return key

    def save(self) -> None:
        """For the next build."""
        if self._asked.keys() != self._known.keys():
            parts = {"names": b"".join(self._asked), "keys": b"".join(self._asked.values())}
            self._store.save(NAME, "", parts)

    def _records(self) -> Iterator[object]:
        portal = self._portal
        yield [one._replace(articles=()) for one in portal.documents.values()]
        yield from (portal.appointments, portal.plan, portal.pages, sorted(portal.withheld))
        # An event may name the page that tells what came of it, and shows its title.
        results = {f"{one.event.result.strip('/')}/" for one in portal.appointments if one.event.result}
        yield [(one.address, one.item.title) for one in portal.articles if one.address in results]

    def _files(self) -> Iterator[object]:
        """Attachments and recordings: their sizes are told where they are offered."""
        yield [one for one in self._portal.sizes.items() if not one[0].endswith((".md", ".yml"))]

    def _told(self, article: Article[Item]) -> bytes:
        sizes = [self._portal.pictures.get(one) for one in article.pictures]
        return article.digest + f"{article.address} {article.named} {sizes}".encode()


def _read(store: Store) -> dict[bytes, bytes]:
    parts = store.load(NAME, "")
    try:
        return dict(zip(*(digests(parts[one]) for one in ("names", "keys")), strict=True)) if parts else {}
    except (ValueError, KeyError):
        store.throw(NAME)
        return {}
