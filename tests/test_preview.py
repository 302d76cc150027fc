"""`mkdocs serve` shows its author what is wrong in the page itself; a built site knows nothing of it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import samples
import ward
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from gandan import banner
from gandan.problems import Place, Problem

PATIENCE = 120_000  # milliseconds until somebody gives up; a machine may be busy
WRONG = "---\ntitel: Hỏng\ndate: 22/11/2026\ntopics: [<b>đậm</b>]\n---\n"
NEWS = "tin-tuc/2026/ngay-hoi/"


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The address of `mkdocs serve` for a ward, once it answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    environment = os.environ | {"GANDAN_TODAY": ward.TODAY.isoformat(), "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        command, cwd=root, env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stderr
        said = []
        for line in process.stderr:
            said.append(line)
            if "Serving on" in line:
                break
        else:
            pytest.fail("".join(said))
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.kill()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.set_default_timeout(PATIENCE)
    yield page
    page.close()


def test_an_author_sees_what_is_wrong_mends_it_and_sees_the_page(tmp_path: Path, page: Page) -> None:
    root = samples.lay(tmp_path / "ward")
    broken = root / ward.FESTIVAL_FILE
    broken.write_text(WRONG, "utf-8")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    with served(root) as address:
        page.goto(address)  # nothing is built yet: there is the list alone
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text(f"{ward.FESTIVAL_FILE}:2:1 M101. không có mục «titel». Có phải «title»")
        expect(alert).to_contain_text("Hãy viết năm-tháng-ngày: 2026-11-22.")
        expect(alert).to_contain_text("«<b>đậm</b>»")
        expect(alert).to_have_css("background-color", "rgb(156, 22, 32)")
        broken.write_text(ward.FESTIVAL, "utf-8")  # the page comes by itself
        expect(page.locator("footer")).to_be_visible(timeout=PATIENCE)
        expect(alert).to_have_count(0)

        page.goto(address + NEWS)
        broken.write_text(WRONG, "utf-8")
        expect(alert).to_contain_text("«titel»", timeout=PATIENCE)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Ngày hội của tổ 1")
        assert not Axe().run(page).response["violations"]
        broken.write_text(ward.FESTIVAL.replace("Ngày hội của tổ 1", "Ngày vui của tổ 1"), "utf-8")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Ngày vui của tổ 1", timeout=PATIENCE)
        expect(alert).to_have_count(0)
    broken.write_text(WRONG, "utf-8")
    with served(root) as address:  # the preview of before is still there
        page.goto(address + NEWS)
        expect(alert).to_contain_text("«titel»")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Ngày vui của tổ 1")
    assert not [text for text in said if "404" not in text and "ERR_" not in text]


def test_nothing_of_a_preview_is_in_a_built_site() -> None:
    pages = [path.read_text("utf-8") for path in samples.site().rglob("*.html")]
    assert pages and not [one for one in pages if "_xem-thu" in one or "_loi" in one]
    assert not (samples.site() / "_xem-thu").exists()


def problem(number: int, code: str = "M103") -> Problem:
    return Problem(Place("docs/a.md", number, 1), code, "<i>sai</i> & “x”.", "Sửa.")


def test_words_of_a_problem_are_words() -> None:
    told = banner.bar([problem(1)])
    assert "&lt;i&gt;sai&lt;/i&gt; &amp; “x”. Sửa." in told and "<i>" not in told
    assert 'role="alert"' in told and "1 lỗi phải sửa" in told


def test_warnings_are_folded_up_and_no_alert() -> None:
    told = banner.bar([problem(1, "V101")])
    assert "alert" not in told and "<details><summary>1 điều nên xem lại</summary>" in told
    assert banner.bar([]) == ""


def test_a_flood_is_cut_and_counted() -> None:
    told = banner.bar([problem(number) for number in range(1, 201)])
    assert told.count("<li>") == banner.SHOWN + 1 and "… và 150 điều nữa" in told
