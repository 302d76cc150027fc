"""Files of the site's folder are written and taken away whatever stood in their place."""

from pathlib import Path

from gandan.keeping import disk

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
