"""MkDocs has written the pages; the portal adds what machines read. Third hook of three."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from gandan.feeds import files as feeds
from gandan.search import files as search


def on_post_build(config: MkDocsConfig) -> None:
    """Feeds, sitemap, robots.txt and the search index, written beside the pages."""
    portal, today = config.extra["portal"], config.extra["today"]
    for address, text in feeds.of(portal, config.extra["plans"].values(), config.site_url):
        _write(config, address, text.encode("utf-8"))
    for address, data in search.of(portal, today):
        _write(config, address, data)


def _write(config: MkDocsConfig, address: str, data: bytes) -> None:
    path = Path(config.site_dir, address)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
