"""What is installed is told as Python tells it."""

from importlib.metadata import version

import pytest

from gandan import installed


@pytest.mark.parametrize("package", ["mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pydantic", "pillow"])
def test_a_version_is_the_one_that_python_tells(package: str) -> None:
    assert installed.version(package) == version(package)


def test_what_is_not_installed_has_none() -> None:
    assert installed.version("gan-dan-khong-co") == ""
