"""Scripts and styles as they are published: joined, short, and still what was written."""

import gzip
import re
import subprocess
import sys
from collections import Counter

import built
import pytest

from gandan import scripts

FACES = built.ROOT / "overrides/assets"
SOURCES = {
    path.relative_to(FACES.parent).as_posix(): path.read_text("utf-8")
    for path in FACES.rglob("*")
    if path.suffix in scripts.TYPES
}
NAMED = re.compile(r"^(?:export )?(?:async )?(?:const|let|class|function\*?) (\w+(?:, \w+)*)", re.MULTILINE)


def published() -> dict[str, str]:
    """What a page gets of the sources, by path."""
    return {path: bytes(one.data()).decode() for path, one in scripts.published(SOURCES).items()}


def test_a_script_goes_into_the_one_that_imports_it_once_and_before_it() -> None:
    sources = {
        "a/page.js": 'import { two } from "./two.js";\nimport { one } from "./one.js";\nconst page = one;\n',
        "a/two.js": 'import { one } from "./one.js";\nexport const two = one + 1;\n',
        "a/one.js": "export const one = 1;\n",
        "b.js": "const one = 2;\n",
    }
    assert scripts.joined(sources, "a/page.js") == (
        "{\nconst one = 1;\nconst two = one + 1;\nconst page = one;\n}\n"
    )
    assert scripts.joined(sources, "b.js") == sources["b.js"]
    assert sorted(scripts.published(sources)) == ["a/page.js", "b.js"]


def test_a_style_goes_into_the_one_that_imports_it_in_the_order_of_the_imports() -> None:
    sources = {
        "a/page.css": '/* All. */\n@import "./in/base.css";\n@import "./in/paper.css";\n',
        "a/in/base.css": "a { top: 0 }\n",
        "a/in/paper.css": "a { top: 1px }\n",
    }
    assert scripts.joined(sources, "a/page.css") == "a { top: 0 }\na { top: 1px }\n/* All. */\n"
    assert list(scripts.published(sources)) == ["a/page.css"]


@pytest.mark.parametrize("path", ["assets/portal.js", "assets/portal.css", "assets/search/page.js"])
def test_every_import_of_the_sources_is_of_the_form_that_is_joined(path: str) -> None:
    joined = scripts.joined(SOURCES, path)
    assert not re.search(r"^\s*(@?import\s|export\s)", joined, re.MULTILINE)
    late = [f"assets/{name}" for name in re.findall(r'\bimport\("?(?:\./)?([^")]*)', joined)]
    assert set(late) <= set(scripts.published(SOURCES)), "what is fetched late is published by itself"


@pytest.mark.parametrize(("path", "least"), [("assets/portal.js", 20), ("assets/search/page.js", 50)])
def test_no_two_joined_scripts_give_a_name_to_different_things(path: str, least: int) -> None:
    joined = scripts.joined(SOURCES, path)
    names = Counter(name for found in NAMED.findall(joined) for name in found.split(", "))
    assert len(names) > least and [name for name, times in names.items() if times > 1] == []


def test_what_is_published_is_short_and_says_so_each_time_alike() -> None:
    once, again = published(), published()
    assert once == again
    assert [path for path in once if "/search/" in path] == ["assets/search/page.js"]
    for path, text in once.items():
        assert (built.site() / path).read_text("utf-8") == text
        whole = scripts.joined(SOURCES, path)
        assert len(gzip.compress(text.encode())) < len(gzip.compress(whole.encode()))


def test_without_the_shortener_the_scripts_are_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scripts, "_shortener", lambda: None)
    whole = published()
    assert whole["assets/portal.css"] == scripts.joined(SOURCES, "assets/portal.css")
    assert "const syllables = (text) =>" in whole["assets/search/page.js"]


def test_a_machine_without_the_shortener_builds_all_the_same() -> None:
    source = "const one = 1; // first\n"
    code = (
        "import sys; sys.modules['minify'] = None; from gandan import scripts\n"
        f"assert bytes(scripts.published({{'a.js': {source!r}}})['a.js'].data()) == {source.encode()!r}"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_is_published_has_another_key_where_it_would_be_shortened_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = {path: one.key for path, one in scripts.published(SOURCES).items()}
    assert len(set(keys.values())) == len(keys)
    monkeypatch.setattr(scripts, "version", lambda package: "")
    assert not set(keys.values()) & {one.key for one in scripts.published(SOURCES).values()}
