"""The one door of linked data: a page -> what stands in its head for machines."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from typing import Any, NamedTuple

from gandan import addresses
from gandan.linked import articles, catalogue, dublin, happenings, legislation, office, opengraph
from gandan.linked.frame import LANGUAGE, Frame, Node, filled
from gandan.opendata.kinds import DATASETS
from gandan.relate.portal import Appointment, Article, Document, Portal
from gandan.sharing.cards import Cards
from gandan.views.parts import Link
from gandan.views.site import Plan

# Pages that are no list -> what schema.org calls them.
KINDS = {"lookup": "SearchResultsPage", "page": "AboutPage", "sheet": "WebPage", "tellings": "WebPage"}
CONTEXT = "https://schema.org"
# A browser ends a script at `</script>` wherever it stands.
UNSAFE = {letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
SHORT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
# The first kind that names a page gives its file there: `van-ban/` is the register's, not its issuers'.
FILES = {one.head: addresses.of_data(one.kind, "json") for one in reversed(DATASETS)}


class Description(NamedTuple):
    """What is printed in a page's head: Dublin Core by name, with the property of Open Graph that says the
    same; what else Open Graph has; JSON-LD; the address of the page's open data."""

    tags: tuple[tuple[str, str | None, str], ...]
    shown: tuple[tuple[str, str], ...]
    graph: str
    data: str | None


class Descriptions:
    """Descriptions of all pages of a portal on a day; `root` is the full address of the site."""

    def __init__(self, portal: Portal, today: date, root: str) -> None:
        self._frame = Frame(portal, today, root)
        self._way = cache(partial(_crumbs, self._frame))  # thousands of pages stand below the same
        self.cards = Cards(portal)
        subjects: Iterable[Any] = (*portal.articles, *portal.documents.values(), *portal.appointments)
        self._subjects: Mapping[str, Any] = {one.address: one for one in subjects}

    def of(self, plan: Plan, view: Any) -> Description:
        """The description of one page, whose `view` has a title, a description and crumbs."""
        subject, frame = self._subjects.get(plan.address), self._frame
        origin = dublin.origin(subject, frame)
        tags = dublin.core(plan, view.title, view.description, origin, frame).tags()
        nodes = [SHORT.encode(node) for node in self._nodes(plan, view, subject)]
        if plan.address != addresses.HOME:
            nodes.append(self._way(tuple(view.crumbs)))
        graph = f'{{"@context":"{CONTEXT}","@graph":[{",".join(nodes)}]}}'
        for letter, safe in UNSAFE.items():
            graph = graph.replace(letter, safe)
        also = opengraph.ALSO.get
        shown = self.cards.of(plan.address, subject, view.title)
        return Description(
            tuple((name, also(name), content) for name, content in tags),
            tuple(opengraph.tags(shown, subject is not None, frame)),
            graph,
            FILES.get(plan.address),
        )

    def _nodes(self, plan: Plan, view: Any, subject: object) -> Iterator[Node]:
        frame = self._frame
        if isinstance(subject, Article):
            yield articles.node(subject, frame)
        elif isinstance(subject, Document):
            yield legislation.node(subject, frame)
        elif isinstance(subject, Appointment):
            yield happenings.node(subject, frame)
        elif plan.address == addresses.OPEN_DATA:
            yield catalogue.node(view.title, frame)
        elif plan.address != addresses.HOME:
            yield _page(plan, view, frame)
        if plan.address in (addresses.HOME, addresses.ABOUT):
            yield office.office(frame)
        if plan.address == addresses.HOME:
            yield office.site(frame)


def _page(plan: Plan, view: Any, frame: Frame) -> Node:
    return filled(
        {
            "@type": KINDS.get(plan.template, "CollectionPage"),
            "name": view.title,
            "url": frame.url(plan.address),
            "dateModified": plan.lastmod.isoformat() if plan.lastmod else None,
            "inLanguage": LANGUAGE,
        }
    )


def _crumbs(frame: Frame, crumbs: tuple[Link, ...]) -> str:
    """The way as it stands above a page, as JSON; the page itself is no step of it, nor is the front page
    where two others are left, which a search engine wants at least.

    https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
    """
    way = [(one.text, one.url) for one in crumbs]
    way = way if len(way) > 1 else [("Trang chủ", addresses.HOME), *way]
    items = [
        {"@type": "ListItem", "position": place, "name": text, "item": {"@id": frame.url(url)}}
        for place, (text, url) in enumerate(way, 1)
    ]
    return SHORT.encode({"@type": "BreadcrumbList", "itemListElement": items})
