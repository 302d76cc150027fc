"""MkDocs serves a preview; its author sees on every page what is wrong. For `mkdocs serve` alone."""

import gc
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Lock
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from gandan.problems import Problem, errors

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

Answer = Callable[..., object]
TOLD: list[Problem] = []  # by the last build of this process
SAVED = SimpleNamespace(is_directory=False)  # what MkDocs asks of an event
QUIET = Lock()  # held by a build


def on_startup(command: str, dirty: bool) -> None:
    """A content with errors ends no preview: the pages of before stay, and the errors stand on them."""
    if command == "serve":
        serve = import_module("mkdocs.commands.serve")
        serve.build = _patient(serve.build)  # MkDocs has no event that could hold its exception back


def _patient(build: Callable[..., None]) -> Callable[..., None]:
    def built(config: MkDocsConfig, **words: Any) -> None:
        config.site_dir = _place(config)
        try:
            with QUIET:
                build(config, **words)
        except Abort:
            if not errors(config.extra.get("problems", ())):
                raise
        TOLD[:] = config.extra.get("problems", ())
        config.extra.clear()  # a whole archive: the next build makes its own
        gc.unfreeze()
        gc.collect()  # what is left of MkDocs' own

    return built


def _place(config: MkDocsConfig) -> str:
    """Where the preview lies: MkDocs takes a new folder each time, for which an archive is written anew.

    With --no-livereload nobody asks on_serve, so that MkDocs looks into its own.
    """
    if "--no-livereload" in sys.argv:
        return config.site_dir
    return str(Path(config.config_file_path).parent / ".cache" / "xem-thu")


def _watch(server: "LiveReloadServer") -> None:
    """MkDocs itself asks for all files twice a second, also while it builds, and takes half a core for it."""
    watch = import_module("gandan.watching").Watch(QUIET)

    def schedule(handler: Any, place: str, recursive: bool) -> None:
        watch.watch(place, partial(handler.on_any_event, SAVED))

    server.observer = SimpleNamespace(schedule=schedule, start=watch.start, stop=watch.stop, join=watch.join)
    server.build_delay = 0  # until files are quiet: the watch has seen to that
    places = list(server._watched_paths)
    server._watched_paths.clear()
    for place in places:
        server.watch(place)


def on_serve(server: "LiveReloadServer", config: MkDocsConfig, builder: object) -> None:
    """The bar and the reload go into pages on their way to the browser, never into a file of the site."""
    server.root, banner = _place(config), import_module("gandan.banner")

    def marked(content: bytes, epoch: int) -> bytes:
        page = str(banner.into(content.decode("utf-8"), TOLD, epoch, time.time_ns()))
        return page.encode("utf-8")

    def lost(code: int) -> bytes | None:
        page = Path(server.root, f"{code}.html")
        content = page.read_bytes() if page.is_file() else banner.alone().encode("utf-8")
        return marked(content, server._visible_epoch)

    def answer(environ: dict[str, Any], start_response: Answer) -> Iterable[bytes]:
        if (found := banner.FILES.get(environ["PATH_INFO"])) is None:
            return server.serve_request(environ, start_response)
        start_response("200 OK", [("Content-Type", f"{found[0]}; charset=utf-8")])
        return [found[1].encode("utf-8")]

    # MkDocs' own script stands in the page, where the pages' policy runs none.
    server._inject_js_into_html, server.error_handler = marked, lost
    server.set_app(answer)
    _watch(server)
