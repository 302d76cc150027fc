"""`make serve` on an archive: how soon the first page is there, how soon a saved edit is on its page."""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from statistics import median

import bench_scenes
from bench_delivered import command
from bench_run import Failed, surroundings
from bench_ward import Ward

EVERY = 0.02  # seconds between two looks
PATIENCE = 900  # seconds until a page must be there
EDITS = 3
QUIET = 2.0  # seconds for the watcher to have seen all files, before the first edit and between edits


def measure(ward: Ward) -> dict[str, float]:
    """Wall seconds: of the start, with the cache of an earlier build; of an edit, from saving to the page."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{taken.getsockname()[1]}"
    serve = command("mkdocs", "serve", "--quiet", "--dev-addr", host)
    environment = surroundings() | ward.environment()
    began = time.monotonic()
    with subprocess.Popen(serve, cwd=ward.folder, env=environment, start_new_session=True) as server:
        try:
            address = f"http://{host}/{ward.address(bench_scenes.some(ward, 0))}"
            first = until(address, "</html>", server) - began
            edits = [edit(ward, host, 10 + number, server) for number in range(EDITS)]
        finally:
            os.killpg(server.pid, signal.SIGKILL)
    return {"first_page_s": first, "edit_s": median(edits)}


def edit(ward: Ward, host: str, number: int, server: subprocess.Popen[bytes]) -> float:
    """Seconds from a saved sentence to the page that shows it."""
    time.sleep(QUIET)
    item = bench_scenes.sentence(ward, number)
    saved = time.monotonic()
    return until(f"http://{host}/{ward.address(item)}", f"sửa lần {number},", server) - saved


def until(address: str, words: str, server: subprocess.Popen[bytes]) -> float:
    """When the page first holds the words."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                if words in answer.read().decode("utf-8"):
                    return time.monotonic()
        except OSError:
            pass  # it does not listen yet, or has no such page yet
        time.sleep(EVERY)
    raise Failed("the server ended" if server.poll() is not None else f"{address} never showed «{words}»")
