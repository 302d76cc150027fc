"""The one door of the pictures: which files stand at which addresses. Each is drawn once and kept."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from gandan.cache import Store, digest
from gandan.installed import version
from gandan.model import Ward
from gandan.outputs import Data, Output
from gandan.sharing.cards import Card, Cards
from gandan.stock import Stock

NAME = "the"  # how the packs begin: one for each year of a section, so that a new card rewrites little
YEAR = re.compile(r"^([a-z-]+)/(?:(\d{4})/)?")

Draw = Callable[[Card], bytes]


def of(cards: Cards, ward: Ward, root: str, face: Output, store: Store) -> Iterator[Output]:
    """Each picture; `face` is the font file, `root` the full address of the site."""
    place = urlsplit(root)
    told = (ward.name, ward.city, f"{place.netloc}{place.path.rstrip('/')}")
    seal = digest(face.key, repr((told, version("pillow"))).encode())

    @cache
    def press() -> Any:
        """Opened only when something must be drawn."""
        return import_module("gandan.sharing.drawing").Press(bytes(face.data()), *told)

    packs: dict[str, list[Card]] = defaultdict(list)
    for card in cards.all():
        packs[_pack(card.page)].append(card)
    for name, ones in packs.items():
        yield from _files(name, ones, seal, store, lambda card: bytes(press().png(card)))


def _files(name: str, ones: Sequence[Card], seal: bytes, store: Store, draw: Draw) -> Iterator[Output]:
    stock = Stock("cards", None, store.open(name, ""))
    wanted: dict[bytes, Callable[[], Data]] = {}
    for card in ones:
        key = digest(seal, repr((card.kind, card.title, card.day)).encode())
        wanted[key] = partial(draw, card)
        yield Output(card.address, key, partial(stock.get, key, wanted[key]))
    if wanted.keys() != stock.lasting:
        store.save(name, "", stock.parts(wanted.items()))


def _pack(page: str) -> str:
    """`cong-khai/2026/sua-nha/` -> `the-cong-khai-2026`; heads of sections and the front page share one."""
    found = YEAR.match(page)
    return "-".join(filter(None, (NAME, *found.groups()))) if found and page.count("/") > 1 else NAME
