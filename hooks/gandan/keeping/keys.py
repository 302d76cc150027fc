"""What a page shows -> its key: two pages of one key have the same bytes.

Most pages are named by their view, for a template prints nothing else. The many pages of news, and the older
pages of lists, are named by the digests of the records they draw on instead, which costs a tenth.
"""

from collections.abc import Iterable
from datetime import date
from functools import partial

from gandan import states
from gandan.cache import SOFTWARE, Store, digest
from gandan.keeping.sources import Sources
from gandan.linked.pages import Descriptions
from gandan.model import Item, News
from gandan.relate.portal import Article, Portal
from gandan.relate.shelves import Slice
from gandan.views import home, parts
from gandan.views.site import Plan


class Keys:
    """The keys of the pages of a portal on a day; `frame` names what all pages are printed with: templates,
    menu, settings, the software of the builder. `store` has what the build before knew of them."""

    def __init__(
        self, portal: Portal, today: date, described: Descriptions, frame: bytes, store: Store
    ) -> None:
        self._portal, self._today, self._described = portal, today, described
        names = repr((portal.ward, portal.topics, portal.groups, home.ways(portal)))
        self._frame = digest(SOFTWARE.encode(), frame, names.encode())
        self._register = digest(self._frame, _register(portal).encode())
        rules = repr((portal.rulebook, portal.catalogue, portal.abbreviations))
        self._rules = digest(self._frame, rules.encode())
        self._sources = Sources(portal, today, self._register + self._rules, store)
        others = (one for one in portal.articles if not isinstance(one.item, News))
        self._bodies = {one.file: one.digest + self._drawn(one.pictures) for one in others}
        pages = portal.pages.values()
        self._bodies |= {one.file: digest(one.body.encode(), self._drawn(one.pictures)) for one in pages}
        self._rows: dict[str, bytes] = {}
        self._lines: dict[str, str] = {}

    def of(self, plan: Plan) -> bytes:
        """The key of one page."""
        shows = plan.shows
        if isinstance(shows, Article):
            return self._news(shows)
        told = f"{plan.address}\n{plan.template}\n{plan.title}\n{plan.lastmod}\n".encode()
        if isinstance(shows, Slice):
            place = f"{shows.number} {shows.total} {plan.beside}".encode()
            if shows.number < shows.total:
                return digest(self._frame, told, place, *self._listed(shows.articles))
            told += place
        body = self._bodies.get(plan.file or "", b"")
        if plan.drawn:
            return digest(self._rules, told, plan.drawn.encode(), body)
        return self._sources.key(plan, told + body, partial(self._view, plan, told, body))

    def save(self) -> None:
        """What the next build may know of them."""
        self._sources.save()

    def _view(self, plan: Plan, told: bytes, body: bytes) -> bytes:
        view = plan.view()
        shown = repr((view, self._described.of(plan, view))).encode()
        return digest(self._register, told, shown, body)

    def _listed(self, articles: Iterable[Article[Item]]) -> list[bytes]:
        known = self._rows.get
        return [known(one.address) or self._row(one) for one in articles]

    def _news(self, article: Article[Item]) -> bytes:
        """Itself, its neighbours, the documents it names with their state on the day, the sizes of files."""
        portal, item = self._portal, article.item
        told = f"\n{article.named} {self._described.cards.own(article)}"
        if article.cites:
            told += f"{self._today} {[self._line(one) for one in article.cites]}"
        if item.attachments:
            folder = article.file.rpartition("/")[0]
            sizes = [portal.sizes.get(f"{folder}/{one.file}") for one in item.attachments]
            told += repr((sizes, [states.is_shown(one, self._today) for one in item.attachments]))
        if item.audio:
            told += repr(portal.sizes.get(f"{article.file.rpartition('/')[0]}/{item.audio}"))
        if article.pictures:
            told += repr(self._drawn(article.pictures))
        near = self._listed(portal.related[article.address]) if article.address in portal.related else ()
        return digest(self._frame, self._row(article), *near, told.encode())

    def _drawn(self, pictures: tuple[str, ...]) -> bytes:
        """How large these pictures are: their room on the page, and their forms, follow from it."""
        return repr([self._portal.pictures.get(one) for one in pictures]).encode() if pictures else b""

    def _row(self, article: Article[Item]) -> bytes:
        """An item in a list: news has no state, so that its file says it all."""
        if (row := self._rows.get(article.address)) is None:
            if isinstance(article.item, News):
                opening = article.pictures[:1] if article.item.image else ()
                row = article.digest + article.address.encode() + self._drawn(opening)
            else:
                row = repr(parts.row(article, self._portal, self._today)).encode()
            self._rows[article.address] = row
        return row

    def _line(self, identity: str) -> str:
        """A document where it is named."""
        if identity not in self._lines:
            document = self._portal.documents.get(identity)
            self._lines[identity] = repr(document and parts.line(document, self._portal, self._today))
        return self._lines[identity]


def _register(portal: Portal) -> str:
    """Everything by which a citation finds its document."""
    ones = [document.directive for document in portal.documents.values()]
    return repr([(sorted(portal.documents)), ones, portal.issuers])
