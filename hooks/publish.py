"""MkDocs has written the pages; the portal adds what machines read. Third hook of three."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from gandan.feeds import files


def on_post_build(config: MkDocsConfig) -> None:
    """Feeds, sitemap and robots.txt, written beside the pages."""
    extra = config.extra
    for address, text in files.of(extra["portal"], extra["plans"].values(), config.site_url):
        path = Path(config.site_dir, address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
