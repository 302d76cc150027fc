"""Pictures on a page: their words, their size, and their forms for narrow screens.

With width and height a browser leaves the room before a picture comes, so that nothing moves.
"""

import posixpath
import re
from collections.abc import Mapping
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import quote, unquote

from gandan import addresses, markup, renditions
from gandan.model import Item
from gandan.patterns import late
from gandan.relate.portal import Article, Portal
from gandan.renditions import Size, Source

# How wide a picture stands in a text (`overrides/assets/portal/pictures.css`), for browsers to choose a form.
COLUMN = "(min-width: 46rem) 44rem, calc(100vw - 2rem)"
ROW = 320  # points
IMAGE = late(r'<img\b([^<>]*?) src="([^"<>]+)"([^<>]*?) ?/?>')


class Picture(NamedTuple):
    """A picture with its words; `size` is None where the file does not tell it."""

    url: str
    alt: str
    caption: str | None
    size: Size | None
    sources: tuple[Source, ...]


def opening(article: Article[Item], portal: Portal) -> Picture | None:
    """The picture that opens an item, if it has one."""
    item = article.item
    if not item.image:
        return None
    url, file = addresses.of_picture(article.address, item.image), article.pictures[0]
    size = portal.pictures.get(file)
    offered = renditions.sources(file, size) if size else ()
    forms = tuple(Source(quote(one.address), one.width) for one in offered)
    return Picture(url, markup.seen(item.image_alt or ""), item.image_caption, size, forms)


def in_row(article: Article[Item], portal: Portal) -> Picture | None:
    """The same for a list, where it stands as wide as a telephone; a narrower one is not drawn out."""
    found = opening(article, portal)
    return found if found and found.size and found.size[0] >= ROW else None


def placed(html: str, address: str, pictures: Mapping[str, Size]) -> str:
    """The HTML of a body on the page at an address, every picture of it with its size and its forms."""
    if "<img" not in html:
        return html
    up = "../" * address.count("/")

    def told(found: re.Match[str]) -> str:
        before, src, behind = found.groups()
        file = posixpath.normpath(posixpath.join("docs", address, unquote(unescape(src))))
        size = pictures.get(file)
        given = f'<img{before} src="{src}"{behind}'
        return f"{given}{_told(file, size, up, 'sizes=' in given)}>" if size else found[0]

    return IMAGE.sub(told, html)


def _told(file: str, size: Size, up: str, narrow: bool) -> str:
    forms = ", ".join(f"{up}{quote(one.address)} {one.width}w" for one in renditions.sources(file, size))
    offered = f' srcset="{escape(forms)}"' if forms else ""
    offered += f' sizes="{COLUMN}"' if forms and not narrow else ""
    return f'{offered} width="{size[0]}" height="{size[1]}" decoding="async"'
