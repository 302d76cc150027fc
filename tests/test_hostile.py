"""Content that wants to be more than words: nothing of it runs, nothing leaves the site."""

import json
import re
from pathlib import Path

import built
import pytest
from outline import Outline
from playwright.sync_api import Browser

from gandan.check import body
from gandan.check.fields import record
from gandan.model import OldAddress, Rule, Ward
from gandan.problems import Place
from gandan.read.raw import Raw

SPELL = "\"'><img src=x onerror=window.__x=1><script>window.__x=1</script>"
WORDS = "'" + SPELL.replace("'", "''") + "'"
ITEM = f"""---
title: {WORDS}
date: 2026-11-21
description: {WORDS}
unit: {WORDS}
source: {WORDS}
author: {WORDS}
image: anh/hoi-truong-tro-chuyen.webp
image_alt: {WORDS}
image_caption: {WORDS}
topics: [dan-van]
attachments:
  - file: thu-chi-hem-27.pdf
    title: {WORDS}
corrections:
  - date: 2026-11-22
    text: {WORDS}
---
Bài.
"""
DOCUMENT = f"""number: '<img src=x onerror=window.__x=1>'
type: Quyết định
issuer: ubnd-phuong-ben-mau
issued: 2026-01-05
title: {WORDS}
signer: {WORDS}
sources: [{WORDS}]
relations:
  - kind: cites
    target: '1/{SPELL.replace("'", "''")}'
    articles: [{WORDS}]
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration ward with a script in every free field."""
    root = built.copy(tmp_path_factory.mktemp("hostile") / "ward")
    (root / "docs/tin-tuc/2026/2026-11-21-doc.md").write_text(ITEM, "utf-8")
    (root / "data/van-ban/doc-2026.yml").write_text(DOCUMENT, "utf-8")
    for file, name in (("phuong", "notice"), ("phuong", "address"), ("chu-de", "description")):
        path = root / f"data/{file}.yml"
        path.write_text(
            re.sub(rf"(?m)^( *{name}: ).*$", lambda found: found[1] + WORDS, path.read_text("utf-8"))
        )
    done = built.mkdocs(root, root / "site")
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_words_stay_words_on_every_page(hostile: Path) -> None:
    for path in hostile.rglob("*.html"):
        page = Outline.of(path.read_text("utf-8"))
        assert not [one for one in page.elements if any(name.startswith("on") for name in one.attributes)]
        inline = [one for one in page.all("script") if not one["src"]]
        assert all(one["type"] == "application/ld+json" and json.loads(one.text) for one in inline)
        assert not page.unbalanced, path
    item = (hostile / "tin-tuc/2026/doc/index.html").read_text("utf-8")
    assert item.count("&lt;img src=x onerror=window.__x=1&gt;") >= 9


@pytest.mark.parametrize(
    "address", ["", "tin-tuc/2026/doc/", "van-ban/doc-2026/", "chu-de/dan-van/", "van-ban/"]
)
def test_no_script_runs_in_a_browser(hostile: Path, browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto((hostile / address / "index.html").as_uri())
    page.wait_for_timeout(200)
    assert page.evaluate("window.__x") is None
    page.close()


@pytest.mark.parametrize(
    "address",
    [
        "/../ngoai/",
        "/a/../../b/",
        "/./a/",
        "/assets/portal.js",
        "/van-ban/index.html",
        "//vi.example/",
        f"/{'a' * 300}/",
    ],
)
def test_an_old_address_never_leaves_the_site_nor_takes_a_file(address: str) -> None:
    made, problems = record(
        OldAddress, {"address": address, "moved": "/tin-tuc/"}, Raw("data/dia-chi-cu.yml", {})
    )
    assert made is None and problems[0].code == "M106"


@pytest.mark.parametrize(
    "url", ['https://vi.example/"onload="x/', "https://[x/", "javascript:x/", "https:///"]
)
def test_the_address_of_the_site_is_an_address(url: str) -> None:
    _, problems = record(Ward, {"site_url": url}, Raw("data/phuong.yml", {}))
    assert [one.code for one in problems if "site_url" in one.message] == ["M106"]


@pytest.mark.parametrize("name", ["n", "statutory"])
def test_the_days_of_a_duty_stay_within_the_calendar(name: str) -> None:
    rule = {"id": "r", "clock": "answer", "what": "W", "basis": "B"}
    for days, codes in (("3650", []), ("3651", ["M106"]), ("999999999", ["M106"])):
        _, problems = record(Rule, rule | {name: days}, Raw("data/quy-tac.yml", {}))
        assert [one.code for one in problems] == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x[^1]\n\n[^1]: " + "- " * 600 + "x", "B104"),
        ("\n>\n".join("> " + "    " * level + "- a" for level in range(60)), "B104"),
        ("  ~~~\n" + ("[" * 39 + "\n") * 300 + "  ~~~\n", "B104"),
        ("[" * 20_000, "B104"),
        ("[x](http://[)", "B102"),
        ("<http://[>", "B102"),
    ],
    ids=["list in a note", "lists in a quotation", "fence that is none", "brackets", "link", "address"],
)
def test_what_would_stop_the_builder_is_told_at_the_door(text: str, code: str) -> None:
    assert code in {one.code for one in body.problems(text, lambda offset: Place("a.md", 1, offset))}


def test_long_lines_of_code_are_no_nesting() -> None:
    assert not list(body.problems("```\n" + "x" * 60 + "\n```\n", lambda offset: Place("a.md")))
