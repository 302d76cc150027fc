"""Templates are compiled once, and print the same as if each build compiled them."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from compiled import Compiled

NAME, SOURCE = "records/page.html", "{% if name %}\n<p>{{ name }}</p>\n{% endif %}\n"


def environment(place: Path, source: str = SOURCE, escapes: bool = True) -> Environment:
    made = Environment(loader=DictLoader({NAME: source}), autoescape=escapes)
    made.bytecode_cache = Compiled(made, place)
    return made


def printed(made: Environment) -> str:
    return made.get_template(NAME).render(name="Hẻm <27>")


def forbid(made: Environment, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """An environment that may compile nothing."""
    monkeypatch.setattr(made, "compile", lambda *_: pytest.fail("compiled once more"))
    return made


def test_a_template_is_compiled_once_and_prints_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = printed(environment(tmp_path))
    assert first == "\n<p>Hẻm &lt;27&gt;</p>\n"
    assert printed(forbid(environment(tmp_path), monkeypatch)) == first


def test_a_template_that_changes_is_compiled_anew(tmp_path: Path) -> None:
    printed(environment(tmp_path))
    assert printed(environment(tmp_path, "<b>{{ name }}</b>")) == "<b>Hẻm &lt;27&gt;</b>"
    assert printed(environment(tmp_path)) == "\n<p>Hẻm &lt;27&gt;</p>\n"


def test_other_settings_compile_it_anew(tmp_path: Path) -> None:
    printed(environment(tmp_path))
    assert printed(environment(tmp_path, escapes=False)) == "\n<p>Hẻm <27></p>\n"


def test_a_mistake_in_a_template_is_told_with_the_place_it_has_now(tmp_path: Path) -> None:
    printed(environment(tmp_path / "kept"))
    moved = environment(tmp_path / "kept")
    code = moved.bytecode_cache.get_bucket(moved, NAME, "/elsewhere/page.html", SOURCE).code
    assert code.co_filename == "/elsewhere/page.html"


@pytest.mark.parametrize("left", [b"", b"gandan-cache\n", bytes(5000)])
def test_what_is_spoiled_is_compiled_anew(tmp_path: Path, left: bytes) -> None:
    first = printed(environment(tmp_path))
    for path in tmp_path.iterdir():
        path.write_bytes(left)
    assert printed(environment(tmp_path)) == first


def test_an_environment_that_takes_nothing_is_silently_done_without(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "a-file"
    place.write_bytes(b"")
    assert printed(environment(place)) == printed(environment(tmp_path))
    assert capfd.readouterr() == ("", "")
