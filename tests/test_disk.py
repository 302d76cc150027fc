"""Files of the site's folder are written and taken away whatever stood in their place; what the disk says of
files is told whole."""

import os
from pathlib import Path

import pytest

from gandan.keeping import disk, inputs
from gandan.read.listing import State

FILE, PAGE = "tin-tuc/ds.docx", "tin-tuc/ds.docx/index.html"


def test_a_page_gives_way_to_a_file_of_its_name(tmp_path: Path) -> None:
    disk.replace(str(tmp_path / PAGE), b"before")
    disk.replace(str(tmp_path / FILE), b"after")
    disk.remove(tmp_path, PAGE)
    assert (tmp_path / FILE).read_bytes() == b"after"
    assert [path for path, _ in disk.files(tmp_path)] == [FILE]


def test_a_folder_that_is_empty_without_a_file_goes_with_it(tmp_path: Path) -> None:
    disk.replace(str(tmp_path / PAGE), b"page")
    disk.remove(tmp_path, PAGE)
    assert list(tmp_path.iterdir()) == []


def test_what_the_disk_says_of_files_comes_whole_from_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert inputs.states(inputs.asked([tmp_path])) == []
    (tmp_path / "nam").mkdir()
    for name in ("nam/b.md", "nam/a.md", "c.yml"):
        (tmp_path / name).write_text(name)
    os.utime(tmp_path / "c.yml", ns=(-5, -5))  # before 1970
    found = inputs.states(inputs.asked([tmp_path / "nam", tmp_path / "c.yml"]))
    assert [path for path, _ in found] == sorted(
        str(tmp_path / one) for one in ("nam/a.md", "nam/b.md", "c.yml")
    )
    for path, state in found:
        assert state == State(*inputs.SAID(os.lstat(path)))
    large = State(0o100644, 7, 2**64 - 1, -5, 2**62)
    monkeypatch.setattr(inputs, "_states", lambda place: [(str(place), large)])
    assert inputs.states(inputs.asked([Path("a")])) == [("a", large)]
