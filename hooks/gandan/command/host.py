"""Where a command runs: on somebody's machine, or on a host that shows problems beside their lines."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

CODE_QUALITY = "codequality.json"  # the file that .gitlab-ci.yml hands over


def form(environment: Mapping[str, str] = os.environ) -> str:
    """`github`, `gitlab` or `text`: the form of a report that suits the host."""
    hosts = {"GITHUB_ACTIONS": "github", "GITLAB_CI": "gitlab"}
    return next((host for name, host in hosts.items() if environment.get(name) == "true"), "text")


def colours(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether colours may be written: to a terminal, unless NO_COLOR says no (https://no-color.org/)."""
    return stream.isatty() and not environment.get("NO_COLOR")


def summarise(said: str, environment: Mapping[str, str] = os.environ) -> None:
    """Adds Markdown to the summary of a run, where the host has one."""
    if file := environment.get("GITHUB_STEP_SUMMARY"):
        with Path(file).open("a", encoding="utf-8") as out:
            out.write(said)
