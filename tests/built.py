"""The demonstration ward as a finished site, built once for all tests that ask its pages."""

import atexit
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from gandan.outputs import Output, Outputs

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-23"
CONTENT = ("mkdocs.yml", "docs", "data", "hooks", "overrides")


def mkdocs(
    root: Path, site: Path, *, today: str = TODAY, strict: bool = True
) -> subprocess.CompletedProcess[str]:
    """`mkdocs build` of the ward at `root` into `site`, as people run it."""
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(root / "mkdocs.yml"), "-d", str(site)]
    environment = os.environ | {"GANDAN_TODAY": today, "NO_MKDOCS_2_WARNING": "1"}
    command += ["--strict"] if strict else []
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def copy(folder: Path) -> Path:
    """The demonstration ward, to be changed by a test."""
    folder.mkdir(parents=True)
    for name in CONTENT:
        source = ROOT / name
        if source.is_dir():
            ignore = shutil.ignore_patterns("*.egg-info")
            shutil.copytree(source, folder / name, ignore=ignore)
        else:
            shutil.copy2(source, folder / name)
    return folder


@functools.cache
def site() -> Path:
    """The folder of the finished site."""
    folder = Path(tempfile.mkdtemp(prefix="gandan-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    done = mkdocs(ROOT, folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def contents(outputs: Iterable[Output | Outputs]) -> dict[str, bytes]:
    """Address -> bytes of each file."""
    return {one.address: bytes(one.data()) for many in outputs for one in many.others({})}


def pages() -> list[Path]:
    """Every HTML page of the finished site."""
    return sorted(site().rglob("*.html"))
