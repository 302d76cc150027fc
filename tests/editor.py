"""The web editor as `make editor` builds it, and a ward's folder in a browser that has no disk of ours.

Where Node.js or its registry is missing, what asks for it is skipped with the reason.
"""

import base64
import functools
import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".editor"
# The browser's own file system stands in for the folder that a person would choose.
CHOOSE = """window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('w');"""
LAY = """async files => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('w', {create: true});
  await root.getDirectoryHandle('.git', {create: true});
  for (const [name, data] of Object.entries(files)) {
    const parts = name.split('/');
    const last = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, {create: true});
    const file = await (await folder.getFileHandle(last, {create: true})).createWritable();
    await file.write(Uint8Array.from(atob(data), one => one.charCodeAt(0)));
    await file.close();
  }
}"""
TAKE = """async () => {
  const files = {};
  const walk = async (folder, below) => {
    for await (const [name, one] of folder.entries()) {
      if (one.kind === 'directory') { await walk(one, `${below}${name}/`); continue; }
      const bytes = new Uint8Array(await (await one.getFile()).arrayBuffer());
      files[below + name] = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
    }
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('w'), '');
  return files;
}"""


@functools.cache
def _missing() -> str:
    """Why there is no editor; nothing when it is built."""
    if not (shutil.which("npm") and shutil.which("node") and shutil.which("make")):
        return "no Node.js with npm here"
    try:
        done = subprocess.run(
            ["make", "--silent", "editor"], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
        )
    except subprocess.TimeoutExpired:
        return "npm did not answer in time"
    if done.returncode and "npm" in done.stderr and not (HOME / "node_modules" / "yaml").is_dir():
        return f"npm could not fetch the editor: {done.stderr.strip()[-200:]}"
    assert done.returncode == 0, done.stdout + done.stderr
    return ""


def built() -> Path:
    """The folder with the built editor; skips the test where it cannot be had."""
    if why := _missing():
        pytest.skip(why)
    return HOME / "site"


def package() -> Path:
    """The package it is built from; skips like `built`."""
    built()
    return HOME / "node_modules" / "@sveltia" / "cms"


def revised(cases: list[Mapping[str, Any]]) -> list[str]:
    """Each case's text as the editor saves it with the case's changes; skips like `built`."""
    built()
    command = ["node", str(ROOT / "tests" / "revise.mjs")]
    done = subprocess.run(command, input=json.dumps(cases), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def lay(page: Page, files: Mapping[str, bytes]) -> None:
    """The files into the browser's own folder; the page must be of the host."""
    page.evaluate(LAY, {name: base64.b64encode(data).decode() for name, data in files.items()})


def take(page: Page) -> dict[str, bytes]:
    """All files of that folder."""
    return {name: base64.b64decode(data) for name, data in page.evaluate(TAKE).items()}
