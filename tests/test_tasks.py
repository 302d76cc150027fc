"""The ten tasks that open the staff's guide: short, with pictures of the real thing, in its own words."""

import json
import re
import struct
from collections.abc import Iterator
from datetime import date
from typing import Any

import editor
import guide
import pytest
import ward
import yaml

from gandan import states
from gandan.blank.kinds import KINDS
from gandan.editing import configuration, hosts
from gandan.model import Ward

GUIDE = (editor.ROOT / "HUONG-DAN.md").read_text("utf-8")
PART = GUIDE.partition("\n## Mười việc hay làm\n")[2].partition("\n## ")[0]
TASKS = dict(re.findall(r"^### (Việc \d+)\. [^\n]+\n(.*?)(?=^### |\Z)", PART, re.M | re.S))
PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)]+)\)")


def test_there_are_ten_tasks_at_the_head_of_the_guide() -> None:
    assert list(TASKS) == [f"Việc {number}" for number in range(1, 11)]
    assert GUIDE.index("## Mười việc hay làm") < GUIDE.index("## Lời văn ở đâu")


@pytest.mark.parametrize("task", TASKS)
def test_a_task_has_at_most_ten_steps_in_their_order(task: str) -> None:
    steps = [int(number) for number in re.findall(r"^(\d+)\. ", TASKS[task], re.M)]
    assert steps == list(range(1, len(steps) + 1))
    assert 3 <= len(steps) <= 10


@pytest.mark.parametrize("task", TASKS)
def test_a_task_has_a_picture_that_is_told_in_words(task: str) -> None:
    assert PICTURE.search(TASKS[task])
    assert all(len(words) > 20 for words, _ in PICTURE.findall(PART))


def test_every_picture_is_there_small_and_made_by_the_script() -> None:
    shown = [file for _, file in PICTURE.findall(PART)]
    assert sorted(shown) == sorted(f".github/huong-dan/{name}.webp" for name in guide.SCENES)
    assert {path.name for path in guide.FOLDER.iterdir()} == {file.rpartition("/")[2] for file in shown}
    for file in shown:
        data = (editor.ROOT / file).read_bytes()
        assert data[:4] == b"RIFF" and struct.unpack("<I", data[4:8])[0] + 8 == len(data) < guide.LARGEST


def test_every_way_without_the_editor_names_a_template() -> None:
    kinds = re.findall(r"`gandan new ([\w-]+) \"[^\"]+\"`", PART)
    assert len(kinds) >= 5
    assert set(kinds) <= {kind.word for kind in KINDS}


def told() -> Iterator[str]:
    """Every word that the editor and the site show for something that can be pressed, filled in or seen."""
    facts = Ward.model_validate(yaml.safe_load(ward.WARD))
    yield from _labels(
        configuration.settings(facts, hosts.Host("local", "a/b", "main", None, None), date(2026, 1, 1))
    )
    for name in (editor.HOME / "words.json", editor.package() / "locales" / "vi.json"):
        yield from _words(json.loads(name.read_text("utf-8")))
    yield from (one.words for one in states.State)


def _labels(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from (part[name] for name in ("label", "label_singular") if name in part)
        part = part.values()
    if not isinstance(part, str | int | float | bool | None):
        for one in part:
            yield from _labels(one)


def _words(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for one in part.values():
            yield from _words(one)
    else:
        yield re.sub(r"\{\$\w+\}", "dòng", str(part))


def test_what_a_step_tells_to_press_is_called_so() -> None:
    known = set(told())
    named = set(re.findall(r"«([^»]+)»", PART))
    assert len(named) > 40
    assert sorted(named - known - {"Lịch năm 2026"}) == []
