"""MkDocs has written the pages; the portal adds what machines read. Third hook of three."""

import logging
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from gandan import ledger
from gandan.cache import Store
from gandan.editing import files as editing
from gandan.feeds import files as feeds
from gandan.opendata import files as opendata
from gandan.search import files as search

# Not below `mkdocs`: whatever the cache has, a strict build is right and passes, and a quiet one tells.
log = logging.getLogger("gandan")


def on_post_build(config: MkDocsConfig) -> None:
    """Feeds, sitemap, robots.txt, open data and the search index, written beside the pages."""
    portal, today = config.extra["portal"], config.extra["today"]
    root = Path(config.config_file_path).parent
    store = Store(root / ".cache")
    made = chain(
        feeds.of(portal, config.extra["plans"].values(), config.site_url),
        ledger.of(portal, today, config.site_url),
        opendata.of(portal, today, config.site_url, store),
        search.of(portal, today, store),
        editing.of(portal.ward, config.extra["editing"], today, root=root, site_url=config.site_url),
    )
    for one in made:
        _write(config, one.address, one.data())
    for sentence in store.said:
        log.warning("%s", sentence)


def _write(config: MkDocsConfig, address: str, data: bytes | memoryview) -> None:
    path = Path(config.site_dir, address)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
