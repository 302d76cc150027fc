"""A browser for the tests: one that is installed, else the package manager's, else Playwright's own.

`python tests/chromium.py` makes sure that there is one, and fails with a sentence when none can be had. It
sees to letters as wide as Arial, too: readers' devices have them, and pages stand in them for a while.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",)
# Nothing but the pages under test may be asked for.
SWITCHES = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
]


def installed() -> str | None:
    """The path of a browser of this machine, or None."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    found = found or next((place for place in PLACES if Path(place).exists()), None)
    if found:
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def lettered() -> bool:
    """Whether Arial, or what is as wide, is there: fontconfig tells; a system without it has Arial."""
    if not shutil.which("fc-match"):
        return True
    asked = subprocess.run(["fc-match", "Arial"], capture_output=True, text=True, check=False)
    return any(name in asked.stdout for name in ("Arial", "Liberation Sans", "Arimo"))


def install() -> None:
    """Ask the package manager, then Playwright; what fails is passed over."""
    if shutil.which("apt-get"):
        _packages("chromium")
    if not installed():
        _try([sys.executable, "-m", "playwright", "install", "chromium"])


def _packages(*names: str) -> None:
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = [*sudo, "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    _try([*quiet, "update"])
    _try([*quiet, "install", "-y", "--no-install-recommends", *names])


def _try(command: list[str]) -> None:
    try:
        subprocess.run(command, stdout=subprocess.DEVNULL, timeout=500, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, file=sys.stderr)


if __name__ == "__main__":
    if not installed():
        print("No Chromium yet; installing one for the browser tests…")
        install()
    if not installed():
        print("No Chromium or Chrome could be had: install one (Debian: apt install chromium).")
        raise SystemExit(1)
    if not lettered() and shutil.which("apt-get"):
        _packages("fonts-liberation")
    if not lettered():
        print("No letters as wide as Arial: tests of what moves may fail (Debian: fonts-liberation).")
