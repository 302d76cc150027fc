"""The attachments of a page: where in the site the files lie that it offers."""

from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from gandan.proof.reading import Reading


def paths(address: str, page: Reading | None) -> tuple[str, ...]:
    """The files that the record at `address` offers for download, by their paths in the site, each once."""
    if page is None or not page.record:
        return ()
    found = (_path(address, href) for href in page.files)
    return tuple(dict.fromkeys(path for path in found if path))


def _path(address: str, href: str) -> str | None:
    """None for what leads out of the site, and for names that git could not be asked for by line."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = normpath(join("/", address, unquote(parts.path)))[1:]
    up = normpath(join(address, unquote(parts.path))).startswith("..")
    return None if up or not path or any(ord(one) < 32 for one in path) else path
