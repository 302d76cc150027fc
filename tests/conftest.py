"""What all tests share: golden cases can be rewritten, texts nobody thought of come in the same order.

The finished site has a host, and a browser to look at it.
"""

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import built
import chromium
import pytest
import samples
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

for mark in ("GITHUB_ACTIONS", "GITLAB_CI", "GITHUB_STEP_SUMMARY"):
    os.environ.pop(mark, None)  # a command that is tried on a host speaks as on a desk

settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write what came out into cases/check; read the diff"
    )


class Quiet(SimpleHTTPRequestHandler):
    """Serves the site as a web host does, its 404 page included."""

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (built.site() / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    yield from serve(built.site())


@pytest.fixture(scope="module")
def sample_host() -> Iterator[str]:
    """The small ward that shows every kind in every state."""
    yield from serve(samples.site())


def serve(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = chromium.installed()
        yield playwright.chromium.launch(executable_path=path, args=chromium.SWITCHES)
