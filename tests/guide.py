"""The pictures of the staff's guide, made of the real thing: `make pictures` writes them anew.

The web editor is open on the demonstration's files; pages are those of the built site; a terminal shows what
the command prints. Nothing is drawn but a red frame around what is to be pressed or filled in.
"""

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from html import escape
from pathlib import Path
from types import MappingProxyType

import built
import chromium
import conftest
import editor
import papers
from PIL import Image
from playwright.sync_api import Browser, Locator, sync_playwright

from gandan.editing.hosts import Host

FOLDER = editor.ROOT / ".github" / "huong-dan"
DAY = date.fromisoformat(built.TODAY)
DESK, PHONE = {"width": 1120, "height": 700}, {"width": 390, "height": 640}
LARGEST = 60_000  # bytes
FRAME = "one => { one.style.outline = '3px solid #c8102e'; one.style.outlineOffset = '3px'; }"
TERMINAL = (
    "<!doctype html><meta charset=utf-8><style>body{{margin:0;background:#1c1f24;color:#e8e8e8;padding:18px;"
    "white-space:pre-wrap;font:15px/1.5 'DejaVu Sans Mono',monospace}}b{{color:#8fd18f}}</style>{}"
)


class Studio:
    """A browser, the site with the editor in it, and a folder of the ward where commands run."""

    def __init__(self, browser: Browser, host: str, folder: Path) -> None:
        self.browser, self.host, self.folder = browser, host, folder

    def form(self, place: str, fill: Mapping[str, str], frame: str, row: str = "") -> bytes:
        """The editor at `place` with fields filled in; the field `frame` is framed and in sight."""
        desk = editor.Desk(self.browser, self.host, DESK)
        desk.open(place)
        if row:
            held = desk.field(row)
            held.scroll_into_view_if_needed()
            more = held.locator("button:has-text('Thêm')")
            (more.last if more.count() else held.get_by_label("Mở rộng").first).click()
        for name, words in fill.items():
            box = desk.field(name).locator("input, textarea").first
            box.scroll_into_view_if_needed()
            box.fill(words)
        marked = desk.field(frame)
        marked.evaluate("one => one.scrollIntoView({block: 'center'})")
        picture = self._shot(marked, desk)
        desk.context.close()
        return picture

    def _shot(self, marked: Locator, desk: editor.Desk) -> bytes:
        within = marked.locator(".field-wrapper")
        (within.first if within.count() else marked).evaluate(FRAME)
        desk.page.wait_for_timeout(600)  # what comes into sight is drawn then
        return desk.page.screenshot()

    def list(self) -> bytes:
        """What is seen after signing in."""
        desk = editor.Desk(self.browser, self.host, DESK)
        desk.page.goto(f"{self.host}quan-tri/#/collections/tin-tuc")
        picture = self._shot(desk.page.locator("button:has-text('Tạo mới')").first, desk)
        desk.context.close()
        return picture

    def page(self, address: str) -> bytes:
        """A page of the site on a telephone, from its title on."""
        page = self.browser.new_page(viewport=PHONE, device_scale_factor=1.5)
        page.goto(self.host + address)
        page.locator("h1").evaluate("one => window.scrollTo(0, one.offsetTop - 12)")
        page.wait_for_timeout(500)
        picture = page.screenshot()
        page.close()
        return picture

    def terminal(self, *commands: str) -> bytes:
        """What commands of the ward's folder print, one below the other."""
        said = "".join(f"<b>$ {escape(one)}</b>\n{escape(self._run(one))}" for one in commands)
        page = self.browser.new_page(viewport={"width": 900, "height": 40})
        page.set_content(TERMINAL.format(said.rstrip()))
        picture = page.screenshot(full_page=True)
        page.close()
        return picture

    def _run(self, command: str) -> str:
        start = "from gandan.command.main import main; raise SystemExit(main())"
        words = [sys.executable, "-c", start, *command.split()[1:]]
        (self.folder / "site" / "sitemap.xml").touch()  # as if the site had just been built
        environment = os.environ | {"GANDAN_TODAY": built.TODAY, "PYTHONPATH": str(editor.ROOT / "hooks")}
        done = subprocess.run(
            words,
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment | {"PYTHONUNBUFFERED": "1"},
            check=False,
        )
        return done.stdout


SCENES: Mapping[str, Callable[[Studio], bytes]] = MappingProxyType(
    {
        "mo-trinh-soan": lambda studio: studio.list(),
        "tin-tu-word": lambda studio: studio.terminal("gandan import thong-bao-ngung-nuoc.docx"),
        "thong-bao": lambda studio: studio.form(
            "thong-bao/new",
            {"title": "Phun thuốc muỗi ở tổ dân phố 2", "from": "2026-11-28", "until": "2026-11-29"},
            "until",
        ),
        "lay-y-kien": lambda studio: studio.form(
            "lay-y-kien/new",
            {"title": "Dự thảo giờ mở cửa nhà văn hóa", "opens": "2026-11-24", "closes": "2026-12-15"},
            "closes",
        ),
        "ket-qua": lambda studio: studio.form(
            "lay-y-kien/entries/2026/2026-10-12-gio-mo-nha-van-hoa", {}, "feedback", row="feedback"
        ),
        "cong-khai": lambda studio: studio.form(
            "cong-khai/new",
            {"title": "Thu, chi ngân sách quý IV", "posted.0.from": "2026-11-23"},
            "posted",
            row="posted",
        ),
        "lich": lambda studio: studio.form("lich/entries/lich-2026", {}, "items"),
        "hoi-dap": lambda studio: studio.form(
            "hoi-dap/new", {"title": "Bao giờ sửa đèn đường ngõ 5?", "asked": "2026-11-20"}, "asked"
        ),
        "dinh-chinh": lambda studio: studio.page("tin-tuc/2025/ngan-sach-chin-thang/"),
        "da-go": lambda studio: studio.page("tin-tuc/2025/danh-sach-ho-tro-mua-lon/", "h1"),
        "dang": lambda studio: studio.terminal("gandan publish", "gandan publish --list"),
    }
)


def small(picture: bytes) -> bytes:
    """The picture as WebP, below `LARGEST` bytes."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.thumbnail((900, 900))
    for quality in (80, 65, 50):
        kept = io.BytesIO()
        image.save(kept, "WEBP", quality=quality, method=6)
        if kept.tell() < LARGEST:
            break
    return kept.getvalue()


def ward(folder: Path, site: Path) -> None:
    """A clone of the ward with a built site, a place to publish to, and a Word file that came by mail."""
    for name, data in editor.ward().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / ".gitignore").write_text("/site/\n/*.docx\n")
    remote = folder.with_name("remote.git")
    identity = ["-c", "user.name=Can bo", "-c", "user.email=canbo@benmau.example"]
    for command in (
        ["git", "init", "-q", "-b", "main", "--bare", str(remote)],
        ["git", "-C", str(folder), "init", "-q", "-b", "main"],
        ["git", "-C", str(folder), "add", "-A"],
        ["git", "-C", str(folder), *identity, "commit", "-qm", "Phuong Ben Mau"],
        ["git", "-C", str(folder), "remote", "add", "origin", str(remote)],
        ["git", "-C", str(folder), "push", "-q", "origin", "main"],
    ):
        subprocess.run(command, check=True)
    shutil.copytree(site, folder / "site", copy_function=shutil.copyfile)  # newer than the words
    papers.announcement().save(folder / "thong-bao-ngung-nuoc.docx")


def main(names: list[str]) -> None:
    """Writes the pictures named, or all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        site = Path(place, "site")
        shutil.copytree(built.site(), site)
        ward(Path(place, "ward"), site)
        editor.add(site, Host("local", "ben-mau/trang", "main", None, None), DAY)
        browser = playwright.chromium.launch(executable_path=chromium.installed(), args=chromium.SWITCHES)
        hosted: Iterator[str] = conftest.serve(site)
        studio = Studio(browser, next(hosted), Path(place, "ward"))
        for name in names or SCENES:
            data = small(SCENES[name](studio))
            (FOLDER / f"{name}.webp").write_bytes(data)
            print(f"{name}.webp: {len(data)} bytes")
        browser.close()
        next(hosted, None)


if __name__ == "__main__":
    main(sys.argv[1:])
