"""Open Graph in `<meta property>` (https://ogp.me): what networks show of a page that is sent there.

What Dublin Core says already is named once more there instead of being said twice.
"""

from collections.abc import Iterator

from gandan.linked.frame import Frame
from gandan.sharing.cards import Shown

ALSO = {"DC.title": "og:title", "DC.publisher": "og:site_name", "DC.identifier": "og:url"}


def tags(shown: Shown, record: bool, frame: Frame) -> Iterator[tuple[str, str]]:
    """The properties of one page beside those of `ALSO`; a `record` is an article, all else the website."""
    yield "og:type", "article" if record else "website"
    yield "og:image", frame.url(shown.address)
    if shown.size:
        yield from zip(("og:image:width", "og:image:height"), map(str, shown.size), strict=True)
    yield "og:image:alt", shown.words
