"""What the site takes along when the editor is on: its page, its settings, what `make editor` built."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from gandan import addresses
from gandan.editing import configuration
from gandan.editing.hosts import LOCAL, Host, Wrong
from gandan.editing.page import page
from gandan.model import Ward

BUILT = Path(".editor", "site")
_START = "start.js"
_HERE = ("127.0.0.1", "localhost")


def of(ward: Ward, host: Host | None, day: date, *, root: Path, site_url: str) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of each file; none when it is off. `root` is the ward's folder.

    One that saves in a folder of this computer is shown by this computer alone: `site_url` tells who shows
    the site. Raises Wrong when it is on and was not built.
    """
    if host is None or (host.name == LOCAL and urlsplit(site_url).hostname not in _HERE):
        return
    built = root / BUILT
    if not (built / _START).is_file():
        raise Wrong("trình soạn bài đang bật (extra.editor trong mkdocs.yml) mà chưa dựng: chạy make editor.")
    yield f"{addresses.EDITOR}index.html", page(ward, host).encode()
    yield f"{addresses.EDITOR}config.yml", configuration.text(ward, host, day).encode()
    for path in sorted(path for path in built.rglob("*") if path.is_file()):
        yield f"{addresses.EDITOR}{path.relative_to(built).as_posix()}", path.read_bytes()
