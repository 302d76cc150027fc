"""Where the editor saves: a Git host, or a folder of this computer; what an engineer writes in mkdocs.yml."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

LOCAL = "local"
BUILT = Path(".editor", "site")  # where `make editor` leaves what the editor is made of
_REPOSITORY = re.compile(r"^[\w.-]+(?:/[\w.-]+)+$")
_OWN = re.compile(r"^https://[A-Za-z0-9.-]+(?::\d{1,5})?$")
# What pages of the editor ask of each host; GitHub shows pictures from a second one.
_ASKED = {
    "github": ("https://api.github.com", "https://uploads.github.com"),
    "gitlab": ("https://gitlab.com",),
    LOCAL: (),
}
_NAMES = ("host", "repository", "branch", "server", "application")


class Wrong(ValueError):
    """A setting that says nothing usable; its words are for whoever wrote it."""


class Host(NamedTuple):
    """github, gitlab or local; `server` is a GitLab of one's own, `application` its id for signing in."""

    name: str
    repository: str
    branch: str
    server: str | None
    application: str | None

    @property
    def asked(self) -> tuple[str, ...]:
        """The hosts that the editor's page may ask, besides the site's own."""
        return (self.server,) if self.server else _ASKED[self.name]

    @property
    def backend(self) -> Mapping[str, Any]:
        """The same for the editor's settings.

        A folder of this computer needs no host, but the editor wants one named; nobody signs in there.
        """
        name = "github" if self.name == LOCAL else self.name
        told: dict[str, Any] = {"name": name, "repo": self.repository, "branch": self.branch}
        if self.server:
            told |= {"base_url": self.server, "api_root": f"{self.server}/api/v4"}
        if self.application:
            told |= {"auth_type": "pkce", "app_id": self.application}
        else:
            told["auth_methods"] = ["token"]
        return told | {"commit_messages": _MESSAGES}


_MESSAGES = {
    "create": "Thêm {{collection}}: {{slug}}",
    "update": "Sửa {{collection}}: {{slug}}",
    "delete": "Xoá {{collection}}: {{slug}}",
    "uploadMedia": "Thêm tệp {{path}}",
    "deleteMedia": "Xoá tệp {{path}}",
}


def host(setting: object) -> Host | None:
    """`extra.editor` of mkdocs.yml -> the host; None when the editor is off. Raises Wrong."""
    if setting is None or setting is False:
        return None
    if setting is True:
        setting = {"host": LOCAL}
    if not isinstance(setting, dict):
        raise Wrong("extra.editor trong mkdocs.yml phải là các mục có tên, như host: github.")
    if strange := sorted(str(name) for name in setting if name not in _NAMES):
        raise Wrong(f"extra.editor trong mkdocs.yml không có mục «{strange[0]}»; có: {', '.join(_NAMES)}.")
    told = {name: str(setting[name]) for name in _NAMES if setting.get(name) is not None}
    return _checked(told)


def _checked(told: Mapping[str, str]) -> Host:
    name = told.get("host", LOCAL)
    if name not in _ASKED:
        raise Wrong(f"extra.editor.host trong mkdocs.yml là «{name}»; chọn một: {', '.join(_ASKED)}.")
    repository = told.get("repository", "phuong/trang" if name == LOCAL else "")
    if not _REPOSITORY.match(repository):
        raise Wrong(
            "extra.editor.repository trong mkdocs.yml phải dạng chủ-kho/tên-kho, ví dụ ben-mau/trang."
        )
    server = told.get("server", "").rstrip("/") or None
    if server and (name != "gitlab" or not _OWN.match(server) or not urlsplit(server).hostname):
        raise Wrong("extra.editor.server chỉ dùng cho gitlab, dạng https://git.phuong.example.")
    return Host(name, repository, told.get("branch", "main"), server, told.get("application"))
