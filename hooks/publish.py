"""MkDocs has made the pages; the portal brings the site to what it should be. Third hook of three."""

import errno
import logging
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from gandan import addresses
from gandan.outputs import Output, made

# Not below `mkdocs`: whatever the cache has, a strict build is right and passes, and a quiet one tells.
log = logging.getLogger("gandan")
tell = logging.getLogger("mkdocs.gandan")

FACE = "assets/fonts/noto-sans.woff2"
FULL = "đĩa đầy, xoá bớt tệp rồi dựng lại"
WHY = {errno.ENOSPC: FULL, errno.EDQUOT: FULL, errno.EFBIG: FULL}


class Warned(logging.Handler):
    """Counts the warnings of a build."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def on_pre_build(config: MkDocsConfig) -> None:
    config.extra |= {"made": {}, "templates_made": {}, "warned": Warned(logging.WARNING)}
    logging.getLogger("mkdocs").addHandler(config.extra["warned"])


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep the page until all are made: MkDocs itself writes none."""
    config.extra["made"][page.file.dest_uri] = output.encode()
    page.content = None  # its words are in the page: ten thousand of them need not be held twice
    return ""


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    config.extra["templates_made"][template_name] = output_content.encode()
    return ""


def on_post_build(config: MkDocsConfig) -> None:
    """Everything into the site's folder: pages, and what machines read beside them."""
    extra = config.extra
    config.site_dir, config.theme.dirs = extra["site"], extra["templates"]
    warned = _counted(config)
    if warned and config.strict:
        return  # MkDocs will stop: the site stays as it was
    beside = [*extra["faces"], *_templates(config), *_editor(config), *_shown(config)]
    try:
        wrote = extra["building"].bring(extra["made"], beside, not warned, extra["inputs"])
    except OSError as error:
        where = Path(config.site_dir).name
        why = WHY.get(error.errno or 0, f"máy không cho ghi ({error.strerror or error})")
        raise PluginError(
            f"không ghi được trang vào {where}/: {why}. Các tệp trong đó vẫn nguyên vẹn."
        ) from None
    tell.info("Viết %d tệp vào %s/.", wrote, Path(config.site_dir).name)
    for sentence in extra["store"].said:
        log.warning("%s", sentence)


def _templates(config: MkDocsConfig) -> Iterator[Output]:
    """Pages that stand for no record: 404.html."""
    for name, data in config.extra["templates_made"].items():
        yield made(name, data)


def _editor(config: MkDocsConfig) -> Iterator[Output]:
    extra, root = config.extra, Path(config.config_file_path).parent
    if not extra["editing"]:
        return
    ward, url = extra["portal"].ward, config.site_url or ""
    editing = import_module("gandan.editing.files")
    yield from editing.of(ward, extra["editing"], extra["today"], root=root, site_url=url)


def _shown(config: MkDocsConfig) -> Iterator[Output]:
    """What telephones and networks show of the site: icons, and pictures of pages in its letters."""
    extra = config.extra
    ward, faces = extra["portal"].ward, {one.address: one for one in extra["faces"]}
    yield from import_module("gandan.device").of(ward, faces)
    yield _worker(config, faces)
    cards, files = extra["building"].descriptions.cards, import_module("gandan.sharing.files")
    yield from files.of(cards, ward, config.site_url or "", faces[FACE], extra["store"])


def _worker(config: MkDocsConfig, faces: dict[str, Output]) -> Output:
    """What keeps pages on a reader's device if mkdocs.yml says so, else what takes it away from there."""
    offline, extra = import_module("gandan.offline"), config.extra
    try:
        on = offline.switched(extra.get("offline"))
    except offline.Wrong as error:
        raise PluginError(str(error)) from None
    numbers = extra["building"].keys[f"{addresses.TELEPHONES}index.html"]
    return offline.of(on, Path(config.theme.custom_dir) / "offline", faces, numbers)


def _counted(config: MkDocsConfig) -> int:
    handler = config.extra["warned"]
    logging.getLogger("mkdocs").removeHandler(handler)
    return int(handler.count)
