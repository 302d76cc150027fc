"""The one door of the pictures: which files stand at which addresses. Each is drawn once and kept."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, partial
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from gandan import stock
from gandan.cache import Store, digest
from gandan.installed import version
from gandan.model import Ward
from gandan.outputs import Output
from gandan.sharing.cards import Card, Cards

NAME = "the"  # how the packs begin: one for each year of a section, so that a new card rewrites little
YEAR = re.compile(r"^([a-z-]+)/(?:(\d{4})/)?")


def of(cards: Cards, ward: Ward, root: str, face: Output, store: Store) -> Iterator[Output]:
    """Each picture; `face` is the font file, `root` the full address of the site."""
    place = urlsplit(root)
    told = (ward.name, ward.city, f"{place.netloc}{place.path.rstrip('/')}")
    seal = digest(face.key, repr((told, version("pillow"), version("deflate"))).encode())

    @cache
    def press() -> Any:
        """Opened only when something must be drawn."""
        return import_module("gandan.sharing.drawing").Press(bytes(face.data()), *told)

    def draw(card: Card) -> bytes:
        return bytes(press().png(card))

    packs: dict[str, list[Output]] = defaultdict(list)
    for card in cards.all():
        key = digest(seal, repr((card.kind, card.title, card.day)).encode())
        packs[_pack(card.page)].append(Output(card.address, key, partial(draw, card)))
    for name, drawn in packs.items():
        yield from stock.kept(drawn, store, name)


def _pack(page: str) -> str:
    """`cong-khai/2026/sua-nha/` -> `the-cong-khai-2026`; heads of sections and the front page share one."""
    found = YEAR.match(page)
    return "-".join(filter(None, (NAME, *found.groups()))) if found and page.count("/") > 1 else NAME
