"""Hostile contents by the hundred: told at the door or shown as words; nothing runs or leaves."""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import built
import conftest
import hostile
import pytest
import ward
from hostile import SPELLS, Content
from playwright.sync_api import Browser, Page

from gandan import prose
from gandan.assemble import assemble
from gandan.problems import Problem, errors

CONTENTS = hostile.contents()
SIZES = list(hostile.of_sizes())
LIMIT = 10  # seconds of the processor
# Rooms and libraries that are loaded when they are needed.
CODE = (sys.prefix, sys.base_prefix, str(Path(prose.__file__).parent))
watched: list[set[str]] = []  # what is opened while a set lies here


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if watched and event == "open" and isinstance(arguments[0], str):
        watched[-1].add(arguments[0])


sys.addaudithook(_watch)


def tried(root: Path, content: Content) -> tuple[Problem, ...]:
    """What the door says; nothing outside the ward may be opened, and it takes no longer than it may."""
    ward.write(root, content.changes())
    opened: set[str] = set()
    watched.append(opened)
    started = time.process_time()
    joined = assemble(root, ward.TODAY)
    watched.clear()
    if not errors(joined.problems) and content.files:
        for text in content.files.values():
            prose.html(text.split("---\n", 2)[-1] if isinstance(text, str) else "")
    assert time.process_time() - started < LIMIT
    assert not [file for file in opened if not file.startswith((str(root), *CODE))]
    return joined.problems


def test_there_are_hundreds() -> None:
    assert len(CONTENTS) + len(SIZES) >= 400
    assert len({content.name for content in CONTENTS}) == len(CONTENTS)


@pytest.mark.parametrize("content", [*CONTENTS, *SIZES], ids=lambda content: content.name)
def test_it_is_told_or_it_is_words(content: Content, tmp_path: Path) -> None:
    problems = tried(tmp_path, content)
    if content.told:
        assert content.told in {problem.code for problem in problems}
    elif content.told == "":
        assert errors(problems) == ()
    assert not Path("hacked").exists()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that the door lets through, in one ward, as one site."""
    root = tmp_path_factory.mktemp("contents")
    files: dict[str, str | bytes] = {}
    added: dict[str, str] = defaultdict(str)
    for number, content in enumerate(CONTENTS):
        alone = ward.write(root / "alone" / str(number), content.changes())
        if not errors(assemble(alone, ward.TODAY).problems):
            files |= content.files
            for name, text in content.added.items():
                added[name] += text
    ward.write(root / "ward", Content("all", files, added).changes())
    for name in ("mkdocs.yml", "hooks", "overrides"):
        (root / "ward" / name).symlink_to(built.ROOT / name)
    done = built.mkdocs(root / "ward", root / "site", today=ward.TODAY.isoformat())
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr[-3000:]
    return root / "site"


@pytest.fixture(scope="module")
def hostile_host(site: Path) -> Iterator[str]:
    yield from conftest.serve(site)


ASK = """() => ({
  hacked: window.hacked ?? {}.hacked ?? null,
  handlers: [...document.querySelectorAll("*")]
    .flatMap((one) => one.getAttributeNames()).filter((name) => /^(on|style$|srcdoc$)/.test(name)),
  commands: [...document.querySelectorAll("[href], [src], [action]")]
    .filter((one) => /^\\W*(javascript|data|vbscript):/i.test(one.href || one.src || one.action || ""))
    .map((one) => one.outerHTML),
  scripts: [...document.scripts].filter(({ src, type }) => !src && type !== "application/ld+json").length,
})"""
CLEAN = {"hacked": None, "handlers": [], "commands": [], "scripts": 0}


@pytest.fixture(scope="module")
def open_page(browser: Browser, hostile_host: str) -> Iterator[Page]:
    """A page without the protection of its policy: the words alone must be harmless."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.said = []  # type: ignore[attr-defined]

    def asked(request: Any) -> None:
        if not request.url.startswith(hostile_host):
            page.said.append(request.url)  # type: ignore[attr-defined]

    page.on("request", asked)
    page.on("dialog", lambda dialog: page.said.append(dialog.message))  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.said.append(str(error)))  # type: ignore[attr-defined]
    yield page
    context.close()


# Many pages at once, each in a frame of its own: each runs what it can run there, at a third of the time.
TOGETHER = 30
FRAMES = """async ([addresses, ask]) => {
  const opened = addresses.map((address) => new Promise((done) => {
    const frame = document.createElement("iframe");
    document.body.append(Object.assign(frame, { src: address, onload: () => done(frame) }));
  }));
  return (await Promise.all(opened)).map((frame) => frame.contentWindow.eval(`(${ask})()`));
}"""


def test_no_page_runs_anything_even_without_its_policy(
    open_page: Page, site: Path, hostile_host: str
) -> None:
    addresses = [path.parent.relative_to(site).as_posix() for path in sorted(site.rglob("index.html"))]
    assert len(addresses) > 200
    for begin in range(0, len(addresses), TOGETHER):
        some = addresses[begin : begin + TOGETHER]
        open_page.goto(f"{hostile_host}robots.txt")
        found = open_page.evaluate(FRAMES, [[f"/{address}/" for address in some], ASK])
        assert dict(zip(some, found, strict=True)) == dict.fromkeys(some, CLEAN)
        assert open_page.said == [], some  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", SPELLS)
def test_a_search_for_a_spell_finds_words(name: str, open_page: Page, hostile_host: str) -> None:
    open_page.goto(f"{hostile_host}tim-kiem/")
    open_page.locator("#_tim").fill(SPELLS[name])
    open_page.keyboard.press("Enter")
    open_page.wait_for_selector("#search-results[aria-busy=false]", state="attached")
    open_page.wait_for_load_state("networkidle")
    assert open_page.evaluate(ASK) == CLEAN
    assert open_page.said == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("key", ["loai", "chu-de", "nam", "hieu-luc", "xep"])
@pytest.mark.parametrize("value", ["__proto__", "constructor", "toString", SPELLS["picture"]])
def test_a_choice_that_is_none_harms_nothing(
    key: str, value: str, open_page: Page, hostile_host: str
) -> None:
    open_page.goto(f"{hostile_host}tim-kiem/")
    address = open_page.evaluate("([k, v]) => '?q=window&' + new URLSearchParams([[k, v]])", [key, value])
    open_page.goto(f"{hostile_host}tim-kiem/{address}")
    open_page.wait_for_selector("#search-results[aria-busy=false]", state="attached")
    assert open_page.evaluate(ASK) == CLEAN
    assert open_page.said == []  # type: ignore[attr-defined]


def test_a_title_is_published_as_it_was_written(open_page: Page, hostile_host: str) -> None:
    for number, spell in enumerate(SPELLS.values()):
        open_page.goto(f"{hostile_host}tin-tuc/2026/tieu-de-{number}/")
        assert open_page.locator("h1").inner_text() == spell
        assert open_page.title().startswith(spell.replace("  ", " "))


def test_code_is_published_as_it_was_written(open_page: Page, hostile_host: str) -> None:
    for number, spell in enumerate(SPELLS.values()):
        open_page.goto(f"{hostile_host}tin-tuc/2026/ma-{number}/")
        assert open_page.locator("pre code").text_content() == f"{spell}\n"


def test_what_machines_read_stays_whole(site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix == ".xml":
            ElementTree.parse(path)
        elif path.suffix == ".json":
            json.loads(path.read_text("utf-8"))
        elif path.suffix == ".ics":
            lines = path.read_text("utf-8").splitlines()
            assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT")
            assert not [line for line in lines if line.startswith("URL:javascript")]
