"""One build, without the builder: which pages have to be made, and every file that the site is to hold."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from importlib import import_module
from itertools import chain
from pathlib import Path

from gandan import addresses, ledger, paragraphs
from gandan.aloud import files as aloud
from gandan.assemble import assemble
from gandan.cache import Store, digest
from gandan.feeds import files as feeds
from gandan.keeping import disk, inputs
from gandan.keeping.keys import Keys
from gandan.keeping.pages import Pages
from gandan.keeping.standing import Standing
from gandan.linked.pages import Descriptions
from gandan.model import Item
from gandan.opendata import files as opendata
from gandan.outputs import Data, Output, Outputs
from gandan.problems import Problem
from gandan.read.listing import States
from gandan.relate.portal import Article, Portal
from gandan.relate.portal import Standing as Written
from gandan.search import files as search
from gandan.views import site
from gandan.views.site import Plan


class Building:
    """The ward below `root` on a day. `portal` is None, and nothing else can be asked, while `problems`
    holds an error."""

    def __init__(self, root: Path, today: date, store: Store, states: States | None = None) -> None:
        self.root, self.today, self._store = root, today, store
        joined = assemble(root, today, store, states=states)
        self.problems: tuple[Problem, ...] = joined.problems
        self._portal = joined.portal
        self._kept = Pages(store)

    @property
    def portal(self) -> Portal:
        """What is published."""
        assert self._portal
        return self._portal

    @cached_property
    def plans(self) -> Mapping[str, Plan]:
        """All pages by address. Raises Doubled where two would stand at one."""
        plans: dict[str, Plan] = {}
        for plan in site.plans(self.portal, self.today):
            if plan.address in plans:
                raise Doubled(plan)
            plans[plan.address] = plan
        return plans

    @cached_property
    def sources(self) -> Mapping[str, Plan]:
        """All pages by the paths of their Markdown below `docs/`."""
        return {plan.source: plan for plan in self.plans.values()}

    @cached_property
    def _written(self) -> Mapping[str, Article[Item] | Written]:
        """What was written for pages, by file."""
        written: tuple[Article[Item] | Written, ...] = (*self.portal.articles, *self.portal.pages.values())
        return {one.file: one for one in written}

    def text(self, plan: Plan) -> str:
        """The Markdown of a page, as it passed the door; nothing where no file belongs to it."""
        written = self._written.get(plan.file) if plan.file else None
        return written.body if written else ""

    def named(self, plan: Plan) -> str | None:
        """The citations that were read in the text of an item (`citations/named.py`); None of other pages."""
        written = self._written.get(plan.file) if plan.file else None
        return written.named if isinstance(written, Article) else None

    @cached_property
    def marked(self) -> Mapping[str, bool]:
        """Of the pages to be made, by address: whether their text needs Markdown."""
        pages = zip(self.keys, self.plans.values(), strict=True)
        wanted = (plan for page, plan in pages if page in self.dirty)
        return {plan.address: not paragraphs.spared(self.text(plan)) for plan in wanted}

    def canonical(self, address: str) -> str:
        """The full address of a page."""
        return addresses.full(self.url, address)

    def weigh(self, url: str, frame: bytes, standing: Standing) -> None:
        """Find out which pages have to be made: `frame` names what all pages are printed with, `standing`
        is what the site's folder holds."""
        self.url, self.standing = url, standing
        self.descriptions = Descriptions(self.portal, self.today, url)
        printed = digest(frame, url.encode())
        self._keys = Keys(self.portal, self.today, self.descriptions, printed, self._store)
        self.keys = {plan.page: self._keys.of(plan) for plan in self.plans.values()}
        stands, kept = standing.keys.get, self._kept.get
        self._stays = {address for address, key in self.keys.items() if stands(address) == key}
        others = self.keys.keys() - self._stays
        found = ((address, kept(address, self.keys[address])) for address in others)
        self._lying = {address: data for address, data in found if data is not None}
        self.dirty = others - self._lying.keys()

    def bring(self, made: Mapping[str, bytes], beside: Iterable[Output], sure: bool, named: str) -> int:
        """Let the site's folder hold the pages, those of `made` among them, and the files `beside` them;
        how many files were written. A page that was not made without a warning is never taken for known."""
        outputs = self._outputs(made, beside, sure)
        wrote = self.standing.bring(self._stays, outputs, named if sure else "")
        if sure:
            self._kept.save(self.keys, self._stays, made)
            self._keys.save()
        return wrote

    def _outputs(
        self, made: Mapping[str, bytes], beside: Iterable[Output], sure: bool
    ) -> Iterator[Output | Outputs]:
        """All but the pages that stay. What a page needs goes before it, what leads to it behind."""
        yield from beside
        yield from self._attachments()
        yield from self._drawings()
        yield from search.of(self.portal, self.today, self._store)
        known = {one: key for one, key in self.keys.items() if sure or one not in made}
        yield from aloud.of(self.portal, self.plans.values(), known, partial(self._page, made), self._store)
        new = sorted(self.keys.keys() - self._stays, key=lambda one: (-one.count("/"), one))
        yield Outputs({one: known.get(one, b"") for one in new}, partial(self._page, made))
        yield from chain(
            ledger.of(self.portal, self.today, self.url),
            opendata.of(self.portal, self.today, self.url, self._store),
            feeds.of(self.portal, self.plans.values(), self.url, self._store),
        )

    def _page(self, made: Mapping[str, bytes], address: str) -> Data:
        data = made.get(address) or self._lying.get(address)
        return data if data is not None else self.standing.read(address)

    def _attachments(self) -> Iterator[Output]:
        """Files that go out as they are, `docs/` taken off their paths."""
        for file in sorted(self.attached):
            path = self.root / "docs" / file
            yield Output(file, inputs.key(path, disk.now(self._store.folder)), path.read_bytes)

    def _drawings(self) -> Iterable[Output]:
        """The smaller forms of the pictures on pages."""
        if not self.portal.pictures:
            return ()
        drawings = import_module("gandan.keeping.drawings").Drawings(self.root, self._store)
        return drawings.of(self.portal.pictures)  # type: ignore[no-any-return]

    @cached_property
    def attached(self) -> frozenset[str]:
        """The paths below `docs/` of the files that are published beside the pages."""
        portal = self.portal
        files = (file for file in portal.sizes if not file.endswith(".md"))
        below = (file.removeprefix("docs/") for file in files if file.startswith("docs/"))
        return frozenset(
            file
            for file in below
            if addresses.published(file)
            and not file.startswith("assets/")  # where the faces keep theirs
            and f"docs/{file}" not in portal.withheld
        )


class Doubled(Exception):
    """Two pages at one address; `plan` is the second."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(f"hai trang cùng địa chỉ /{plan.address}: «{plan.title}»")
        self.plan = plan
