"""A search result leads to the section: the search counts headings as Markdown does."""

import random
import re

from gandan import markup, prose

SHAPES = (
    "# A\n\n",
    "## A\nlời\n\n",
    "## `A` b\n\n",
    "A\n---\n\n",
    "`A`\n---\n\n",
    "*A*\n===\n\n",
    "#B\n\n",
    "### B ##\n\n",
    " # A\n\n",
    "## [A](b.md)\n\n",
    "lời\nA\n---\n\n",
    "A\n\n---\n\n",
    "***\n\n",
    "một\nhai\n\n",
    "- a\n- b\n\n",
    "> x\n\n",
    "```\n# A\n```\n\n",
    "| a | b |\n|---|---|\n| c | d |\n\n",
)


def found(text: str) -> list[str]:
    anchors = prose.Anchors()
    return [anchors.of(heading) for heading, _ in markup.sections(text) if heading]


def test_every_heading_has_the_id_that_it_has_on_the_page() -> None:
    for seed in range(500):
        chance = random.Random(seed)
        text = "".join(chance.choice(SHAPES) for _ in range(chance.randint(1, 6)))
        assert found(text) == re.findall(r'<h\d id="([^"]+)"', prose.html(text)), text


def test_many_equal_headings_are_numbered_one_after_another() -> None:
    assert found("# A\n\n" * 20_000)[-1] == "a_19999"
