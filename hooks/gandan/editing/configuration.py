"""The editor's settings as a whole: https://sveltiacms.app/en/docs, checked by the package's own schema."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

import yaml

from gandan.editing.collections import collections
from gandan.editing.hosts import LOCAL, Host
from gandan.model import Ward

_HEAD = "# Sinh từ các mẫu trong hooks/gandan/model; đừng sửa tay.\n"
_SIDE = 1600  # points; a telephone's picture is four times that
_MOST = 25_000_000  # bytes of a file; hosts refuse much more


def settings(ward: Ward, host: Host, day: date) -> dict[str, Any]:
    """What the editor is told: where to save, which kinds there are, how files are named and written."""
    reviewed = host.name != LOCAL
    return {
        "backend": dict(host.backend),
        **({"publish_mode": "editorial_workflow"} if reviewed else {}),
        "app_title": f"Soạn bài – {ward.name}",
        "site_url": ward.site_url,
        "logo": {"src": f"{urlsplit(ward.site_url).path}assets/favicon.svg"},
        "show_preview_links": False,
        "media_folder": "docs/anh",
        "public_folder": "/anh",
        "media_libraries": {"default": {"config": _pictures()}, "stock_assets": {"providers": []}},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 70, "timezone": "local"},
        "output": {"omit_empty_optional_fields": True},
        "editor": {"preview": False},
        "collections": collections(day),
    }


def _pictures() -> dict[str, Any]:
    """A picture loses the place where it was taken, and gets as large as a page shows it."""
    made = {"format": "webp", "quality": 80, "width": _SIDE, "height": _SIDE}
    return {"max_file_size": _MOST, "slugify_filename": True, "transformations": {"raster_image": made}}


def text(ward: Ward, host: Host, day: date) -> str:
    """The same as the file that the editor reads, `config.yml`."""
    return _HEAD + yaml.safe_dump(settings(ward, host, day), allow_unicode=True, sort_keys=False, width=110)
