"""Files of the site's folder are written and taken away whatever stood in their place."""

from pathlib import Path

import pytest

from gandan.keeping import disk

FILE, PAGE = "tin-tuc/ds.docx", "tin-tuc/ds.docx/index.html"


@pytest.mark.parametrize(("before", "after"), [(FILE, PAGE), (PAGE, FILE)])
def test_a_file_and_a_page_of_its_name_give_way_to_each_other(
    before: str, after: str, tmp_path: Path
) -> None:
    disk.write(str(tmp_path / before), b"before", fresh=True)
    disk.write(str(tmp_path / after), b"after", fresh=True)
    disk.remove(tmp_path, before)
    assert (tmp_path / after).read_bytes() == b"after"
    assert [path for path, _ in disk.files(tmp_path)] == [after]


def test_a_folder_that_is_empty_without_a_file_goes_with_it(tmp_path: Path) -> None:
    disk.write(str(tmp_path / PAGE), b"page", fresh=True)
    disk.remove(tmp_path, PAGE)
    assert list(tmp_path.iterdir()) == []
