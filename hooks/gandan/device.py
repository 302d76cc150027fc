"""What a telephone or a desk needs to put the site among its programs, and an icon for pages without a head.

https://www.w3.org/TR/appmanifest/
"""

import json
import re
from collections.abc import Iterator, Mapping

from gandan import addresses, outputs
from gandan.model import Ward
from gandan.outputs import Output

RED, WHITE = "#9c1620", "#ffffff"
# Of overrides/assets: the file, its measure, whether a telephone may cut it to its own shape.
ICONS = (
    ("assets/icons/192.png", "192x192", "any"),
    ("assets/icons/512.png", "512x512", "any"),
    ("assets/icons/512-cut.png", "512x512", "maskable"),
    ("assets/favicon.svg", "any", "any"),
)
SMALL = "assets/favicon-32.png"
KIND = re.compile(r"^(?:phường|xã|đặc khu|thị trấn)\s+", re.IGNORECASE)


def of(ward: Ward, faces: Mapping[str, Output]) -> Iterator[Output]:
    """The files at the head of the site; `faces` are those of the theme by address."""
    yield outputs.made(addresses.MANIFEST, manifest(ward).encode())
    small = faces[SMALL]
    yield Output(addresses.ICON, small.key, lambda: ico(bytes(small.data())))


def manifest(ward: Ward) -> str:
    """All addresses are relative to the manifest's own, so that the site may lie at any depth of its host."""
    told = {
        "name": f"{ward.name}, {ward.city}",
        "short_name": KIND.sub("", ward.name),
        "description": f"Trang thông tin của {ward.authority}",
        "lang": "vi",
        "dir": "ltr",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": RED,
        "background_color": WHITE,
        "icons": [{"src": src, "sizes": sizes, "purpose": purpose} for src, sizes, purpose in ICONS],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def ico(png: bytes) -> bytes:
    """A PNG of 32 points as the one picture of an icon file, which has been read since Windows Vista."""
    head = b"\0\0\1\0\1\0"
    entry = bytes([32, 32, 0, 0, 1, 0, 32, 0]) + len(png).to_bytes(4, "little") + (22).to_bytes(4, "little")
    return head + entry + png
