"""What the site takes along when the editor is on: its page, its settings, what `make editor` built."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from gandan import addresses, outputs
from gandan.editing import configuration
from gandan.editing.hosts import BUILT, LOCAL, Host, Wrong
from gandan.editing.page import page
from gandan.model import Ward
from gandan.outputs import Output

_START = "start.js"
_HERE = ("127.0.0.1", "localhost")


def ready(host: Host | None, root: Path) -> None:
    """Raises Wrong when the editor is on and was not built; `root` is the ward's folder."""
    if host and not (root / BUILT / _START).is_file():
        raise Wrong("trình soạn bài đang bật (extra.editor trong mkdocs.yml) mà chưa dựng: chạy make editor.")


def of(ward: Ward, host: Host | None, day: date, *, root: Path, site_url: str) -> Iterator[Output]:
    """Each file; none when the editor is off.

    One that saves in a folder of this computer is shown by this computer alone: `site_url` tells who shows
    the site.
    """
    if host is None or (host.name == LOCAL and urlsplit(site_url).hostname not in _HERE):
        return
    yield outputs.made(f"{addresses.EDITOR}index.html", page(ward, host).encode())
    yield outputs.made(f"{addresses.EDITOR}config.yml", configuration.text(ward, host, day).encode())
    built = root / BUILT
    for path in sorted(path for path in built.rglob("*") if path.is_file()):
        yield outputs.made(f"{addresses.EDITOR}{path.relative_to(built).as_posix()}", path.read_bytes())
