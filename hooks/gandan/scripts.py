"""Scripts and styles as they are published: joined, and without what only an engineer reads.

A page asks for one file. Sources stay readable; a script or a style goes into the one that imports it. No two
of the joined scripts may give the same name to different things; of joined styles the later one wins.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from importlib import import_module
from posixpath import dirname, join
from typing import Any

from gandan.cache import digest
from gandan.installed import version
from gandan.outputs import Output

TYPES = {".js": "application/javascript", ".css": "text/css"}
IMPORT = re.compile(r'^(?:@import|import(?: \{[^}]*\} from)?) "\./([^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export ", re.MULTILINE)


def published(sources: Mapping[str, str]) -> dict[str, Output]:
    """Path -> text of the sources; path -> what is published, each with all that it imports. It is made short
    for whoever asks for its bytes."""
    imported = {other for path, text in sources.items() for other in _imports(path, text)}
    wholes = {path: joined(sources, path) for path in sources if path not in imported}
    how = version("tdewolff-minify")
    return {
        path: Output(path, digest(f"{how}\n{whole}".encode()), partial(_short, path, whole))
        for path, whole in wholes.items()
    }


def joined(sources: Mapping[str, str], first: str) -> str:
    """A script or style with all that it imports, each once and before those that import it."""
    order = list(dict.fromkeys(_order(sources, first)))
    if len(order) == 1:
        return sources[first]
    texts = "".join(EXPORT.sub("", IMPORT.sub("", sources[path])) for path in order)
    if first.endswith(".css"):
        return texts
    return "{\n" + texts + "}\n"  # a block, so that names that nobody outside knows may be short


def _order(sources: Mapping[str, str], path: str) -> Iterator[str]:
    for other in _imports(path, sources[path]):
        yield from _order(sources, other)
    yield path


def _imports(path: str, text: str) -> list[str]:
    return [join(dirname(path), name) for name in IMPORT.findall(text)]


def _short(path: str, text: str) -> bytes:
    kind = next((kind for ending, kind in TYPES.items() if path.endswith(ending)), None)
    shortener = _shortener()
    return (str(shortener.string(kind, text)) if shortener and kind else text).encode()


@cache
def _shortener() -> Any:
    """None on a machine that its makers built no wheel for: the same scripts, only longer."""
    try:
        return import_module("minify")
    except ImportError:
        return None
