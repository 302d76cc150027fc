"""The environment in which a ward builds: what `requirements.lock` names, and nothing that only tests need.

Packages for tests would cost every build a tenth of a second: Babel, which MkDocs loads, looks through all
time zones where it finds pytz.
"""

import hashlib
import subprocess
import sys
import venv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import built

PLACE = built.ROOT / ".cache/bench"
LOCK = built.ROOT / "requirements.lock"
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check", "install")
WAIT = 300  # seconds for the registry


def command(program: str, *words: str) -> list[str]:
    """A program of that environment."""
    return [str(programs() / program), *words]


@cache
def programs() -> Path:
    """The folder of its programs, made once for each lock; that of this process where it cannot be had."""
    place = PLACE / f"gandan-{hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]}"
    try:
        if not (place / "ready").is_file():
            install(place)
    except (OSError, subprocess.SubprocessError):
        print("  Measured with the packages for tests: requirements.lock cannot be installed", flush=True)
        return Path(sys.executable).parent
    return place / "bin"


def install(place: Path) -> None:
    """What `make` installs before a site is built (Makefile, .venv/site.ready)."""
    venv.create(place, clear=True, with_pip=True)
    for wanted in (("--require-hashes", "-r", str(LOCK)), ("--no-deps", "--no-build-isolation", "-e", ".")):
        pip(place, wanted)
    (place / "ready").touch()


def pip(place: Path, wanted: Sequence[str]) -> None:
    command = [str(place / "bin/python"), *PIP, *wanted]
    subprocess.run(command, cwd=built.ROOT, stderr=subprocess.DEVNULL, timeout=WAIT, check=True)
