"""Lighthouse, as it measures a telephone: runs one after the other in one browser."""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import bench_peer
import built
import chromium
from bench_peer import Missing

LIGHTHOUSE, AXE = "lighthouse@13.5.0", "axe-core@4.14.1"
SCRIPT = Path(__file__).with_name("lighthouse.mjs")
PATIENCE = 120  # seconds for one run
SCORES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}
FIGURES = ("lcp_ms", "cls", "tbt_ms")


def audit(packages: Path, host: str, addresses: Sequence[str], runs: int) -> dict[str, dict[str, Any]]:
    """Address -> the median of each score (0 to 100) and figure, and what cost a score."""
    command = [bench_peer.node(), str(SCRIPT), str(packages.parent), str(runs)]
    wanted = "\n".join(host + address for address in addresses)
    place = chromium.installed()
    environment = os.environ | ({"CHROME_PATH": place} if place else {})
    patience = PATIENCE * len(addresses) * runs
    try:
        done = subprocess.run(
            command, input=wanted, env=environment, capture_output=True, text=True, timeout=patience,
            check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as why:
        raise Missing(f"Lighthouse did not end: {why}") from None
    if done.returncode:
        raise Missing((done.stderr.strip().splitlines() or ["Lighthouse failed"])[-1])
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {
        address: middle([one for one in told if one["address"] == host + address]) for address in addresses
    }


def middle(runs: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The medians over the runs of one page."""
    if failed := [one["error"] for one in runs if one.get("error")]:
        raise Missing(f"Lighthouse could not read a page: {failed[0]}")
    figures = {name: median(one[name] for one in runs) for name in (*SCORES, *FIGURES)}
    return figures | {"runs": len(runs), "missed": sorted({name for one in runs for name in one["missed"]})}


def install() -> Path:
    """Lighthouse and axe-core, once -> the folder in which they lie."""
    return bench_peer.fetch(built.ROOT / ".cache/bench/pages", LIGHTHOUSE, AXE)
