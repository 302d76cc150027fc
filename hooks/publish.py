"""MkDocs has written the pages; the portal adds what machines read. Third hook of three."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from gandan import ledger
from gandan.cache import Store
from gandan.feeds import files as feeds
from gandan.opendata import files as opendata
from gandan.search import files as search

# Not below `mkdocs`: whatever the cache has, a strict build is right and passes, and a quiet one tells.
log = logging.getLogger("gandan")


def on_post_build(config: MkDocsConfig) -> None:
    """Feeds, sitemap, robots.txt, open data and the search index, written beside the pages."""
    portal, today = config.extra["portal"], config.extra["today"]
    for address, text in feeds.of(portal, config.extra["plans"].values(), config.site_url):
        _write(config, address, text.encode("utf-8"))
    for address, data in ledger.of(portal, today, config.site_url):
        _write(config, address, data)
    for address, data in opendata.of(portal, today, config.site_url):
        _write(config, address, data)
    store = Store(Path(config.config_file_path).parent / ".cache")
    for address, data in search.of(portal, today, store):
        _write(config, address, data)
    for sentence in store.said:
        log.warning("%s", sentence)


def _write(config: MkDocsConfig, address: str, data: bytes | memoryview) -> None:
    path = Path(config.site_dir, address)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
