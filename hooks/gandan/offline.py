"""The worker that keeps pages on a reader's device, and the one that takes it away where it is switched off.

Whatever address a worker was ever registered under must answer for ever: one that is gone would live on in
the browsers that have it (https://www.w3.org/TR/service-workers/#update-algorithm).
"""

import json
from collections.abc import Mapping
from pathlib import Path

from gandan import addresses, scripts
from gandan.cache import digest
from gandan.outputs import Output

PARTS = (
    "assets/portal.css",
    "assets/portal.js",
    "assets/reading.js",
    "assets/offline.js",
    "assets/favicon.svg",
    "assets/fonts/noto-sans.woff2",
)


class Wrong(ValueError):
    """A setting that says nothing usable; its words are for whoever wrote it."""


def switched(setting: object) -> bool:
    """`extra`, `offline` of mkdocs.yml. Raises `Wrong`."""
    if setting not in (None, True, False):
        raise Wrong(f"mkdocs.yml, extra, offline: ghi true hoặc false, không ghi «{setting}».")
    return bool(setting)


def of(on: bool, folder: Path, faces: Mapping[str, Output], numbers: bytes) -> Output:
    """The worker at its address; `folder` holds its sources, `faces` are the files of the theme by address,
    `numbers` is the key of the page of telephone numbers."""
    if not on:
        return _short((folder / "leave.js").read_text("utf-8"))
    version = digest(numbers, *(digest(faces[part].data()) for part in PARTS)).hex()
    site = {"version": version, "parts": PARTS, "telephones": addresses.TELEPHONES}
    return _short(f"const SITE = {json.dumps(site)};\n{(folder / 'worker.js').read_text('utf-8')}")


def _short(text: str) -> Output:
    name = addresses.WORKER
    return scripts.published({name: text})[name]
