"""A web host on this machine: text goes gzipped, as static hosts send it."""

import gzip
import mimetypes
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import built

INDEX = "tim-kiem/chi-muc/"
PACKED = {".html", ".js", ".css", ".json", ".svg", ".xml", ".txt"}


@cache
def body(path: Path) -> tuple[bytes, str, bool]:
    """A file as a web host sends it: its bytes, its type, whether they are packed for the way."""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    packed = path.suffix in PACKED
    data = path.read_bytes()
    return gzip.compress(data, 6, mtime=0) if packed else data, kind, packed


class Host(BaseHTTPRequestHandler):
    """Each address from the folder of the first beginning that it has."""

    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, roots: Mapping[str, Path]) -> None:
        self.roots = roots
        super().__init__(*args)

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        address = unquote(urlsplit(self.path).path).lstrip("/")
        path = next(root for begin, root in self.roots.items() if address.startswith(begin)) / address
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        data, kind, packed = body(path) if found else (b"", "text/html", False)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def serving(roots: Mapping[str, Path]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, roots=roots))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    body.cache_clear()


@contextmanager
def ward(index: Path) -> Iterator[str]:
    """The address of the finished site with the index that lies below the folder `index`."""
    with serving({INDEX: index, "": built.site()}) as host:
        yield host


@contextmanager
def folder(root: Path) -> Iterator[str]:
    """The address of what lies below `root`."""
    with serving({"": root}) as host:
        yield host
