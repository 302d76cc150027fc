"""The web editor as `make editor` builds it, and a ward's folder in a browser that has no disk of ours.

Where Node.js or its registry is missing, what asks for it is skipped with the reason.
"""

import base64
import functools
import json
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from gandan.editing import files
from gandan.editing.hosts import Host
from gandan.model import Ward

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".editor"
WAIT = 15_000  # milliseconds, at most
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
  const found = [];
  const walk = async (folder, below) => {
    for await (const [name, one] of folder.entries()) {
      if (one.kind === 'directory') await walk(one, `${below}${name}/`);
      else found.push([below + name, one]);
    }
  };
  const coded = file => new Promise(done => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(',')[1] ?? '');
    reader.readAsDataURL(file);
  });
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('w'), '');
  return Object.fromEntries(
    await Promise.all(found.map(async ([name, one]) => [name, await coded(await one.getFile())]))
  );
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


def add(site: Path, host: Host, day: date) -> None:
    """The editor into the folder of a site, as a build does."""
    facts = Ward.model_validate(yaml.safe_load((ROOT / "data" / "phuong.yml").read_text("utf-8")))
    for one in files.of(facts, host, day, root=ROOT, site_url="http://127.0.0.1/"):
        path = site / one.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.data())


def ward() -> dict[str, bytes]:
    """The demonstration, with a picture and a paper or two."""
    found = [path for top in ("docs", "data") for path in (ROOT / top).rglob("*") if path.is_file()]
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in found}


class Desk:
    """The editor open on the demonstration's files; `asked` is every address asked for."""

    def __init__(self, browser: Browser, host: str, viewport: dict[str, int]) -> None:
        self.context = browser.new_context(viewport=viewport, locale="vi", timezone_id="Asia/Ho_Chi_Minh")
        self.host, self.page = host, self.context.new_page()
        self.page.set_default_timeout(WAIT)
        self.page.clock.set_fixed_time("2026-11-23T09:00:00+07:00")
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on(
            "console", lambda message: self.said.append(message.text) if message.type == "error" else None
        )
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.add_init_script(CHOOSE)
        self.page.goto(host)
        lay(self.page, ward())
        self.page.goto(f"{host}quan-tri/")
        self.page.get_by_role("button", name="Mở thư mục của trang trên máy này").click()
        expect(self.page.get_by_role("treeitem", name="Tin tức").first).to_be_visible(timeout=WAIT)

    def open(self, place: str) -> None:
        self.page.goto(f"{self.host}quan-tri/#/collections/{place}")
        expect(self.page.locator(".field").first).to_be_visible(timeout=WAIT)

    def field(self, name: str) -> Locator:
        return self.page.locator(f'[data-key-path="{name}"]')

    def unfold(self, name: str) -> None:
        """Opens the first record of a list, so that its field `name` can be filled in."""
        button = self.page.locator('button[aria-controls$="-item-0-body"]').first
        button.wait_for()
        for _ in range(5):  # the editor folds records once it has drawn them
            if button.get_attribute("aria-expanded") == "false":
                button.click()
            self.page.wait_for_timeout(300)
            if self.field(name).count() and button.get_attribute("aria-expanded") == "true":
                return

    def save(self) -> None:
        place = self.page.evaluate("location.hash")
        self.page.get_by_role("button", name="Lưu", exact=True).click()
        self.page.wait_for_function("place => location.hash !== place", arg=place)
        expect(self.page.locator(".field")).to_have_count(0, timeout=WAIT)

    @property
    def outside(self) -> list[str]:
        return [url for url in self.asked if not url.startswith((self.host, "blob:", "data:"))]
